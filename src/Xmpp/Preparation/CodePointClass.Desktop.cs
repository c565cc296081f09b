using System.Globalization;
using System.Text;

namespace Presentity.Xmpp;

/// <summary>What a code point may be used for: the derived properties of RFC 8264 §8 and RFC 5892 §3.</summary>
enum CodePointClass
{
    /// <summary>Nowhere.</summary>
    Disallowed,

    /// <summary>Nowhere, until a later version of Unicode says what it is.</summary>
    Unassigned,

    /// <summary>In free text alone: FREE_PVAL, the same as ID_DIS.</summary>
    FreeText,

    /// <summary>Where its neighbours allow it: CONTEXTJ and CONTEXTO.</summary>
    Contextual,

    /// <summary>Everywhere: PVALID.</summary>
    Valid,
}

/// <summary>Derives the class of a code point from its properties in Unicode, in the order of the RFCs.</summary>
static class CodePointClasses
{
    /// <summary>For identifiers and free text (RFC 8264 §8).</summary>
    public static CodePointClass InText(int codePoint)
    {
        UnicodeTable table = UnicodeTable.Current;
        if (Exception(codePoint) is { } exception)
            return exception;
        if (IsUnassigned(codePoint))
            return CodePointClass.Unassigned;
        if (codePoint is > ' ' and < 0x7F)
            return CodePointClass.Valid;
        if (IsJoinControl(codePoint))
            return CodePointClass.Contextual;
        UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(codePoint);
        if (table.Has("jamo", codePoint) || IsIgnorable(codePoint) || category == UnicodeCategory.Control)
            return CodePointClass.Disallowed;
        if (table.Has("compatibility", codePoint))
            return CodePointClass.FreeText;
        if (IsLetterOrDigit(category))
            return CodePointClass.Valid;
        return IsFreeText(category) ? CodePointClass.FreeText : CodePointClass.Disallowed;
    }

    /// <summary>For the labels of domain names (RFC 5892 §3).</summary>
    public static CodePointClass InLabel(int codePoint)
    {
        UnicodeTable table = UnicodeTable.Current;
        if (Exception(codePoint) is { } exception)
            return exception;
        if (IsUnassigned(codePoint))
            return CodePointClass.Unassigned;
        if (codePoint is '-' or (>= '0' and <= '9') or (>= 'a' and <= 'z'))
            return CodePointClass.Valid;
        if (IsJoinControl(codePoint))
            return CodePointClass.Contextual;
        if (table.Has("unstable", codePoint) || IsIgnorable(codePoint) || IsSpace(codePoint) || IsIgnorableBlock(codePoint)
            || table.Has("jamo", codePoint))
            return CodePointClass.Disallowed;
        return IsLetterOrDigit(CharUnicodeInfo.GetUnicodeCategory(codePoint)) ? CodePointClass.Valid : CodePointClass.Disallowed;
    }

    /// <summary>RFC 5892 §2.6, the same as RFC 8264 §9.6.</summary>
    static CodePointClass? Exception(int codePoint) => codePoint switch
    {
        0xDF or 0x3C2 or 0x6FD or 0x6FE or 0xF0B or 0x3007 => CodePointClass.Valid,
        0xB7 or 0x375 or 0x5F3 or 0x5F4 or 0x30FB or (>= 0x660 and <= 0x669) or (>= 0x6F0 and <= 0x6F9) => CodePointClass.Contextual,
        0x640 or 0x7FA or 0x302E or 0x302F or (>= 0x3031 and <= 0x3035) or 0x303B => CodePointClass.Disallowed,
        _ => null,
    };

    static bool IsUnassigned(int codePoint) => !UnicodeTable.Current.Has("assigned", codePoint) && !IsNoncharacter(codePoint);

    static bool IsJoinControl(int codePoint) => codePoint is 0x200C or 0x200D;

    static bool IsIgnorable(int codePoint) => UnicodeTable.Current.Has("ignorable", codePoint) || IsNoncharacter(codePoint);

    static bool IsNoncharacter(int codePoint) => (codePoint & 0xFFFE) == 0xFFFE || codePoint is >= 0xFDD0 and <= 0xFDEF;

    static bool IsSpace(int codePoint) => Rune.IsValid(codePoint) && Rune.IsWhiteSpace(new Rune(codePoint));

    /// <summary>Combining marks for symbols, musical symbols, ancient Greek musical notation (RFC 5892 §2.4).</summary>
    static bool IsIgnorableBlock(int codePoint) => codePoint is (>= 0x20D0 and <= 0x20FF) or (>= 0x1D100 and <= 0x1D24F);

    static bool IsLetterOrDigit(UnicodeCategory category) => category is
        UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Other letters and digits, spaces, symbols, punctuation (RFC 8264 §9).</summary>
    static bool IsFreeText(UnicodeCategory category) => category is
        UnicodeCategory.TitlecaseLetter or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        or UnicodeCategory.EnclosingMark or UnicodeCategory.SpaceSeparator
        or (>= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherSymbol);
}
