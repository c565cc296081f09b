using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests.Operators;

/// <summary>A slixmpp client, logged in: what a person or a program at the other end can do with a device.</summary>
/// <remarks>Every request throws <see cref="RefusedException"/> when the answer is an error, and fails the test when there is none.</remarks>
public sealed partial class Operator : IAsyncDisposable
{
    readonly SlixmppProcess slixmpp;
    readonly TaskCompletionSource<string> closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    Operator(SlixmppProcess slixmpp, Account account, string resource)
    {
        this.slixmpp = slixmpp;
        Account = account;
        FullJid = account.Jid + "/" + resource;
    }

    public Account Account { get; }

    public string FullJid { get; }

    public string Jid => Account.Jid;

    /// <summary>TLS version of the session, such as `TLSv1.3`.</summary>
    public string Tls { get; private set; } = "";

    /// <summary>SASL mechanism of the session.</summary>
    public string Mechanism { get; private set; } = "";

    /// <summary>SASL mechanisms the server offered, in alphabetical order.</summary>
    public IReadOnlyList<string> Offered { get; private set; } = [];

    /// <summary>Every presence that arrived.</summary>
    public Journal<Presence> Presences { get; } = new();

    /// <summary>Every message that arrived.</summary>
    public Journal<XElement> Messages { get; } = new();

    /// <summary>Completes with the reason once the session is gone.</summary>
    public Task<string> Closed => closed.Task;

    /// <summary>Logs in and verifies the server's certificate against the rig's CA.</summary>
    /// <param name="direct">TLS from the first byte (XEP-0368) instead of STARTTLS.</param>
    /// <exception cref="RefusedException">Type `login`: the server refused, or its certificate is not to be trusted (`certificate`).</exception>
    public static async Task<Operator> LogInAsync(RigServer server, Account account, string resource = "phone", bool direct = false)
    {
        var user = new Operator(SharedRig.Slixmpp, account, resource);
        user.slixmpp.Listen(user.FullJid, user.Receive);
        JsonNode session = (await user.AskAsync("login", new()
        {
            ["password"] = account.Password,
            ["host"] = ProsodyServer.Address,
            ["port"] = direct ? server.DirectTlsPort : server.StartTlsPort,
            ["ca"] = server.CaFile,
            ["direct"] = direct,
        }))!;
        user.Tls = (string)session["tls"]!;
        user.Mechanism = (string)session["mechanism"]!;
        user.Offered = [.. session["offered"]!.AsArray().Select(mechanism => (string)mechanism!)];
        return user;
    }

    /// <summary>Closes the stream; the server tells the contacts.</summary>
    public async Task LogOutAsync()
    {
        if (!closed.Task.IsCompleted)
            await AskAsync("logout");
        slixmpp.Listen(FullJid, null);
    }

    public async ValueTask DisposeAsync() => await LogOutAsync();

    /// <summary>Asks a contact for its presence; true when it agreed, false when it refused.</summary>
    /// <param name="more">What the request brings with it, as XML.</param>
    public async Task<bool> SubscribeAsync(string jid, string more = "")
    {
        int since = Presences.Count;
        await AskAsync("presence", new() { ["to"] = jid, ["type"] = "subscribe", ["more"] = more });
        Presence answer = await Presences.WaitAsync(
            presence => presence.From == jid && presence.Type is "subscribed" or "unsubscribed",
            Patience.Short, "an answer to the subscription request to " + jid, since);
        return answer.Type == "subscribed";
    }

    /// <summary>Wants no more presence of a contact.</summary>
    public Task UnsubscribeAsync(string jid) => AskAsync("presence", new() { ["to"] = jid, ["type"] = "unsubscribe" });

    /// <summary>The first presence of a full JID since a mark that is wanted; fails the test when none comes.</summary>
    /// <param name="since">A count of <see cref="Presences"/>; 0 looks at all there were.</param>
    public Task<Presence> SeeAsync(string fullJid, Func<Presence, bool> wanted, string what, int since = 0, TimeSpan? within = null) =>
        Presences.WaitAsync(presence => presence.From == fullJid && wanted(presence), within ?? Patience.Short, what, since);

    /// <summary>Sends a message.</summary>
    /// <param name="times">How often the text is in it.</param>
    /// <param name="more">What it brings beside its body, as XML.</param>
    public Task SayAsync(string to, string body, string more = "", string type = "chat", int times = 1) =>
        AskAsync("message", new() { ["to"] = to, ["body"] = body, ["more"] = more, ["type"] = type, ["times"] = times });

    /// <summary>Sends a chat message and waits for the answer; its body.</summary>
    public async Task<string> ChatAsync(string to, string body)
    {
        int since = Messages.Count;
        await SayAsync(to, body);
        return BodyOf(await Messages.WaitAsync(message => BodyOf(message).Length > 0 && IsFrom(message, to), Patience.Short, "an answer to " + body, since));
    }

    /// <summary>The body of a message; empty without one.</summary>
    public static string BodyOf(XElement message) => (string?)message.Element("{jabber:client}body") ?? "";

    /// <summary>Whether a message is of an account, whichever resource is asked.</summary>
    static bool IsFrom(XElement message, string jid) => ((string)message.Attribute("from")!).Split('/')[0] == jid.Split('/')[0];

    Task<JsonNode?> AskAsync(string operation, JsonObject? arguments = null) => slixmpp.AskAsync(FullJid, operation, arguments ?? []);

    void Receive(JsonObject happened)
    {
        if (happened["closed"] is { } reason)
        {
            closed.TrySetResult((string)reason!);
            return;
        }
        XElement stanza = XElement.Parse((string)happened["stanza"]!);
        if (stanza.Name.LocalName == "presence")
            Presences.Add(new Presence(stanza));
        else
            Messages.Add(stanza);
    }
}
