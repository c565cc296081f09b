using System;
using System.Collections.Generic;
using System.Text;

namespace Presentity.Xmpp;

/// <summary>Preparation of text beyond ASCII for comparing and hashing (PRECIS, RFC 8264), by two of the profiles of RFC 8265.</summary>
/// <remarks>The desktop's alone. ASCII passes without the tables.</remarks>
public static class Precis
{
    // RFC 8264 §7: rules are applied again until nothing changes; what never settles is refused.
    const int MostRounds = 4;

    /// <summary>UsernameCaseMapped (RFC 8265 §3.3): the local part of an address.</summary>
    /// <returns>Null when the text is empty or has a code point that identifiers may not have.</returns>
    public static string? UsernameCaseMapped(string text) => Settle(text, MapUsername, MayBeUsername);

    /// <summary>OpaqueString (RFC 8265 §4.2): a password, the resource of an address. Case, spaces and symbols count.</summary>
    /// <returns>Null when the text is empty or has a code point that free text may not have, such as a control.</returns>
    public static string? OpaqueString(string text) => Settle(text, MapOpaque, MayBeOpaque);

    /// <summary>The code points of a text.</summary>
    /// <returns>Null when half of a surrogate pair stands alone.</returns>
    internal static int[]? CodePoints(string text)
    {
        var codePoints = new List<int>(text.Length);
        for (int i = 0; i < text.Length; i += char.IsHighSurrogate(text[i]) ? 2 : 1)
        {
            if (!Rune.TryGetRuneAt(text, i, out Rune rune))
                return null;
            codePoints.Add(rune.Value);
        }

        return [.. codePoints];
    }

    /// <summary>One code point in lower case (RFC 8264 §5.2.3), without regard to language.</summary>
    internal static void AppendLower(StringBuilder to, int codePoint)
    {
        // The one letter whose lower case without regard to language is two code points (SpecialCasing.txt).
        if (codePoint == 0x130)
            to.Append("i\u0307");
        else
            to.Append(Rune.ToLowerInvariant(new Rune(codePoint)).ToString());
    }

    static string? Settle(string text, Func<int[], string> map, Func<int[], bool> isAllowed)
    {
        for (int round = 0; round < MostRounds; round++)
        {
            int[]? codePoints = CodePoints(text);
            if (codePoints == null || codePoints.Length == 0)
                return null;
            string mapped = map(codePoints);
            if (mapped == text)
                return isAllowed(codePoints) ? text : null;
            text = mapped;
        }

        return null;
    }

    static string MapUsername(int[] codePoints)
    {
        var mapped = new StringBuilder(codePoints.Length);
        foreach (int codePoint in codePoints)
            AppendLower(mapped, Narrow(codePoint));
        return Normalization.Compose(mapped.ToString(), compatibility: false);
    }

    static string MapOpaque(int[] codePoints)
    {
        var mapped = new StringBuilder(codePoints.Length);
        foreach (int codePoint in codePoints)
            mapped.Append(Rune.GetUnicodeCategory(new Rune(codePoint)) == System.Globalization.UnicodeCategory.SpaceSeparator
                ? " " : char.ConvertFromUtf32(codePoint));
        return Normalization.Compose(mapped.ToString(), compatibility: false);
    }

    static int Narrow(int codePoint) => codePoint <= 0x7F ? codePoint : UnicodeTable.Current.Width(codePoint);

    static bool MayBeUsername(int[] codePoints) =>
        Consists(codePoints, CodePointClass.Contextual) && (!BidiRule.Concerns(codePoints) || BidiRule.Allows(codePoints));

    static bool MayBeOpaque(int[] codePoints) => Consists(codePoints, CodePointClass.FreeText);

    static bool Consists(int[] codePoints, CodePointClass least)
    {
        for (int i = 0; i < codePoints.Length; i++)
        {
            int codePoint = codePoints[i];
            if (codePoint < 0x7F && codePoint >= (least == CodePointClass.FreeText ? ' ' : '!'))
                continue;
            CodePointClass codePointClass = CodePointClasses.InText(codePoint);
            if (codePointClass < least || (codePointClass == CodePointClass.Contextual && !ContextRules.Allow(codePoints, i)))
                return false;
        }

        return true;
    }
}
