using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Presentity.Xml;

/// <summary>Byte runs on the desktop: the same members as on the chip, eight or sixteen bytes at a time.</summary>
static class XmlBytes
{
    static readonly SearchValues<byte> PlainText = Plain(XmlCharacters.Text);

    /// <summary>Whether two runs are equal.</summary>
    internal static bool Equal(byte[] a, int aStart, byte[] b, int bStart, int length)
    {
        // Names are short: what stands behind them is shifted out, where there is something.
        if ((uint)(length - 1) < sizeof(ulong) && aStart <= a.Length - sizeof(ulong) && bStart <= b.Length - sizeof(ulong))
        {
            ulong difference = BinaryPrimitives.ReadUInt64LittleEndian(a.AsSpan(aStart)) ^ BinaryPrimitives.ReadUInt64LittleEndian(b.AsSpan(bStart));
            return difference << (64 - (length << 3)) == 0;
        }

        return a.AsSpan(aStart, length).SequenceEqual(b.AsSpan(bStart, length));
    }

    /// <summary>The first position at or after <paramref name="position"/> that ends a run of plain bytes. Characters beyond ASCII are
    /// plain here as long as there is nothing wrong with them.</summary>
    /// <param name="bytes">The input. There is such a position: the zero behind the input is one.</param>
    /// <param name="position">Where the run begins.</param>
    /// <param name="stops">What ends it: <see cref="XmlCharacters.Text"/> or <see cref="XmlCharacters.Value"/>.</param>
    internal static int Skip(byte[] bytes, int position, byte[] stops) =>
        ReferenceEquals(stops, XmlCharacters.Text) ? SkipText(bytes, position) : SkipValue(bytes, position);

    static int SkipText(byte[] bytes, int position)
    {
        // Between tags there is mostly nothing, or a word.
        byte[] stops = XmlCharacters.Text;
        int near = Math.Min(position + 16, bytes.Length);
        int at = position;
        while (at < near && stops[bytes[at]] == 0)
            at++;
        if (at == near)
            at += bytes.AsSpan(at).IndexOfAnyExcept(PlainText);
        return bytes[at] < 0x80 ? at : XmlRuns.SkipText(bytes, at);
    }

    static int SkipValue(byte[] bytes, int position)
    {
        int at = position;
        while (at + Vector128<byte>.Count <= bytes.Length)
        {
            // As signed numbers what is below a space and what is beyond ASCII are the same: less than a space.
            Vector128<byte> run = Vector128.Create(bytes, at);
            Vector128<byte> stops = Vector128.LessThan(run.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()
                | Vector128.Equals(run, Vector128.Create((byte)'\''))
                | Vector128.Equals(run, Vector128.Create((byte)'"'))
                | Vector128.Equals(run, Vector128.Create((byte)'<'))
                | Vector128.Equals(run, Vector128.Create((byte)'&'));
            uint found = stops.ExtractMostSignificantBits();
            if (found != 0)
            {
                at += BitOperations.TrailingZeroCount(found);
                return bytes[at] < 0x80 ? at : XmlRuns.SkipValue(bytes, at);
            }

            at += Vector128<byte>.Count;
        }

        while (XmlCharacters.Value[bytes[at]] == 0)
            at++;
        return at;
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
