using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Presentity.Xml;

/// <summary>Runs of text and of values with characters beyond ASCII, sixteen bytes at a time.</summary>
/// <remarks>UTF-8 is checked as J. Keiser and D. Lemire do, <i>Validating UTF-8 in less than one instruction per byte</i> (2020): what
/// can be wrong with two bytes in a row is a bit in each of three tables, looked up by three of their four halves. Where something is
/// wrong, or cut, the run ends before that character, and the code that all platforms share finds out what it is.</remarks>
static class XmlRuns
{
    const int Step = 16;

    // What can be wrong with a byte (first) and the one behind it (second).
    const byte TooShort = 1 << 0;
    const byte TooLong = 1 << 1;
    const byte OverlongThree = 1 << 2;
    const byte TooLarge = 1 << 3;
    const byte Surrogate = 1 << 4;
    const byte OverlongTwo = 1 << 5;
    const byte TooLargeOrOverlongFour = 1 << 6;
    const byte TwoContinuations = 1 << 7;

    // Whatever the lower half of the first byte is, these hold.
    const byte Carry = TooShort | TooLong | TwoContinuations;

    /// <summary>The end of a run of text.</summary>
    internal static int SkipText(byte[] bytes, int position) => Skip(bytes, position, XmlCharacters.Text, inValue: false);

    /// <summary>The end of the plain part of a value.</summary>
    internal static int SkipValue(byte[] bytes, int position) => Skip(bytes, position, XmlCharacters.Value, inValue: true);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int Skip(byte[] bytes, int position, byte[] table, bool inValue)
    {
        int at = position;
        bool isWide = false;
        while (at + Step <= bytes.Length)
        {
            Vector128<byte> run = Vector128.Create(bytes, at);
            uint wide = run.ExtractMostSignificantBits();
            uint found = Stops(run, inValue).ExtractMostSignificantBits();
            if ((isWide || wide != 0) && !IsGood(bytes, at, position, run, found))
                break;
            if (found != 0)
                return at + BitOperations.TrailingZeroCount(found);
            // A character may go on in the next step.
            isWide = wide >> (Step - 3) != 0;
            at += Step;
        }

        return SkipNarrow(bytes, at, position, table);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<byte> Stops(Vector128<byte> run, bool inValue)
    {
        Vector128<byte> both = Vector128.LessThan(run, Vector128.Create((byte)' '))
            | Vector128.Equals(run, Vector128.Create((byte)'<'))
            | Vector128.Equals(run, Vector128.Create((byte)'&'));
        return inValue
            ? both | Vector128.Equals(run, Vector128.Create((byte)'\'')) | Vector128.Equals(run, Vector128.Create((byte)'"'))
            : (both & ~Vector128.Equals(run, Vector128.Create((byte)'\n')) & ~Vector128.Equals(run, Vector128.Create((byte)'\t')))
                | Vector128.Equals(run, Vector128.Create((byte)']'));
    }

    /// <summary>Whether the characters are good that end in <paramref name="run"/>, which is at <paramref name="at"/>, before the first of
    /// <paramref name="found"/>. What stands before <paramref name="position"/> does not matter.</summary>
    static bool IsGood(byte[] bytes, int at, int position, Vector128<byte> run, uint found)
    {
        if (found != 0)
            run &= Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)BitOperations.TrailingZeroCount(found)));
        // There is a start tag before any text and any value.
        Vector128<byte> first = Vector128.Create(bytes, at - 1);
        Vector128<byte> second = Vector128.Create(bytes, at - 2);
        Vector128<byte> third = Vector128.Create(bytes, at - 3);
        if (at == position)
        {
            first &= Vector128.Create(0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255);
            second &= Vector128.Create(0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255);
            third &= Vector128.Create(0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255);
        }

        Vector128<byte> wrong = LookUp(FirstHigh, first >>> 4)
            & LookUp(FirstLow, first & Vector128.Create((byte)0x0F))
            & LookUp(SecondHigh, run >>> 4);
        // The third byte of three or four, and the fourth of four, have to be continuations, and nothing else may be one behind one.
        Vector128<byte> continues = (Vector128.GreaterThanOrEqual(second, Vector128.Create((byte)0xE0))
            | Vector128.GreaterThanOrEqual(third, Vector128.Create((byte)0xF0))) & Vector128.Create((byte)0x80);
        // U+FFFE and U+FFFF are no characters of XML.
        Vector128<byte> none = Vector128.Equals(second, Vector128.Create((byte)0xEF)) & Vector128.Equals(first, Vector128.Create((byte)0xBF))
            & Vector128.GreaterThanOrEqual(run, Vector128.Create((byte)0xBE));
        return ((wrong ^ continues) | none) == Vector128<byte>.Zero;
    }

    // The class library's own is not one instruction in native code.
    static Vector128<byte> LookUp(Vector128<byte> table, Vector128<byte> halves) =>
        Ssse3.IsSupported ? Ssse3.Shuffle(table, halves)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.VectorTableLookup(table, halves)
        : Vector128.Shuffle(table, halves);

    /// <summary>Goes on byte by byte, from the beginning of the character that <paramref name="at"/> is in.</summary>
    static int SkipNarrow(byte[] bytes, int at, int position, byte[] stops)
    {
        for (int back = 1; back <= 3 && at - back >= position; back++)
        {
            if ((bytes[at - back] & 0xC0) == 0x80)
                continue;
            if (bytes[at - back] >= 0xC0)
                at -= back;
            break;
        }

        while (stops[bytes[at]] == 0)
            at++;
        return at;
    }

    static Vector128<byte> FirstHigh => Vector128.Create(
        TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong,
        TwoContinuations, TwoContinuations, TwoContinuations, TwoContinuations,
        TooShort | OverlongTwo, TooShort, TooShort | OverlongThree | Surrogate, TooShort | TooLarge | TooLargeOrOverlongFour);

    static Vector128<byte> FirstLow => Vector128.Create(
        Carry | OverlongThree | OverlongTwo | TooLargeOrOverlongFour, Carry | OverlongTwo, Carry, Carry,
        Carry | TooLarge, Carry | TooLarge | TooLargeOrOverlongFour, Carry | TooLarge | TooLargeOrOverlongFour,
        Carry | TooLarge | TooLargeOrOverlongFour, Carry | TooLarge | TooLargeOrOverlongFour,
        Carry | TooLarge | TooLargeOrOverlongFour, Carry | TooLarge | TooLargeOrOverlongFour,
        Carry | TooLarge | TooLargeOrOverlongFour, Carry | TooLarge | TooLargeOrOverlongFour,
        Carry | TooLarge | TooLargeOrOverlongFour | Surrogate, Carry | TooLarge | TooLargeOrOverlongFour,
        Carry | TooLarge | TooLargeOrOverlongFour);

    static Vector128<byte> SecondHigh => Vector128.Create(
        TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort,
        TooLong | OverlongTwo | TwoContinuations | OverlongThree | TooLargeOrOverlongFour,
        TooLong | OverlongTwo | TwoContinuations | OverlongThree | TooLarge,
        TooLong | OverlongTwo | TwoContinuations | Surrogate | TooLarge,
        TooLong | OverlongTwo | TwoContinuations | Surrogate | TooLarge,
        TooShort, TooShort, TooShort, TooShort);
}
