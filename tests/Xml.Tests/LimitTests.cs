using System;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>What cannot be held is passed over, and the stream goes on; in the root's own start tag it is an error. However it is cut.</summary>
[TestClass]
public sealed class LimitTests
{
    static readonly XmlVocabulary Vocabulary = StreamWords.Create();
    static readonly XmlLimits Small = new() { Bytes = 600, Nodes = 60, Depth = 12, Attributes = 10, Namespaces = 10 };

    [TestMethod]
    [DataRow(XmlLimits.FewestBytes - 1)]
    [DataRow(XmlLimits.MostBytes + 1)]
    public void ABufferThatThePositionsOnTheTapeDoNotFit(int bytes) =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new XmlTokenizer(new XmlLimits { Bytes = bytes }, Vocabulary));

    [TestMethod]
    public void TheLargestBufferIsUsedToItsEnd()
    {
        string value = new('x', 40_000);
        string text = new('y', 25_000);
        byte[] document = Encoding.UTF8.GetBytes($"<s><a b='{value}'>{text}</a></s>");
        JoinedDump dump = JoinedDump.Of(document, Split.Whole, new XmlLimits { Bytes = XmlLimits.MostBytes }, Vocabulary);
        CollectionAssert.AreEqual((string[])["root s", $"0 a @b \"{value}\"", $"0 \"{text}\"", "root end"], dump.Lines.ToArray());
    }

    [TestMethod]
    public void AttributeThatDoesNotFit() => AssertPassedOver("<a b='" + Long("x") + "'/>");

    [TestMethod]
    public void AttributeOfAChildThatDoesNotFit() =>
        AssertPassedOver("<a>text<b c='" + Long(">") + "'/>more</a>", "0 a", "0 \"text\"", "0 \"more\"");

    [TestMethod]
    public void AttributeBehindChildrenThatDoesNotFit() =>
        AssertPassedOver("<a><c/><b c='" + Long("x") + "'><d/></b><e/></a>", "0 a", "1 c", "1 e");

    [TestMethod]
    public void NameThatDoesNotFit() => AssertPassedOver("<" + Long("x") + "/>");

    [TestMethod]
    public void AttributeNameThatDoesNotFit() => AssertPassedOver("<a " + Long("x") + "='1'/>");

    [TestMethod]
    public void SpaceInATagThatDoesNotFit() => AssertPassedOver("<a" + Long(" ") + "b='1'>text<c/></a>");

    [TestMethod]
    public void QuotesAndSlashesOfWhatIsPassedOverMeanNothing() =>
        AssertPassedOver("<a b='" + Long("x") + "/\">' c=\"'/>\"><![CDATA[</a>]]]]><b/>]]&lt;<c d='/'></c></a>");

    [TestMethod]
    public void RootThatDoesNotFit() => AssertError("<s xmlns='" + Long("x") + "'/>", XmlError.TagTooLong, 601);

    [TestMethod]
    public void ReferenceThatDoesNotFit() => AssertPassedOver("<a>x&" + Long("x") + ";<b/></a>");

    [TestMethod]
    public void TagsInEachOtherThatDoNotFit()
    {
        string tags = string.Concat(Enumerable.Range(0, 8).Select(i => $"<a b='{new string('x', 100)}'>"));
        string tag = $"a @b \"{new string('x', 100)}\"";
        AssertPassedOver(tags + string.Concat(Enumerable.Repeat("</a>", 8)), "0 " + tag, "1 " + tag, "2 " + tag, "3 " + tag, "4 " + tag);
    }

    [TestMethod]
    public void TagsInEachOtherWithMoreNodesThanThereAre()
    {
        string attributes = string.Concat(Enumerable.Range(0, 9).Select(i => $" a{i}=''"));
        string tags = string.Concat(Enumerable.Range(0, 8).Select(i => $"<a{attributes}>"));
        string tag = "a" + string.Concat(Enumerable.Range(0, 9).Select(i => $" @a{i} \"\""));
        AssertPassedOver(tags + string.Concat(Enumerable.Repeat("</a>", 8)), "0 " + tag, "1 " + tag, "2 " + tag, "3 " + tag, "4 " + tag);
    }

    [TestMethod]
    public void RootWithMoreNodesThanThereAre()
    {
        string attributes = string.Concat(Enumerable.Range(0, 9).Select(i => $" a{i}=''"));
        Assert.AreEqual(
            "error TagTooLong at 51, policy-violation\n",
            TokenDump.Of(Encoding.UTF8.GetBytes($"<s{attributes}/>"), Split.Whole, new XmlLimits { Nodes = 9 }, Vocabulary));
    }

    [TestMethod]
    [DataRow(12)]
    [DataRow(100)]
    [DataRow(3000)]
    public void NestingWithoutEnd(int depth) =>
        AssertPassedOver(
            string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth)),
            [.. Enumerable.Range(0, 11).Select(level => $"{level} a")]);

    [TestMethod]
    public void AttributesWithoutEnd()
    {
        string attributes = string.Concat(Enumerable.Range(0, 50).Select(i => $" a{i}=''"));
        AssertPassedOver($"<a><b{attributes}><c/></b></a>", "0 a");
        AssertError($"<s{attributes}/>", XmlError.TooManyAttributes, 2 + (10 * 6) + 1);
    }

    /// <summary>A resolved reference is no markup.</summary>
    [TestMethod]
    [DataRow("&apos;")]
    [DataRow("&lt;")]
    [DataRow("&#39; /&gt;&lt;")]
    public void AttributeTooManyWithReferences(string value)
    {
        string attributes = string.Concat(Enumerable.Range(0, 10).Select(i => $" a{i}=''"));
        AssertPassedOver($"<a><b{attributes} c='x{value}y' d='{value}'>e<f g='{value}'/></b></a>", "0 a");
        string declarations = string.Concat(Enumerable.Range(0, 10).Select(i => $" xmlns:p{i}='urn:{i}'"));
        AssertPassedOver($"<a><b{declarations} xmlns:c='x{value}y'/></a>", "0 a");
    }

    /// <summary>Text for which there is no node is left out, whatever follows it.</summary>
    [TestMethod]
    [DataRow("</a>")]
    [DataRow("<b/></a>")]
    [DataRow("<!-- --></a>")]
    public void TextWithMoreNodesThanThereAre(string after)
    {
        var limits = new XmlLimits { Nodes = 3 };
        byte[] document = Encoding.UTF8.GetBytes($"<s><a c='1'>text{after}</s>");
        string expected = after[1] == '!'
            ? "root s\nerror Comment at 16, restricted-xml\n"
            : "root s\nelement truncated a\n  @c \"1\"\nroot end\n";
        foreach (Split split in Split.All(document.Length))
            Assert.AreEqual(expected, TokenDump.Of(document, split, limits, Vocabulary), split.Name);
    }

    [TestMethod]
    public void NamespacesInScopeWithoutEnd()
    {
        string tags = string.Concat(Enumerable.Range(0, 10).Select(i => $"<a xmlns:p='urn:{i}' xmlns:q='urn:q{i}'>"));
        AssertPassedOver(tags + string.Concat(Enumerable.Repeat("</a>", 10)), "0 a", "1 a", "2 a", "3 a", "4 a");
    }

    /// <summary>What is restricted (RFC 6120 §11.1) or is no markup stays an error, wherever it is.</summary>
    [TestMethod]
    [DataRow("<?p?>", XmlError.ProcessingInstruction)]
    [DataRow("<!-- -->", XmlError.Comment)]
    [DataRow("<!DOCTYPE a>", XmlError.DocumentType)]
    [DataRow("<b <c>", XmlError.UnexpectedCharacter)]
    [DataRow("<b c='<'>", XmlError.LessThanInValue)]
    [DataRow("<b/ >", XmlError.UnexpectedCharacter)]
    public void ErrorInWhatIsPassedOver(string markup, XmlError error)
    {
        byte[] document = Encoding.UTF8.GetBytes("<s><a b='" + Long("x") + "'>" + markup + "</a></s>");
        foreach (Split split in new[] { Split.Whole, Split.Bytes, Split.Pieces(7) })
            StringAssert.StartsWith(JoinedDump.Of(document, split, Small, Vocabulary).Lines[^1], $"error {error} at ", split.Name);
    }

    /// <summary>A day of it costs no more than once: nothing is left of what was passed over.</summary>
    [TestMethod]
    public void PassedOverAThousandTimes()
    {
        string stanza = "<a b='" + Long("x") + "' xmlns='urn:a'/>";
        var tokenizer = new XmlTokenizer(Small, Vocabulary);
        byte[] document = Encoding.UTF8.GetBytes("<s>" + string.Concat(Enumerable.Repeat(stanza + "<y/>", 1000)) + "</s>");
        string dump = TokenDump.Of(tokenizer, document, Split.Pieces(333));
        Assert.AreEqual("root s\n" + string.Concat(Enumerable.Repeat("element y\n", 1000)) + "root end\n", dump);
        Assert.AreEqual(1000, tokenizer.Skipped);
    }

    [TestMethod]
    public void NamespacesOfChildrenComeInParts()
    {
        string children = string.Concat(Enumerable.Range(0, 100).Select(i => $"<b xmlns='urn:{i}' xmlns:p='urn:p{i}' p:c='{i}'/>"));
        byte[] document = Encoding.UTF8.GetBytes($"<s><a>{children}</a></s>");
        JoinedDump whole = JoinedDump.Of(document, Split.Whole, Small, Vocabulary);
        JoinedDump bytes = JoinedDump.Of(document, Split.Bytes, Small, Vocabulary);

        string[] expected = ["root s", "0 a", .. Enumerable.Range(0, 100).Select(i => $"1 {{urn:{i}}}b @{{urn:p{i}}}c \"{i}\""), "root end"];
        CollectionAssert.AreEqual(expected, whole.Lines.ToArray());
        CollectionAssert.AreEqual(expected, bytes.Lines.ToArray());
        Assert.IsGreaterThan(5, whole.Parts);
    }

    [TestMethod]
    public void DeclarationWithoutEnd() => AssertError("<?xml version='1.0'" + Long(" ") + "?><s/>", XmlError.InvalidDeclaration, 0);

    [TestMethod]
    public void PrefixOfManyBytesIsStillAPrefix()
    {
        string prefix = new('p', 20_000);
        byte[] document = Encoding.UTF8.GetBytes($"<s xmlns:{prefix}='urn:p'><a {prefix}:b='1'/><{prefix}:c/></s>");
        Assert.AreEqual(
            "root s\nelement a\n  @{urn:p}b \"1\"\nelement {urn:p}c\nroot end\n",
            TokenDump.Of(document, Split.Pieces(999), new XmlLimits { Bytes = 65_535 }, Vocabulary));
    }

    static string Long(string character) => string.Concat(Enumerable.Repeat(character, 5000));

    /// <summary>Of what is too much these lines come, if any, and the next stanza comes as if nothing had been; for every cut that could
    /// make a difference.</summary>
    static void AssertPassedOver(string stanza, params string[] left)
    {
        byte[] document = Encoding.UTF8.GetBytes($"<s>{stanza}<z c='1'>ok</z></s>");
        string[] expected = ["root s", .. left, "0 z @c \"1\"", "0 \"ok\"", "root end"];
        Split[] splits = [Split.Whole, Split.Bytes, Split.Pieces(7), .. Enumerable.Range(590, 20).Select(Split.At)];
        foreach (Split split in splits)
        {
            JoinedDump dump = JoinedDump.Of(document, split, Small, Vocabulary);
            CollectionAssert.AreEqual(expected, dump.Lines.ToArray(), split.Name + "\n" + string.Join('\n', dump.Lines));
            Assert.AreEqual(left.Length > 0, dump.Truncated + dump.Parts > 0, split.Name);
        }
    }

    /// <summary>The error and its position are the same for every cut that could make a difference.</summary>
    static void AssertError(string text, XmlError error, int position)
    {
        byte[] document = Encoding.UTF8.GetBytes(text);
        string expected = $"error {error} at {position}";
        Split[] splits = [Split.Whole, Split.Bytes, Split.Pieces(7), .. Enumerable.Range(590, 20).Select(Split.At)];
        foreach (Split split in splits)
            Assert.AreEqual(expected, JoinedDump.Of(document, split, Small, Vocabulary).Lines[^1], split.Name);
    }
}
