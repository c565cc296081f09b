using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>What the device's roster means to it: who has a role by a group, who is to be filed, and who is told of the devices
/// below.</summary>
sealed class FleetRoster : IRosterWatcher
{
    readonly XmppSession session;
    readonly Roster roster;
    readonly AccessList access;
    readonly ILog log;
    readonly GroupMembers groups;
    readonly RosterFiling? filing;
    readonly RosterExchange? exchange;
    RosterSet? leaving;

    internal FleetRoster(
        XmppSession session, Roster roster, AccessList access, ILog log, GroupMembers groups, RosterFiling? filing,
        RosterExchange? exchange)
    {
        this.session = session;
        this.roster = roster;
        this.access = access;
        this.log = log;
        this.groups = groups;
        this.filing = filing;
        this.exchange = exchange;
    }

    /// <summary>A new session.</summary>
    internal void Begin()
    {
        groups.Doubt();
        leaving = null;
        filing?.Begin();
    }

    public void Begin(bool isWhole) => groups.Begin(isWhole);

    public void See(XmlCursor item, bool isPush)
    {
        int jid = item.Attribute(Word.Jid);
        int start = item.Start(jid);
        int length = item.Length(jid);
        // Who may what is not to be taken from memory: such a roster comes whole at each login.
        if (!isPush && groups.AreAny)
            roster.Act();
        Role before = isPush ? access.RoleOf(item.Bytes, start, length) : Role.None;
        groups.Note(item);
        if (Permission.Allows(before, Permission.ToRead) && !Permission.Allows(access.RoleOf(item.Bytes, start, length), Permission.ToRead))
            Leave(Jid.Parse(item.Bytes, start, length));
        filing?.See(item);
        exchange?.See(item);
    }

    public void End() => groups.End();

    /// <summary>Sends what is to be sent.</summary>
    internal void Run()
    {
        // Whom the server has removed from the roster it tells nothing more: not even that we are gone.
        for (; leaving != null && session.State == SessionState.Online; leaving = leaving.Next)
            Roster.TellGone(session, leaving.Contact);
        filing?.Run();
        exchange?.Run();
    }

    void Leave(Jid? contact)
    {
        if (contact == null)
            return;
        log.Write(LogLevel.Warning, contact.ToString() + " is in no group with a role any more");
        leaving = new RosterSet(contact) { Next = leaving };
    }
}
