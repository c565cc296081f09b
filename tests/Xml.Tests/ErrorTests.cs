using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>Every error is met, with its condition, at the byte that is wrong: at the beginning of a stream and far into it, however it is
/// cut.</summary>
[TestClass]
public sealed class ErrorTests
{
    const string Header = "<s xmlns='jabber:client'>";

    static readonly XmlVocabulary Vocabulary = StreamWords.Create();
    static readonly XmlLimits Limits = new() { Bytes = 1024, Nodes = 40, Depth = 8, Attributes = 4, Namespaces = 4 };

    /// <summary>The bar stands before the byte that is wrong, and is not there.</summary>
    [TestMethod]
    [DataRow(XmlError.InvalidUtf8, "<a b='1|\u00FF'/>", "unsupported-encoding")]
    [DataRow(XmlError.InvalidUtf8, "<a>x|\u00C0\u0080</a>", "unsupported-encoding")]
    [DataRow(XmlError.InvalidUtf8, "<a |\u00E6\u00B0='1'/>", "unsupported-encoding")]
    [DataRow(XmlError.IllegalCharacter, "<a>x|\u0001</a>", "not-well-formed")]
    [DataRow(XmlError.IllegalCharacter, "<a>x|&#xFFFE;</a>", "not-well-formed")]
    [DataRow(XmlError.IllegalCharacter, "<a b='|\u00EF\u00BF\u00BF'/>", "not-well-formed")]
    [DataRow(XmlError.UnexpectedCharacter, "<| a/>", "not-well-formed")]
    [DataRow(XmlError.UnexpectedCharacter, "<a b='1'|c='2'/>", "not-well-formed")]
    [DataRow(XmlError.UnexpectedCharacter, "<a>|<!ELEMENT</a>", "not-well-formed")]
    [DataRow(XmlError.InvalidName, "<a:|:b/>", "not-well-formed")]
    [DataRow(XmlError.InvalidName, "<a b:|1='1'/>", "not-well-formed")]
    [DataRow(XmlError.InvalidName, "<a xml:|='1'/>", "not-well-formed")]
    [DataRow(XmlError.InvalidName, "<a xml:|1='1'/>", "not-well-formed")]
    [DataRow(XmlError.InvalidName, "<a xml:lang|:a='1'/>", "not-well-formed")]
    [DataRow(XmlError.InvalidName, "<a|\u00C3\u0097/>", "not-well-formed")]
    [DataRow(XmlError.MismatchedEndTag, "<a></|b>", "not-well-formed")]
    [DataRow(XmlError.MismatchedEndTag, "<a></a|b>", "not-well-formed")]
    [DataRow(XmlError.DuplicateAttribute, "<a b='1' |b='2'/>", "not-well-formed")]
    [DataRow(XmlError.DuplicateAttribute, "<a xmlns:p='u' xmlns:q='u' p:b='1' q:|b='2'/>", "not-well-formed")]
    [DataRow(XmlError.DuplicateAttribute, "<a xmlns='u' |xmlns='u'/>", "not-well-formed")]
    [DataRow(XmlError.LessThanInValue, "<a b='1|<'/>", "not-well-formed")]
    [DataRow(XmlError.CDataEndInText, "<a>1|]]></a>", "not-well-formed")]
    [DataRow(XmlError.UnboundPrefix, "<|p:a/>", "not-well-formed")]
    [DataRow(XmlError.UnboundPrefix, "<a |p:b='1'/>", "not-well-formed")]
    [DataRow(XmlError.ReservedNamespace, "<a |xmlns:p=''/>", "not-well-formed")]
    [DataRow(XmlError.ReservedNamespace, "<a |xmlns:xmlns='u'/>", "not-well-formed")]
    [DataRow(XmlError.ReservedNamespace, "<a |xmlns:xml='u'/>", "not-well-formed")]
    [DataRow(XmlError.ReservedNamespace, "<a |xmlns='http://www.w3.org/XML/1998/namespace'/>", "not-well-formed")]
    [DataRow(XmlError.ReservedNamespace, "<a |xmlns:p='http://www.w3.org/2000/xmlns/'/>", "not-well-formed")]
    [DataRow(XmlError.InvalidReference, "<a>1|&amp</a>", "not-well-formed")]
    [DataRow(XmlError.InvalidReference, "<a b='|&#x;'/>", "not-well-formed")]
    [DataRow(XmlError.Comment, "<a>1|<!-- --></a>", "restricted-xml")]
    [DataRow(XmlError.ProcessingInstruction, "<a>1|<?b?></a>", "restricted-xml")]
    [DataRow(XmlError.DocumentType, "|<!DOCTYPE a>", "restricted-xml")]
    [DataRow(XmlError.UndefinedEntity, "<a>1|&nbsp;</a>", "restricted-xml")]
    public void InAStanza(XmlError error, string text, string condition)
    {
        int at = text.IndexOf('|', StringComparison.Ordinal);
        string stanza = text.Remove(at, 1);
        AssertSplits(Header + stanza, error, Header.Length + at, condition);
        string far = Header + string.Concat(Enumerable.Repeat("<message><body>hello</body></message>", 60));
        AssertSplits(far + stanza, error, far.Length + at, condition);
    }

    [TestMethod]
    [DataRow(XmlError.InvalidDeclaration, "<?xml version='2.0'?><s/>", 0, "not-well-formed")]
    [DataRow(XmlError.UnsupportedEncoding, "<?xml version='1.0' encoding='ISO-8859-1'?><s/>", 0, "unsupported-encoding")]
    [DataRow(XmlError.InvalidUtf8, "\u00FF\u00FE<\0s\0", 0, "unsupported-encoding")]
    [DataRow(XmlError.UnexpectedCharacter, "\u00EF\u00BB\u00BF<s/>", 0, "not-well-formed")]
    [DataRow(XmlError.DocumentType, "<?xml version='1.0'?>\n<!DOCTYPE s><s/>", 22, "restricted-xml")]
    [DataRow(XmlError.TooManyAttributes, "<s a='' b='' c='' d='' e=''/>", 23, "policy-violation")]
    [DataRow(XmlError.TooManyNamespaces, "<s xmlns:a='u' xmlns:b='u' xmlns:c='u' xmlns:d='u' xmlns:e='u'/>", 51, "policy-violation")]
    public void BeforeTheFirst(XmlError error, string document, int at, string condition) => AssertSplits(document, error, at, condition);

    [TestMethod]
    public void RootThatIsTooLong() => AssertSplits($"<s a='{new string('x', 2000)}'/>", XmlError.TagTooLong, 1025, "policy-violation");

    /// <summary>What is too deep in a stream that may have a root at all is passed over (<see cref="LimitTests"/>).</summary>
    [TestMethod]
    public void NoDepthAtAll() => AssertSplits("<s/>", XmlError.TooDeep, 0, "policy-violation", new XmlLimits { Depth = 0 });

    [TestMethod]
    public void EveryErrorIsHere()
    {
        IEnumerable<XmlError> met = typeof(ErrorTests).GetMethods()
            .SelectMany(method => method.GetCustomAttributes(typeof(DataRowAttribute), false).Cast<DataRowAttribute>())
            .Select(row => (XmlError)row.Data[0]!)
            .Concat([XmlError.None, XmlError.TagTooLong, XmlError.TooDeep]);
        CollectionAssert.AreEquivalent(Enum.GetValues<XmlError>(), met.Distinct().ToArray());
    }

    static void AssertSplits(string latin, XmlError error, int at, string condition, XmlLimits? limits = null)
    {
        byte[] document = Encoding.Latin1.GetBytes(latin);
        string expected = $"error {error} at {at}, {condition}";
        IEnumerable<Split> splits = Split.All(document.Length);
        if (document.Length > 500)
            splits = splits.Where((_, i) => i < 2 || i > document.Length - 100);
        foreach (Split split in splits)
            Assert.AreEqual(expected, LastLine(TokenDump.Of(document, split, limits ?? Limits, Vocabulary)), split.Name);
    }

    static string LastLine(string dump) => dump.TrimEnd('\n').Split('\n')[^1];
}
