using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests.Operators;

/// <summary>What a person does in rooms (XEP-0045).</summary>
public sealed partial class Operator
{
    /// <summary>Makes a room that is kept, and that shows everybody who is in it; enters it.</summary>
    public async Task MakeRoomAsync(string room, string nick)
    {
        await EnterAsync(room, nick);
        await IqAsync(room, "set", "<query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'>"
            + "<field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field>"
            + "<field var='muc#roomconfig_persistentroom'><value>1</value></field>"
            + "<field var='muc#roomconfig_whois'><value>anyone</value></field></x></query>");
    }

    /// <summary>Enters a room.</summary>
    public async Task EnterAsync(string room, string nick)
    {
        await AskAsync("presence", new() { ["to"] = room + "/" + nick, ["more"] = "<x xmlns='http://jabber.org/protocol/muc'/>" });
        await SeeAsync(room + "/" + nick, presence => presence.IsAvailable, "ourselves in the room");
    }

    /// <summary>Says something there, and waits for what somebody answers.</summary>
    /// <param name="room">Which.</param>
    /// <param name="from">Who is to answer, by his name there.</param>
    /// <param name="body">What is said.</param>
    public async Task<string> SayInRoomAsync(string room, string from, string body)
    {
        int since = Messages.Count;
        await SayAsync(room, body, type: "groupchat");
        return BodyOf(await Messages.WaitAsync(message => (string?)message.Attribute("from") == room + "/" + from && BodyOf(message).Length > 0,
            Patience.Short, "an answer to " + body, since));
    }

    /// <summary>Puts somebody out.</summary>
    public Task KickAsync(string room, string nick) =>
        IqAsync(room, "set", $"<query xmlns='http://jabber.org/protocol/muc#admin'><item nick='{nick}' role='none'/></query>");

    /// <summary>Bans somebody.</summary>
    public Task BanAsync(string room, string jid) =>
        IqAsync(room, "set", $"<query xmlns='http://jabber.org/protocol/muc#admin'><item jid='{jid}' affiliation='outcast'/></query>");

    /// <summary>The groups of a contact in the own roster, as the server has them.</summary>
    public async Task<string[]> GroupsOfAsync(string contact)
    {
        XElement roster = await IqAsync(Jid, "get", "<query xmlns='jabber:iq:roster'/>");
        return [.. roster.Descendants("{jabber:iq:roster}item").Where(item => (string?)item.Attribute("jid") == contact)
            .SelectMany(item => item.Elements("{jabber:iq:roster}group")).Select(group => group.Value)];
    }

    /// <summary>Puts a contact of the own roster into groups.</summary>
    public Task FileAsync(string contact, params string[] groups) => IqAsync(Jid, "set", $"<query xmlns='jabber:iq:roster'><item jid='{contact}'>"
        + string.Concat(groups.Select(group => $"<group>{group}</group>")) + "</item></query>");
}
