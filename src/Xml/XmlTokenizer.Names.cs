namespace Presentity.Xml;

/// <summary>What a start tag means: namespaces declared and resolved, no attribute twice (Namespaces 1.0).</summary>
public sealed partial class XmlTokenizer
{
    /// <summary>The value in hand is complete and ends at <paramref name="at"/>: an attribute goes on the tape, a declaration into scope.</summary>
    int FinishAttribute(int at)
    {
        int local = attributeStart + attributePrefixLength;
        int word = vocabulary.Find(buffer, local, attributeLocalLength);
        int prefixLength = attributePrefixLength - 1;
        bool declaresDefault = prefixLength < 0 && word == XmlVocabulary.Xmlns;
        if (declaresDefault || vocabulary.Equals(XmlVocabulary.Xmlns, buffer, attributeStart, prefixLength))
        {
            if (namespaces.IsFull)
                return MakeRoomOnTape(at, XmlError.TooManyNamespaces, attributeStart);
            int length = declaresDefault ? 0 : attributeLocalLength;
            return Declare(attributeStart, local, length, tokenStart, writeAt - tokenStart) ? Go : (int)XmlRead.Error;
        }

        if (tape.End - tagNode > mostAttributeCells)
        {
            position = at;
            return Fail(XmlError.TooManyAttributes, attributeStart);
        }

        if (tape.IsFull)
            return MakeRoomOnTape(at, XmlError.TagTooLong, attributeStart);
        int bit = 1 << (word != 0 ? word : buffer[local] + attributeLocalLength);
        needsCheck |= prefixLength >= 0 || (seenNames & bit) != 0;
        seenNames |= bit;
        int space = prefixLength < 0 ? 0 : XmlNamespaces.Unresolved;
        tape.Add((space << 16) | word, local, tokenStart, XmlTape.AttributeKind | ((writeAt - tokenStart) << 2));
        return Go;
    }

    /// <summary>Takes a declaration into scope: Namespaces 1.0 §3.</summary>
    /// <returns>False after an error.</returns>
    bool Declare(int attribute, int prefix, int prefixLength, int name, int nameLength)
    {
        int word = vocabulary.Find(buffer, name, nameLength);
        bool isXml = prefixLength > 0 && vocabulary.Equals(XmlVocabulary.Xml, buffer, prefix, prefixLength);
        if (isXml != (word == XmlVocabulary.XmlNamespace)
            || word == XmlVocabulary.XmlnsNamespace
            || (prefixLength > 0 && (nameLength == 0 || vocabulary.Equals(XmlVocabulary.Xmlns, buffer, prefix, prefixLength))))
        {
            Fail(XmlError.ReservedNamespace, attribute);
            return false;
        }

        if (namespaces.Level == depth && namespaces.IsDeclared(buffer, prefix, prefixLength, depth))
        {
            Fail(XmlError.DuplicateAttribute, attribute);
            return false;
        }

        namespaces.Declare(prefix, prefixLength, name, nameLength, word, depth);
        return true;
    }

    /// <summary>Resolves the prefixes of a tag, and looks for an attribute that is there twice.</summary>
    /// <returns>False after an error.</returns>
    bool CheckNames()
    {
        int[] cells = tape.Cells;
        int prefixLength = (cells[tagNode + 1] & 0xFFFF) - (cells[tagNode + 1] >>> 16) - 1;
        if (prefixLength >= 0)
        {
            int space = Resolve(cells[tagNode + 1] >>> 16, prefixLength);
            if (space == XmlNamespaces.Unbound)
                return false;
            cells[tagNode] = (space << 16) | (cells[tagNode] & 0xFFFF);
        }

        for (int node = tagNode + XmlTape.Stride; node < tape.End; node += XmlTape.Stride)
        {
            if (cells[node] >> 16 != XmlNamespaces.Unresolved)
                continue;
            int colon = (cells[node + 1] >>> 16) - 1;
            int prefix = colon;
            while (!XmlCharacters.IsWhite(buffer[prefix - 1]))
                prefix--;
            int space = Resolve(prefix, colon - prefix);
            if (space == XmlNamespaces.Unbound)
                return false;
            cells[node] = (space << 16) | (cells[node] & 0xFFFF);
        }

        return HasNoDuplicate();
    }

    /// <summary>The namespace of a prefix; <see cref="XmlNamespaces.Unbound"/> after an error.</summary>
    int Resolve(int prefix, int length)
    {
        if (vocabulary.Equals(XmlVocabulary.Xml, buffer, prefix, length))
            return XmlVocabulary.XmlNamespace;
        int space = namespaces.Resolve(buffer, prefix, length);
        if (space == XmlNamespaces.Unbound)
            Fail(XmlError.UnboundPrefix, prefix);
        return space;
    }

    bool HasNoDuplicate()
    {
        int[] cells = tape.Cells;
        for (int second = tagNode + (2 * XmlTape.Stride); second < tape.End; second += XmlTape.Stride)
        {
            for (int first = tagNode + XmlTape.Stride; first < second; first += XmlTape.Stride)
            {
                if (((cells[first] ^ cells[second]) & 0xFFFF) != 0 || !AreSame(first, second))
                    continue;
                Fail(XmlError.DuplicateAttribute, cells[second + 1] >>> 16);
                return false;
            }
        }

        return true;
    }

    // The words are equal: the same known one, or both unknown.
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

        int at = cells[first + 1] >>> 16;
        int otherAt = cells[second + 1] >>> 16;
        int nameLength = XmlCharacters.NameLength(buffer, at);
        return nameLength == XmlCharacters.NameLength(buffer, otherAt) && XmlBytes.Equal(buffer, at, buffer, otherAt, nameLength);
    }
}
