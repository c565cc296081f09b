using System.Text;

namespace Presentity.Xml;

/// <summary>For those who want everything, in order, whatever it is called: servers, tools and tests. A device does not.</summary>
public sealed partial class XmlCursor
{
    /// <summary>Whether the end of the element has not come yet: the root, or an element around the parts of a large stanza.</summary>
    public bool IsOpen => cells[Node + 2] >> 2 == 0;

    /// <summary>The slot of the first attribute.</summary>
    public int FirstAttribute() => AttributeAt(Node + XmlTape.Stride);

    /// <summary>The slot of the attribute after this one.</summary>
    public int NextAttribute(int slot) => AttributeAt(slot + XmlTape.Stride);

    /// <summary>The expanded name of an element or attribute, as <see cref="ExpandedName"/> is that of the element here.</summary>
    public int NameOf(int node) => cells[node];

    /// <summary>The node after <paramref name="node"/> in the order of the document, within what was handed over: an attribute, an element, a text.</summary>
    public int Following(int node) => node + XmlTape.Stride < Tape.End ? node + XmlTape.Stride : None;

    /// <summary>The first node in this element, an element or a text.</summary>
    public int FirstNode() => NodeAt(SkipAttributes(Node + XmlTape.Stride), OutsideOf(Node));

    /// <summary>The node after <paramref name="node"/> in this element.</summary>
    public int NextNode(int node) => NodeAt(OutsideOf(node), OutsideOf(Node));

    /// <summary>Whether a node is text; an element otherwise. What was handed over may be text too.</summary>
    public bool IsText(int node) => (cells[node + 2] & 3) == XmlTape.TextKind;

    /// <summary>The namespace of an element or attribute, made anew; empty for none.</summary>
    public string NamespaceOf(int node)
    {
        int number = cells[node] >> 16;
        if (number == 0)
            return "";
        if (number < XmlNamespaces.FirstUnknown)
            return Tape.Vocabulary.ToString(number);
        Tape.Namespaces.Name(number, out int start, out int length);
        return Encoding.UTF8.GetString(Tape.Bytes, start, length);
    }

    int AttributeAt(int node) =>
        node < Tape.End && (cells[node + 2] & 3) == XmlTape.AttributeKind ? node : None;

    static int NodeAt(int node, int end) => node < end ? node : None;
}
