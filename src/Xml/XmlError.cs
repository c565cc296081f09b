namespace Presentity.Xml;

/// <summary>What is wrong with the input. Each has one stream error condition: <see cref="XmlErrors.Condition"/>.</summary>
public enum XmlError
{
    None,

    /// <summary>Bytes that are not UTF-8 (RFC 3629): overlong, a surrogate, out of range, or cut short.</summary>
    InvalidUtf8,

    /// <summary>A character that XML 1.0 §2.2 forbids, written as itself or by reference.</summary>
    IllegalCharacter,

    /// <summary>A character that cannot stand where it stands: <c>&lt; x></c>, <c>a='1'b='2'</c>, text outside the root.</summary>
    UnexpectedCharacter,

    /// <summary>A name that XML 1.0 §2.3 or Namespaces 1.0 §4 forbids: two colons, an empty part, a digit first.</summary>
    InvalidName,

    /// <summary>An end tag that does not match the element that is open (XML 1.0 §3).</summary>
    MismatchedEndTag,

    /// <summary>Two attributes of one name (XML 1.0 §3.1), or of one expanded name (Namespaces 1.0 §6.3).</summary>
    DuplicateAttribute,

    /// <summary><c>&lt;</c> in an attribute's value (XML 1.0 §3.1).</summary>
    LessThanInValue,

    /// <summary><c>]]&gt;</c> in text (XML 1.0 §2.4).</summary>
    CDataEndInText,

    /// <summary>A prefix that no declaration in scope binds (Namespaces 1.0 §5).</summary>
    UnboundPrefix,

    /// <summary>A declaration that Namespaces 1.0 §3 forbids: <c>xmlns:a=''</c>, or a reserved prefix or name.</summary>
    ReservedNamespace,

    /// <summary>A reference that is not closed, or not to a character (XML 1.0 §4.1).</summary>
    InvalidReference,

    /// <summary>An XML declaration that is not one (XML 1.0 §2.8), or of a version that is not 1.x. One that does not stand at the very
    /// start is a <see cref="ProcessingInstruction"/>.</summary>
    InvalidDeclaration,

    /// <summary>A comment (RFC 6120 §11.1).</summary>
    Comment,

    /// <summary>A processing instruction (RFC 6120 §11.1).</summary>
    ProcessingInstruction,

    /// <summary>A document type declaration (RFC 6120 §11.1).</summary>
    DocumentType,

    /// <summary>A reference to an entity other than the five predefined ones (RFC 6120 §11.1).</summary>
    UndefinedEntity,

    /// <summary>A declared encoding other than UTF-8 (RFC 6120 §11.6).</summary>
    UnsupportedEncoding,

    /// <summary>More elements inside each other than <see cref="XmlLimits.Depth"/>. This and what follows is passed over in a stanza, and
    /// ends the stream in the root's start tag alone.</summary>
    TooDeep,

    /// <summary>More attributes in one tag than <see cref="XmlLimits.Attributes"/>.</summary>
    TooManyAttributes,

    /// <summary>More namespace declarations than <see cref="XmlLimits.Namespaces"/>.</summary>
    TooManyNamespaces,

    /// <summary>Start tags that together do not fit into <see cref="XmlLimits.Bytes"/> or <see cref="XmlLimits.Nodes"/>.</summary>
    TagTooLong,
}

/// <summary>Stream error conditions of XML violations (RFC 6120 §4.9.3).</summary>
public static class XmlErrors
{
    /// <summary>The condition's element name, such as <c>not-well-formed</c>.</summary>
    public static string Condition(XmlError error)
    {
        // They stand in this order.
        if (error >= XmlError.TooDeep)
            return "policy-violation";
        if (error == XmlError.InvalidUtf8 || error == XmlError.UnsupportedEncoding)
            return "unsupported-encoding";
        return error >= XmlError.Comment ? "restricted-xml" : "not-well-formed";
    }
}
