namespace Presentity.Drivers;

/// <summary>The check that Sensirion's and Aosong's chips put behind what they measured: CRC-8, polynomial 0x31, beginning with
/// 0xFF.</summary>
static class Crc8
{
    /// <summary>Whether the byte behind so many bytes is the check of them.</summary>
    internal static bool IsRight(byte[] data, int start, int count)
    {
        int crc = 0xFF;
        for (int i = start; i < start + count; i++)
        {
            crc ^= data[i];
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 0x80) != 0 ? (crc << 1) ^ 0x131 : crc << 1;
        }

        return crc == data[start + count];
    }
}
