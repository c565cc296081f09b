using System;
using System.Threading;
using Presentity.Platform;

namespace Presentity.Host;

/// <summary>The time of the operating system.</summary>
public sealed class SystemClock : IClock
{
    /// <summary>Since the machine started; a change of the calendar does not touch it.</summary>
    public long Milliseconds => Environment.TickCount64;

    /// <summary>A desktop always has a calendar: never -1.</summary>
    public long UnixSeconds => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    public void Sleep(int milliseconds) => System.Threading.Thread.Sleep(milliseconds);
}
