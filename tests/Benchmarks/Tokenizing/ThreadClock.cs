using System.Runtime.InteropServices;

namespace Presentity.Benchmarks.Tokenizing;

/// <summary>The processor time of the calling thread, so that what others do on the machine counts as little as it can (Linux).</summary>
static partial class ThreadClock
{
    const int ThreadCpuTime = 3;

    public static long Nanoseconds()
    {
        _ = clock_gettime(ThreadCpuTime, out TimeSpec time);
        return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
    }

    [DllImport("libc")]
    static extern int clock_gettime(int clock, out TimeSpec time);

    struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
