using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>Stanzas that are larger than the buffer: many children come one after the other, large text is left out.</summary>
[TestClass]
public sealed class LargeStanzaTests
{
    const string Header = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";
    const string End = "</stream:stream>";

    static readonly XmlVocabulary Vocabulary = StreamWords.Create();

    [TestMethod]
    [DataRow(600, 1)]
    [DataRow(600, int.MaxValue)]
    [DataRow(1024, 333)]
    [DataRow(2048, 4096)]
    public void RosterComesContactByContact(int bytes, int piece)
    {
        int contacts = Scale.Of(2000, 60);
        string items = Repeated.Numbered(
            "<item jid='plant~@house.example' name='Plant &amp; ~' subscription='both'><group>Row ~</group></item>", contacts);
        byte[] document = Bytes(Header + "<iq type='result' id='r1'><query xmlns='jabber:iq:roster' ver='7'>" + items + "</query></iq><presence/>" + End);

        XmlTokenizer tokenizer = new XmlTokenizer(new XmlLimits { Bytes = bytes, Nodes = 120 }, Vocabulary);
        XmlCursor cursor = new XmlCursor(tokenizer.Tape);
        StreamFeed feed = new StreamFeed(tokenizer, document, piece == int.MaxValue ? Split.Whole : Split.Pieces(piece));
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
            if (!cursor.MoveToChild(Word("jabber:iq:roster"), Word("query")))
            {
                // Nothing is left but the end of what is around it.
                Assert.AreEqual(contacts, contact);
                Assert.AreEqual(XmlRead.Element, read);
                break;
            }

            Assert.AreEqual("7", cursor.ToString(cursor.Attribute(Word("ver"))));
            int query = cursor.Node;
            for (bool more = cursor.MoveToFirstChild(); more; more = cursor.MoveToNext(query))
            {
                Assert.AreEqual("plant" + contact + "@house.example", cursor.ToString(cursor.Attribute(Word("jid"))));
                Assert.AreEqual("Plant & " + contact, cursor.ToString(cursor.Attribute(Word("name"))));
                Assert.IsFalse(cursor.IsOpen);
                int group = cursor.FirstNode();
                Assert.AreEqual("group", cursor.LocalNameOf(group));
                cursor.MoveTo(group);
                Assert.AreEqual("Row " + contact++, cursor.ToString(cursor.Text()));
            }

            parts++;
        }
        while (read == XmlRead.Partial);

        Assert.AreEqual(contacts, contact);
        Assert.AreEqual(XmlRead.Element, feed.Read());
        Assert.IsFalse(tokenizer.Tape.IsContinued);
        Assert.AreEqual(XmlRead.RootEnd, feed.Read());
    }

    [TestMethod]
    public void EventComesItemByItem()
    {
        int items = Scale.Of(8000, 60);
        string all = Repeated.Numbered("<item id='~'><level xmlns='urn:example:level' xmlns:x='urn:example:x' x:mm='~'>text ~</level></item>", items);
        byte[] document = Bytes(Header + "<message from='pubsub.house.example'><event xmlns='http://jabber.org/protocol/pubsub#event'><items node='n'>"
            + all + "</items></event></message>" + End);

        JoinedDump joined = JoinedDump.Of(document, Split.Pieces(1000), new XmlLimits { Bytes = 1000 }, Vocabulary);
        Assert.AreEqual("root end", joined.LastLine);
        Assert.IsGreaterThan(Scale.Of(100, 5), joined.Parts);
        Assert.AreEqual(0, joined.Truncated);
        int item = 0;
        int level = 0;
        foreach (string line in joined.Lines)
            if (line.StartsWith("3 {"))
                Assert.AreEqual("3 {http://jabber.org/protocol/pubsub#event}item @id \"" + item++ + "\"", line);
            else if (line.StartsWith("4 {"))
                Assert.AreEqual("4 {urn:example:level}level @{urn:example:x}mm \"" + level++ + "\"", line);
        Assert.AreEqual(items, item);
        Assert.AreEqual(items, level);
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
        string text = before + Repeated.Text(word, Scale.Of(10_000_000, 3_000) / word.Length) + after;
        byte[] document = Bytes("<s><message id='1'><subject>short</subject><body>" + text + "</body><thread>t</thread></message><iq/></s>");

        Assert.AreEqual(
            "root s\npartial message\n  @id \"1\"\n  subject\n    \"short\"\n"
            + "element continued truncated message\n  @id \"1\"\n  body\n  thread\n    \"t\"\nelement iq\nroot end\n",
            TokenDump.Of(document, Split.Pieces(1000), new XmlLimits { Bytes = 600 }, Vocabulary));
    }

    [TestMethod]
    public void TextThatJustFitsIsWhole()
    {
        XmlLimits limits = new XmlLimits { Bytes = 600 };
        for (int length = Scale.Of(540, 586); length < Scale.Of(600, 596); length++)
        {
            string text = new string('x', length);
            byte[] document = Bytes("<s><a><b>" + text + "</b></a><c/></s>");
            string[] whole = JoinedDump.Of(document, Split.Whole, limits, Vocabulary).Lines;
            CollectionAssert.AreEqual(whole, JoinedDump.Of(document, Split.Bytes, limits, Vocabulary).Lines);
            Assert.AreEqual(length < 591, whole[3] == "1 \"" + text + "\"", length.ToString());
            Assert.AreEqual("root end", whole[whole.Length - 1]);
        }
    }

    [TestMethod]
    public void TextBetweenStanzasComesInPieces()
    {
        string expected = Repeated.Text("ab&cd<e>é🌧", 60);
        byte[] document = Bytes("<s>" + Repeated.Text("ab&amp;cd<![CDATA[<e>]]>é&#x1F327;", 60) + "<a/></s>");
        for (int bytes = 512; bytes < 640; bytes += Scale.Of(1, 25))
        {
            XmlLimits limits = new XmlLimits { Bytes = bytes };
            Assert.AreEqual(expected, TextsOf(document, Split.Whole, limits), bytes.ToString());
            Assert.AreEqual(expected, TextsOf(document, Split.Bytes, limits), bytes + ", bytes");
        }
    }

    [TestMethod]
    public void WhiteSpaceMayGoOnForEver()
    {
        int ever = Scale.Of(100_000, 3_000);
        XmlTokenizer tokenizer = new XmlTokenizer(new XmlLimits { Bytes = 512 }, Vocabulary);
        byte[] document = Bytes("<s>" + new string(' ', ever) + "<a></a" + new string('\n', ever) + "></s>");
        StreamFeed feed = new StreamFeed(tokenizer, document, Split.Pieces(700));
        Assert.AreEqual(XmlRead.RootStart, feed.Read());
        Assert.AreEqual(XmlRead.Element, feed.Read());
        Assert.AreEqual(XmlRead.RootEnd, feed.Read());
    }

    static string TextsOf(byte[] document, Split split, XmlLimits limits)
    {
        StringBuilder texts = new StringBuilder();
        JoinedDump dump = JoinedDump.Of(document, split, limits, Vocabulary);
        Assert.AreEqual("root end", dump.LastLine);
        foreach (string line in dump.Lines)
            if (line.StartsWith("text "))
                texts.Append(line.Substring(6, line.Length - 7));
        return texts.ToString();
    }

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static int Word(string word) => Vocabulary.Find(Bytes(word), 0, Bytes(word).Length);
}
