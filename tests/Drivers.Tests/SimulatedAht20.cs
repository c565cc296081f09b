namespace Presentity.Drivers.Tests;

/// <summary>An AHT20: 80 ms for a measurement, a calibration that it loses with the power.</summary>
sealed class SimulatedAht20 : SimulatedChip
{
    long readyAt = long.MaxValue;

    internal int Humidity = 0x80000;
    internal int Temperature = 0x60000;
    internal bool IsCalibrated = true;
    internal bool CannotCalibrate;
    internal int TakesMs = 80;

    internal override int Address => 0x38;

    internal override bool Take(byte[] data, int count, long now)
    {
        if (count == 3 && data[0] == 0xBE && data[1] == 0x08 && data[2] == 0x00)
            IsCalibrated = !CannotCalibrate;
        else if (count == 3 && data[0] == 0xAC && data[1] == 0x33 && data[2] == 0x00)
            readyAt = now + TakesMs;
        else
            return false;
        return true;
    }

    internal override bool Give(byte[] data, int count, long now)
    {
        byte[] answer = new byte[7];
        answer[0] = (byte)(0x10 | (IsCalibrated ? 0x08 : 0) | (readyAt != long.MaxValue && now < readyAt ? 0x80 : 0));
        answer[1] = (byte)(Humidity >> 12);
        answer[2] = (byte)(Humidity >> 4);
        answer[3] = (byte)((Humidity << 4) | (Temperature >> 16));
        answer[4] = (byte)(Temperature >> 8);
        answer[5] = (byte)Temperature;
        answer[6] = Crc(answer, 0, 6);
        if (count == 7)
            Break(answer);
        for (int i = 0; i < count; i++)
            data[i] = answer[i];
        return true;
    }
}
