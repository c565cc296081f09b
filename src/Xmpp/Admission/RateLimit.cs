using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>How often anybody may ask: token buckets, one for each of the last few senders and one for all together.</summary>
/// <remarks>A bucket is one number, the time at which it will be full again: a request moves that on by what it costs, and what would move it
/// further than the bucket is deep is one too many. So nothing has to be done as time goes by, and nothing grows.</remarks>
public sealed class RateLimit
{
    /// <summary>How many requests a sender may have made at once.</summary>
    public const int Burst = 60;

    /// <summary>Milliseconds after which a sender may make one more.</summary>
    public const int CostMs = 100;

    // Who waits for each answer before he asks again, as programs do, hardly comes so far. All senders together: twice as many. Of one who
    // asks without an end the others hardly notice.
    const int BurstOfAll = 120;
    const int CostOfAllMs = 50;

    const int Senders = 8;

    readonly IClock clock;
    readonly int[] keys = new int[Senders + 1];
    readonly long[] full = new long[Senders + 1];
    readonly bool[] isTold = new bool[Senders + 1];
    long allFull;

    /// <summary>By this clock.</summary>
    public RateLimit(IClock clock) => this.clock = clock;

    /// <summary>Whether the last request that was one too many was the sender's first since one that was not.</summary>
    public bool IsFirst;

    /// <summary>Counts a request of a sender; strangers are one sender together.</summary>
    /// <returns>0, or after how many seconds he may ask again.</returns>
    public int Take(Stanza request)
    {
        long now = clock.Milliseconds;
        int slot = Permission.Allows(request.Role, Permission.ToRead) ? Find(request) : Senders;
        long own = (full[slot] > now ? full[slot] : now) + CostMs;
        long all = (allFull > now ? allFull : now) + CostOfAllMs;
        long over = own - now - (Burst * CostMs);
        long overAll = all - now - (BurstOfAll * CostOfAllMs);
        if (overAll > over)
            over = overAll;
        IsFirst = over > 0 && !isTold[slot];
        isTold[slot] = over > 0;
        if (over > 0)
            return (int)((over + 999) / 1000);
        full[slot] = own;
        allFull = all;
        return 0;
    }

    /// <summary>The sender's bucket. A new sender takes that of whom nobody has heard for the longest time.</summary>
    int Find(Stanza request)
    {
        XmlCursor cursor = request.Cursor;
        int at = cursor.Start(request.From);
        int end = at + Jid.BareLengthOf(cursor.Bytes, at, cursor.Length(request.From));
        // FNV-1a. Of two accounts with one hash each has half.
        int key = unchecked((int)2166136261);
        for (; at < end; at++)
            key = (key ^ cursor.Bytes[at]) * 16777619;
        int idle = 0;
        for (int i = 0; i < Senders; i++)
        {
            if (keys[i] == key)
                return i;
            if (full[i] < full[idle])
                idle = i;
        }

        keys[idle] = key;
        full[idle] = 0;
        isTold[idle] = false;
        return idle;
    }
}
