using Presentity.Platform;

namespace Presentity.Drivers;

/// <summary>The AHT20 by Aosong: temperature and humidity over I2C (data sheet of the AHT20, §5.3 to §6.2).</summary>
public sealed class Aht20 : ClimateChip
{
    /// <summary>The chip has no other.</summary>
    public const int Address = 0x38;

    const int StatusBusy = 0x80;
    const int StatusCalibrated = 0x08;
    const int MeasureMs = 80;
    const int BusyMs = 20;
    const int MostWaits = 5;
    const int InitializeMs = 10;

    static readonly byte[] Initialize = { 0xBE, 0x08, 0x00 };
    static readonly byte[] Trigger = { 0xAC, 0x33, 0x00 };

    readonly byte[] answer = new byte[7];

    public Aht20(II2cBus bus, IClock clock)
        : base(bus, clock)
    {
    }

    protected override bool Measure()
    {
        // After a power loss of its own the chip has forgotten its calibration, whatever it was told before.
        if (!Bus.TryRead(Address, answer, 1))
            return false;
        if ((answer[0] & StatusCalibrated) == 0)
        {
            if (!Bus.TryWrite(Address, Initialize, Initialize.Length))
                return false;
            Wait(InitializeMs);
        }

        if (!Bus.TryWrite(Address, Trigger, Trigger.Length))
            return false;
        Wait(MeasureMs);
        if (!TryReadAnswer())
            return false;
        int humidity = (answer[1] << 12) | (answer[2] << 4) | (answer[3] >> 4);
        int temperature = ((answer[3] & 15) << 16) | (answer[4] << 8) | answer[5];
        // Humidity is 100 % and temperature 200 K a 2^20, the latter from -50 °C; 10,000 and 20,000 share 16 with 2^20.
        CentiPercent = ((humidity * 625) + 32768) >> 16;
        CentiDegrees = (((temperature * 625) + 16384) >> 15) - 5000;
        return true;
    }

    bool TryReadAnswer()
    {
        for (int i = 0; i < MostWaits; i++)
        {
            if (!Bus.TryRead(Address, answer, answer.Length))
                return false;
            if ((answer[0] & StatusBusy) == 0)
                return (answer[0] & StatusCalibrated) != 0 && Crc8.IsRight(answer, 0, 6);
            Wait(BusyMs);
        }

        return false;
    }
}
