using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>The roster (RFC 6121 §2): who is subscribed to us, and whether they still may be.</summary>
/// <remarks>Nothing of it is kept: 2,000 contacts cost no more than one. Who gets our presence without having a role is
/// unsubscribed. <c>Roster.Desktop.cs</c> adds versions and approvals in advance; the chip asks for all of it at every login.</remarks>
public sealed partial class Roster : IqHandler, IIqReply
{
    readonly XmppSession session;
    readonly IAccess access;
    readonly ILog log;
    bool again;

    /// <summary>Of a session's account.</summary>
    public Roster(XmppSession session, IAccess access, ILog log)
        : base(Ns.Roster, Word.Query, feature: 0)
    {
        // No feature: what clients do with rosters is none of ours (XEP-0030 §3.1).
        this.session = session;
        this.access = access;
        this.log = log;
    }

    /// <summary>How many contacts the last request brought.</summary>
    public int Count;

    /// <summary>Asks for the roster (RFC 6121 §2.1.3).</summary>
    public void Request()
    {
        XmlWriter? request = session.BeginRequest(Word.Get, null, this);
        if (request == null)
            return;
        again = false;
        request.Start(Word.Query, Ns.Roster);
        WriteVersion(request);
        request.End();
        request.End();
        session.SendStanza();
    }

    /// <summary>Asks again when a push has shown a contact that may not be there.</summary>
    public void RequestIfDue()
    {
        if (again)
            Request();
    }

    /// <summary>Takes a roster push (RFC 6121 §2.1.6): from our own account only.</summary>
    public override int Answer(Stanza request, XmlWriter answer)
    {
        if (!request.IsFromOwnAccount(session.Account))
        {
            log.Write(LogLevel.Warning, "ignored a roster push from " + request.FromText());
            return StanzaError.ServiceUnavailable;
        }

        if (!request.IsSet)
            return StanzaError.ServiceUnavailable;
        XmlCursor query = request.AtPayload();
        if (query.CountChildren() != 1 || !query.MoveToChild(Ns.Roster, Word.Item))
            return StanzaError.BadRequest;
        Follow(query, true);
        again |= IsUnwanted(query);
        NotePush(request, query);
        return StanzaError.None;
    }

    public void Receive(Stanza answer)
    {
        // From its beginning: perhaps once more, when the stream was cut in the middle of it and resumed.
        if (!answer.IsContinued)
            Count = 0;
        FollowAnswer(answer);
        if (answer.Type != Word.Result || answer.Payload != Payload)
            return;
        XmlCursor query = answer.AtPayload();
        int parent = query.Node;
        NoteBegin(answer, query);
        for (bool more = query.MoveToFirstChild(); more; more = query.MoveToNext(parent))
        {
            Count++;
            Follow(query, false);
            NoteItem(query);
            if (IsUnwanted(query))
                Unsubscribe(query);
        }

        NoteEnd(answer);
        FollowEnd(answer);
    }

    public void Abandoned()
    {
        // Asked again after the next login; until then nobody is worse off than before.
    }

    partial void WriteVersion(XmlWriter query);

    partial void NoteBegin(Stanza answer, XmlCursor query);

    partial void NoteItem(XmlCursor item);

    partial void NoteEnd(Stanza answer);

    partial void NotePush(Stanza push, XmlCursor item);

    // Those of who else wants to know (../Fleet); where there is nobody, nothing is left of the calls.
    partial void Follow(XmlCursor item, bool isPush);

    partial void FollowAnswer(Stanza answer);

    partial void FollowEnd(Stanza answer);

    bool IsUnwanted(XmlCursor item)
    {
        int subscription = item.AttributeWord(Word.Subscription);
        int jid = item.Attribute(Word.Jid);
        return (subscription == Word.From || subscription == Word.Both)
            && !Permission.Allows(access.RoleOf(item.Bytes, item.Start(jid), item.Length(jid)), Permission.ToRead);
    }

    void Unsubscribe(XmlCursor item)
    {
        int jid = item.Attribute(Word.Jid);
        log.Write(LogLevel.Warning, item.ToString(jid) + " was subscribed without a role: unsubscribed");
        Subscriptions.Send(session, Word.Unsubscribed, item.Bytes, item.Start(jid), item.Length(jid));
    }
}
