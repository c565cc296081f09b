using System.Text;
using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Files the contacts that are on the access list by name: each is called something, and is in the group of its role
/// (RFC 6121 §2.4).</summary>
/// <remarks>A contact that somebody else has put into a group of his own is left alone: two who file would never come to an end. One set
/// at a time, and none for a contact that is where it belongs.</remarks>
sealed class RosterFiling : IIqReply
{
    const int MostWaiting = 32;

    // More than that, and the server does not keep what it is told.
    const int MostSets = 256;

    readonly XmppSession session;
    readonly Roster roster;
    readonly AccessList access;
    readonly ILog log;
    readonly byte[][] groups;
    RosterSet? first;
    int waiting;
    int sets;
    bool isSending;
    bool isRefused;
    bool hasComplained;
    bool isMore;

    internal RosterFiling(XmppSession session, Roster roster, AccessList access, ILog log, string[] groups)
    {
        this.session = session;
        this.roster = roster;
        this.access = access;
        this.log = log;
        this.groups = new byte[groups.Length][];
        for (int i = 0; i < groups.Length; i++)
            this.groups[i] = Encoding.UTF8.GetBytes(groups[i]);
    }

    /// <summary>A new session: what is to be done is seen anew.</summary>
    internal void Begin()
    {
        first = null;
        waiting = 0;
        isSending = false;
        isRefused = false;
        isMore = false;
    }

    /// <summary>Looks whether a contact is where it belongs.</summary>
    /// <param name="item">At the contact, where it stays.</param>
    internal void See(XmlCursor item)
    {
        int jid = item.Attribute(Word.Jid);
        int start = item.Start(jid);
        int length = item.Length(jid);
        if (isRefused || sets == MostSets || item.AttributeWord(Word.Subscription) == Word.Remove
            || session.Account.MatchesBare(item.Bytes, start, length))
            return;
        Role role = access.RoleByName(item.Bytes, start, length);
        int wanted = (int)role - (int)Role.Viewer;
        int name = item.Attribute(Word.Name);
        int filed = FiledUnder(item, wanted, out bool isOthers);
        bool isFiled = role == Role.None ? filed == 0 : filed == 1 && item.Length(name) > 0;
        if (isOthers || isFiled)
            return;
        Jid? contact = Jid.Parse(item.Bytes, start, length);
        if (contact != null)
            Add(contact, item.Length(name) > 0 ? item.ToString(name) : contact.Local, wanted);
    }

    /// <summary>Sends what is next.</summary>
    internal void Run()
    {
        if (isSending || session.State != SessionState.Online)
            return;
        RosterSet? next = first;
        if (next == null)
        {
            if (isMore)
                roster.LookAgain();
            isMore = false;
            return;
        }

        XmlWriter? request = session.BeginRequest(Word.Set, null, this);
        if (request == null)
            return;
        first = next.Next;
        waiting--;
        isSending = true;
        roster.Act();
        Write(request, next);
        session.SendStanza();
        if (++sets == MostSets)
            Complain("the server does not keep how contacts are filed; they stay as they are");
    }

    public void Receive(Stanza answer)
    {
        isSending = answer.IsPartial;
        if (answer.Type != Word.Error || answer.IsContinued)
            return;
        Complain("the server refuses to file a contact: " + StanzaFault.Of(answer, out _));
        Begin();
        isRefused = true;
    }

    public void Abandoned() => isSending = false;

    /// <summary>In how many groups it is: those that are not the one that is wanted count double.</summary>
    int FiledUnder(XmlCursor item, int wanted, out bool isOthers)
    {
        int top = item.Node;
        int filed = 0;
        isOthers = false;
        for (bool more = item.MoveToFirstChild(); more; more = item.MoveToNext(top))
        {
            if (!item.Is(Ns.Roster, Word.Group))
                continue;
            int text = item.Text();
            int which = -1;
            for (int i = 0; i < groups.Length; i++)
                if (item.ValueEquals(text, groups[i], 0, groups[i].Length))
                    which = i;
            isOthers |= which < 0;
            filed += which == wanted ? 1 : 2;
        }

        item.MoveTo(top);
        return filed;
    }

    void Add(Jid contact, string name, int group)
    {
        RosterSet? last = null;
        for (RosterSet? set = first; set != null; set = set.Next)
        {
            last = set;
            if (!set.Contact.MatchesBare(contact.Bytes, 0, contact.Bytes.Length))
                continue;
            set.Name = name;
            set.Group = group;
            return;
        }

        if (waiting == MostWaiting)
        {
            isMore = true;
            return;
        }

        waiting++;
        RosterSet added = new RosterSet(contact) { Name = name, Group = group };
        if (last == null)
            first = added;
        else
            last.Next = added;
    }

    void Write(XmlWriter request, RosterSet set)
    {
        request.Start(Word.Query, Ns.Roster);
        request.Start(Word.Item);
        request.Attribute(Word.Jid, set.Contact.Bytes, 0, set.Contact.BareLength);
        request.Attribute(Word.Name, set.Name);
        if (set.Group >= 0)
        {
            request.Start(Word.Group);
            request.Text(groups[set.Group], 0, groups[set.Group].Length);
            request.End();
        }

        request.End();
        request.End();
        request.End();
    }

    void Complain(string what)
    {
        if (!hasComplained)
            log.Write(LogLevel.Warning, what);
        hasComplained = true;
    }
}
