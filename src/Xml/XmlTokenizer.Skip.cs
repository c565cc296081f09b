namespace Presentity.Xml;

/// <summary>What is too much for the limits is passed over, whole elements of it: it must not cost the stream.</summary>
/// <remarks>Whoever may send us a stanza could end our stream otherwise. The bytes are read and forgotten: tags are paired by
/// number, not by name, and characters are not checked. The stanza that they were in is <see cref="XmlTape.IsTruncated"/>; one that was
/// passed over as a whole is only counted. What is too much in the root's own start tag remains an error.</remarks>
public sealed partial class XmlTokenizer
{
    Skipping skipping;
    int skippedDepth;

    enum Skipping
    {
        Content,
        MarkupOpen,
        Tag,
        Slash,
        Value,
        EndTag,
        Bang,
        CData,
    }

    /// <summary>How many children of the root were passed over as a whole since <see cref="Reset"/>.</summary>
    public int Skipped;

    /// <summary>Passes over the element in hand: that of the tag which is being read, else the innermost that is open.</summary>
    /// <param name="at">Where reading goes on.</param>
    /// <returns>False when it is the root.</returns>
    bool BeginSkip(int at)
    {
        int start = tokenStart;
        skippedDepth = 1;
        if (IsInTag)
        {
            // What has been read of a value is resolved already, and may look like markup now.
            at = position;
            start = tape.Cells[tagNode + 1] >>> 16;
            tape.End = tagNode;
            skipping = state == State.EmptyTag ? Skipping.Slash
                : state == State.Value || IsInReference ? Skipping.Value
                : Skipping.Tag;
        }
        else if (state == State.StartName)
        {
            skipping = Skipping.Tag;
        }
        else if (state == State.MarkupOpen && at < position)
        {
            // The text before it may be lost already, and with it the '<'.
            start = at < tokenStart ? tokenStart : at;
            at = position;
            skipping = Skipping.Tag;
        }
        else
        {
            if (depth < 2)
                return false;
            depth--;
            start = tape.Cells[openNode[depth] + 1] >>> 16;
            tape.End = openNode[depth];
            skipping = state == State.MarkupOpen ? Skipping.MarkupOpen
                : state == State.Bang ? Skipping.Bang
                : state == State.CData ? Skipping.CData
                : state == State.EndName || state == State.EndTag ? Skipping.EndTag
                : Skipping.Content;
        }

        if (depth == 0)
            return false;
        if (skipping != Skipping.Bang)
            matched = 0;
        if (namespaces.Level == depth)
            namespaces.Leave();
        state = State.Skip;
        textLost = false;
        tape.IsTruncated = true;
        position = at;
        ForgetSkipped(start);
        return true;
    }

    int Skip()
    {
        byte[] b = buffer;
        for (int at = position; at < end; at++)
        {
            int c = b[at];
            switch (skipping)
            {
                case Skipping.Content:
                    if (c == '<')
                        skipping = Skipping.MarkupOpen;
                    break;
                case Skipping.MarkupOpen:
                    if (c == '?')
                        return Fail(XmlError.ProcessingInstruction, at);
                    matched = 0;
                    skipping = c == '/' ? Skipping.EndTag : c == '!' ? Skipping.Bang : Skipping.Tag;
                    if (skipping == Skipping.Tag)
                        skippedDepth++;
                    break;
                case Skipping.Tag:
                    if (c == '<')
                        return Fail(XmlError.UnexpectedCharacter, at);
                    quote = c;
                    if (c == '\'' || c == '"')
                        skipping = Skipping.Value;
                    else if (c == '/')
                        skipping = Skipping.Slash;
                    else if (c == '>')
                        skipping = Skipping.Content;
                    break;
                case Skipping.Value:
                    if (c == '<')
                        return Fail(XmlError.LessThanInValue, at);
                    if (c == quote)
                        skipping = Skipping.Tag;
                    break;
                case Skipping.Bang:
                    if (c != CDataStart[matched])
                        return Fail(BangError(c), at);
                    if (++matched < CDataStart.Length)
                        break;
                    matched = 0;
                    skipping = Skipping.CData;
                    break;
                case Skipping.CData:
                    if (c == '>' && matched == 2)
                        skipping = Skipping.Content;
                    matched = c != ']' ? 0 : matched == 2 ? 2 : matched + 1;
                    break;
                default:
                    if (c != '>')
                    {
                        if (skipping == Skipping.Slash)
                            return Fail(XmlError.UnexpectedCharacter, at);
                        break;
                    }

                    skipping = Skipping.Content;
                    if (--skippedDepth == 0)
                        return EndSkip(at + 1);
                    break;
            }
        }

        position = end;
        ForgetSkipped(tokenStart);
        return (int)XmlRead.NeedsInput;
    }

    /// <summary>The element has been passed over; what is around it goes on.</summary>
    int EndSkip(int at)
    {
        position = at;
        ForgetSkipped(tokenStart);
        state = State.Text;
        if (depth == 1)
        {
            Skipped++;
            tape.IsTruncated = false;
            tape.IsContinued = false;
        }

        return Go;
    }

    /// <summary>Forgets the bytes from <paramref name="start"/> to what is read next.</summary>
    void ForgetSkipped(int start)
    {
        int bytes = position - start;
        System.Array.Copy(buffer, position, buffer, start, end - position);
        MoveInput(bytes);
        BeginToken();
    }
}
