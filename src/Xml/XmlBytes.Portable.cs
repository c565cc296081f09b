namespace Presentity.Xml;

/// <summary>Byte runs on the chip: plain loops. The desktop has a file of its own with the same members.</summary>
static class XmlBytes
{
    /// <summary>Whether two runs are equal.</summary>
    internal static bool Equal(byte[] a, int aStart, byte[] b, int bStart, int length)
    {
        int end = aStart + length;
        while (aStart < end)
            if (a[aStart++] != b[bStart++])
                return false;
        return true;
    }

    /// <summary>The first position at or after <paramref name="position"/> that ends a run of plain text. There is one: the
    /// zero behind the input is one.</summary>
    internal static int SkipText(byte[] bytes, int position)
    {
        byte[] text = XmlCharacters.Text;
        while (text[bytes[position]] == 0)
            position++;
        return position;
    }

    /// <summary>The same for the plain part of an attribute's value.</summary>
    internal static int SkipValue(byte[] bytes, int position)
    {
        byte[] value = XmlCharacters.Value;
        while (value[bytes[position]] == 0)
            position++;
        return position;
    }
}
