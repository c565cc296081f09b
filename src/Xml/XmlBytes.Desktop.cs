using System;
using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Presentity.Xml;

/// <summary>Byte runs on the desktop: the same members as on the chip, with vector instructions where runs are long.</summary>
static class XmlBytes
{
    static readonly SearchValues<byte> PlainText = Plain(XmlCharacters.Text);

    /// <summary>Whether two runs are equal.</summary>
    internal static bool Equal(byte[] a, int aStart, byte[] b, int bStart, int length)
    {
        if (length > 8)
            return a.AsSpan(aStart, length).SequenceEqual(b.AsSpan(bStart, length));

        // Names are short: the loop is done before a call would be made.
        for (int i = 0; i < length; i++)
            if (a[aStart + i] != b[bStart + i])
                return false;
        return true;
    }

    /// <summary>The first position at or after <paramref name="position"/> that ends a run of plain text. There is one: the
    /// zero behind the input is one.</summary>
    internal static int SkipText(byte[] bytes, int position)
    {
        // Between tags there is mostly nothing, or a word.
        int near = Math.Min(position + 16, bytes.Length);
        while (position < near)
        {
            if (XmlCharacters.Text[bytes[position]] != 0)
                return position;
            position++;
        }

        return position + bytes.AsSpan(position).IndexOfAnyExcept(PlainText);
    }

    /// <summary>The same for the plain part of an attribute's value.</summary>
    internal static int SkipValue(byte[] bytes, int position)
    {
        while (position + Vector128<byte>.Count <= bytes.Length)
        {
            // As signed numbers what is below a space and what is beyond ASCII are the same: less than a space.
            Vector128<byte> run = Vector128.Create(bytes, position);
            Vector128<byte> stops = Vector128.LessThan(run.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()
                | Vector128.Equals(run, Vector128.Create((byte)'\''))
                | Vector128.Equals(run, Vector128.Create((byte)'"'))
                | Vector128.Equals(run, Vector128.Create((byte)'<'))
                | Vector128.Equals(run, Vector128.Create((byte)'&'));
            uint found = stops.ExtractMostSignificantBits();
            if (found != 0)
                return position + BitOperations.TrailingZeroCount(found);
            position += Vector128<byte>.Count;
        }

        while (XmlCharacters.Value[bytes[position]] == 0)
            position++;
        return position;
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
