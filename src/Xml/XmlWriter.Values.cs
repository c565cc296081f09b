namespace Presentity.Xml;

/// <summary>The pieces that values and texts are written from; valid after <see cref="BeginAttribute"/> or <see cref="CloseTag"/>.</summary>
public sealed partial class XmlWriter
{
    readonly byte[] digits = new byte[20];

    /// <summary>Writes a word as it is; the vocabulary has none that needs escaping.</summary>
    public void WriteWord(int word)
    {
        int length = vocabulary.Length(word);
        if (!HasRoom(length))
            return;
        vocabulary.CopyTo(word, Buffer, Length);
        Length += length;
    }

    /// <summary>Writes a decimal integer.</summary>
    public void WriteNumber(long value) => WriteDecimal(value, 0);

    /// <summary>Writes a scaled integer: 214 with 1 decimal is <c>21.4</c>.</summary>
    /// <param name="decimals">0 to 18.</param>
    public void WriteDecimal(long value, int decimals)
    {
        if (value < 0)
            Byte('-');
        int count = 0;
        do
        {
            // The least number has no opposite, so it is the digits that change sign.
            int digit = (int)(value % 10);
            digits[count++] = (byte)('0' + (digit < 0 ? -digit : digit));
            value /= 10;
        }
        while (value != 0 || count <= decimals);
        while (count > 0)
        {
            if (count == decimals)
                Byte('.');
            Byte(digits[--count]);
        }
    }

    /// <summary>Writes a number with leading zeros, as dates want it.</summary>
    /// <param name="value">Not negative.</param>
    /// <param name="width">1 to 9 digits; further ones, in front, are not written.</param>
    public void WritePadded(int value, int width)
    {
        int scale = 1;
        for (int i = 1; i < width; i++)
            scale *= 10;
        for (; scale > 0; scale /= 10)
            Byte('0' + (value / scale % 10));
    }

    /// <summary>Writes one byte that needs no escaping.</summary>
    public void Byte(int c)
    {
        if (HasRoom(1))
            Buffer[Length++] = (byte)c;
    }

    /// <summary>Writes bytes in UTF-8, escaped so that they are good in text and in values of either quote.</summary>
    /// <remarks>What XML 1.0 §2.2 cannot say is replaced: control characters by spaces, U+FFFE and U+FFFF by U+FFFD.</remarks>
    public void WriteEscaped(byte[] bytes, int start, int length)
    {
        int run = start;
        int end = start + length;
        for (int at = start; at < end; at++)
        {
            int c = bytes[at];
            if (c > '>')
            {
                if (c != 0xEF || at + 2 >= end || bytes[at + 1] != 0xBF || bytes[at + 2] < 0xBE)
                    continue;
                WriteRaw(bytes, run, at + 2 - run);
                Byte(0xBD);
                at += 2;
            }
            else
            {
                if (c >= ' ' && c != '&' && c != '<' && c != '>' && c != '\'' && c != '"')
                    continue;
                WriteRaw(bytes, run, at - run);
                WriteEscape(c);
            }

            run = at + 1;
        }

        WriteRaw(bytes, run, end - run);
    }

    /// <summary>Writes bytes as they are: markup, or what is known to need no escaping.</summary>
    public void WriteRaw(byte[] bytes, int start, int length)
    {
        if (length == 0 || !HasRoom(length))
            return;
        System.Array.Copy(bytes, start, Buffer, Length, length);
        Length += length;
    }

    void WriteEscape(int c)
    {
        if (c < ' ' && c != '\t' && c != '\n' && c != '\r')
        {
            Byte(' ');
            return;
        }

        Byte('&');
        Byte('#');
        WriteNumber(c);
        Byte(';');
    }

    bool HasRoom(int length)
    {
        if (HasOverflowed || Length + length > Limit)
            HasOverflowed = true;
        return !HasOverflowed;
    }
}
