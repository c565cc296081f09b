using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Forms that were handed out and are not filled in yet: few, for a short time, each for the one who asked.</summary>
sealed partial class CommandSessions
{
    const int Capacity = 4;
    const int LifetimeMs = 300000;

    readonly IClock clock;
    readonly ICrypto crypto;
    readonly byte[] random = new byte[4];
    readonly int[] ids = new int[Capacity];
    readonly int[] commands = new int[Capacity];
    readonly long[] deadlines = new long[Capacity];
    readonly Jid?[] owners = new Jid?[Capacity];

    internal CommandSessions(IClock clock, ICrypto crypto)
    {
        this.clock = clock;
        this.crypto = crypto;
    }

    /// <summary>A number that nobody can guess, 1 to 999,999,999.</summary>
    internal int NewId()
    {
        crypto.FillRandom(random, 0, 4);
        int number = ((random[0] & 0x7F) << 24) | (random[1] << 16) | (random[2] << 8) | random[3];
        return (number % 999999999) + 1;
    }

    /// <summary>Opens a session, or one that was closed again; the oldest makes room when there are too many.</summary>
    /// <returns>Its place.</returns>
    internal int Open(Stanza request, int command, int id)
    {
        int slot = 0;
        for (int i = 1; i < Capacity; i++)
            if (deadlines[i] < deadlines[slot])
                slot = i;
        XmlCursor cursor = request.Cursor;
        ids[slot] = id;
        commands[slot] = command;
        deadlines[slot] = clock.Milliseconds + LifetimeMs;
        owners[slot] = Jid.Parse(cursor.Bytes, cursor.Start(request.From), cursor.Length(request.From));
        return slot;
    }

    /// <summary>Finds the session that a request names, and closes it: each is good for one answer, unless that is
    /// another form, or that the one that was sent is wrong.</summary>
    /// <returns><see cref="StanzaError.None"/>, or why there is none (XEP-0050 §4.4).</returns>
    internal int Close(Stanza request, int id, int command)
    {
        for (int i = 0; i < Capacity; i++)
        {
            Jid? owner = owners[i];
            if (ids[i] != id || commands[i] != command || owner == null || !request.IsFrom(owner))
                continue;
            bool expired = deadlines[i] < clock.Milliseconds;
            ids[i] = 0;
            deadlines[i] = 0;
            owners[i] = null;
            return expired ? StanzaError.With(StanzaError.NotAllowed, Word.SessionExpired) : StanzaError.None;
        }

        return StanzaError.With(StanzaError.BadRequest, Word.BadSessionid);
    }
}
