using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Presentity.Xml.Tests.Conformance;

/// <summary>What of a document is outside of what RFC 6120 §11 allows, found without the tokenizer.</summary>
sealed partial class Subset
{
    // A byte a character, so that places are those of the bytes.
    readonly string text;
    readonly List<Piece> restricted = [];

    Subset(byte[] document) => text = Encoding.Latin1.GetString(document);

    /// <summary>A comment, processing instruction or document type declaration.</summary>
    internal readonly record struct Piece(XmlError Error, int Start, int End);

    /// <summary>What there is of these, in order.</summary>
    internal IReadOnlyList<Piece> Restricted => restricted;

    /// <summary>Whether it is in UTF-8 and does not say otherwise.</summary>
    internal bool IsUtf8 => Utf8.IsValid(Encoding.Latin1.GetBytes(text)) && Encodings().Match(text) is var found
        && (!found.Success || found.Groups["name"].Value.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it begins with a byte order mark, which is a character like others in a stream (RFC 6120 §11.6).</summary>
    internal bool HasMark => text.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal);

    /// <summary>Where it refers to an entity other than the five predefined ones; -1 when it does not.</summary>
    internal int Entity
    {
        get
        {
            string blank = Sections().Replace(text, section => new string(' ', section.Length));
            return Entities().Match(blank) is { Success: true } found ? found.Index : -1;
        }
    }

    internal static Subset Of(byte[] document)
    {
        var subset = new Subset(document);
        subset.Scan();
        return subset;
    }

    /// <summary>The document without them.</summary>
    internal byte[] Cut()
    {
        var rest = new StringBuilder();
        int at = 0;
        foreach (Piece piece in restricted)
        {
            rest.Append(text, at, piece.Start - at);
            at = piece.End;
        }

        return Encoding.Latin1.GetBytes(rest.Append(text, at, text.Length - at).ToString());
    }

    void Scan()
    {
        int at = Declaration().Match(text).Length;
        while ((at = text.IndexOf('<', at)) >= 0)
        {
            if (Begins("<![CDATA[", at))
                at = Behind("]]>", at);
            else if (Begins("<!--", at))
                at = Add(XmlError.Comment, at, Behind("-->", at + 4));
            else if (Begins("<!DOCTYPE", at))
                at = Add(XmlError.DocumentType, at, BehindDocumentType(at));
            else if (Begins("<?", at))
                at = Add(XmlError.ProcessingInstruction, at, Behind("?>", at));
            else
                at++;
        }
    }

    int Add(XmlError error, int start, int end)
    {
        restricted.Add(new Piece(error, start, end));
        return end;
    }

    int BehindDocumentType(int at)
    {
        bool inside = false;
        while (at < text.Length)
        {
            char c = text[at];
            if (Begins("<!--", at))
                at = Behind("-->", at + 4);
            else if (Begins("<?", at))
                at = Behind("?>", at);
            else if (c is '\'' or '"')
                at = Behind(c.ToString(), at + 1);
            else if (c == '>' && !inside)
                return at + 1;
            else
                at++;
            inside = c == '[' || (inside && c != ']');
        }

        return at;
    }

    bool Begins(string mark, int at) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;

    int Behind(string mark, int at)
    {
        int found = at < text.Length ? text.IndexOf(mark, at, StringComparison.Ordinal) : -1;
        return found < 0 ? text.Length : found + mark.Length;
    }

    [GeneratedRegex("""^(ï»¿)?<\?xml[ \t\r\n].*?\?>""", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    [GeneratedRegex("""^(ï»¿)?<\?xml[ \t\r\n][^>]*?encoding[ \t\r\n]*=[ \t\r\n]*['"](?<name>[^'"]*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Encodings();

    [GeneratedRegex("""<!\[CDATA\[.*?\]\]>""", RegexOptions.Singleline)]
    private static partial Regex Sections();

    [GeneratedRegex("&(?!(amp|lt|gt|apos|quot|#[0-9]+|#x[0-9a-fA-F]+);)", RegexOptions.ExplicitCapture)]
    private static partial Regex Entities();
}
