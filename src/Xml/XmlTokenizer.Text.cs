namespace Presentity.Xml;

/// <summary>Text and CDATA sections.</summary>
public sealed partial class XmlTokenizer
{
    // Set when the text in hand was too large and its beginning is lost: then no part of it goes on the tape.
    bool textLost;

    /// <summary>Text, and the tags that it stands between as long as they are plain; or a CDATA section, up to <c>]]&gt;</c>, whose text
    /// joins the text around it.</summary>
    int ReadContent()
    {
        byte[] b = buffer;
        int at = position;
        while (true)
        {
            at = XmlBytes.Skip(b, at, XmlCharacters.Text);
            if (b[at] == '<' && state == State.Text)
            {
                if (writeAt == runStart)
                    writeAt = at;
                else
                    MoveRun(at);
                position = at + 1;
                int result = ReadMarkupOpen();
                if (result != Go || state != State.Text)
                    return result;
                if (ReadAhead())
                    return (int)XmlRead.Element;
                if (state != State.Text)
                    return Go;
                at = position;
                continue;
            }

            int stop = XmlCharacters.Text[b[at]];
            if (state == State.CData && (stop == XmlCharacters.Markup || stop == XmlCharacters.Reference))
            {
                at++;
                continue;
            }

            switch (stop)
            {
                case XmlCharacters.Multibyte:
                    at = SkipMultibyte(at);
                    if (at >= 0)
                        continue;
                    return Stopped(at);
                case XmlCharacters.Reference:
                    MoveRun(at);
                    position = at + 1;
                    int resolved = BeginReference(State.Text);
                    if (resolved != Go)
                        return resolved;
                    at = position;
                    continue;
                case XmlCharacters.Bracket:
                    if (b[at + 1] == ']' && b[at + 2] == '>')
                        return EndCData(at);
                    if (at + 1 == end || (at + 2 == end && b[at + 1] == ']'))
                        return Wait(at);
                    at++;
                    continue;
                case XmlCharacters.LineEnd:
                    if (at + 1 == end)
                        return Wait(at);
                    EndLine(at, (byte)'\n');
                    at = runStart;
                    continue;
                default:
                    return at == end ? Wait(at) : Fail(XmlError.IllegalCharacter, at);
            }
        }
    }

    /// <summary>At <c>]]&gt;</c>.</summary>
    int EndCData(int at)
    {
        if (state == State.Text)
            return Fail(XmlError.CDataEndInText, at);
        MoveRun(at);
        position = at + 3;
        runStart = position;
        state = State.Text;
        return Go;
    }

    /// <summary>Puts the text in hand on the tape: markup other than a CDATA section follows.</summary>
    int FinishText()
    {
        if (depth == 1)
            return TakeRootText() ? (int)XmlRead.Text : Go;
        if (tape.IsFull && !textLost)
        {
            if (HandOverPart())
                return (int)XmlRead.Partial;
            textLost = true;
        }

        if (textLost)
        {
            textLost = false;
            tape.IsTruncated = true;
            LoseToken();
            return Go;
        }

        tape.Add(0, tokenStart, tokenStart, XmlTape.TextKind | ((writeAt - tokenStart) << 2));
        return Go;
    }

    /// <summary>Puts text between the children of the root on the tape, unless it is white space.</summary>
    /// <returns>Whether there is something to hand over.</returns>
    bool TakeRootText()
    {
        int at = tokenStart;
        while (at < writeAt && XmlCharacters.IsWhite(buffer[at]))
            at++;
        if (at == writeAt)
            return false;
        tape.Top = tape.Add(0, tokenStart, tokenStart, XmlTape.TextKind | ((writeAt - tokenStart) << 2));
        return true;
    }

    /// <summary>Moves what was read since the last change behind what is resolved already.</summary>
    void MoveRun(int at)
    {
        int length = at - runStart;
        if (writeAt != runStart && length > 0)
            System.Array.Copy(buffer, runStart, buffer, writeAt, length);
        writeAt += length;
        runStart = at;
    }

    /// <summary>Reads CR or CR LF as one line end (XML 1.0 §2.11); the byte behind the CR is known.</summary>
    void EndLine(int at, byte replacement)
    {
        MoveRun(at);
        buffer[writeAt++] = replacement;
        runStart = buffer[at + 1] == '\n' ? at + 2 : at + 1;
    }
}
