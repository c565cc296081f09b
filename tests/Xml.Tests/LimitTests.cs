using System;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>What cannot be held is passed over, and the stream goes on; in the root's own start tag it is an error. However it is cut.</summary>
[TestClass]
public sealed class LimitTests
{
    static readonly XmlVocabulary Vocabulary = StreamWords.Create();
    static readonly XmlLimits Small = new XmlLimits { Bytes = 600, Nodes = 60, Depth = 12, Attributes = 10, Namespaces = 10 };
    static readonly string[] Nothing = new string[0];

    [TestMethod]
    [DataRow(XmlLimits.FewestBytes - 1)]
    [DataRow(XmlLimits.MostBytes + 1)]
    public void ABufferThatThePositionsOnTheTapeDoNotFit(int bytes)
    {
        try
        {
            XmlTokenizer tokenizer = new XmlTokenizer(new XmlLimits { Bytes = bytes }, Vocabulary);
            Assert.Fail("there is a tokenizer with room for " + tokenizer.FreeCount);
        }
        catch (ArgumentOutOfRangeException)
        {
            return;
        }
    }

    [TestMethod]
    public void TheLargestBufferIsUsedToItsEnd()
    {
        int most = Scale.Of(XmlLimits.MostBytes, 2000);
        string value = new string('x', most / 5 * 3);
        string text = new string('y', (most / 5 * 2) - 100);
        byte[] document = Encoding.UTF8.GetBytes("<s><a b='" + value + "'>" + text + "</a></s>");
        JoinedDump dump = JoinedDump.Of(document, Split.Whole, new XmlLimits { Bytes = most }, Vocabulary);
        CollectionAssert.AreEqual(
            new string[] { "root s", "0 a @b \"" + value + "\"", "0 \"" + text + "\"", "root end" }, dump.Lines);
    }

    [TestMethod]
    public void AttributeThatDoesNotFit() => AssertPassedOver("<a b='" + Long("x") + "'/>", Nothing);

    [TestMethod]
    public void AttributeOfAChildThatDoesNotFit() =>
        AssertPassedOver("<a>text<b c='" + Long(">") + "'/>more</a>", new string[] { "0 a", "0 \"text\"", "0 \"more\"" });

    [TestMethod]
    public void AttributeBehindChildrenThatDoesNotFit() =>
        AssertPassedOver("<a><c/><b c='" + Long("x") + "'><d/></b><e/></a>", new string[] { "0 a", "1 c", "1 e" });

    [TestMethod]
    public void NameThatDoesNotFit() => AssertPassedOver("<" + Long("x") + "/>", Nothing);

    [TestMethod]
    public void AttributeNameThatDoesNotFit() => AssertPassedOver("<a " + Long("x") + "='1'/>", Nothing);

    [TestMethod]
    public void SpaceInATagThatDoesNotFit() => AssertPassedOver("<a" + Long(" ") + "b='1'>text<c/></a>", Nothing);

    [TestMethod]
    public void QuotesAndSlashesOfWhatIsPassedOverMeanNothing() =>
        AssertPassedOver("<a b='" + Long("x") + "/\">' c=\"'/>\"><![CDATA[</a>]]]]><b/>]]&lt;<c d='/'></c></a>", Nothing);

    [TestMethod]
    public void RootThatDoesNotFit() => AssertError("<s xmlns='" + Long("x") + "'/>", XmlError.TagTooLong, 601);

    [TestMethod]
    public void ReferenceThatDoesNotFit() => AssertPassedOver("<a>x&" + Long("x") + ";<b/></a>", Nothing);

    [TestMethod]
    public void TagsInEachOtherThatDoNotFit()
    {
        string tags = Repeated.Text("<a b='" + new string('x', 100) + "'>", 8);
        AssertPassedOver(tags + Repeated.Text("</a>", 8), Levels(5, " a @b \"" + new string('x', 100) + "\""));
    }

    [TestMethod]
    public void TagsInEachOtherWithMoreNodesThanThereAre()
    {
        string tags = Repeated.Text("<a" + Repeated.Numbered(" a~=''", 9) + ">", 8);
        AssertPassedOver(tags + Repeated.Text("</a>", 8), Levels(5, " a" + Repeated.Numbered(" @a~ \"\"", 9)));
    }

    [TestMethod]
    public void RootWithMoreNodesThanThereAre()
    {
        string attributes = Repeated.Numbered(" a~=''", 9);
        Assert.AreEqual(
            "error TagTooLong at 51, policy-violation\n",
            TokenDump.Of(Encoding.UTF8.GetBytes("<s" + attributes + "/>"), Split.Whole, new XmlLimits { Nodes = 9 }, Vocabulary));
    }

    [TestMethod]
    [DataRow(12)]
    [DataRow(100)]
    [DataRow(3000)]
    public void NestingWithoutEnd(int depth)
    {
        int levels = Scale.Of(depth, depth > 300 ? 300 : depth);
        AssertPassedOver(Repeated.Text("<a>", levels) + Repeated.Text("</a>", levels), Levels(11, " a"));
    }

    [TestMethod]
    public void AttributesWithoutEnd()
    {
        string attributes = Repeated.Numbered(" a~=''", 50);
        AssertPassedOver("<a><b" + attributes + "><c/></b></a>", new string[] { "0 a" });
        AssertError("<s" + attributes + "/>", XmlError.TooManyAttributes, 2 + (10 * 6) + 1);
    }

    /// <summary>A resolved reference is no markup.</summary>
    [TestMethod]
    [DataRow("&apos;")]
    [DataRow("&lt;")]
    [DataRow("&#39; /&gt;&lt;")]
    public void AttributeTooManyWithReferences(string value)
    {
        string attributes = Repeated.Numbered(" a~=''", 10) + " c='x" + value + "y' d='" + value + "'";
        AssertPassedOver("<a><b" + attributes + ">e<f g='" + value + "'/></b></a>", new string[] { "0 a" });
        string declarations = Repeated.Numbered(" xmlns:p~='urn:~'", 10) + " xmlns:c='x" + value + "y'";
        AssertPassedOver("<a><b" + declarations + "/></a>", new string[] { "0 a" });
    }

    /// <summary>Text for which there is no node is left out, whatever follows it.</summary>
    [TestMethod]
    [DataRow("</a>")]
    [DataRow("<b/></a>")]
    [DataRow("<!-- --></a>")]
    public void TextWithMoreNodesThanThereAre(string after)
    {
        XmlLimits limits = new XmlLimits { Nodes = 3 };
        byte[] document = Encoding.UTF8.GetBytes("<s><a c='1'>text" + after + "</s>");
        string expected = after[1] == '!'
            ? "root s\nerror Comment at 16, restricted-xml\n"
            : "root s\nelement truncated a\n  @c \"1\"\nroot end\n";
        foreach (Split split in Split.All(document.Length))
            Assert.AreEqual(expected, TokenDump.Of(document, split, limits, Vocabulary), split.Name);
    }

    [TestMethod]
    public void NamespacesInScopeWithoutEnd()
    {
        string tags = Repeated.Numbered("<a xmlns:p='urn:~' xmlns:q='urn:q~'>", 10);
        AssertPassedOver(tags + Repeated.Text("</a>", 10), Levels(5, " a"));
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
        Split[] splits = new Split[] { Split.Whole, Split.Bytes, Split.Pieces(7) };
        foreach (Split split in splits)
            Assert.StartsWith("error " + XmlNames.Of(error) + " at ", JoinedDump.Of(document, split, Small, Vocabulary).LastLine, split.Name);
    }

    /// <summary>A day of it costs no more than once: nothing is left of what was passed over.</summary>
    [TestMethod]
    public void PassedOverAThousandTimes()
    {
        string stanza = "<a b='" + Long("x") + "' xmlns='urn:a'/>";
        int times = Scale.Of(1000, 4);
        XmlTokenizer tokenizer = new XmlTokenizer(Small, Vocabulary);
        byte[] document = Encoding.UTF8.GetBytes("<s>" + Repeated.Text(stanza + "<y/>", times) + "</s>");
        string dump = TokenDump.Of(tokenizer, document, Split.Pieces(333));
        Assert.AreEqual("root s\n" + Repeated.Text("element y\n", times) + "root end\n", dump);
        Assert.AreEqual(times, tokenizer.Skipped);
    }

    [TestMethod]
    public void NamespacesOfChildrenComeInParts()
    {
        string children = Repeated.Numbered("<b xmlns='urn:~' xmlns:p='urn:p~' p:c='~'/>", 100);
        byte[] document = Encoding.UTF8.GetBytes("<s><a>" + children + "</a></s>");
        JoinedDump whole = JoinedDump.Of(document, Split.Whole, Small, Vocabulary);
        JoinedDump bytes = JoinedDump.Of(document, Split.Bytes, Small, Vocabulary);

        string[] expected = ("root s\n0 a\n" + Repeated.Numbered("1 {urn:~}b @{urn:p~}c \"~\"\n", 100) + "root end").Split('\n');
        CollectionAssert.AreEqual(expected, whole.Lines);
        CollectionAssert.AreEqual(expected, bytes.Lines);
        Assert.IsGreaterThan(5, whole.Parts);
    }

    [TestMethod]
    public void DeclarationWithoutEnd() => AssertError("<?xml version='1.0'" + Long(" ") + "?><s/>", XmlError.InvalidDeclaration, 0);

    [TestMethod]
    public void PrefixOfManyBytesIsStillAPrefix()
    {
        string prefix = new string('p', Scale.Of(20_000, 500));
        byte[] document = Encoding.UTF8.GetBytes("<s xmlns:" + prefix + "='urn:p'><a " + prefix + ":b='1'/><" + prefix + ":c/></s>");
        Assert.AreEqual(
            "root s\nelement a\n  @{urn:p}b \"1\"\nelement {urn:p}c\nroot end\n",
            TokenDump.Of(document, Split.Pieces(999), new XmlLimits { Bytes = Scale.Of(65_535, 2_000) }, Vocabulary));
    }

    static string Long(string character) => Repeated.Text(character, Scale.Of(5000, 1200));

    static string[] Levels(int count, string tag)
    {
        string[] levels = new string[count];
        for (int i = 0; i < count; i++)
            levels[i] = i + tag;
        return levels;
    }

    /// <summary>Of what is too much these lines come, if any, and the next stanza comes as if nothing had been; for every cut that could
    /// make a difference.</summary>
    static void AssertPassedOver(string stanza, string[] left)
    {
        byte[] document = Encoding.UTF8.GetBytes("<s>" + stanza + "<z c='1'>ok</z></s>");
        string[] expected = new string[left.Length + 4];
        expected[0] = "root s";
        Array.Copy(left, 0, expected, 1, left.Length);
        expected[left.Length + 1] = "0 z @c \"1\"";
        expected[left.Length + 2] = "0 \"ok\"";
        expected[left.Length + 3] = "root end";
        foreach (Split split in Splits())
        {
            JoinedDump dump = JoinedDump.Of(document, split, Small, Vocabulary);
            CollectionAssert.AreEqual(expected, dump.Lines, split.Name);
            Assert.AreEqual(left.Length > 0, dump.Truncated + dump.Parts > 0, split.Name);
        }
    }

    /// <summary>The error and its position are the same for every cut that could make a difference.</summary>
    static void AssertError(string text, XmlError error, int position)
    {
        byte[] document = Encoding.UTF8.GetBytes(text);
        string expected = "error " + XmlNames.Of(error) + " at " + position;
        foreach (Split split in Splits())
            Assert.AreEqual(expected, JoinedDump.Of(document, split, Small, Vocabulary).LastLine, split.Name);
    }

    static Split[] Splits()
    {
        Split[] splits = new Split[Scale.Of(23, 5)];
        splits[0] = Split.Whole;
        splits[1] = Split.Bytes;
        splits[2] = Split.Pieces(7);
        for (int i = 3; i < splits.Length; i++)
            splits[i] = Split.At(590 + ((i - 3) * Scale.Of(1, 10)));
        return splits;
    }
}
