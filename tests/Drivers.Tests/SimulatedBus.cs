using System.Text;
using Presentity.Platform;

namespace Presentity.Drivers.Tests;

/// <summary>A bus with one chip on it, and with its own time.</summary>
sealed class SimulatedBus : II2cBus, IClock
{
    readonly SimulatedChip chip;
    readonly StringBuilder written = new StringBuilder();

    internal SimulatedBus(SimulatedChip chip) => this.chip = chip;

    /// <summary>What was written to the chip, in hexadecimal, a space between the writes.</summary>
    internal string Written => written.ToString();

    /// <summary>Whether the chip is unplugged.</summary>
    internal bool IsSilent;

    internal int Reads;

    public long Milliseconds { get; internal set; } = 1000;

    public long UnixSeconds => -1;

    public void Sleep(int milliseconds) => Milliseconds += milliseconds;

    public bool TryWrite(int address, byte[] data, int count)
    {
        if (IsSilent || address != chip.Address)
            return false;
        if (written.Length > 0)
            written.Append(" ");
        for (int i = 0; i < count; i++)
            written.Append(data[i].ToString("X2"));
        return chip.Take(data, count, Milliseconds);
    }

    public bool TryRead(int address, byte[] data, int count)
    {
        Reads++;
        return !IsSilent && address == chip.Address && chip.Give(data, count, Milliseconds);
    }
}
