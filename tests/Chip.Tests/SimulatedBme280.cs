using System;
using Presentity.Platform;

namespace Presentity.Chip.Tests;

/// <summary>The registers of a BME280: 21.5 °C, 48.5 % and 1013.5 hPa, while it is set to measure them.</summary>
sealed class SimulatedBme280 : IClock
{
    const int Address = 0x76;
    const int StartMs = 2;
    const byte HumidityControl = 0xF2;
    const byte MeasureControl = 0xF4;

    [ThreadStatic]
    static SimulatedBme280? plugged;

    readonly byte[] registers = new byte[256];
    byte pointer;
    long takesFrom;

    public SimulatedBme280()
    {
        registers[0xD0] = 0x60;
        plugged = this;
    }

    /// <summary>How many more times it answers before somebody pulls it out.</summary>
    internal int Answers { get; set; } = int.MaxValue;

    public long Milliseconds { get; private set; } = 1000;

    public long UnixSeconds => -1;

    /// <summary>The chip at an address of this test's bus.</summary>
    internal static SimulatedBme280? Plugged(int address) => address == Address ? plugged : null;

    public void Sleep(int milliseconds) => Milliseconds += milliseconds;

    /// <summary>Takes its power away and gives it back.</summary>
    internal void Restart()
    {
        registers[HumidityControl] = 0;
        registers[MeasureControl] = 0;
        Put(0xFA, 0x8000);
        Put(0xF7, 0x8000);
        Put(0xFD, 0x8000);
        takesFrom = Milliseconds + StartMs;
    }

    internal bool Take(ReadOnlySpan<byte> data)
    {
        if (!IsThere())
            return false;
        pointer = data[0];
        if (data.Length == 1)
            return true;
        if (pointer == 0xE0)
            Restart();
        else
            registers[pointer] = data[1];
        if (pointer == MeasureControl && (data[1] & 3) == 1)
            Measure(data[1]);
        return true;
    }

    internal bool Give(Span<byte> data)
    {
        if (!IsThere())
            return false;
        registers.AsSpan(pointer, data.Length).CopyTo(data);
        return true;
    }

    void Measure(byte control)
    {
        Put(0xFA, (control & 0xE0) != 0 ? 215 : 0x8000);
        Put(0xF7, (control & 0x1C) != 0 ? 10135 : 0x8000);
        Put(0xFD, (registers[HumidityControl] & 7) != 0 ? 485 : 0x8000);
        registers[MeasureControl] = (byte)(control & ~3);
    }

    void Put(int register, int value)
    {
        registers[register] = (byte)(value >> 8);
        registers[register + 1] = (byte)value;
    }

    bool IsThere() => Milliseconds >= takesFrom && Answers-- > 0;
}
