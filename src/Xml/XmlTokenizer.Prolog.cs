using System.Text;

namespace Presentity.Xml;

/// <summary>Outside the root: the XML declaration (XML 1.0 §2.8), white space, nothing else; and how markup that is no tag begins.</summary>
public sealed partial class XmlTokenizer
{
    // RFC 6120 knows one declaration, of less than 60 bytes.
    const int LongestDeclaration = 200;

    static readonly byte[] DeclarationStart = Encoding.UTF8.GetBytes("<?xml");
    static readonly byte[] CDataStart = Encoding.UTF8.GetBytes("[CDATA[");

    int ReadDeclaration()
    {
        byte[] b = buffer;
        int at = position;
        while (at < end && at - position < DeclarationStart.Length && b[at] == DeclarationStart[at - position])
            at++;
        if (at - position < DeclarationStart.Length || (at < end && !XmlCharacters.IsWhite(b[at]) && b[at] != '?'))
        {
            if (at == end)
                return (int)XmlRead.NeedsInput;
            state = State.Prolog;
            return Go;
        }

        while (at < end && b[at] != '>')
            at++;
        if (at - position > LongestDeclaration)
            return Fail(XmlError.InvalidDeclaration, position);
        if (at == end)
            return (int)XmlRead.NeedsInput;
        XmlError error = CheckDeclaration(position + DeclarationStart.Length, at + 1);
        if (error != XmlError.None)
            return Fail(error, position);
        position = at + 1;
        BeginToken();
        state = State.Prolog;
        return Go;
    }

    XmlError CheckDeclaration(int at, int behind)
    {
        at = PseudoAttribute(at, "version", "1.0", false);
        if (at < 0)
            return XmlError.InvalidDeclaration;
        int next = PseudoAttribute(at, "encoding", "utf-8", true);
        if (next == OtherValue)
            return XmlError.UnsupportedEncoding;
        if (next > 0)
            at = next;
        next = PseudoAttribute(at, "standalone", "yes", false);
        if (next < 0)
            next = PseudoAttribute(at, "standalone", "no", false);
        if (next > 0)
            at = next;
        at = SkipWhite(at);
        return buffer[at] == '?' && at + 2 == behind ? XmlError.None : XmlError.InvalidDeclaration;
    }

    const int NoAttribute = -1;
    const int OtherValue = -2;

    /// <summary>Reads <c> name = 'value'</c>.</summary>
    /// <returns>The place behind it, or <see cref="NoAttribute"/>, or <see cref="OtherValue"/>.</returns>
    int PseudoAttribute(int at, string name, string value, bool anyCase)
    {
        int start = SkipWhite(at);
        if (start == at || !Matches(start, name, false))
            return NoAttribute;
        at = SkipWhite(start + name.Length);
        if (buffer[at] != '=')
            return NoAttribute;
        at = SkipWhite(at + 1);
        int mark = buffer[at];
        if (mark != '\'' && mark != '"')
            return NoAttribute;
        if (!Matches(at + 1, value, anyCase) || buffer[at + 1 + value.Length] != mark)
            return OtherValue;
        return at + 2 + value.Length;
    }

    // A few bytes for each stream: a string is not walked by index on the chip.
    bool Matches(int at, string text, bool anyCase)
    {
        byte[] word = Encoding.UTF8.GetBytes(text);
        for (int i = 0; i < word.Length; i++)
        {
            int c = at + i < end ? buffer[at + i] : 0;
            if (anyCase && c >= 'A' && c <= 'Z')
                c |= 0x20;
            if (c != word[i])
                return false;
        }

        return true;
    }

    int SkipWhite(int at)
    {
        while (XmlCharacters.IsWhite(buffer[at]))
            at++;
        return at;
    }

    /// <summary>White space before and behind the root.</summary>
    int ReadOutside()
    {
        position = SkipWhite(position);
        BeginToken();
        if (position == end)
            return (int)XmlRead.NeedsInput;
        if (buffer[position] != '<')
            return Fail(XmlError.UnexpectedCharacter, position);
        if (state == State.Epilog)
        {
            // Of what may follow a root, RFC 6120 §11.1 leaves nothing; only the error depends on what it is.
            if (position + 1 == end)
                return (int)XmlRead.NeedsInput;
            int c = buffer[position + 1];
            if (c != '!' && c != '?')
                return Fail(XmlError.UnexpectedCharacter, position);
        }

        position++;
        return ReadMarkupOpen();
    }

    /// <summary>Behind <c>&lt;!</c>: only a CDATA section may follow, and only inside the root.</summary>
    int ReadBang()
    {
        while (position < end)
        {
            int c = buffer[position];
            if (c != CDataStart[matched])
                return Fail(BangError(c), position - matched - 2);

            if (depth == 0)
                return Fail(XmlError.UnexpectedCharacter, position - 2);
            position++;
            matched++;
            if (matched < CDataStart.Length)
                continue;
            runStart = position;
            state = State.CData;
            return Go;
        }

        return (int)XmlRead.NeedsInput;
    }

    /// <summary>What follows <c>&lt;!</c> instead of a CDATA section.</summary>
    XmlError BangError(int c) => matched > 0 ? XmlError.UnexpectedCharacter
        : c == '-' ? XmlError.Comment
        : c == 'D' ? XmlError.DocumentType
        : XmlError.UnexpectedCharacter;
}
