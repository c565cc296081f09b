using System.Text;

namespace Presentity.Xml;

/// <summary>A place on a tape: at an element, from where to its attributes, text, children and neighbours.</summary>
/// <remarks>
/// Nothing here makes an object, but for the strings that are asked for. Attributes and texts are known by a <i>slot</i>, an
/// integer that is <see cref="None"/> where there is none; every question about the slot <see cref="None"/> has the answer
/// of an empty value. Words are numbers of the <see cref="XmlVocabulary"/>.
/// </remarks>
public sealed partial class XmlCursor(XmlTape tape)
{
    /// <summary>No slot, no node.</summary>
    public const int None = -1;

    readonly int[] cells = tape.Cells;

    /// <summary>The tape that this walks on.</summary>
    public readonly XmlTape Tape = tape;

    /// <summary>Where the cursor stands; <see cref="MoveTo"/> comes back to it.</summary>
    public int Node = None;

    /// <summary>Namespace and local name in one number: <see cref="Name(int,int)"/>. The local part is 0 when unknown.</summary>
    public int ExpandedName => cells[Node];

    /// <summary>The word of the local name; 0 when unknown.</summary>
    public int LocalName => cells[Node] & 0xFFFF;

    /// <summary>The word of the namespace; 0 for none; another number, good for nothing but comparing, when unknown.</summary>
    public int Namespace => cells[Node] >> 16;

    /// <summary>An expanded name as one number.</summary>
    public static int Name(int space, int local) => (space << 16) | local;

    /// <summary>Goes to the element that was handed over: the root after its start, else the child of the root.</summary>
    public void MoveToTop() => Node = Tape.Top;

    /// <summary>Goes back to a node that the cursor has been at.</summary>
    public void MoveTo(int node) => Node = node;

    /// <summary>Whether the element has this expanded name.</summary>
    public bool Is(int space, int local) => cells[Node] == ((space << 16) | local);

    /// <summary>Goes to the first child element.</summary>
    /// <returns>False, without moving, when there is none.</returns>
    public bool MoveToFirstChild() => MoveToElement(SkipAttributes(Node + XmlTape.Stride), OutsideOf(Node));

    /// <summary>Goes to the next element beside this one.</summary>
    /// <param name="parent">The node of the element that both are in.</param>
    /// <returns>False, without moving, when there is none.</returns>
    public bool MoveToNext(int parent) => MoveToElement(OutsideOf(Node), OutsideOf(parent));

    /// <summary>Goes to the first child element of this name.</summary>
    /// <returns>False, without moving, when there is none.</returns>
    public bool MoveToChild(int space, int local)
    {
        int parent = Node;
        bool more = MoveToFirstChild();
        while (more && !Is(space, local))
            more = MoveToNext(parent);
        if (!more)
            Node = parent;
        return more;
    }

    /// <summary>How many child elements there are.</summary>
    public int CountChildren()
    {
        int parent = Node;
        int count = 0;
        for (bool more = MoveToFirstChild(); more; more = MoveToNext(parent))
            count++;
        Node = parent;
        return count;
    }

    /// <summary>The slot of the attribute of this name in no namespace.</summary>
    public int Attribute(int local) => Attribute(0, local);

    /// <summary>The slot of the attribute of this expanded name.</summary>
    public int Attribute(int space, int local)
    {
        int name = (space << 16) | local;
        for (int node = Node + XmlTape.Stride; node < Tape.End && (cells[node + 2] & 3) == XmlTape.AttributeKind; node += XmlTape.Stride)
            if (cells[node] == name)
                return node;
        return None;
    }

    /// <summary>The slot of the first text in this element.</summary>
    public int Text()
    {
        int end = OutsideOf(Node);
        int node = SkipAttributes(Node + XmlTape.Stride);
        while (node < end)
        {
            if ((cells[node + 2] & 3) == XmlTape.TextKind)
                return node;
            node = OutsideOf(node);
        }

        return None;
    }

    /// <summary>The bytes that <see cref="Start"/> and <see cref="Length"/> speak of. Not to be written to.</summary>
    public byte[] Bytes => Tape.Bytes;

    /// <summary>Where a slot's value begins, with references resolved and line ends normalized.</summary>
    public int Start(int slot) => slot < 0 ? 0 : cells[slot + 1] & 0xFFFF;

    /// <summary>Length of a slot's value in bytes.</summary>
    public int Length(int slot) => slot < 0 ? 0 : cells[slot + 2] >> 2;

    /// <summary>The word that a slot's value is; 0 when it is none that is known.</summary>
    public int Word(int slot) => slot < 0 ? 0 : Tape.Vocabulary.Find(Tape.Bytes, Start(slot), Length(slot));

    /// <summary>The word of an attribute's value; 0 when it is none that is known, or not there.</summary>
    public int AttributeWord(int local) => Word(Attribute(local));

    /// <summary>Whether a slot's value is these bytes.</summary>
    public bool ValueEquals(int slot, byte[] bytes, int start, int length) =>
        slot >= 0 && Length(slot) == length && XmlBytes.Equal(Tape.Bytes, Start(slot), bytes, start, length);

    /// <summary>A slot's value as a string, made anew; empty for <see cref="None"/>.</summary>
    public string ToString(int slot) => slot < 0 ? "" : Encoding.UTF8.GetString(Tape.Bytes, Start(slot), Length(slot));

    /// <summary>Reads a slot's value as a decimal integer: an optional minus sign, then 1 to 9 digits.</summary>
    /// <returns>False for anything else; <paramref name="value"/> is then 0.</returns>
    public bool TryGetInteger(int slot, out int value)
    {
        value = 0;
        int at = Start(slot);
        int end = at + Length(slot);
        bool negative = at < end && Tape.Bytes[at] == '-';
        if (negative)
            at++;
        if (end - at < 1 || end - at > 9)
            return false;
        int number = 0;
        for (; at < end; at++)
        {
            int digit = Tape.Bytes[at] - '0';
            if (digit < 0 || digit > 9)
                return false;
            number = (number * 10) + digit;
        }

        value = negative ? -number : number;
        return true;
    }

    /// <summary>Where the node after this one's content is; for an element that is still open, the end of the tape.</summary>
    int OutsideOf(int node)
    {
        int rest = cells[node + 2];
        if ((rest & 3) != XmlTape.ElementKind)
            return node + XmlTape.Stride;
        return rest >> 2 == 0 ? Tape.End : rest >> 2;
    }

    int SkipAttributes(int node)
    {
        while (node < Tape.End && (cells[node + 2] & 3) == XmlTape.AttributeKind)
            node += XmlTape.Stride;
        return node;
    }

    bool MoveToElement(int node, int end)
    {
        while (node < end && (cells[node + 2] & 3) != XmlTape.ElementKind)
            node += XmlTape.Stride;
        if (node >= end)
            return false;
        Node = node;
        return true;
    }

    /// <summary>The local name of an element or attribute, made anew.</summary>
    public string LocalNameOf(int node)
    {
        int start = (cells[node + 2] & 3) == XmlTape.ElementKind ? cells[node + 1] & 0xFFFF : cells[node + 1] >>> 16;
        return Encoding.UTF8.GetString(Tape.Bytes, start, XmlCharacters.NameLength(Tape.Bytes, start));
    }
}
