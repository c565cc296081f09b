namespace Presentity.Xml;

/// <summary>The short way through what is plain and all there: text, start tags and end tags in one loop, whose state is in locals.</summary>
/// <remarks>It stops before what is not plain, or not all there, and before the end of what is handed over. All that is left to the
/// careful way, which goes on from there as if it had come there itself.</remarks>
public sealed partial class XmlTokenizer
{
    // Input in small pieces is left to the others.
    const int WorthIt = 32;

    /// <summary>Reads on through text and tags as far as they are plain, at most to the end of the root's child.</summary>
    /// <returns>Whether that is complete.</returns>
    bool ReadAhead()
    {
        int text = position;
        if (end - text < WorthIt || tokenStart != text || writeAt != text || runStart != text || textLost)
            return false;
        byte[] b = buffer;
        int[] cells = tape.Cells;
        int at = text;
        int level = depth;
        int cell = tape.End;
        int lastCell = cells.Length - (2 * XmlTape.Stride);
        bool isComplete = false;
        while (true)
        {
            text = at;
            if (b[at] != '<')
            {
                at = XmlBytes.Skip(b, at, XmlCharacters.Text);
                if (b[at] != '<' || level == 1)
                    break;
            }

            if (cell > lastCell)
                break;
            // Where nothing more has come there is a zero, which begins no name.
            int name = at + 1;
            if (b[name] == '/')
            {
                int open = openNode[level - 1];
                int length = openNameLength[level - 1];
                name++;
                if (level == 1 || name + length >= end || b[name + length] != '>' || !XmlBytes.Equal(b, cells[open + 1] >>> 16, b, name, length))
                    break;
                if (text != at)
                    cell = AddText(cells, cell, text, at);
                level--;
                cells[open + 2] = XmlTape.ElementKind | (cell << 2);
                if (namespaces.Level == level)
                    namespaces.Leave();
                at = name + length + 1;
                if (level > 1)
                    continue;
                tape.Top = open;
                isComplete = true;
                text = at;
                break;
            }

            int nameEnd = name;
            while (XmlCharacters.Name[b[nameEnd]] == 0)
                nameEnd++;
            int c = b[nameEnd];
            if (b[name] < 'a' || level == mostDepth || (c != '>' && c != ' ' && (c != '/' || b[nameEnd + 1] != '>' || level == 1)))
                break;
            if (text != at)
                cell = AddText(cells, cell, text, at);
            int node = cell;
            cells[node] = vocabulary.Find(b, name, nameEnd - name);
            cells[node + 1] = name * 0x10001;
            cells[node + 2] = XmlTape.ElementKind;
            cell += XmlTape.Stride;
            openNameLength[level] = nameEnd - name;
            at = nameEnd;
            if (c == ' ')
            {
                depth = level;
                tagNode = node;
                tape.End = cell;
                needsCheck = false;
                seenNames = 0;
                at = SkipPlainAttributes(at);
                c = b[at];
                if ((c != '>' && (c != '/' || b[at + 1] != '>' || level == 1)) || (needsCheck && !HasNoDuplicate()))
                {
                    GoOnInTag(name, at);
                    return false;
                }

                cell = tape.End;
            }

            cells[node] |= namespaces.Default << 16;
            at++;
            if (c == '/')
            {
                at++;
                cells[node + 2] |= cell << 2;
                if (namespaces.Level == level)
                    namespaces.Leave();
            }
            else
            {
                openNode[level] = node;
                level++;
            }
        }

        depth = level;
        tape.End = cell;
        tokenStart = text;
        writeAt = text;
        runStart = text;
        position = at;
        return isComplete;
    }

    /// <summary>Leaves the rest of a start tag to the careful way, if nothing is wrong with it yet.</summary>
    void GoOnInTag(int start, int at)
    {
        if (state == State.Failed)
            return;
        position = at;
        tokenStart = start;
        spaceBefore = false;
        state = State.InTag;
    }

    static int AddText(int[] cells, int cell, int start, int behind)
    {
        cells[cell] = 0;
        cells[cell + 1] = start * 0x10001;
        cells[cell + 2] = XmlTape.TextKind | ((behind - start) << 2);
        return cell + XmlTape.Stride;
    }
}
