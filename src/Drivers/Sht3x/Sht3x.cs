using Presentity.Platform;

namespace Presentity.Drivers;

/// <summary>The SHT30, SHT31 and SHT35 by Sensirion: temperature and humidity over I2C (data sheet of the SHT3x-DIS, §4).</summary>
/// <remarks>Each measurement is a single shot of high repeatability, so there is no mode that a loss of power could undo.</remarks>
public sealed class Sht3x : ClimateChip
{
    /// <summary>With the pin ADDR at ground, as on most boards.</summary>
    public const int DefaultAddress = 0x44;

    /// <summary>With the pin ADDR at the supply.</summary>
    public const int OtherAddress = 0x45;

    const int MeasureMs = 16;

    static readonly byte[] SingleShot = { 0x24, 0x00 };

    readonly int address;
    readonly byte[] answer = new byte[6];

    /// <param name="bus">The bus that the chip is on.</param>
    /// <param name="clock">Of the platform.</param>
    /// <param name="address"><see cref="DefaultAddress"/> or <see cref="OtherAddress"/>.</param>
    public Sht3x(II2cBus bus, IClock clock, int address)
        : base(bus, clock) => this.address = address;

    protected override bool Measure()
    {
        if (!Bus.TryWrite(address, SingleShot, SingleShot.Length))
            return false;
        Wait(MeasureMs);
        if (!Bus.TryRead(address, answer, answer.Length) || !Crc8.IsRight(answer, 0, 2) || !Crc8.IsRight(answer, 3, 2))
            return false;
        int temperature = (answer[0] << 8) | answer[1];
        int humidity = (answer[3] << 8) | answer[4];
        // 175 K and 100 % a 2^16 - 1, the former from -45 °C.
        CentiDegrees = (((temperature * 17500) + 32767) / 65535) - 4500;
        CentiPercent = ((humidity * 10000) + 32767) / 65535;
        return true;
    }
}
