namespace Presentity.Xml;

/// <summary>Characters of more than one byte: RFC 3629, checked.</summary>
public sealed partial class XmlTokenizer
{
    /// <summary>The input ends inside a character, which starts at <see cref="cut"/>.</summary>
    const int Cut = -1;

    /// <summary>Not UTF-8, or not allowed; the error has been set.</summary>
    const int Bad = -2;

    int cut;

    /// <summary>Skips characters beyond ASCII, beginning with the one at <paramref name="at"/>, and single spaces behind them.</summary>
    /// <returns>The place of the next ASCII byte, or <see cref="Cut"/>, or <see cref="Bad"/>.</returns>
    int SkipMultibyte(int at)
    {
        byte[] b = buffer;
        while (true)
        {
            int lead = b[at];
            if (lead < 0x80)
            {
                if (lead != ' ')
                    return at;
                at++;
                lead = b[at];
                if (lead < 0x80)
                    return at;
            }

            // Most of them: two bytes, or three that need no second look.
            if ((b[at + 1] & 0xC0) == 0x80)
            {
                if (lead >= 0xC2 && lead < 0xE0)
                {
                    at += 2;
                    continue;
                }

                if (lead > 0xE0 && lead < 0xED && (b[at + 2] & 0xC0) == 0x80)
                {
                    at += 3;
                    continue;
                }
            }

            int length = MultibyteLength(at);
            if (length < 0)
                return length;
            at += length;
        }
    }

    /// <summary>Skips the name characters beyond ASCII that begin at <paramref name="at"/>.</summary>
    /// <param name="at">Where the first of them is.</param>
    /// <param name="partStart">Where the part of the name begins, which is held to stricter rules there.</param>
    /// <returns>The place of the next ASCII byte, or <see cref="Cut"/>, or <see cref="Bad"/>.</returns>
    int SkipMultibyteName(int at, int partStart)
    {
        do
        {
            int length = MultibyteLength(at);
            if (length < 0)
                return length;
            int c = CodePoint(at, length);
            if (at == partStart ? !XmlCharacters.StartsWide(c) : !XmlCharacters.ContinuesWide(c))
            {
                Fail(XmlError.InvalidName, at);
                return Bad;
            }

            at += length;
        }
        while (buffer[at] >= 0x80);
        return at;
    }

    /// <summary>Ends everything at a character that cannot stand where it stands, or that is none.</summary>
    int Unexpected(int at)
    {
        int length = buffer[at] < 0x80 ? 1 : MultibyteLength(at);
        return length < 0 ? Stopped(length) : Fail(XmlError.UnexpectedCharacter, at);
    }

    /// <summary>Length of the character at <paramref name="at"/>, 2 to 4, or <see cref="Cut"/>, or <see cref="Bad"/>.</summary>
    int MultibyteLength(int at)
    {
        byte[] b = buffer;
        int lead = b[at];
        int second = b[at + 1];
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        // Longer than it needs to be, half of a surrogate pair, or beyond U+10FFFF: the second byte tells.
        bool isBad = lead < 0xC2 || lead > 0xF4 || ((second & 0xC0) == 0x80
            && ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)));
        // The zero behind the input is no continuation byte, so nothing is read beyond it.
        for (int i = 1; i < length && !isBad; i++)
        {
            if ((b[at + i] & 0xC0) == 0x80)
                continue;
            if (at + i == end)
            {
                cut = at;
                return Cut;
            }

            isBad = true;
        }

        if (!isBad && (lead != 0xEF || second != 0xBF || b[at + 2] < 0xBE))
            return length;
        Fail(isBad ? XmlError.InvalidUtf8 : XmlError.IllegalCharacter, at);
        return Bad;
    }

    /// <summary>The code point of the character of <paramref name="length"/> bytes at <paramref name="at"/>.</summary>
    int CodePoint(int at, int length)
    {
        byte[] b = buffer;
        int c = b[at] & (0xFF >> (length + 1));
        for (int i = 1; i < length; i++)
            c = (c << 6) | (b[at + i] & 0x3F);
        return c;
    }
}
