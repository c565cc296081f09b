using System;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Presentity.Xmpp;

/// <summary>Preparation of the domain of an address (RFC 7622 §3.2): IP addresses, and names by IDNA (RFC 5890 to 5893).</summary>
static class DomainName
{
    // RFC 5890 §2.3.2.1: of a U-label in its ASCII form. One of ASCII alone that is longer is in no DNS, which is no fault of form.
    const int LongestLabel = 63;
    const string AsciiPrefix = "xn--";

    /// <summary>Prepares a name: in lower case, composed, each A-label as the U-label that it stands for, no dot at the end.</summary>
    /// <returns>Null when it is none.</returns>
    public static string? Prepare(string text)
    {
        if (text.StartsWith('['))
            return Literal(text);
        string mapped = Map(text);
        if (mapped.EndsWith('.'))
            mapped = mapped[..^1];
        string[] labels = mapped.Split('.');
        bool isRightToLeft = false;
        for (int i = 0; i < labels.Length; i++)
        {
            if (Label(labels[i]) is not { } label)
                return null;
            labels[i] = label;
            isRightToLeft |= BidiRule.Concerns(Precis.CodePoints(label)!);
        }

        // RFC 5893 §1.4: with one label from right to left, the rule is for all of them.
        if (isRightToLeft && !Array.TrueForAll(labels, static label => BidiRule.Allows(Precis.CodePoints(label)!)))
            return null;
        return string.Join('.', labels);
    }

    /// <summary>The same name in ASCII, as the DNS and certificates have it: each U-label as its A-label.</summary>
    /// <param name="prepared">From <see cref="Prepare"/>.</param>
    public static string ToAscii(string prepared) =>
        Ascii.IsValid(prepared) ? prepared : string.Join('.', Array.ConvertAll(prepared.Split('.'), Encode));

    static string? Literal(string text) =>
        text.EndsWith(']') && !text.Contains('%') && IPAddress.TryParse(text, out IPAddress? address)
            && address.AddressFamily == AddressFamily.InterNetworkV6
            ? text.ToLowerInvariant() : null;

    /// <summary>Lower case, width, Form C, and the full stops of other scripts (RFC 5895 §2).</summary>
    static string Map(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        if (Precis.CodePoints(text) is not { } codePoints)
            return "";
        var mapped = new StringBuilder(text.Length);
        foreach (int codePoint in codePoints)
        {
            // Not everything in upper case is mapped: Cherokee is valid as it is.
            int narrow = UnicodeTable.Current.Width(codePoint);
            if (narrow == 0x3002)
                mapped.Append('.');
            else if (CodePointClasses.InLabel(narrow) == CodePointClass.Disallowed)
                Precis.AppendLower(mapped, narrow);
            else
                mapped.Append(char.ConvertFromUtf32(narrow));
        }

        return Normalization.Compose(mapped.ToString(), compatibility: false);
    }

    static string? Label(string label)
    {
        if (label.StartsWith(AsciiPrefix, StringComparison.Ordinal))
            return Decode(label);
        return IsLabel(label) && (Ascii.IsValid(label) || Encode(label).Length <= LongestLabel) ? label : null;
    }

    /// <summary>The U-label that an A-label stands for: the one whose A-label is this (RFC 5891 §5.4).</summary>
    static string? Decode(string label)
    {
        if (!Ascii.IsValid(label) || label.Length > LongestLabel || Punycode.Decode(label.AsSpan(AsciiPrefix.Length)) is not { } codePoints)
            return null;
        string decoded = string.Concat(Array.ConvertAll(codePoints, char.ConvertFromUtf32));
        return !Ascii.IsValid(decoded) && IsLabel(decoded) && Encode(decoded) == label ? decoded : null;
    }

    static string Encode(string label) =>
        Ascii.IsValid(label) ? label : AsciiPrefix + Punycode.Encode(Precis.CodePoints(label)!);

    /// <summary>RFC 5891 §4.2.3: hyphens, combining marks in front, code points, their context, Form C.</summary>
    static bool IsLabel(string label)
    {
        if (label.Length == 0 || label[0] == '-' || label[^1] == '-' || (label.Length > 3 && label[2] == '-' && label[3] == '-'))
            return false;
        if (Precis.CodePoints(label) is not { } codePoints || IsMark(codePoints[0]))
            return false;
        if (Normalization.Compose(label, compatibility: false) != label)
            return false;
        for (int i = 0; i < codePoints.Length; i++)
        {
            CodePointClass codePointClass = ClassInLabel(codePoints[i]);
            if (codePointClass < CodePointClass.Contextual
                || (codePointClass == CodePointClass.Contextual && !ContextRules.Allow(codePoints, i)))
                return false;
        }

        return true;
    }

    // Without the tables while there is nothing but ASCII.
    static CodePointClass ClassInLabel(int codePoint) =>
        codePoint > 0x7F ? CodePointClasses.InLabel(codePoint)
        : codePoint is '-' or (>= '0' and <= '9') or (>= 'a' and <= 'z') ? CodePointClass.Valid : CodePointClass.Disallowed;

    static bool IsMark(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
