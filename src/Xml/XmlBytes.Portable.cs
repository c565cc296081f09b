using System;

namespace Presentity.Xml;

/// <summary>Byte runs on the chip: few instructions, and few calls. The desktop has a file of its own with the same members.</summary>
static class XmlBytes
{
    const int Eight = sizeof(long);

    /// <summary>Whether two runs are equal.</summary>
    internal static bool Equal(byte[] a, int aStart, byte[] b, int bStart, int length)
    {
        // What stands behind a name is shifted out, where there is something; the first byte is the lowest, as on every board. A call
        // into the runtime is as dear to the interpreter as two turns of the loop.
        if (length > Eight)
            return EqualLong(a, aStart, b, bStart - aStart, aStart + length - Eight);
        if (length > 3 && aStart <= a.Length - Eight && bStart <= b.Length - Eight)
            return (BitConverter.ToInt64(a, aStart) ^ BitConverter.ToInt64(b, bStart)) << (64 - (length << 3)) == 0;
        int end = aStart + length;
        int other = bStart - aStart;
        while (aStart < end)
        {
            if (a[aStart] != b[aStart + other])
                return false;
            aStart++;
        }

        return true;
    }

    static bool EqualLong(byte[] a, int at, byte[] b, int other, int last)
    {
        for (; at < last; at += Eight)
            if (BitConverter.ToInt64(a, at) != BitConverter.ToInt64(b, at + other))
                return false;
        return BitConverter.ToInt64(a, last) == BitConverter.ToInt64(b, last + other);
    }

    /// <summary>The first position at or after <paramref name="position"/> that ends a run of plain bytes.</summary>
    /// <param name="bytes">The input. There is such a position, the zero behind the input, and a byte behind that.</param>
    /// <param name="position">Where the run begins.</param>
    /// <param name="stops">What ends it: <see cref="XmlCharacters.Text"/> or <see cref="XmlCharacters.Value"/>.</param>
    internal static int Skip(byte[] bytes, int position, byte[] stops)
    {
        // Eight at a time, as the interpreter pays for each turn of a loop; the last four in pairs, as a processor pays for each branch,
        // and a run that is short for a second look. So one byte behind the zero is looked at, and never told of.
        while (true)
        {
            if (stops[bytes[position]] != 0)
                return position;
            if (stops[bytes[position + 1]] != 0)
                return position + 1;
            if (stops[bytes[position + 2]] != 0)
                return position + 2;
            if (stops[bytes[position + 3]] != 0)
                return position + 3;
            if ((stops[bytes[position + 4]] | stops[bytes[position + 5]]) != 0)
                return stops[bytes[position + 4]] != 0 ? position + 4 : position + 5;
            if ((stops[bytes[position + 6]] | stops[bytes[position + 7]]) != 0)
                return stops[bytes[position + 6]] != 0 ? position + 6 : position + 7;
            position += 8;
        }
    }
}
