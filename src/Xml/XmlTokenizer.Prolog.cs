using System.Text;

namespace Presentity.Xml;

/// <summary>Outside the root: the XML declaration (XML 1.0 §2.8), white space, nothing else; and how markup that is no tag begins.</summary>
public sealed partial class XmlTokenizer
{
    // RFC 6120 knows one declaration, of less than 60 bytes.
    const int LongestDeclaration = 200;

    static readonly byte[] DeclarationStart = Encoding.UTF8.GetBytes("<?xml");
    static readonly byte[] PseudoAttributes = Encoding.UTF8.GetBytes("version1.encodingutf-8standaloneyesstandaloneno");
    static readonly byte[] CDataStart = Encoding.UTF8.GetBytes("[CDATA[");

    int ReadDeclaration()
    {
        byte[] b = buffer;
        int at = position;
        while (at - position < DeclarationStart.Length && b[at] == DeclarationStart[at - position])
            at++;
        if (at - position < DeclarationStart.Length || (!XmlCharacters.IsWhite(b[at]) && b[at] != '?'))
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
        at = PseudoAttribute(at, 0, 7, 2, 0);
        if (at < 0)
            return XmlError.InvalidDeclaration;
        int next = PseudoAttribute(at, 9, 8, 5, 0x20);
        if (next == OtherValue)
            return XmlError.UnsupportedEncoding;
        if (next > 0)
            at = next;
        next = PseudoAttribute(at, 22, 10, 3, 0);
        if (next < 0)
            next = PseudoAttribute(at, 35, 10, 2, 0);
        if (next > 0)
            at = next;
        at = SkipWhite(at);
        return buffer[at] == '?' && at + 2 == behind ? XmlError.None : XmlError.InvalidDeclaration;
    }

    const int NoAttribute = -1;
    const int OtherValue = -2;

    /// <summary>Reads <c> name = 'value'</c>, which stand at <paramref name="word"/> of <see cref="PseudoAttributes"/>.</summary>
    /// <returns>The place behind it, or <see cref="NoAttribute"/>, or <see cref="OtherValue"/>.</returns>
    int PseudoAttribute(int at, int word, int nameLength, int valueLength, int fold)
    {
        int start = SkipWhite(at);
        if (start == at || !Matches(start, word, nameLength, 0))
            return NoAttribute;
        at = SkipWhite(start + nameLength);
        if (buffer[at] != '=')
            return NoAttribute;
        at = SkipWhite(at + 1);
        int mark = buffer[at];
        if (mark != '\'' && mark != '"')
            return NoAttribute;
        if (!Matches(++at, word + nameLength, valueLength, fold))
            return OtherValue;
        at += valueLength;

        // Of a version it is digits that follow, of what else there is nothing.
        for (bool digits = buffer[at - 1] == '.'; digits; digits = buffer[at] != mark)
        {
            int digit = buffer[at++] - '0';
            if (digit < 0 || digit > 9)
                return OtherValue;
        }

        return buffer[at] == mark ? at + 1 : OtherValue;
    }

    /// <summary>Compares with a word of <see cref="PseudoAttributes"/>. The '>' that ends the declaration is in none.</summary>
    /// <param name="at">Where to begin.</param>
    /// <param name="word">Where the word begins.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="fold">0x20 when capital letters are as good.</param>
    bool Matches(int at, int word, int length, int fold)
    {
        for (int behind = at + length; at < behind; at++, word++)
        {
            int c = buffer[at];
            if ((c < 'A' ? c : c | fold) != PseudoAttributes[word])
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
            return Unexpected(position);
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
