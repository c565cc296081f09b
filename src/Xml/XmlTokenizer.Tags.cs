namespace Presentity.Xml;

/// <summary>The careful way through a start tag: it takes it as it comes, cut anywhere, and says what is wrong with it.</summary>
public sealed partial class XmlTokenizer
{
    // The name in hand: where its local part begins. Whether white space went before the next attribute; which quote ends the
    // value in hand; and of its attribute where the name begins and how long its parts are.
    int localStart;
    bool spaceBefore;
    int quote;
    int attributeStart;
    int attributePrefixLength;
    int attributeLocalLength;

    /// <summary>Behind <c>&lt;</c>.</summary>
    int ReadMarkupOpen()
    {
        state = State.MarkupOpen;
        if (position == end)
            return (int)XmlRead.NeedsInput;
        int c = buffer[position];
        if (c == '!')
        {
            position++;
            matched = 0;
            state = State.Bang;
            return Go;
        }

        if (c == '?')
            return Fail(XmlError.ProcessingInstruction, position - 1);

        // Only now is it sure that the text before ends here: a CDATA section would have gone on with it.
        if (writeAt != tokenStart || textLost)
        {
            int finished = FinishText();
            if (finished != Go)
                return finished;
        }

        if (c == '/')
        {
            if (depth == 0)
                return Fail(XmlError.UnexpectedCharacter, position);
            position++;
            matched = 0;
            BeginToken();
            state = State.EndName;
            return ReadEndTag();
        }

        if (depth == mostDepth)
            return Fail(XmlError.TooDeep, position - 1);
        tokenStart = position;
        localStart = position;
        state = State.StartName;
        return ReadStartTag();
    }

    int ReadStartTag()
    {
        byte[] b = buffer;
        int at = position;
        while (true)
        {
            switch (state)
            {
                case State.StartName:
                    at = ReadName(at);
                    if (at < 0)
                        return Stopped(at);
                    if (tape.IsFull)
                        return MakeRoomOnTape(at, XmlError.TagTooLong, tokenStart);
                    tagNode = tape.Add(vocabulary.Find(b, localStart, at - localStart), tokenStart, localStart, XmlTape.ElementKind);
                    openNameLength[depth] = at - tokenStart;
                    needsCheck = localStart != tokenStart;
                    seenNames = 0;
                    spaceBefore = false;
                    state = State.InTag;
                    break;
                case State.InTag:
                    if (b[at] == ' ' && !spaceBefore)
                        at = SkipPlainAttributes(at);
                    int c = b[at];
                    if (c == '>')
                    {
                        position = at + 1;
                        return FinishStartTag();
                    }

                    if (XmlCharacters.IsWhite(c))
                    {
                        if (state == State.Failed)
                            return (int)XmlRead.Error;
                        spaceBefore = true;
                        at++;
                        break;
                    }

                    if (c == '/')
                    {
                        state = State.EmptyTag;
                        at++;
                        break;
                    }

                    if (at == end)
                        return Wait(at);
                    if (!spaceBefore)
                        return Unexpected(at);
                    tokenStart = at;
                    localStart = at;
                    state = State.AttributeName;
                    break;
                case State.AttributeName:
                    at = ReadName(at);
                    if (at < 0)
                        return Stopped(at);
                    attributeStart = tokenStart;
                    attributePrefixLength = localStart - tokenStart;
                    attributeLocalLength = at - localStart;
                    state = State.Equals;
                    break;
                case State.Equals:
                    if (b[at] == '=')
                    {
                        state = State.Quote;
                        at++;
                        break;
                    }

                    if (at == end)
                        return Wait(at);
                    if (!XmlCharacters.IsWhite(b[at]))
                        return Unexpected(at);
                    at++;
                    break;
                case State.Quote:
                    quote = b[at];
                    if (quote == '\'' || quote == '"')
                    {
                        at++;
                        tokenStart = at;
                        writeAt = at;
                        runStart = at;
                        state = State.Value;
                        break;
                    }

                    if (at == end)
                        return Wait(at);
                    if (!XmlCharacters.IsWhite(quote))
                        return Unexpected(at);
                    at++;
                    break;
                case State.Value:
                    at = XmlBytes.Skip(b, at, XmlCharacters.Value);
                    if (b[at] == quote)
                    {
                        MoveRun(at);
                        int finished = FinishAttribute(at);
                        if (finished != Go)
                            return finished;
                        at++;
                        spaceBefore = false;
                        state = State.InTag;
                        break;
                    }

                    if (at == end)
                        return Wait(at);
                    position = at;
                    int stopped = ReadValueStop();
                    if (stopped != Go)
                        return stopped;
                    at = position;
                    break;
                default:
                    if (b[at] != '>')
                        return at == end ? Wait(at) : Unexpected(at);
                    position = at + 1;
                    return FinishEmptyTag();
            }
        }
    }

    /// <summary>What stands in a value and is neither plain nor its end.</summary>
    int ReadValueStop()
    {
        int at = position;
        switch (XmlCharacters.Value[buffer[at]])
        {
            case XmlCharacters.Quote:
                position++;
                return Go;
            case XmlCharacters.Reference:
                MoveRun(at);
                position++;
                return BeginReference(State.Value);
            case XmlCharacters.LineEnd:
                // White space in a value reads as spaces, CR LF as one: XML 1.0 §3.3.3, §2.11.
                if (buffer[at] == '\r' && at + 1 == end)
                    return (int)XmlRead.NeedsInput;
                if (buffer[at] == '\r')
                {
                    EndLine(at, (byte)' ');
                    position = runStart;
                    return Go;
                }

                buffer[at] = (byte)' ';
                position++;
                return Go;
            case XmlCharacters.Multibyte:
                at = SkipMultibyte(at);
                if (at < 0)
                    return Stopped(at);
                position = at;
                return Go;
            case XmlCharacters.Markup:
                return Fail(XmlError.LessThanInValue, at);
            default:
                return Fail(XmlError.IllegalCharacter, at);
        }
    }

    /// <summary>Reads on in a name that began at <see cref="tokenStart"/>.</summary>
    /// <returns>The place behind the name, or <see cref="Cut"/>, or <see cref="Bad"/>.</returns>
    int ReadName(int at)
    {
        byte[] b = buffer;
        byte[] name = XmlCharacters.Name;
        while (true)
        {
            while (name[b[at]] == 0)
                at++;
            int c = b[at];
            if (c >= 0x80)
            {
                at = SkipMultibyteName(at, localStart);
                if (at < 0)
                    return at;
                continue;
            }

            if (at == end)
            {
                cut = at;
                return Cut;
            }

            // A part begins with a letter; two colons, or one at an end, make a part that is empty.
            if (at == localStart || (b[localStart] < 0x80 && !XmlCharacters.StartsName(b[localStart])))
            {
                Fail(c == ':' || at > localStart || localStart > tokenStart ? XmlError.InvalidName : XmlError.UnexpectedCharacter, localStart);
                return Bad;
            }

            if (c != ':')
                return at;
            if (localStart > tokenStart)
            {
                Fail(XmlError.InvalidName, at);
                return Bad;
            }

            at++;
            localStart = at;
        }
    }

    /// <summary>Waits after <see cref="Cut"/>; after <see cref="Bad"/> the error has been set.</summary>
    int Stopped(int at) => at == Cut ? Wait(cut) : (int)XmlRead.Error;
}
