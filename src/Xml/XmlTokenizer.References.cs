namespace Presentity.Xml;

/// <summary>The five entities and character references, resolved in place: XML 1.0 §4.1, §4.6.</summary>
public sealed partial class XmlTokenizer
{
    // Where to go on behind the reference, and what is known of it: its name's letters so far, or its code point so far.
    State afterReference;
    int referenceStart;
    int referenceValue;
    int referenceLength;
    int radix;

    /// <summary>The ampersand has been read; the bytes before it have been moved.</summary>
    int BeginReference(State after)
    {
        afterReference = after;
        referenceStart = position - 1;
        referenceValue = 0;
        referenceLength = 0;
        state = State.Reference;
        return ReadEntity();
    }

    int ReadReference()
    {
        switch (state)
        {
            case State.Reference:
                return ReadEntity();
            case State.Digits:
                return ReadDigits();
            default:
                return ReadCharacter();
        }
    }

    /// <summary>Behind <c>&amp;#</c>.</summary>
    int ReadCharacter()
    {
        if (position == end)
            return (int)XmlRead.NeedsInput;
        radix = 10;
        if (buffer[position] == 'x')
        {
            radix = 16;
            position++;
        }

        state = State.Digits;
        return ReadDigits();
    }

    /// <summary>The name of an entity, or the <c>#</c> of a character reference.</summary>
    int ReadEntity()
    {
        byte[] b = buffer;
        while (true)
        {
            int at = position;
            int value = referenceValue;
            int length = referenceLength;
            int c = b[at];
            if (length == 0 && XmlCharacters.Name[c] == 0 && !XmlCharacters.StartsName(c))
                return Fail(XmlError.InvalidReference, referenceStart);
            for (; XmlCharacters.Name[c] == 0 || c == ':'; c = b[at])
            {
                // The letters of amp, lt, gt, apos, quot packed into an integer; anything longer is none of them.
                value = length < 4 ? (value << 8) | c : 1;
                length++;
                at++;
            }

            position = at;
            referenceValue = value;
            referenceLength = length;
            if (c >= 0x80)
            {
                // No predefined entity has such a name, but whether it is a name at all decides which error it is.
                int next = SkipMultibyteName(position, referenceStart + 1);
                if (next < 0)
                    return Stopped(next);
                referenceValue = 1;
                referenceLength = 4;
                position = next;
            }
            else if (c == ';' && referenceLength > 0)
            {
                int entity = Predefined();
                return entity == 0 ? Fail(XmlError.UndefinedEntity, referenceStart) : FinishReference(entity);
            }
            else if (c == '#' && referenceLength == 0)
            {
                state = State.CharacterReference;
                position++;
                return ReadCharacter();
            }
            else
            {
                return position == end ? (int)XmlRead.NeedsInput : Fail(XmlError.InvalidReference, referenceStart);
            }
        }
    }

    int ReadDigits()
    {
        byte[] b = buffer;
        int at = position;
        int value = referenceValue;
        while (true)
        {
            int digit = b[at] - '0';
            if (digit < 0 || digit > 9)
            {
                digit = (b[at] | 0x20) - 'a' + 10;
                if (radix != 16 || digit < 10 || digit > 15)
                    break;
            }

            // Stays out of range once it is, whatever the number of digits.
            if (value <= 0x10FFFF)
                value = (value * radix) + digit;
            referenceLength = 1;
            at++;
        }

        position = at;
        referenceValue = value;
        if (position == end)
            return (int)XmlRead.NeedsInput;
        if (buffer[position] != ';' || referenceLength == 0)
            return Fail(XmlError.InvalidReference, referenceStart);
        return XmlCharacters.IsCharacter(referenceValue)
            ? FinishReference(referenceValue)
            : Fail(XmlError.IllegalCharacter, referenceStart);
    }

    /// <summary>Puts the character in the place of the reference, whose semicolon is next.</summary>
    int FinishReference(int character)
    {
        WriteUtf8(character);
        position++;
        runStart = position;
        state = afterReference;
        return Go;
    }

    /// <summary>The character of the entity, 0 for any other name.</summary>
    int Predefined()
    {
        switch (referenceValue)
        {
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
                return 0;
        }
    }

    // Never longer than the reference that it replaces.
    void WriteUtf8(int c)
    {
        int shift = c < 0x80 ? 0 : c < 0x800 ? 6 : c < 0x10000 ? 12 : 18;
        // The lead byte has as many bits set, from the top, as the character has bytes; but for ASCII.
        int lead = shift == 0 ? 0 : 0xF0 << (3 - (shift / 6));
        buffer[writeAt++] = (byte)(lead | (c >> shift));
        for (shift -= 6; shift >= 0; shift -= 6)
            buffer[writeAt++] = (byte)(0x80 | ((c >> shift) & 0x3F));
    }
}
