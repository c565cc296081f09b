namespace Presentity.Xml;

/// <summary>The short way through what nearly all attributes are: names of ASCII letters, values that stand as they are, all there.</summary>
/// <remarks>Whatever is otherwise is left to the careful way, at the beginning of the name or of the attribute; it finds out
/// what is wrong, if anything is. An attribute comes by here once only, so that input in small pieces is not read twice.</remarks>
public sealed partial class XmlTokenizer
{
    // The tag in hand: its node; which names its attributes have, as one bit of 32 each, of the word or for an unknown one of
    // its first byte and length; and whether there is something in it that only a close look can decide: a prefix, or two
    // attributes with the same bit.
    int tagNode;
    int seenNames;
    bool needsCheck;

    /// <summary>Reads attributes as long as they are plain, with one space before each.</summary>
    /// <returns>The place of what is none.</returns>
    int SkipPlainAttributes(int at)
    {
        byte[] b = buffer;
        byte[] nameTable = XmlCharacters.Name;
        int[] cells = tape.Cells;
        int cell = tape.End;
        int cellsEnd = tagNode + XmlTape.Stride + mostAttributeCells;
        if (cellsEnd > cells.Length)
            cellsEnd = cells.Length;
        while (b[at] == ' ')
        {
            int name = at + 1;
            int nameEnd = name;
            while (nameTable[b[nameEnd]] == 0)
                nameEnd++;
            if (b[nameEnd] != '=' || b[name] < 'a')
            {
                // No prefix but that of xml:lang, which servers put on stanzas.
                if (b[nameEnd] != ':' || !vocabulary.Equals(XmlVocabulary.Xml, b, name, nameEnd - name))
                    break;
                name = nameEnd + 1;
                nameEnd = name;
                while (nameTable[b[nameEnd]] == 0)
                    nameEnd++;
                if (b[nameEnd] != '=' || b[name] < 'a')
                    break;
            }

            int quoteMark = b[nameEnd + 1];
            if (quoteMark != '\'' && quoteMark != '"')
                break;
            int value = nameEnd + 2;
            int valueEnd = XmlBytes.Skip(b, value, XmlCharacters.Value);
            if (b[valueEnd] != quoteMark)
                break;
            int word = vocabulary.Find(b, name, nameEnd - name);
            if (name != at + 1)
                word |= XmlVocabulary.XmlNamespace << 16;
            if (word == XmlVocabulary.Xmlns)
            {
                if (namespaces.IsFull || !Declare(name, name, 0, value, valueEnd - value))
                    break;
            }
            else
            {
                if (cell == cellsEnd)
                    break;
                cells[cell] = word;
                cells[cell + 1] = (name << 16) | value;
                cells[cell + 2] = XmlTape.AttributeKind | ((valueEnd - value) << 2);
                cell += XmlTape.Stride;
                int bit = 1 << (word != 0 ? word : b[name] + nameEnd - name);
                if ((seenNames & bit) != 0)
                    needsCheck = true;
                seenNames |= bit;
            }

            at = valueEnd + 1;
        }

        tape.End = cell;
        return at;
    }

    /// <summary>The start tag is complete: its names get their namespaces, and the element is open.</summary>
    int FinishStartTag()
    {
        int[] cells = tape.Cells;
        cells[tagNode] |= namespaces.Default << 16;
        if (needsCheck && !CheckNames())
            return (int)XmlRead.Error;
        openNode[depth] = tagNode;
        depth++;
        state = State.Text;
        tokenStart = position;
        writeAt = position;
        runStart = position;
        if (depth > 1)
            return Go;
        rootBytes = position;
        rootCells = tape.End;
        rootNamespaces = namespaces.Count;
        tape.Top = tagNode;
        return (int)XmlRead.RootStart;
    }

    int FinishEmptyTag()
    {
        int started = FinishStartTag();
        if (started == Go)
            return FinishElement();
        if (started == (int)XmlRead.RootStart)
            state = State.EmptyRoot;
        return started;
    }

    /// <summary>An element is complete.</summary>
    int FinishElement()
    {
        depth--;
        if (namespaces.Level == depth)
            namespaces.Leave();
        if (depth == 0)
        {
            state = State.Epilog;
            return (int)XmlRead.RootEnd;
        }

        int node = openNode[depth];
        tape.Cells[node + 2] = XmlTape.ElementKind | (tape.End << 2);
        state = State.Text;
        if (depth == 1)
        {
            tape.Top = node;
            return (int)XmlRead.Element;
        }

        tokenStart = position;
        writeAt = position;
        runStart = position;
        return Go;
    }
}
