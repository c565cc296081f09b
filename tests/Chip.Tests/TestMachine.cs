using Presentity.Platform;

namespace Presentity.Chip.Tests;

/// <summary>A board whose reset line is counted.</summary>
sealed class TestMachine : IMachine
{
    public string Target => "ESP32_REV3";

    public string Firmware => "nanoFramework 1.17.0.334";

    public int FreeMemory => 61_440;

    /// <summary>How often the board was started anew.</summary>
    internal int Restarts { get; private set; }

    public void Restart() => Restarts++;
}
