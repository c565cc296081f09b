using System;
using System.Collections.Generic;
using System.Text;

namespace Presentity.Xmpp;

/// <summary>Punycode (RFC 3492): the code points of a label in ASCII, without the prefix <c>xn--</c>.</summary>
/// <remarks>.NET's own maps by the rules of 2003, which are others: <c>ß</c> would become <c>ss</c>.</remarks>
static class Punycode
{
    const int Radix = 36;
    const int LeastThreshold = 1;
    const int MostThreshold = 26;
    const int Skew = 38;
    const int Damp = 700;
    const int FirstBias = 72;
    const int FirstCodePoint = 0x80;
    const int LastCodePoint = 0x10FFFF;

    /// <summary>Encodes a label (RFC 3492 §6.3).</summary>
    public static string Encode(int[] codePoints)
    {
        var encoded = new StringBuilder();
        foreach (int codePoint in codePoints)
            if (codePoint < FirstCodePoint)
                encoded.Append((char)codePoint);
        int basic = encoded.Length;
        int done = basic;
        if (basic > 0)
            encoded.Append('-');
        int next = FirstCodePoint;
        int delta = 0;
        int bias = FirstBias;
        while (done < codePoints.Length)
        {
            int least = LastCodePoint;
            foreach (int codePoint in codePoints)
                if (codePoint >= next && codePoint < least)
                    least = codePoint;
            delta += (least - next) * (done + 1);
            next = least;
            foreach (int codePoint in codePoints)
            {
                if (codePoint < next)
                    delta++;
                if (codePoint != next)
                    continue;
                AppendNumber(encoded, delta, bias);
                bias = Adapt(delta, done + 1, done == basic);
                delta = 0;
                done++;
            }

            delta++;
            next++;
        }

        return encoded.ToString();
    }

    /// <summary>Decodes a label in ASCII (RFC 3492 §6.2).</summary>
    /// <returns>Null when it is not the encoding of anything.</returns>
    public static int[]? Decode(ReadOnlySpan<char> label)
    {
        int basic = Math.Max(label.LastIndexOf('-'), 0);
        var decoded = new List<int>(label.Length);
        foreach (char c in label[..basic])
            decoded.Add(c);
        long codePoint = FirstCodePoint;
        long index = 0;
        int bias = FirstBias;
        for (int at = basic > 0 ? basic + 1 : 0; at < label.Length;)
        {
            long before = index;
            long weight = 1;
            for (int k = Radix; ; k += Radix)
            {
                int digit = at < label.Length ? Digit(label[at++]) : -1;
                index += digit * weight;
                if (digit < 0 || index > int.MaxValue)
                    return null;
                int threshold = Threshold(k, bias);
                if (digit < threshold)
                    break;
                weight *= Radix - threshold;
                if (weight > int.MaxValue)
                    return null;
            }

            int count = decoded.Count + 1;
            bias = Adapt((int)(index - before), count, before == 0);
            codePoint += index / count;
            index %= count;
            if (codePoint > LastCodePoint || !Rune.IsValid((int)codePoint))
                return null;
            decoded.Insert((int)index++, (int)codePoint);
        }

        return [.. decoded];
    }

    static void AppendNumber(StringBuilder to, int number, int bias)
    {
        for (int k = Radix; ; k += Radix)
        {
            int threshold = Threshold(k, bias);
            if (number < threshold)
                break;
            to.Append(Character(threshold + ((number - threshold) % (Radix - threshold))));
            number = (number - threshold) / (Radix - threshold);
        }

        to.Append(Character(number));
    }

    static int Threshold(int k, int bias) => Math.Clamp(k - bias, LeastThreshold, MostThreshold);

    static int Adapt(int delta, int count, bool isFirst)
    {
        delta = isFirst ? delta / Damp : delta / 2;
        delta += delta / count;
        int k = 0;
        for (; delta > (Radix - LeastThreshold) * MostThreshold / 2; k += Radix)
            delta /= Radix - LeastThreshold;
        return k + ((Radix - LeastThreshold + 1) * delta / (delta + Skew));
    }

    static char Character(int digit) => (char)(digit < 26 ? 'a' + digit : '0' + digit - 26);

    static int Digit(char c) => c switch
    {
        >= 'a' and <= 'z' => c - 'a',
        >= '0' and <= '9' => c - '0' + 26,
        _ => -1,
    };
}
