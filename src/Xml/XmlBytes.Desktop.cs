using System;
using System.Buffers;

namespace Presentity.Xml;

/// <summary>Byte runs on the desktop: the same members as on the chip, with vector instructions where runs are long.</summary>
static class XmlBytes
{
    static readonly SearchValues<byte> PlainText = Plain(XmlCharacters.Text);
    static readonly SearchValues<byte> PlainValue = Plain(XmlCharacters.Value);

    /// <summary>Whether two runs are equal.</summary>
    internal static bool Equal(byte[] a, int aStart, byte[] b, int bStart, int length) =>
        a.AsSpan(aStart, length).SequenceEqual(b.AsSpan(bStart, length));

    /// <summary>The first position at or after <paramref name="position"/> that ends a run of plain text. There is one: the
    /// zero behind the input is one.</summary>
    internal static int SkipText(byte[] bytes, int position) => Skip(bytes, position, XmlCharacters.Text, PlainText);

    /// <summary>The same for the plain part of an attribute's value.</summary>
    internal static int SkipValue(byte[] bytes, int position) => Skip(bytes, position, XmlCharacters.Value, PlainValue);

    // Most values and texts of stanzas are short: 24 bytes are tried one by one before the vectors are worth their start.
    static int Skip(byte[] bytes, int position, byte[] stops, SearchValues<byte> plain)
    {
        int near = Math.Min(position + 24, bytes.Length);
        while (position < near)
        {
            if (stops[bytes[position]] != 0)
                return position;
            position++;
        }

        return position + bytes.AsSpan(position).IndexOfAnyExcept(plain);
    }

    static SearchValues<byte> Plain(byte[] stops)
    {
        Span<byte> plain = stackalloc byte[256];
        int count = 0;
        for (int b = 0; b < 256; b++)
            if (stops[b] == 0)
                plain[count++] = (byte)b;
        return SearchValues.Create(plain[..count]);
    }
}
