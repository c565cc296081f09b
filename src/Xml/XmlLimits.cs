namespace Presentity.Xml;

/// <summary>Bounds of a tokenizer. Everything that it will ever need is allocated from them, once.</summary>
public sealed class XmlLimits
{
    /// <summary>The fewest that <see cref="Bytes"/> may be.</summary>
    public const int FewestBytes = 512;

    /// <summary>The most that <see cref="Bytes"/> may be: the tape keeps a position in 16 bits.</summary>
    public const int MostBytes = 65535;

    /// <summary>Bytes of input kept at a time: the stream header and one stanza as it came. <see cref="FewestBytes"/> to
    /// <see cref="MostBytes"/>.</summary>
    public int Bytes = 4096;

    /// <summary>Elements, attributes and texts on the tape: those of one stanza, and the root with its attributes.</summary>
    public int Nodes = 192;

    /// <summary>Elements inside each other, the root included.</summary>
    public int Depth = 24;

    /// <summary>Attributes in one tag.</summary>
    public int Attributes = 32;

    /// <summary>Namespace declarations kept at a time: those in scope, and of the stanza in hand those of names that the
    /// vocabulary does not know. At most 16,000.</summary>
    public int Namespaces = 24;
}
