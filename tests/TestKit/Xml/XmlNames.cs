using Presentity.Xml;

namespace Presentity.TestKit;

/// <summary>The names of values of the enums of Xml: on the chip an enum has none.</summary>
public static class XmlNames
{
    const string Errors = "None InvalidUtf8 IllegalCharacter UnexpectedCharacter InvalidName MismatchedEndTag DuplicateAttribute "
        + "LessThanInValue CDataEndInText UnboundPrefix ReservedNamespace InvalidReference InvalidDeclaration Comment "
        + "ProcessingInstruction DocumentType UndefinedEntity UnsupportedEncoding TooDeep TooManyAttributes TooManyNamespaces TagTooLong";

    const string Reads = "NeedsInput RootStart Element Partial Text RootEnd Error";

    public static string Of(XmlError error) => Errors.Split(' ')[(int)error];

    public static string Of(XmlRead read) => Reads.Split(' ')[(int)read];
}
