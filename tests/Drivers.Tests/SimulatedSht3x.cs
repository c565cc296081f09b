namespace Presentity.Drivers.Tests;

/// <summary>An SHT3x: answers with nothing at all before its 15.5 ms are over.</summary>
sealed class SimulatedSht3x : SimulatedChip
{
    long readyAt = long.MaxValue;

    internal int Temperature = 0x6666;
    internal int Humidity = 0x8000;

    internal override int Address => 0x44;

    internal override bool Take(byte[] data, int count, long now)
    {
        if (count != 2 || data[0] != 0x24 || data[1] != 0x00)
            return false;
        readyAt = now + 16;
        return true;
    }

    internal override bool Give(byte[] data, int count, long now)
    {
        if (now < readyAt || count != 6)
            return false;
        readyAt = long.MaxValue;
        data[0] = (byte)(Temperature >> 8);
        data[1] = (byte)Temperature;
        data[2] = Crc(data, 0, 2);
        data[3] = (byte)(Humidity >> 8);
        data[4] = (byte)Humidity;
        data[5] = Crc(data, 3, 2);
        Break(data);
        return true;
    }
}
