using System;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using System.Xml;

namespace Presentity.TestKit;

/// <summary>Whether <see cref="XmlReader"/> agrees: what we accept it accepts, with the same content, and what it rejects we reject.</summary>
public static partial class ReaderAgreement
{
    /// <summary>Errors of what XML allows and RFC 6120 §11 does not, so that the reader may accept it.</summary>
    static readonly HashSet<string> OursAlone = ["Comment", "ProcessingInstruction", "UnsupportedEncoding"];

    /// <summary>What there is to complain of; null when they agree. The reader is not asked about what is not UTF-8, of which it
    /// overlooks some, or has a NUL, in which it sees UTF-16: none of that may be accepted.</summary>
    /// <param name="document">What was read.</param>
    /// <param name="ours">What <see cref="TokenDump"/> says of it.</param>
    public static string? Complaint(byte[] document, string ours)
    {
        XmlException? rejection = null;
        string? theirs = null;
        if (Utf8.IsValid(document) && !document.AsSpan().Contains((byte)0))
            theirs = ReaderDump.Of(AsFirstVersion(document), out rejection);
        if (!IsAccepted(ours))
            return theirs == null || IsOursAlone(document, ours)
                ? null
                : $"we reject and the reader accepts: {ours}\n{Encoding.UTF8.GetString(document)}";
        if (ours == theirs || IsNewName(document, rejection) || IsOfValidity(rejection))
            return null;
        return $"the reader says {rejection?.Message ?? theirs}\nand we {ours}\n{Encoding.UTF8.GetString(document)}";
    }

    /// <summary>Whether the tokenizer took the document.</summary>
    public static bool IsAccepted(string ours) => ours.EndsWith("root end\n", StringComparison.Ordinal);

    /// <summary>The values of <c>xml:space</c> are a matter of validity (§2.10).</summary>
    static bool IsOfValidity(XmlException? rejection) => rejection?.Message.Contains("xml:space", StringComparison.Ordinal) == true;

    /// <summary>The document as one of version 1.0, as the fifth edition reads every 1.x (§2.8); the reader has the fourth.</summary>
    static byte[] AsFirstVersion(byte[] document) =>
        Encoding.Latin1.GetBytes(LaterVersion().Replace(Encoding.Latin1.GetString(document), "${before}0"));

    [GeneratedRegex("""^(?<before><\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*['"]1\.)[0-9]+""", RegexOptions.ExplicitCapture)]
    private static partial Regex LaterVersion();

    static bool IsOursAlone(byte[] document, string ours)
    {
        string[] error = ours[(ours.LastIndexOf("error ", StringComparison.Ordinal) + "error ".Length)..].Split(' ', ',');
        int at = int.Parse(error[2]);
        return OursAlone.Contains(error[0])
            || (at == 0 && error[0] is "UnexpectedCharacter" or "InvalidDeclaration")
            || (error[0] == "UnboundPrefix" && document.AsSpan(at).StartsWith("xmlns:"u8))
            || (error[0] == "IllegalCharacter" && IsBeyondUnicode(Encoding.Latin1.GetString(document.AsSpan(at))));
    }

    /// <summary>Whether it begins with a reference to a number above U+10FFFF, some of which the reader takes.</summary>
    static bool IsBeyondUnicode(string text)
    {
        Match match = Reference().Match(text);
        NumberStyles style = match.Groups["hex"].Success ? NumberStyles.HexNumber : NumberStyles.None;
        string digits = "0" + match.Groups["hex"].Value + match.Groups["decimal"].Value;
        return match.Success && BigInteger.Parse(digits, style, CultureInfo.InvariantCulture) > 0x10FFFF;
    }

    [GeneratedRegex("^&#(x(?<hex>[0-9A-Fa-f]+)|(?<decimal>[0-9]+));", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    /// <summary>Whether the reader stumbled over a good character beyond ASCII. It does in names alone, of which it knows those
    /// of the fourth edition.</summary>
    public static bool IsNewName(byte[] document, XmlException? rejection)
    {
        if (rejection == null)
            return false;
        string[] lines = Encoding.UTF8.GetString(document).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        string line = lines[rejection.LineNumber - 1];
        int column = rejection.LinePosition - 1;
        return column < line.Length && line[column] >= 0x80;
    }
}
