namespace Presentity.Xml;

/// <summary>Bounds of a tokenizer. Everything that it will ever need is allocated from them, once.</summary>
public sealed class XmlLimits
{
    /// <summary>Bytes of input kept at a time: the stream header and one stanza as it came. 512 to 60,000.</summary>
    public int Bytes { get; set; } = 4096;

    /// <summary>Elements, attributes and texts on the tape. At least <see cref="Attributes"/> + 16.</summary>
    public int Nodes { get; set; } = 256;

    /// <summary>Elements inside each other, the root included.</summary>
    public int Depth { get; set; } = 24;

    /// <summary>Attributes in one tag.</summary>
    public int Attributes { get; set; } = 32;

    /// <summary>Namespace declarations kept at a time.</summary>
    public int Namespaces { get; set; } = 32;
}
