namespace Presentity.Xml;

/// <summary>End tags: nothing but the name of the element that is open.</summary>
public sealed partial class XmlTokenizer
{
    // How many bytes have been compared: of an end tag's name, or of what begins a CDATA section.
    int matched;

    /// <summary>Compares the name of an end tag with the element that is open, and closes it.</summary>
    int ReadEndTag()
    {
        byte[] b = buffer;
        if (state == State.EndName)
        {
            int open = (tape.Cells[openNode[depth - 1] + 1] >>> 16) + matched;
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
                return longer ? Fail(XmlError.MismatchedEndTag, position) : Unexpected(position);
            }

            position++;
        }
    }
}
