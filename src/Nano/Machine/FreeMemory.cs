using Presentity.Platform;

namespace Presentity.Nano;

/// <summary>What is left for objects, in whole kilobytes.</summary>
/// <remarks>To find out costs a garbage collection, so it is done once a minute. Whole kilobytes, so that the usual ups and downs are
/// no news, and what creeps away is.</remarks>
public sealed class FreeMemory : ISensor
{
    const int LookAgainMs = 60000;

    readonly IClock clock;
    readonly IMachine machine;
    long lookAt;
    int kilobytes;

    public FreeMemory(IClock clock, IMachine machine)
    {
        this.clock = clock;
        this.machine = machine;
    }

    public string Name => "memory";

    public string Label => "Free memory";

    public string Unit => "kB";

    public bool IsBoolean => false;

    public bool TryRead(Reading reading)
    {
        long now = clock.Milliseconds;
        if (now >= lookAt)
        {
            lookAt = now + LookAgainMs;
            kilobytes = machine.FreeMemory / 1024;
        }

        reading.SetNumber(kilobytes, 0);
        return true;
    }
}
