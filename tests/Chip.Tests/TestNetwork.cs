using System.Threading;
using Presentity.Platform;

namespace Presentity.Chip.Tests;

/// <summary>A network that a test takes away and gives back.</summary>
sealed class TestNetwork : INetwork
{
    volatile bool isUp = true;

    public string Name => "Wi-Fi";

    public string Address => "192.0.2.7";

    public string Failure => "";

    /// <summary>How often it was begun.</summary>
    internal int Starts { get; private set; }

    internal bool Up { set => isUp = value; }

    public bool Start()
    {
        Starts++;
        return true;
    }

    public bool IsUp(int timeoutMs)
    {
        if (!isUp && timeoutMs > 0)
            Thread.Sleep(timeoutMs);
        return isUp;
    }
}
