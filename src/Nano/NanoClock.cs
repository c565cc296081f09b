using System;
using Presentity.Platform;

namespace Presentity.Nano;

/// <summary>Time on the chip: a counter since the start, and the calendar once a time server (SNTP) has been heard.</summary>
/// <remarks>The calendar is looked at once a minute and counted on from there: a <see cref="DateTime"/> costs an allocation.</remarks>
public sealed class NanoClock : IClock
{
    // Before the first answer of a time server the chip counts from 1970; the firmware is younger than this.
    const int FirstYear = 2025;
    const int LookAgainMs = 60000;

    long offsetMs;
    long lookAt;
    bool isKnown;

    public long Milliseconds => Environment.TickCount64;

    public long UnixSeconds
    {
        get
        {
            long now = Milliseconds;
            if (!isKnown || now >= lookAt)
                Look(now);
            return isKnown ? (now + offsetMs) / 1000 : -1;
        }
    }

    public void Sleep(int milliseconds) => System.Threading.Thread.Sleep(milliseconds);

    void Look(long now)
    {
        DateTime calendar = DateTime.UtcNow;
        isKnown = calendar.Year >= FirstYear;
        offsetMs = ((calendar.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond) - now;
        lookAt = now + LookAgainMs;
    }
}
