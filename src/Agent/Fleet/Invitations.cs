using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Invitations to rooms (XEP-0045 §7.8, XEP-0249) are not followed: a device is in the room that it is configured for.</summary>
sealed class Invitations : IStanzaHandler
{
    // Anybody may send them: the log is not his to fill.
    const int QuietMs = 60000;

    readonly IClock clock;
    readonly ILog log;
    readonly IStanzaHandler? next;
    long quietUntil;

    internal Invitations(IClock clock, ILog log, IStanzaHandler? next)
    {
        this.clock = clock;
        this.log = log;
        this.next = next;
    }

    public void Receive(Stanza stanza)
    {
        if (!IsInvitation(stanza))
        {
            next?.Receive(stanza);
            return;
        }

        long now = clock.Milliseconds;
        if (now < quietUntil)
            return;
        quietUntil = now + QuietMs;
        log.Write(LogLevel.Info, "ignored an invitation to a room from " + stanza.FromText());
    }

    static bool IsInvitation(Stanza stanza)
    {
        XmlCursor cursor = stanza.AtTop();
        if (cursor.MoveToChild(Ns.Conference, Word.X))
            return true;
        int top = cursor.Node;
        bool isOne = false;
        for (bool more = cursor.MoveToFirstChild(); more && !isOne; more = cursor.MoveToNext(top))
            isOne = cursor.Is(Ns.RoomUser, Word.X) && cursor.MoveToChild(Ns.RoomUser, Word.Invite);
        return isOne;
    }
}
