namespace Presentity.Drivers.Tests;

/// <summary>A chip that behaves as its data sheet says.</summary>
abstract class SimulatedChip
{
    internal abstract int Address { get; }

    /// <summary>Takes what is written.</summary>
    internal abstract bool Take(byte[] data, int count, long now);

    /// <summary>Gives what is read.</summary>
    internal abstract bool Give(byte[] data, int count, long now);

    /// <summary>The place of a byte of the answer that is turned over on the way; -1 for none.</summary>
    internal int Broken = -1;

    /// <summary>CRC-8 as the data sheets define it, bit by bit from their polynomial x^8 + x^5 + x^4 + 1.</summary>
    internal static byte Crc(byte[] data, int start, int count)
    {
        int crc = 0xFF;
        for (int i = start; i < start + count; i++)
            for (int bit = 7; bit >= 0; bit--)
            {
                int top = (crc >> 7) ^ ((data[i] >> bit) & 1);
                crc = (crc << 1) & 0xFF;
                if (top != 0)
                    crc ^= 0x31;
            }

        return (byte)crc;
    }

    protected void Break(byte[] data)
    {
        if (Broken >= 0)
            data[Broken] ^= 0x10;
    }
}
