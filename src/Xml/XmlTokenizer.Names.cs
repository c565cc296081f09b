namespace Presentity.Xml;

/// <summary>What a start tag means: namespaces declared and resolved, no attribute twice (Namespaces 1.0).</summary>
public sealed partial class XmlTokenizer
{
    /// <summary>The value in hand is complete: an attribute goes on the tape, a declaration into scope.</summary>
    /// <returns>False after an error.</returns>
    bool FinishAttribute()
    {
        int local = attributeStart + attributePrefixLength;
        int word = vocabulary.Find(buffer, local, attributeLocalLength);
        int prefixLength = 0;
        if (attributePrefixLength == 0)
        {
            if (word == XmlVocabulary.Xmlns)
                return Declare(local, 0);
        }
        else
        {
            prefixLength = attributePrefixLength - 1;
            if (vocabulary.Equals(XmlVocabulary.Xmlns, buffer, attributeStart, prefixLength))
                return Declare(local, attributeLocalLength);
            prefixedAttribute = true;
        }

        if (tape.End - tagNode > limits.Attributes * XmlTape.Stride)
        {
            Fail(XmlError.TooManyAttributes, attributeStart);
            return false;
        }

        // Until the tag ends, the length of the prefix stands where the namespace will.
        tape.Add((prefixLength << 16) | word, local, tokenStart, XmlTape.AttributeKind | ((writeAt - tokenStart) << 2));
        return true;
    }

    bool Declare(int prefix, int prefixLength)
    {
        int nameLength = writeAt - tokenStart;
        int word = vocabulary.Find(buffer, tokenStart, nameLength);
        bool isXml = vocabulary.Equals(XmlVocabulary.Xml, buffer, prefix, prefixLength);
        XmlError error = XmlError.None;
        if (isXml != (word == XmlVocabulary.XmlNamespace)
            || word == XmlVocabulary.XmlnsNamespace
            || vocabulary.Equals(XmlVocabulary.Xmlns, buffer, prefix, prefixLength)
            || (prefixLength > 0 && nameLength == 0))
            error = XmlError.ReservedNamespace;
        else if (namespaces.IsDeclaredSince(openScope[depth], buffer, prefix, prefixLength))
            error = XmlError.DuplicateAttribute;
        else if (!namespaces.Declare(prefix, prefixLength, tokenStart, nameLength, word))
            error = XmlError.TooManyNamespaces;
        if (error == XmlError.None)
            return true;
        Fail(error, attributeStart);
        return false;
    }

    /// <summary>The start tag is complete: its names get their namespaces, and the element is open.</summary>
    int FinishStartTag()
    {
        int[] cells = tape.Cells;
        int prefixLength = cells[tagNode + 2] - cells[tagNode + 1] - 1;
        int space = prefixLength < 0 ? namespaces.Default : Resolve(cells[tagNode + 1], prefixLength);
        if (space == XmlNamespaces.Unbound)
            return Fail(XmlError.UnboundPrefix, cells[tagNode + 1]);
        cells[tagNode] |= space << 16;
        if (prefixedAttribute)
        {
            int unbound = ResolveAttributes();
            if (unbound != Go)
                return unbound;
        }

        int twice = FindDuplicate();
        if (twice != XmlCursor.None)
            return Fail(XmlError.DuplicateAttribute, cells[twice + 1]);
        openTagEnd[depth] = position;
        openDeclared[depth] = namespaces.Count;
        depth++;
        state = State.Text;
        BeginToken();
        if (depth > 1)
            return Go;
        Keep(0);
        tape.Top = tagNode;
        return (int)XmlRead.RootStart;
    }

    int ResolveAttributes()
    {
        int[] cells = tape.Cells;
        for (int node = tagNode + XmlTape.Stride; node < tape.End; node += XmlTape.Stride)
        {
            int prefixLength = cells[node] >> 16;
            if (prefixLength == 0)
                continue;
            int space = Resolve(cells[node + 1] - 1 - prefixLength, prefixLength);
            if (space == XmlNamespaces.Unbound)
                return Fail(XmlError.UnboundPrefix, cells[node + 1] - 1 - prefixLength);
            cells[node] = (space << 16) | (cells[node] & 0xFFFF);
        }

        return Go;
    }

    int Resolve(int prefix, int length) =>
        vocabulary.Equals(XmlVocabulary.Xml, buffer, prefix, length)
            ? XmlVocabulary.XmlNamespace
            : namespaces.Resolve(buffer, prefix, length);

    /// <summary>The second of two attributes of one expanded name, or none.</summary>
    int FindDuplicate()
    {
        int[] cells = tape.Cells;
        for (int second = tagNode + (2 * XmlTape.Stride); second < tape.End; second += XmlTape.Stride)
        {
            int name = cells[second];
            for (int first = tagNode + XmlTape.Stride; first < second; first += XmlTape.Stride)
                if ((cells[first] == name && (name & 0xFFFF) != 0) || ((cells[first] ^ name) & 0xFFFF) == 0 && AreSame(first, second))
                    return second;
        }

        return XmlCursor.None;
    }

    // The words are equal: either the same known one, in namespaces of different numbers, or both unknown.
    bool AreSame(int first, int second)
    {
        int[] cells = tape.Cells;
        int one = cells[first] >> 16;
        int other = cells[second] >> 16;
        if (one != other)
        {
            if (one < XmlNamespaces.FirstUnknown || other < XmlNamespaces.FirstUnknown)
                return false;
            namespaces.Name(one, out int start, out int length);
            namespaces.Name(other, out int otherStart, out int otherLength);
            if (length != otherLength || !XmlBytes.Equal(buffer, start, buffer, otherStart, length))
                return false;
        }

        int at = cells[first + 1];
        int otherAt = cells[second + 1];
        int nameLength = XmlCharacters.NameLength(buffer, at);
        return nameLength == XmlCharacters.NameLength(buffer, otherAt) && XmlBytes.Equal(buffer, at, buffer, otherAt, nameLength);
    }
}
