using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Presentity.Xmpp;

/// <summary>SASLprep (RFC 4013), the preparation of names and passwords that SCRAM asks for (RFC 5802 §2.2).</summary>
/// <remarks>Characters that Unicode has gained since its version 3.2, which RFC 3454 knows, are taken as they are, as the newer
/// OpaqueString (RFC 8265 §4.2) does: a password of today may have an emoji. The letters of RFC 3454 §D.2 are those of today's Unicode
/// that are not written from right to left.</remarks>
public static class Saslprep
{
    // RFC 3454 §B.1: they mean nothing.
    static readonly int[] Nothing =
    [
        0xAD, 0xAD, 0x34F, 0x34F, 0x1806, 0x1806, 0x180B, 0x180D, 0x200B, 0x200D, 0x2060, 0x2060, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF,
    ];

    // RFC 3454 §C.2.2, §C.6 to §C.9, less what means nothing. Control characters, private use and surrogates are categories.
    static readonly int[] Forbidden =
    [
        0x340, 0x341, 0x6DD, 0x6DD, 0x70F, 0x70F, 0x180E, 0x180E, 0x200E, 0x200F, 0x2028, 0x202E, 0x2061, 0x2063, 0x206A, 0x206F,
        0x2FF0, 0x2FFB, 0xFFF9, 0xFFFD, 0x1D173, 0x1D17A, 0xE0001, 0xE0001, 0xE0020, 0xE007F,
    ];

    // RFC 3454 §D.1.
    static readonly int[] RightToLeft =
    [
        0x5BE, 0x5BE, 0x5C0, 0x5C0, 0x5C3, 0x5C3, 0x5D0, 0x5EA, 0x5F0, 0x5F4, 0x61B, 0x61B, 0x61F, 0x61F, 0x621, 0x63A, 0x640, 0x64A,
        0x66D, 0x66F, 0x671, 0x6D5, 0x6DD, 0x6DD, 0x6E5, 0x6E6, 0x6FA, 0x6FE, 0x700, 0x70D, 0x710, 0x710, 0x712, 0x72C, 0x780, 0x7A5,
        0x7B1, 0x7B1, 0x200F, 0x200F, 0xFB1D, 0xFB1D, 0xFB1F, 0xFB28, 0xFB2A, 0xFB36, 0xFB38, 0xFB3C, 0xFB3E, 0xFB3E, 0xFB40, 0xFB41,
        0xFB43, 0xFB44, 0xFB46, 0xFBB1, 0xFBD3, 0xFD3D, 0xFD50, 0xFD8F, 0xFD92, 0xFDC7, 0xFDF0, 0xFDFC, 0xFE70, 0xFE74, 0xFE76, 0xFEFC,
    ];

    /// <summary>Prepares a name or a password.</summary>
    /// <param name="text">As a person has written it.</param>
    /// <param name="prepared">As it goes into the computation; empty when it cannot be prepared.</param>
    /// <param name="fault">What is wrong with it, for a person, without the text itself, which may be secret.</param>
    public static bool TryPrepare(string text, out string prepared, out string fault)
    {
        prepared = "";
        StringBuilder mapped = new(text.Length);
        for (int i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out Rune rune))
            {
                fault = $"a half of a character (U+{(int)text[i]:X4})";
                return false;
            }

            i += rune.Utf16SequenceLength;
            // RFC 4013 §2.1. What is a space to Unicode is one to a person. U+200B is in both tables, and means nothing.
            if (IsIn(Nothing, rune.Value))
                continue;
            mapped.Append(rune.Value > 0x7F && Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator ? " " : rune.ToString());
        }

        string normal = Normalization.Compose(mapped.ToString(), compatibility: true);
        Rune[] runes = [.. normal.EnumerateRunes()];
        int forbidden = Array.FindIndex(runes, IsForbidden);
        fault = forbidden >= 0 ? $"a character that none may have (U+{runes[forbidden].Value:X4})"
            : IsMixed(runes) ? "letters of both directions of writing, or an end that is not of its letters' direction" : "";
        if (fault.Length == 0)
            prepared = normal;
        return fault.Length == 0;
    }

    /// <summary>RFC 4013 §2.3, and what Unicode has not assigned (§2.5).</summary>
    static bool IsForbidden(Rune rune) => IsIn(Forbidden, rune.Value) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    /// <summary>RFC 3454 §6: with a letter from right to left there is none from left to right, and both ends are such letters.</summary>
    static bool IsMixed(Rune[] runes) => runes.Any(IsRightToLeft)
        && (runes.Any(IsLeftToRight) || !IsRightToLeft(runes[0]) || !IsRightToLeft(runes[^1]));

    static bool IsRightToLeft(Rune rune) => IsIn(RightToLeft, rune.Value);

    static bool IsLeftToRight(Rune rune) => !IsRightToLeft(rune)
        && (Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber);

    /// <summary>Whether a table, of first and last in turn, has the character.</summary>
    static bool IsIn(int[] ranges, int point)
    {
        for (int i = 0; i < ranges.Length; i += 2)
            if (point >= ranges[i] && point <= ranges[i + 1])
                return true;
        return false;
    }
}
