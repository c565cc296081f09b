namespace Presentity.Xml;

/// <summary>Byte runs on the chip: plain loops. The desktop has a file of its own with the same members.</summary>
static class XmlBytes
{
    /// <summary>Whether two runs are equal.</summary>
    internal static bool Equal(byte[] a, int aStart, byte[] b, int bStart, int length)
    {
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

    /// <summary>The first position at or after <paramref name="position"/> that ends a run of plain text. There is one: the
    /// zero behind the input is one.</summary>
    internal static int SkipText(byte[] bytes, int position) => Skip(bytes, position, XmlCharacters.Text);

    /// <summary>The same for the plain part of an attribute's value.</summary>
    internal static int SkipValue(byte[] bytes, int position) => Skip(bytes, position, XmlCharacters.Value);

    // Four at a time: the interpreter pays for each turn of a loop.
    static int Skip(byte[] bytes, int position, byte[] stops)
    {
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
            position += 4;
        }
    }
}
