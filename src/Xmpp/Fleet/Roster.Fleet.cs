using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>A roster that is watched, and written to.</summary>
public sealed partial class Roster
{
    /// <summary>Is shown the contacts; null for nobody.</summary>
    public IRosterWatcher? Watcher;

    /// <summary>Something is being changed, and may be lost with the connection: the next login looks at the whole roster.</summary>
    public void Act() => NoteAct();

    /// <summary>Tells a contact that we are gone, whether or not he is subscribed (RFC 6121 §4.6).</summary>
    public static void TellGone(XmppSession session, Jid contact) =>
        Subscriptions.Send(session, Word.Unavailable, contact.Bytes, 0, contact.BareLength);

    partial void Follow(XmlCursor item, bool isPush) => Watcher?.See(item, isPush);

    partial void FollowAnswer(Stanza answer)
    {
        if (!answer.IsContinued && answer.Type == Word.Result)
            Watcher?.Begin(answer.Payload == Payload);
    }

    partial void FollowEnd(Stanza answer)
    {
        if (!answer.IsPartial)
            Watcher?.End();
    }

    // The desktop's part, where there are versions.
    partial void NoteAct();
}
