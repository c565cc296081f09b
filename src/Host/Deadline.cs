using System;
using System.Threading;

namespace Presentity.Host;

/// <summary>A moment by which something has to be over.</summary>
readonly struct Deadline
{
    readonly long end;

    Deadline(long end) => this.end = end;

    /// <summary>So many milliseconds from now; a negative number is 0.</summary>
    public static Deadline After(int milliseconds) => new(Environment.TickCount64 + Math.Max(0, milliseconds));

    /// <summary>Milliseconds until then, at least 0.</summary>
    public int Left => (int)Math.Max(0, end - Environment.TickCount64);

    /// <summary>The end of the first of so many equal parts of what is left: one attempt must not use up the time of all.</summary>
    public Deadline Share(int parts) => After(Left / parts);

    /// <summary>Cancels then; the caller disposes of it.</summary>
    public CancellationTokenSource Cancellation() => new(Left);
}
