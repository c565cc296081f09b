using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Roster versions (RFC 6121 §2.6) and approvals in advance (§3.4), for the desktop alone.</summary>
/// <remarks>A client that keeps no roster still gains by versions: one that it has looked through needs no second look. What is kept
/// is the version alone, for as long as the process lives; who has a role may have changed by the next.</remarks>
public sealed partial class Roster
{
    string lookedThrough = "";
    string coming = "";
    Jid[] expected = [];
    bool[] isApproved = [];
    bool[] isSubscribed = [];
    bool[] isTold = [];
    bool[] isConfirmed = [];
    bool hasActed;

    /// <summary>The version of a roster about which nothing was left to do; empty for none. What was done may have been lost with the
    /// connection, so that such a roster is looked through again.</summary>
    public string Version => lookedThrough;

    /// <summary>Accounts whose requests are approved before they come, where the server takes that: a contact who asks while the
    /// device is away need not wait for it.</summary>
    public void Expect(Jid[] accounts)
    {
        expected = accounts;
        isApproved = new bool[accounts.Length];
        isSubscribed = new bool[accounts.Length];
        isTold = new bool[accounts.Length];
        isConfirmed = new bool[accounts.Length];
        Forget();
    }

    /// <summary>Has the next request bring the whole roster: who has which role has changed.</summary>
    public void Forget() => lookedThrough = "";

    partial void WriteVersion(XmlWriter query)
    {
        // Empty for a client that knows the protocol and has none yet (RFC 6121 §2.6.2).
        if (session.OffersRosterVersioning)
            query.Attribute(Word.Ver, lookedThrough);
    }

    partial void NoteBegin(Stanza answer, XmlCursor query)
    {
        if (answer.IsContinued)
            return;
        lookedThrough = "";
        coming = query.ToString(query.Attribute(Word.Ver));
        hasActed = false;
        System.Array.Clear(isApproved);
        System.Array.Clear(isSubscribed);
    }

    partial void NoteAct() => hasActed = true;

    partial void NoteItem(XmlCursor item)
    {
        int jid = item.Attribute(Word.Jid);
        hasActed |= IsUnwanted(item);
        for (int i = 0; i < expected.Length; i++)
            if (IsOf(item, expected[i]))
                Note(i, item);

        // An approval of ours from when the account had a role.
        if (IsApproved(item) && !IsSubscribed(item) && !Permission.Allows(access.RoleOf(item.Bytes, item.Start(jid), item.Length(jid)), Permission.ToRead))
        {
            hasActed = true;
            log.Write(LogLevel.Warning, item.ToString(jid) + " was approved in advance without a role: no longer");
            Subscriptions.Send(session, Word.Unsubscribed, item.Bytes, item.Start(jid), item.Length(jid));
        }
    }

    partial void NoteEnd(Stanza answer)
    {
        if (answer.IsPartial)
            return;
        for (int i = 0; i < expected.Length && session.OffersPreApproval; i++)
        {
            // Each once: not every server shows what it has approved. And not every server has told the contact who has subscribed
            // while we were away (Prosody 0.12); to the others the second word is none (RFC 6121 §A.2.3).
            bool isDone = isSubscribed[i] ? isConfirmed[i] : isApproved[i] || isTold[i];
            isTold[i] = true;
            isConfirmed[i] = isSubscribed[i];
            if (isDone)
                continue;
            hasActed = true;
            Subscriptions.Send(session, Word.Subscribed, expected[i].Bytes, 0, expected[i].BareLength);
        }

        lookedThrough = hasActed ? "" : coming;
    }

    partial void NotePush(Stanza push, XmlCursor item)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (!IsOf(item, expected[i]))
                continue;
            bool wasSettled = isApproved[i] || isSubscribed[i];
            Note(i, item);
            isConfirmed[i] = isSubscribed[i];
            if (!wasSettled || isApproved[i] || isSubscribed[i])
                continue;
            isTold[i] = false;
            again |= session.OffersPreApproval;
        }

        // RFC 6121 §2.6.3: with each push the client has the version that comes with it, if it had the one before.
        XmlCursor query = push.AtPayload();
        if (again)
            lookedThrough = "";
        else if (lookedThrough.Length > 0)
            lookedThrough = query.ToString(query.Attribute(Word.Ver));
    }

    void Note(int account, XmlCursor item)
    {
        isApproved[account] = IsApproved(item);
        isSubscribed[account] = IsSubscribed(item);
    }

    static bool IsOf(XmlCursor item, Jid account)
    {
        int jid = item.Attribute(Word.Jid);
        return account.Matches(item.Bytes, item.Start(jid), item.Length(jid));
    }

    static bool IsApproved(XmlCursor item) => item.AttributeWord(Word.Approved) == Word.True;

    static bool IsSubscribed(XmlCursor item) => item.AttributeWord(Word.Subscription) is Word.From or Word.Both;
}
