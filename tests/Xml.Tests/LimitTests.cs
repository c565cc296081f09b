using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>What cannot be held and cannot be left out ends the stream with the right error, however it is cut.</summary>
[TestClass]
public sealed class LimitTests
{
    static readonly XmlVocabulary Vocabulary = StreamWords.Create();
    static readonly XmlLimits Small = new() { Bytes = 600, Nodes = 60, Depth = 12, Attributes = 10, Namespaces = 10 };

    [TestMethod]
    public void AttributeThatDoesNotFit() => AssertError("<s><a b='" + Long("x") + "'/></s>", XmlError.TagTooLong, 601);

    [TestMethod]
    public void AttributeBehindChildrenThatDoesNotFit() =>
        AssertError("<s><a><c/><b c='" + Long("x") + "'/></a></s>", XmlError.TagTooLong, 605);

    [TestMethod]
    public void NameThatDoesNotFit() => AssertError("<s><" + Long("x") + "/></s>", XmlError.TagTooLong, 601);

    [TestMethod]
    public void AttributeNameThatDoesNotFit() => AssertError("<s><a " + Long("x") + "='1'/></s>", XmlError.TagTooLong, 601);

    [TestMethod]
    public void SpaceInATagThatDoesNotFit() => AssertError("<s><a" + Long(" ") + "b='1'/></s>", XmlError.TagTooLong, 601);

    [TestMethod]
    public void RootThatDoesNotFit() => AssertError("<s xmlns='" + Long("x") + "'/>", XmlError.TagTooLong, 601);

    [TestMethod]
    public void ReferenceThatDoesNotFit() => AssertError("<s><a>x&" + Long("x") + ";</a></s>", XmlError.TagTooLong, 602);

    [TestMethod]
    public void TagsInEachOtherThatDoNotFit()
    {
        string tags = string.Concat(Enumerable.Range(0, 8).Select(i => $"<a{i} b='{new string('x', 100)}'>"));
        AssertError("<s>" + tags, XmlError.TagTooLong, 601);
    }

    [TestMethod]
    public void TagsInEachOtherWithMoreNodesThanThereAre()
    {
        string attributes = string.Concat(Enumerable.Range(0, 9).Select(i => $" a{i}=''"));
        string tags = string.Concat(Enumerable.Range(0, 8).Select(i => $"<a{attributes}>"));
        AssertError("<s>" + tags, XmlError.TagTooLong, 3 + (5 * (3 + 54)) + 2 + (8 * 6) + 1);
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
    public void NestingWithoutEnd() => AssertError("<s>" + string.Concat(Enumerable.Repeat("<a>", 100)), XmlError.TooDeep, 3 + (3 * 11));

    [TestMethod]
    public void AttributesWithoutEnd()
    {
        string attributes = string.Concat(Enumerable.Range(0, 50).Select(i => $" a{i}=''"));
        AssertError($"<s><a{attributes}/></s>", XmlError.TooManyAttributes, 5 + (10 * 6) + 1);
    }

    [TestMethod]
    public void NamespacesInScopeWithoutEnd()
    {
        string tags = string.Concat(Enumerable.Range(0, 10).Select(i => $"<a xmlns:p='urn:{i}' xmlns:q='urn:q{i}'>"));
        AssertError("<s>" + tags, XmlError.TooManyNamespaces, 3 + (5 * 36) + 3);
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
        string prefix = new('p', 40_000);
        byte[] document = Encoding.UTF8.GetBytes($"<s xmlns:{prefix}='urn:p'><a {prefix}:b='1'/><{prefix}:c/></s>");
        Assert.AreEqual(
            "root s\nelement a\n  @{urn:p}b \"1\"\nelement {urn:p}c\nroot end\n",
            TokenDump.Of(document, Split.Pieces(999), new XmlLimits { Bytes = 200_000 }, Vocabulary));
    }

    static string Long(string character) => string.Concat(Enumerable.Repeat(character, 5000));

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
