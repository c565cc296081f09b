namespace Presentity.Platform;

/// <summary>Time, as the platform knows it.</summary>
public interface IClock
{
    /// <summary>Milliseconds since some moment at or before the start; never steps back, whatever happens to the calendar.</summary>
    long Milliseconds { get; }

    /// <summary>Seconds since 1970-01-01T00:00:00Z, or -1 while the calendar time is not known.</summary>
    long UnixSeconds { get; }

    /// <summary>Does nothing for a while; used only while there is no connection to wait on.</summary>
    void Sleep(int milliseconds);
}
