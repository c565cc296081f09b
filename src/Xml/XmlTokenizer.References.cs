namespace Presentity.Xml;

/// <summary>The five entities and character references, resolved in place: XML 1.0 §4.1, §4.6.</summary>
public sealed partial class XmlTokenizer
{
    // Where to go on behind the reference, and what is known of it: its name's letters so far, or its code point so far.
    State afterReference;
    int referenceStart;
    int referenceValue;
    int referenceLength;

    /// <summary>The ampersand has been read; the bytes before it have been moved.</summary>
    void BeginReference(State after)
    {
        afterReference = after;
        referenceStart = position - 1;
        referenceValue = 0;
        referenceLength = 0;
        state = State.Reference;
    }

    int ReadReference()
    {
        while (true)
        {
            if (position == end)
                return (int)XmlRead.NeedsInput;
            int c = buffer[position];
            if (c == ';')
            {
                int resolved = state == State.Reference ? Predefined() : referenceLength > 0 ? referenceValue : 0;
                if (resolved <= 0)
                    return Fail(state == State.Reference && resolved < 0 ? XmlError.UndefinedEntity : XmlError.InvalidReference, referenceStart);
                if (!XmlCharacters.IsCharacter(resolved))
                    return Fail(XmlError.IllegalCharacter, referenceStart);
                WriteUtf8(resolved);
                position++;
                runStart = position;
                state = afterReference;
                return Go;
            }

            int digit = c - '0';
            switch (state)
            {
                case State.Reference:
                    if (c == '#' && referenceLength == 0)
                    {
                        state = State.CharacterReference;
                        position++;
                        continue;
                    }

                    int named = ReferenceName(c);
                    if (named != Go)
                        return named;
                    continue;
                case State.CharacterReference:
                    if (c == 'x')
                    {
                        state = State.HexReference;
                        position++;
                        continue;
                    }

                    state = State.DecimalReference;
                    continue;
                case State.HexReference:
                    int lower = c | 0x20;
                    if (lower >= 'a' && lower <= 'f')
                        digit = lower - 'a' + 10;
                    else if (digit < 0 || digit > 9)
                        return Fail(XmlError.InvalidReference, referenceStart);
                    AddDigit(digit, 16);
                    continue;
                default:
                    if (digit < 0 || digit > 9)
                        return Fail(XmlError.InvalidReference, referenceStart);
                    AddDigit(digit, 10);
                    continue;
            }
        }
    }

    // The letters of amp, lt, gt, apos, quot packed into an integer; anything longer is none of them.
    int ReferenceName(int c)
    {
        if (c < 0x80)
        {
            if (referenceLength == 0 ? !XmlCharacters.StartsName(c) && c != ':' : XmlCharacters.Name[c] == XmlCharacters.Other)
                return Fail(XmlError.InvalidReference, referenceStart);

            referenceValue = referenceLength < 4 ? (referenceValue << 8) | c : 1;
        }
        else
        {
            // No predefined entity has such a name, but whether it is a name at all decides which error it is.
            int next = SkipMultibyteName(position, referenceLength == 0 ? position : -1);
            if (next == Bad)
                return (int)XmlRead.Error;
            if (next == Cut)
                return (int)XmlRead.NeedsInput;
            referenceValue = 1;
            position = next - 1;
        }

        referenceLength++;
        position++;
        return Go;
    }

    void AddDigit(int digit, int radix)
    {
        // Stays out of range once it is, whatever the number of digits.
        if (referenceValue <= 0x10FFFF)
            referenceValue = (referenceValue * radix) + digit;
        referenceLength = 1;
        position++;
    }

    /// <summary>The character of the entity, 0 for a name without a letter, -1 for any other name.</summary>
    int Predefined()
    {
        switch (referenceValue)
        {
            case 0:
                return 0;
            case ('a' << 16) | ('m' << 8) | 'p':
                return '&';
            case ('l' << 8) | 't':
                return '<';
            case ('g' << 8) | 't':
                return '>';
            case ('a' << 24) | ('p' << 16) | ('o' << 8) | 's':
                return '\'';
            case ('q' << 24) | ('u' << 16) | ('o' << 8) | 't':
                return '"';
            default:
                return -1;
        }
    }

    // Never longer than the reference that it replaces.
    void WriteUtf8(int c)
    {
        if (c < 0x80)
        {
            buffer[writeAt++] = (byte)c;
            return;
        }

        if (c < 0x800)
        {
            buffer[writeAt++] = (byte)(0xC0 | (c >> 6));
        }
        else
        {
            if (c < 0x10000)
            {
                buffer[writeAt++] = (byte)(0xE0 | (c >> 12));
            }
            else
            {
                buffer[writeAt++] = (byte)(0xF0 | (c >> 18));
                buffer[writeAt++] = (byte)(0x80 | ((c >> 12) & 0x3F));
            }

            buffer[writeAt++] = (byte)(0x80 | ((c >> 6) & 0x3F));
        }

        buffer[writeAt++] = (byte)(0x80 | (c & 0x3F));
    }
}
