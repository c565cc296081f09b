using System;
using System.IO;
using System.Text;
using System.Xml;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>What we accept <see cref="XmlReader"/> accepts, with the same content, and what it rejects we reject.</summary>
[TestClass]
public sealed class OracleTests
{
    const int Mutations = 2500;

    static readonly XmlLimits Ample = new() { Bytes = 60000, Nodes = 4000, Depth = 100, Attributes = 200, Namespaces = 200 };
    static readonly XmlVocabulary Vocabulary = StreamWords.Create();

    [TestMethod]
    [DataRow(StreamKind.Chatty)]
    [DataRow(StreamKind.Presence)]
    [DataRow(StreamKind.Text)]
    [DataRow(StreamKind.Forms)]
    [DataRow(StreamKind.Utf8)]
    public void AgreesOnStreams(StreamKind kind) => AssertSame(StreamCorpus.Make(kind, 300_000));

    [TestMethod]
    [DataRow("chatty")]
    [DataRow("presence")]
    [DataRow("text")]
    [DataRow("forms")]
    [DataRow("utf8")]
    public void AgreesOnSharedStreams(string name)
    {
        string? path = SharedCorpus(name);
        if (path == null)
            Assert.Inconclusive("there is no shared corpus beside the repository");
        AssertSame(File.ReadAllBytes(path!));
    }

    [TestMethod]
    [DataRow(StreamKind.Chatty, 11)]
    [DataRow(StreamKind.Presence, 12)]
    [DataRow(StreamKind.Forms, 13)]
    [DataRow(StreamKind.Utf8, 14)]
    public void AgreesOnMutations(StreamKind kind, int seed)
    {
        var dice = new Dice(seed);
        int accepted = 0;
        int rejected = 0;
        for (int i = 0; i < Mutations; i++)
        {
            byte[] document = Encoding.UTF8.GetBytes(StreamCorpus.Document(kind, 1, dice));
            document = Mutation.Of(document, dice.Next(4), dice);
            string ours = Dump(document, Split.Whole);
            Assert.IsNull(ReaderAgreement.Complaint(document, ours));
            if (ReaderAgreement.IsAccepted(ours))
                accepted++;
            else
                rejected++;
            AssertSplitsAgree(document, ours, dice);
        }

        Assert.IsGreaterThan(Mutations / 5, accepted);
        Assert.IsGreaterThan(Mutations / 5, rejected);
    }

    [TestMethod]
    public void OracleHasFourthEditionNames()
    {
        byte[] document = Encoding.UTF8.GetBytes("<s><\U0001F327/></s>");
        Assert.AreEqual("root s\nelement \U0001F327\nroot end\n", Dump(document, Split.Whole));
        Assert.IsNull(ReaderDump.Of(document, out XmlException? rejection));
        Assert.IsTrue(ReaderAgreement.IsNewName(document, rejection));
    }

    [TestMethod]
    [DataRow("<s><!-- a --></s>", "Comment")]
    [DataRow("<s><?a?></s>", "ProcessingInstruction")]
    [DataRow("\uFEFF<s/>", "UnexpectedCharacter")]
    [DataRow("<?xml version='1.0junk'?><s/>", "InvalidDeclaration")]
    [DataRow("<?xml version='1.0' encoding='us-ascii'?><s/>", "UnsupportedEncoding")]
    public void OracleAcceptsWhatStreamsMayNotHave(string text, string error)
    {
        byte[] document = Encoding.UTF8.GetBytes(text);
        Assert.IsNotNull(ReaderDump.Of(document, out _));
        StringAssert.Contains(Dump(document, Split.Whole), $"error {error} at");
    }

    static void AssertSame(byte[] document)
    {
        string? theirs = ReaderDump.Of(document, out XmlException? rejection);
        Assert.IsNull(rejection);
        Assert.AreEqual(theirs, Dump(document, Split.Whole));
        Assert.AreEqual(theirs, Dump(document, Split.Pieces(4093)));
    }

    static void AssertSplitsAgree(byte[] document, string expected, Dice dice)
    {
        Split random = Split.Random(dice, 40);
        string inPieces = Dump(document, random);
        string byBytes = Dump(document, Split.Bytes);
        if (inPieces != expected || byBytes != expected)
            Assert.Fail($"whole: {expected}\npieces: {inPieces}\nbytes: {byBytes}\n{Encoding.UTF8.GetString(document)}");
    }

    static string Dump(byte[] document, Split split) => TokenDump.Of(document, split, Ample, Vocabulary);

    static string? SharedCorpus(string name)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at != null; at = at.Parent)
        {
            if (!File.Exists(Path.Combine(at.FullName, "Embedded.sln")))
                continue;
            string path = Path.Combine(at.FullName, "..", "shared", "corpus", name + ".xml");
            return File.Exists(path) ? path : null;
        }

        return null;
    }
}
