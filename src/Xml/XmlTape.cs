namespace Presentity.Xml;

/// <summary>One complete element, flat: nodes in document order that point into the bytes they came in. Reused for the next.</summary>
/// <remarks>
/// Three integers a node:
/// <code>
///             [0]                          [1]                                              [2]
/// element     namespace &lt;&lt; 16 | word       start of its name &lt;&lt; 16 | of its local part      kind | next node outside &lt;&lt; 2
/// attribute   namespace &lt;&lt; 16 | word       start of local part &lt;&lt; 16 | of its value        kind | length of value &lt;&lt; 2
/// text        0                            start &lt;&lt; 16 | start                              kind | length &lt;&lt; 2
/// </code>
/// An element is followed by its attributes, then by its children. Declarations of namespaces are not on the tape.
/// Read it with an <see cref="XmlCursor"/>; what it says holds until the tokenizer's next read.
/// </remarks>
public sealed class XmlTape
{
    internal const int Stride = 3;
    internal const int ElementKind = 1;
    internal const int AttributeKind = 2;
    internal const int TextKind = 3;

    internal readonly int[] Cells;
    internal readonly byte[] Bytes;
    internal readonly XmlNamespaces Namespaces;
    internal readonly XmlVocabulary Vocabulary;

    /// <summary>Index of the first cell behind the nodes that a cursor may see.</summary>
    internal int End;

    /// <summary>Index of the node of the root's child (or the root's text) in hand, or of the root.</summary>
    internal int Top;

    internal XmlTape(byte[] bytes, XmlLimits limits, XmlVocabulary vocabulary)
    {
        Bytes = bytes;
        Cells = new int[limits.Nodes * Stride];
        Namespaces = new XmlNamespaces(limits.Namespaces);
        Vocabulary = vocabulary;
    }

    /// <summary>Whether text was left out because it did not fit: what is on the tape is not all that came.</summary>
    public bool IsTruncated;

    /// <summary>Whether this is not the first part of its stanza: a <see cref="XmlRead.Partial"/> went before.</summary>
    public bool IsContinued;

    internal bool IsFull => End == Cells.Length;

    /// <summary>Adds a node and returns its index; the caller has made sure of room.</summary>
    internal int Add(int name, int nameStart, int start, int kindAndRest)
    {
        int node = End;
        Cells[node] = name;
        Cells[node + 1] = (nameStart << 16) | start;
        Cells[node + 2] = kindAndRest;
        End = node + Stride;
        return node;
    }

    /// <summary>The node of the first child, or where it will be; of an element that is still open.</summary>
    internal int Content(int element)
    {
        int node = element + Stride;
        while (node < End && (Cells[node + 2] & 3) == AttributeKind)
            node += Stride;
        return node;
    }

    /// <summary>Forgets the nodes from <paramref name="kept"/> to before <paramref name="first"/> and moves those from there on
    /// down, with what they say of nodes, of bytes, and of unknown namespaces, which have moved too.</summary>
    internal void Drop(int kept, int first, int bytesGone, int namespacesKept, int namespacesGone)
    {
        int gone = first - kept;
        System.Array.Copy(Cells, first, Cells, kept, End - first);
        End -= gone;
        for (int node = kept; node < End; node += Stride)
        {
            if (Cells[node] >> 16 >= XmlNamespaces.FirstUnknown + namespacesKept)
                Cells[node] -= namespacesGone << 16;
            Cells[node + 1] -= bytesGone * 0x10001;
            int rest = Cells[node + 2];
            if ((rest & 3) == ElementKind && rest > 3)
                Cells[node + 2] = rest - (gone << 2);
        }
    }
}
