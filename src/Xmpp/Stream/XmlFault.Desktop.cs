using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>What is wrong with XML, in words for a person; the stream error's condition stands for several things each.</summary>
static class XmlFault
{
    internal static string Describe(XmlError error) => error switch
    {
        XmlError.InvalidUtf8 => "bytes that are not UTF-8",
        XmlError.IllegalCharacter => "a character that XML forbids",
        XmlError.UnexpectedCharacter => "a character where none may be",
        XmlError.InvalidName => "a name that is none",
        XmlError.MismatchedEndTag => "an end tag without its start tag",
        XmlError.DuplicateAttribute => "an attribute twice",
        XmlError.LessThanInValue => "a < in an attribute",
        XmlError.CDataEndInText => "]]> in text",
        XmlError.UnboundPrefix => "a prefix that is not declared",
        XmlError.ReservedNamespace => "a namespace that must not be declared",
        XmlError.InvalidReference => "a reference that is none",
        XmlError.InvalidDeclaration => "an XML declaration that is none",
        XmlError.Comment => "a comment",
        XmlError.ProcessingInstruction => "a processing instruction",
        XmlError.DocumentType => "a document type declaration",
        XmlError.UndefinedEntity => "an entity that XMPP does not have",
        XmlError.UnsupportedEncoding => "an encoding other than UTF-8",
        XmlError.TooDeep => "elements too deep inside each other",
        XmlError.TooManyAttributes => "too many attributes",
        XmlError.TooManyNamespaces => "too many namespaces",
        _ => "a tag that is too long",
    };
}
