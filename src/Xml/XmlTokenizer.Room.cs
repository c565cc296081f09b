namespace Presentity.Xml;

/// <summary>What happens when the buffer or the tape is full: bytes move, a large stanza goes on in parts, large text is left out.</summary>
public sealed partial class XmlTokenizer
{
    // The part that was handed over: the open element that its children are in, and where the tape really ends.
    int partLevel;
    int partEnd;

    bool IsTapeFull => tape.End > tape.Cells.Length - ((limits.Attributes + limits.Depth + 3) * XmlTape.Stride);

    bool IsTapeNearlyFull => IsTapeFull || namespaces.IsNearlyFull;

    /// <summary>Whether a start tag is being read, whose node is on the tape already.</summary>
    bool IsInTag => state == State.Value || state == State.InTag || state == State.EmptyTag || state == State.AttributeName
        || state == State.Equals || state == State.Quote || (IsInReference && afterReference == State.Value);

    bool IsInReference => state >= State.Reference && state <= State.DecimalReference;

    bool IsInText => state == State.Text || state == State.MarkupOpen || state == State.Bang || state == State.CData
        || (IsInReference && afterReference == State.Text);

    /// <summary>The buffer is getting full, or is full, and what is in it is not complete.</summary>
    int MakeRoom()
    {
        int first = FirstByte(keptCells);
        if (first > keptBytes)
            Drop(keptCells, first, tape.End, namespaces.Count);
        if (end < capacity)
            return (int)XmlRead.NeedsInput;
        if (depth == 1 && IsInText)
        {
            MoveRun(position);
            if (TakeRootText())
                return (int)XmlRead.Text;
            return LoseText() ? (int)XmlRead.NeedsInput : Fail(XmlError.TagTooLong, position);
        }

        if (HandOverPart())
            return (int)XmlRead.Partial;
        if (IsInTag || state == State.StartName)
            return Fail(XmlError.TagTooLong, position);
        if (IsInText)
        {
            textLost = true;
            tape.IsTruncated = true;
        }

        return LoseText() ? (int)XmlRead.NeedsInput : Fail(XmlError.TagTooLong, position);
    }

    /// <summary>Hands over what is complete of a stanza: the children of the outermost open element that has some.</summary>
    /// <returns>False when there is none.</returns>
    bool HandOverPart()
    {
        for (int level = 1; level < depth; level++)
        {
            int incomplete = Incomplete(level);
            if (Content(level) >= incomplete)
                continue;
            partLevel = level;
            partEnd = tape.End;
            tape.End = incomplete;
            tape.Top = openNode[1];
            return true;
        }

        return false;
    }

    /// <summary>Forgets the children that were handed over, and keeps the elements around them.</summary>
    void ForgetPart()
    {
        int incomplete = tape.End;
        tape.End = partEnd;
        int declared = namespaces.Count;
        if (partLevel + 1 < depth)
            declared = openBefore[partLevel + 1];
        else if (IsInTag)
            declared = openBefore[depth];
        Keep(partLevel);
        Drop(incomplete, FirstByte(incomplete), tape.End, declared);
        tape.IsContinued = true;
        tape.IsTruncated = false;
    }

    /// <summary>Makes the open element of a level, and those around it, what stays.</summary>
    void Keep(int level)
    {
        keptBytes = openTagEnd[level];
        keptCells = Content(level);
        keptNamespaces = openDeclared[level];
    }

    /// <summary>Forgets what is between the kept and the first that is still needed, and moves the latter down.</summary>
    void Drop(int firstCell, int firstByte, int endCell, int firstNamespace)
    {
        int bytes = firstByte - keptBytes;
        int cells = firstCell - keptCells;
        if (firstNamespace < keptNamespaces || firstCell == keptCells)
            firstNamespace = keptNamespaces;
        tape.Move(keptCells, firstCell, endCell, bytes, keptNamespaces, firstNamespace - keptNamespaces);
        namespaces.Move(keptNamespaces, firstNamespace, bytes);
        System.Array.Copy(buffer, firstByte, buffer, keptBytes, end - firstByte);
        for (int level = 0; level <= depth && level < openNode.Length; level++)
        {
            if (openNode[level] < firstCell || (level == depth && !IsInTag))
                continue;
            openNode[level] -= cells;
            openTagEnd[level] -= bytes;
            openBefore[level] -= firstNamespace - keptNamespaces;
            openDeclared[level] -= firstNamespace - keptNamespaces;
            if (openScope[level] >= firstNamespace)
                openScope[level] -= firstNamespace - keptNamespaces;
        }

        tagNode -= cells;
        tokenStart -= bytes;
        writeAt -= bytes;
        runStart -= bytes;
        localStart -= bytes;
        attributeStart -= bytes;
        referenceStart -= bytes;
        position -= bytes;
        end -= bytes;
        buffer[end] = 0;
        forgotten += bytes;
    }

    /// <summary>Forgets the text in hand; what is left to read moves to where it began.</summary>
    /// <returns>False when there is nothing to forget.</returns>
    bool LoseText()
    {
        int first = IsInReference ? referenceStart : position;
        int bytes = first - tokenStart;
        System.Array.Copy(buffer, first, buffer, tokenStart, end - first);
        position -= bytes;
        referenceStart -= bytes;
        end -= bytes;
        buffer[end] = 0;
        forgotten += bytes;
        BeginToken();
        return bytes > 0;
    }

    /// <summary>The cell of the first child of an open element.</summary>
    int Content(int level)
    {
        int node = openNode[level] + XmlTape.Stride;
        while (node < tape.End && (tape.Cells[node + 3] & 3) == XmlTape.AttributeKind)
            node += XmlTape.Stride;
        return node;
    }

    /// <summary>The cell of what is incomplete inside an open element; the end of the tape when that has no node yet.</summary>
    int Incomplete(int level) => level + 1 < depth ? openNode[level + 1] : IsInTag ? tagNode : tape.End;

    /// <summary>Where the bytes that a cell and all after it need begin.</summary>
    int FirstByte(int cell) => cell < tape.End ? tape.Cells[cell + 1] : tokenStart;
}
