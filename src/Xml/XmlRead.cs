namespace Presentity.Xml;

/// <summary>What one <see cref="XmlTokenizer.Read"/> came to.</summary>
public enum XmlRead
{
    /// <summary>All that was fed has been read, and nothing is complete: feed more.</summary>
    NeedsInput,

    /// <summary>The start tag of the root (a stream header) is on the tape.</summary>
    RootStart,

    /// <summary>A complete child of the root (a stanza) is on the tape; or the rest of one, after <see cref="Partial"/>.</summary>
    Element,

    /// <summary>A child of the root that is larger than the tape: its open elements and those of their children that are
    /// complete are on the tape. The following reads bring the other children under the same open elements.</summary>
    Partial,

    /// <summary>Text between the children of the root, other than white space, is on the tape.</summary>
    Text,

    /// <summary>The end tag of the root.</summary>
    RootEnd,

    /// <summary>A violation: see <see cref="XmlTokenizer.Error"/>. Every further read says the same.</summary>
    Error,
}
