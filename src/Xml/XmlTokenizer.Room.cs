namespace Presentity.Xml;

/// <summary>What happens when the buffer or the tape is full: bytes move, a large stanza goes on in parts, large text is left out.</summary>
public sealed partial class XmlTokenizer
{
    // The part that was handed over: the open element that its children are in, and where the tape really ends.
    int partLevel;
    int partEnd;

    /// <summary>Whether a start tag is being read, whose node is on the tape already.</summary>
    bool IsInTag => (state >= State.InTag && state <= State.Value) || (IsInReference && afterReference == State.Value);

    bool IsInReference => state >= State.Reference && state <= State.Digits;

    bool IsInText => (state >= State.Text && state <= State.CData) || (IsInReference && afterReference == State.Text);

    /// <summary>The buffer is getting full, or is full, and what is in it is not complete.</summary>
    int MakeRoom()
    {
        // Stanzas that are done leave nothing but the root's start tag.
        Drop(rootBytes, rootCells, FirstByte(rootCells), rootCells);
        if (end < capacity)
            return (int)XmlRead.NeedsInput;
        if (HandOverPart())
            return (int)XmlRead.Partial;
        if (IsInTag || state == State.StartName)
            return Fail(XmlError.TagTooLong, position);
        if (IsInText && depth == 1)
        {
            // What is between stanzas is no part of one; it comes in pieces.
            if (state == State.Text || state == State.CData)
                MoveRun(position);
            if (TakeRootText())
                return (int)XmlRead.Text;
        }
        else if (IsInText)
        {
            textLost = true;
        }

        return LoseToken() ? (int)XmlRead.NeedsInput : Fail(XmlError.TagTooLong, position);
    }

    /// <summary>The tape is full, and a node or a declaration that is to be kept waits until the read after this, which goes on at
    /// <paramref name="at"/>; there may be so many because of children that are complete.</summary>
    int MakeRoomOnTape(int at, XmlError error, int errorAt)
    {
        position = at;
        return HandOverPart() ? (int)XmlRead.Partial : Fail(error, errorAt);
    }

    /// <summary>Hands over what is complete of a stanza: the children of the outermost open element that has some.</summary>
    /// <returns>False when there is none.</returns>
    bool HandOverPart()
    {
        for (int level = 1; level < depth; level++)
        {
            int incomplete = level + 1 < depth ? openNode[level + 1] : IsInTag ? tagNode : tape.End;
            if (tape.Content(openNode[level]) >= incomplete)
                continue;
            partLevel = level;
            partEnd = tape.End;
            tape.End = incomplete;
            tape.Top = openNode[1];
            return true;
        }

        return false;
    }

    /// <summary>Forgets what was handed over, and keeps the open elements that the next one is in.</summary>
    void Forget()
    {
        switch (handed)
        {
            case XmlRead.Partial:
                int incomplete = tape.End;
                int content = tape.Content(openNode[partLevel]);
                tape.End = partEnd;
                Drop(FirstByte(content), content, FirstByte(incomplete), incomplete);
                tape.IsContinued = true;
                tape.IsTruncated = false;
                break;
            case XmlRead.Element:
            case XmlRead.Text:
                tape.End = rootCells;
                tape.IsContinued = false;
                tape.IsTruncated = false;
                namespaces.Truncate(rootNamespaces);
                BeginToken();
                break;
        }

        handed = XmlRead.NeedsInput;
    }

    /// <summary>Forgets bytes and cells from those kept to before the first that are still needed, and moves the latter down.</summary>
    void Drop(int keptBytes, int keptCells, int firstByte, int firstCell)
    {
        int bytes = firstByte - keptBytes;
        int cells = firstCell - keptCells;
        if (bytes == 0)
            return;
        int namespacesKept = namespaces.CountBefore(keptBytes);
        int firstNamespace = namespaces.CountBefore(firstByte);
        namespaces.Drop(namespacesKept, firstNamespace, bytes);
        tape.Drop(keptCells, firstCell, bytes, namespacesKept, firstNamespace - namespacesKept);
        for (int level = 1; level < depth; level++)
            if (openNode[level] >= firstCell)
                openNode[level] -= cells;
        System.Array.Copy(buffer, firstByte, buffer, keptBytes, end - firstByte);
        tagNode -= cells;
        tokenStart -= bytes;
        writeAt -= bytes;
        runStart -= bytes;
        localStart -= bytes;
        attributeStart -= bytes;
        MoveInput(bytes);
    }

    /// <summary>Forgets the token in hand, as far as it has been read; what is left to read moves to where it began.</summary>
    /// <returns>False when there is nothing to forget.</returns>
    bool LoseToken()
    {
        int first = IsInReference ? referenceStart : position;
        int bytes = first - tokenStart;
        System.Array.Copy(buffer, first, buffer, tokenStart, end - first);
        MoveInput(bytes);
        BeginToken();
        return bytes > 0;
    }

    void MoveInput(int bytes)
    {
        referenceStart -= bytes;
        position -= bytes;
        end -= bytes;
        buffer[end] = 0;
        forgotten += bytes;
    }

    /// <summary>Where the bytes that a cell and all after it need begin.</summary>
    int FirstByte(int cell) => cell < tape.End ? tape.Cells[cell + 1] >>> 16 : tokenStart;
}
