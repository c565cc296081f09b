namespace Presentity.Xml;

/// <summary>Start tags with their attributes, and end tags.</summary>
public sealed partial class XmlTokenizer
{
    // The tag in hand: its node, where the local part of the name that is being read begins, whether white space went
    // before the next attribute, and which quote ends the value.
    int tagNode;
    int localStart;
    bool spaceBefore;
    int quote;
    bool prefixedAttribute;

    // The attribute in hand: where its name begins and how long its prefix is.
    int attributeStart;
    int attributePrefixLength;
    int attributeLocalLength;

    // How many bytes of an end tag's name have been compared.
    int matched;

    int ReadMarkupOpen()
    {
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
        if (depth == 1)
        {
            if (TakeRootText())
                return (int)XmlRead.Text;
        }
        else if (depth > 1)
        {
            if (c != '/' && IsTapeNearlyFull)
            {
                if (HandOverPart())
                    return (int)XmlRead.Partial;
                if (IsTapeFull)
                    return Fail(XmlError.TagTooLong, position - 1);
            }

            FinishText();
        }

        if (c == '/')
        {
            if (depth == 0)
                return Fail(XmlError.UnexpectedCharacter, position);
            position++;
            matched = 0;
            BeginToken();
            state = State.EndName;
            return Go;
        }

        if (depth == limits.Depth)
            return Fail(XmlError.TooDeep, position - 1);
        BeginToken();
        localStart = position;
        state = State.StartName;
        return Go;
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
                    BeginElement(at);
                    break;
                case State.InTag:
                    int c = b[at];
                    if (c == '>')
                    {
                        position = at + 1;
                        return FinishStartTag();
                    }

                    if (c == ' ' || c == '\n' || c == '\t' || c == '\r')
                    {
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
                        return Fail(XmlError.UnexpectedCharacter, at);
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
                        return Fail(XmlError.UnexpectedCharacter, at);
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
                        return Fail(XmlError.UnexpectedCharacter, at);
                    at++;
                    break;
                case State.Value:
                    at = XmlBytes.SkipValue(b, at);
                    if (b[at] == quote)
                    {
                        MoveRun(at);
                        if (!FinishAttribute())
                            return (int)XmlRead.Error;
                        at++;
                        spaceBefore = false;
                        state = State.InTag;
                        break;
                    }

                    position = at;
                    int stopped = ReadValueStop();
                    if (stopped != Go)
                        return stopped;
                    at = position;
                    if (state != State.Value)
                        return Go;
                    break;
                default:
                    if (b[at] == '>')
                    {
                        position = at + 1;
                        int started = FinishStartTag();
                        if (started == Go)
                            return FinishElement();
                        if (started == (int)XmlRead.RootStart)
                            state = State.EmptyRoot;
                        return started;
                    }

                    return at == end ? Wait(at) : Fail(XmlError.UnexpectedCharacter, at);
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
                BeginReference(State.Value);
                return Go;
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
                if (at == Bad)
                    return (int)XmlRead.Error;
                if (at == Cut)
                    return (int)XmlRead.NeedsInput;
                position = at;
                return Go;
            case XmlCharacters.Markup:
                return Fail(XmlError.LessThanInValue, at);
            default:
                return at == end ? (int)XmlRead.NeedsInput : Fail(XmlError.IllegalCharacter, at);
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

    /// <summary>The name of a start tag has been read; its node waits for the namespace.</summary>
    void BeginElement(int at)
    {
        tagNode = tape.Add(vocabulary.Find(buffer, localStart, at - localStart), tokenStart, localStart, XmlTape.ElementKind);
        openNode[depth] = tagNode;
        openNameLength[depth] = at - tokenStart;
        openScope[depth] = namespaces.Scope;
        openBefore[depth] = namespaces.Count;
        prefixedAttribute = false;
        spaceBefore = false;
        state = State.InTag;
    }

    /// <summary>Compares the name of an end tag with the element that is open, and closes it.</summary>
    int ReadEndTag()
    {
        byte[] b = buffer;
        if (state == State.EndName)
        {
            int open = tape.Cells[openNode[depth - 1] + 1] + matched;
            int left = openNameLength[depth - 1] - matched;
            int there = left <= end - position ? left : end - position;
            if (!XmlBytes.Equal(b, open, b, position, there))
                return Fail(XmlError.MismatchedEndTag, position - matched);
            position += there;
            matched += there;
            if (there < left)
                return (int)XmlRead.NeedsInput;
            state = State.EndTag;
        }

        while (true)
        {
            int c = b[position];
            if (c == '>')
            {
                position++;
                return FinishElement();
            }

            if (position == end)
                return (int)XmlRead.NeedsInput;
            if (!XmlCharacters.IsWhite(c))
            {
                bool longer = XmlCharacters.Name[c] == 0 || c == ':' || c >= 0x80;
                return Fail(longer ? XmlError.MismatchedEndTag : XmlError.UnexpectedCharacter, position);
            }

            position++;
        }
    }

    /// <summary>An element is complete.</summary>
    int FinishElement()
    {
        depth--;
        if (namespaces.Scope != openScope[depth])
            namespaces.Leave(openScope[depth]);
        if (depth == 0)
        {
            state = State.Epilog;
            return (int)XmlRead.RootEnd;
        }

        tape.Cells[openNode[depth] + 3] = XmlTape.ElementKind | (tape.End << 2);
        state = State.Text;
        if (depth == 1)
        {
            tape.Top = openNode[1];
            return (int)XmlRead.Element;
        }

        BeginToken();
        return Go;
    }
}
