using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>Stanzas that are larger than the buffer: many children come one after the other, large text is left out.</summary>
[TestClass]
public sealed class LargeStanzaTests
{
    static readonly XmlVocabulary Vocabulary = StreamWords.Create();

    [TestMethod]
    [DataRow(600, 1)]
    [DataRow(600, int.MaxValue)]
    [DataRow(1024, 333)]
    [DataRow(2048, 4096)]
    public void RosterComesContactByContact(int bytes, int piece)
    {
        const int Contacts = 2000;
        var document = new StringBuilder(StreamCorpus.Header + "<iq type='result' id='r1'><query xmlns='jabber:iq:roster' ver='7'>");
        for (int i = 0; i < Contacts; i++)
            document.Append($"<item jid='plant{i}@house.example' name='Plant &amp; {i}' subscription='both'><group>Row {i % 9}</group></item>");
        document.Append("</query></iq><presence/>" + StreamCorpus.End);

        var tokenizer = new XmlTokenizer(new XmlLimits { Bytes = bytes, Nodes = 120 }, Vocabulary);
        var cursor = new XmlCursor(tokenizer.Tape);
        var feed = new StreamFeed(tokenizer, Bytes(document.ToString()), piece == int.MaxValue ? Split.Whole : Split.Pieces(piece));
        Assert.AreEqual(XmlRead.RootStart, feed.Read());
        int contact = 0;
        int parts = 0;
        XmlRead read;
        do
        {
            read = feed.Read();
            Assert.IsTrue(read is XmlRead.Partial or XmlRead.Element);
            Assert.AreEqual(parts > 0, tokenizer.Tape.IsContinued);
            Assert.IsFalse(tokenizer.Tape.IsTruncated);
            cursor.MoveToTop();
            Assert.AreEqual("r1", cursor.ToString(cursor.Attribute(Word("id"))));
            Assert.AreEqual(read == XmlRead.Partial, cursor.IsOpen);
            Assert.IsTrue(cursor.MoveToChild(Word("jabber:iq:roster"), Word("query")));
            Assert.AreEqual("7", cursor.ToString(cursor.Attribute(Word("ver"))));
            int query = cursor.Node;
            for (bool more = cursor.MoveToFirstChild(); more; more = cursor.MoveToNext(query))
            {
                Assert.AreEqual($"plant{contact}@house.example", cursor.ToString(cursor.Attribute(Word("jid"))));
                Assert.AreEqual($"Plant & {contact}", cursor.ToString(cursor.Attribute(Word("name"))));
                Assert.IsFalse(cursor.IsOpen);
                int group = cursor.FirstNode();
                Assert.AreEqual("group", cursor.LocalNameOf(group));
                cursor.MoveTo(group);
                Assert.AreEqual($"Row {contact++ % 9}", cursor.ToString(cursor.Text()));
            }

            parts++;
        }
        while (read == XmlRead.Partial);

        Assert.AreEqual(Contacts, contact);
        Assert.AreEqual(XmlRead.Element, feed.Read());
        Assert.IsFalse(tokenizer.Tape.IsContinued);
        Assert.AreEqual(XmlRead.RootEnd, feed.Read());
    }

    [TestMethod]
    public void EventComesItemByItem()
    {
        var document = new StringBuilder(StreamCorpus.Header + "<message from='pubsub.house.example'><event xmlns='http://jabber.org/protocol/pubsub#event'><items node='n'>");
        int items = 0;
        while (document.Length < 1_000_000)
            document.Append($"<item id='{items++}'><level xmlns='urn:example:level' xmlns:x='urn:example:x' x:mm='{items}'>text {items}</level></item>");
        document.Append("</items></event></message>" + StreamCorpus.End);

        JoinedDump joined = JoinedDump.Of(Bytes(document.ToString()), Split.Pieces(1000), new XmlLimits { Bytes = 1000 }, Vocabulary);
        Assert.AreEqual("root end", joined.Lines[^1]);
        Assert.IsGreaterThan(100, joined.Parts);
        Assert.AreEqual(0, joined.Truncated);
        string[] found = [.. joined.Lines.Where(line => line.StartsWith("3 {", StringComparison.Ordinal))];
        CollectionAssert.AreEqual(Enumerable.Range(0, items).Select(i => $"3 {{http://jabber.org/protocol/pubsub#event}}item @id \"{i}\"").ToArray(), found);
        Assert.AreEqual(items, joined.Lines.Count(line => line.StartsWith("4 {urn:example:level}level @{urn:example:x}mm \"", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow("x", "")]
    [DataRow("a &amp; ", "")]
    [DataRow("вода", "")]
    [DataRow("x<![CDATA[y]]>", "")]
    [DataRow("y]]", "<![CDATA[")]
    public void TextThatDoesNotFitIsLeftOut(string word, string before)
    {
        string after = before.Length > 0 ? "]]>" : "";
        var text = new StringBuilder(before);
        while (text.Length < 10_000_000)
            text.Append(word);
        byte[] document = Bytes($"<s><message id='1'><subject>short</subject><body>{text}{after}</body><thread>t</thread></message><iq/></s>");

        Assert.AreEqual(
            "root s\npartial message\n  @id \"1\"\n  subject\n    \"short\"\n"
            + "element continued truncated message\n  @id \"1\"\n  body\n  thread\n    \"t\"\nelement iq\nroot end\n",
            TokenDump.Of(document, Split.Pieces(1000), new XmlLimits { Bytes = 600 }, Vocabulary));
    }

    [TestMethod]
    public void TextThatJustFitsIsWhole()
    {
        var limits = new XmlLimits { Bytes = 600 };
        for (int length = 540; length < 600; length++)
        {
            byte[] document = Bytes($"<s><a><b>{new string('x', length)}</b></a><c/></s>");
            string[] whole = Lines(document, Split.Whole, limits);
            CollectionAssert.AreEqual(whole, Lines(document, Split.Bytes, limits));
            Assert.AreEqual(length < 591, string.Concat(whole).Contains(new string('x', length), StringComparison.Ordinal), $"{length}");
            Assert.AreEqual("root end", whole[^1]);
        }
    }

    [TestMethod]
    public void TextBetweenStanzasComesInPieces()
    {
        string text = string.Concat(Enumerable.Repeat("ab&amp;cd<![CDATA[<e>]]>é&#x1F327;", 60));
        string expected = string.Concat(Enumerable.Repeat("ab&cd<e>é🌧", 60));
        for (int bytes = 512; bytes < 640; bytes++)
        {
            byte[] document = Bytes($"<s>{text}<a/></s>");
            var limits = new XmlLimits { Bytes = bytes };
            string whole = TextsOf(document, Split.Whole, limits);
            Assert.AreEqual(expected, whole, $"{bytes}");
            Assert.AreEqual(expected, TextsOf(document, Split.Bytes, limits), $"{bytes}, bytes");
        }
    }

    [TestMethod]
    public void WhiteSpaceMayGoOnForEver()
    {
        var tokenizer = new XmlTokenizer(new XmlLimits { Bytes = 512 }, Vocabulary);
        var feed = new StreamFeed(tokenizer, Bytes("<s>" + new string(' ', 100_000) + "<a></a" + new string('\n', 100_000) + "></s>"), Split.Pieces(700));
        Assert.AreEqual(XmlRead.RootStart, feed.Read());
        Assert.AreEqual(XmlRead.Element, feed.Read());
        Assert.AreEqual(XmlRead.RootEnd, feed.Read());
    }

    static string[] Lines(byte[] document, Split split, XmlLimits limits) => [.. JoinedDump.Of(document, split, limits, Vocabulary).Lines];

    static string TextsOf(byte[] document, Split split, XmlLimits limits)
    {
        var texts = new StringBuilder();
        IReadOnlyList<string> lines = JoinedDump.Of(document, split, limits, Vocabulary).Lines;
        Assert.AreEqual("root end", lines[^1]);
        foreach (string line in lines)
            if (line.StartsWith("text ", StringComparison.Ordinal))
                texts.Append(line[6..^1]);
        return texts.ToString();
    }

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static int Word(string word) => Vocabulary.Find(Bytes(word), 0, Bytes(word).Length);
}
