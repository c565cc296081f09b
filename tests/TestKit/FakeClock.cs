using Presentity.Platform;

namespace Presentity.TestKit;

/// <summary>Time that passes only when a test says so.</summary>
public sealed class FakeClock : IClock
{
    long startUnixSeconds;

    /// <param name="unixSeconds">The calendar time at the start; -1 while it is not known.</param>
    public FakeClock(long unixSeconds = 1795388985) => startUnixSeconds = unixSeconds;

    // Not 0 at the start: nothing may rely on that.
    public long Milliseconds { get; private set; } = 5000;

    public long UnixSeconds => startUnixSeconds < 0 ? -1 : startUnixSeconds + ((Milliseconds - 5000) / 1000);

    /// <summary>Lets time pass.</summary>
    public void Advance(long milliseconds) => Milliseconds += milliseconds;

    /// <summary>Sets the calendar, as a time server would; <see cref="Milliseconds"/> does not notice.</summary>
    public void SetCalendar(long unixSeconds) => startUnixSeconds = unixSeconds - ((Milliseconds - 5000) / 1000);

    public void Sleep(int milliseconds) => Advance(milliseconds);
}
