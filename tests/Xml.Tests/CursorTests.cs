using System;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>Walking on the tape.</summary>
[TestClass]
public sealed class CursorTests
{
    const string Document =
        "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' from='house.example' xml:lang='en'>"
        + "<iq type='result' id='7' zz='unknown' xml:lang='de' count='-12'>text<query xmlns='jabber:iq:roster' ver='&amp;1'>"
        + "<item jid='a'/>between<item jid='b'>tail</item><other/></query><error/></iq></stream:stream>";

    static readonly XmlVocabulary Vocabulary = new XmlVocabulary(StreamWords.Text + " count");

    readonly XmlCursor cursor = AtStanza();

    [TestMethod]
    public void KnowsNamesByNumber()
    {
        Assert.AreEqual(Word("iq"), cursor.LocalName);
        Assert.AreEqual(Word("jabber:client"), cursor.Namespace);
        Assert.AreEqual(XmlCursor.Name(Word("jabber:client"), Word("iq")), cursor.ExpandedName);
        Assert.IsTrue(cursor.Is(Word("jabber:client"), Word("iq")));
        Assert.IsFalse(cursor.Is(0, Word("iq")));
        Assert.IsFalse(cursor.IsOpen);
    }

    [TestMethod]
    public void FindsAttributes()
    {
        Assert.AreEqual("7", cursor.ToString(cursor.Attribute(Word("id"))));
        Assert.AreEqual(Word("result"), cursor.AttributeWord(Word("type")));
        Assert.AreEqual("de", cursor.ToString(cursor.Attribute(XmlVocabulary.XmlNamespace, Word("lang"))));
        Assert.AreEqual(XmlCursor.None, cursor.Attribute(Word("lang")));
        Assert.AreEqual(XmlCursor.None, cursor.Attribute(Word("jid")));
        Assert.AreEqual(0, cursor.AttributeWord(Word("jid")));
        Assert.AreEqual(0, cursor.AttributeWord(Word("id")));
    }

    [TestMethod]
    public void AnswersForNoSlotAsForAnEmptyValue()
    {
        Assert.AreEqual("", cursor.ToString(XmlCursor.None));
        Assert.AreEqual(0, cursor.Length(XmlCursor.None));
        Assert.AreEqual(0, cursor.Word(XmlCursor.None));
        Assert.IsFalse(cursor.ValueEquals(XmlCursor.None, new byte[0], 0, 0));
        Assert.IsFalse(cursor.TryGetInteger(XmlCursor.None, out _));
    }

    [TestMethod]
    public void ComparesValues()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("x7y");
        int id = cursor.Attribute(Word("id"));
        Assert.IsTrue(cursor.ValueEquals(id, bytes, 1, 1));
        Assert.IsFalse(cursor.ValueEquals(id, bytes, 1, 2));
        Assert.IsFalse(cursor.ValueEquals(id, bytes, 0, 1));
        Assert.AreEqual((byte)'7', cursor.Bytes[cursor.Start(id)]);
    }

    [TestMethod]
    public void WalksToChildrenAndBack()
    {
        int iq = cursor.Node;
        Assert.AreEqual(2, cursor.CountChildren());
        Assert.AreEqual("text", cursor.ToString(cursor.Text()));
        Assert.IsTrue(cursor.MoveToChild(Word("jabber:iq:roster"), Word("query")));
        int query = cursor.Node;
        Assert.AreEqual("&1", cursor.ToString(cursor.Attribute(Word("ver"))));
        Assert.AreEqual("between", cursor.ToString(cursor.Text()));
        Assert.AreEqual(3, cursor.CountChildren());

        Assert.IsTrue(cursor.MoveToFirstChild());
        Assert.AreEqual("a", cursor.ToString(cursor.Attribute(Word("jid"))));
        Assert.AreEqual(XmlCursor.None, cursor.Text());
        Assert.IsFalse(cursor.MoveToFirstChild());
        Assert.IsTrue(cursor.MoveToNext(query));
        Assert.AreEqual("tail", cursor.ToString(cursor.Text()));
        Assert.IsTrue(cursor.MoveToNext(query));
        Assert.AreEqual(0, cursor.LocalName);
        Assert.AreEqual("other", cursor.LocalNameOf(cursor.Node));
        int other = cursor.Node;
        Assert.IsFalse(cursor.MoveToNext(query));
        Assert.AreEqual(other, cursor.Node);

        cursor.MoveTo(query);
        Assert.IsTrue(cursor.MoveToNext(iq));
        Assert.AreEqual(Word("error"), cursor.LocalName);
        Assert.IsFalse(cursor.MoveToNext(iq));
        cursor.MoveToTop();
        Assert.AreEqual(iq, cursor.Node);
    }

    [TestMethod]
    public void StaysWhereItIsWhenThereIsNoSuchChild()
    {
        int iq = cursor.Node;
        Assert.IsFalse(cursor.MoveToChild(Word("jabber:client"), Word("query")));
        Assert.AreEqual(iq, cursor.Node);
        Assert.IsFalse(cursor.MoveToChild(Word("jabber:iq:roster"), Word("item")));
        Assert.AreEqual(iq, cursor.Node);
    }

    [TestMethod]
    public void WalksOverEverything()
    {
        int slot = cursor.FirstAttribute();
        Assert.AreEqual("type", cursor.LocalNameOf(slot));
        slot = cursor.NextAttribute(cursor.NextAttribute(slot));
        Assert.AreEqual("zz", cursor.LocalNameOf(slot));
        Assert.AreEqual("", cursor.NamespaceOf(slot));
        slot = cursor.NextAttribute(slot);
        Assert.AreEqual("http://www.w3.org/XML/1998/namespace", cursor.NamespaceOf(slot));
        Assert.AreEqual(XmlCursor.None, cursor.NextAttribute(cursor.NextAttribute(slot)));

        int node = cursor.FirstNode();
        Assert.IsTrue(cursor.IsText(node));
        node = cursor.NextNode(node);
        Assert.IsFalse(cursor.IsText(node));
        Assert.AreEqual("jabber:iq:roster", cursor.NamespaceOf(node));
        node = cursor.NextNode(node);
        Assert.AreEqual("error", cursor.LocalNameOf(node));
        Assert.AreEqual(XmlCursor.None, cursor.NextNode(node));
    }

    [TestMethod]
    [DataRow("0", 0)]
    [DataRow("7", 7)]
    [DataRow("-12", -12)]
    [DataRow("999999999", 999999999)]
    [DataRow("-999999999", -999999999)]
    [DataRow("007", 7)]
    public void ReadsIntegers(string text, int expected)
    {
        XmlCursor at = AtStanza("<s><a count='" + text + "'/></s>");
        Assert.IsTrue(at.TryGetInteger(at.Attribute(Word("count")), out int value));
        Assert.AreEqual(expected, value);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("-")]
    [DataRow("+1")]
    [DataRow(" 1")]
    [DataRow("1 ")]
    [DataRow("12a")]
    [DataRow("1.5")]
    [DataRow("1000000000")]
    [DataRow("--1")]
    [DataRow("１")]
    public void ReadsNothingElseAsAnInteger(string text)
    {
        XmlCursor at = AtStanza("<s><a count='" + text + "'/></s>");
        Assert.IsFalse(at.TryGetInteger(at.Attribute(Word("count")), out int value));
        Assert.AreEqual(0, value);
    }

    [TestMethod]
    public void StandsAtTheRootAfterItsStart()
    {
        var tokenizer = new XmlTokenizer(new XmlLimits(), Vocabulary);
        byte[] bytes = Encoding.UTF8.GetBytes(Document);
        tokenizer.Feed(bytes, 0, bytes.Length);
        Assert.AreEqual(XmlRead.RootStart, tokenizer.Read());
        var root = new XmlCursor(tokenizer.Tape);
        root.MoveToTop();
        Assert.AreEqual(Word("http://etherx.jabber.org/streams"), root.Namespace);
        Assert.AreEqual("house.example", root.ToString(root.Attribute(Word("from"))));
        Assert.IsTrue(root.IsOpen);
        Assert.IsFalse(root.MoveToFirstChild());
        Assert.AreEqual(0, root.CountChildren());
    }

    static XmlCursor AtStanza(string document = Document)
    {
        var tokenizer = new XmlTokenizer(new XmlLimits(), Vocabulary);
        byte[] bytes = Encoding.UTF8.GetBytes(document);
        tokenizer.Feed(bytes, 0, bytes.Length);
        Assert.AreEqual(XmlRead.RootStart, tokenizer.Read());
        Assert.AreEqual(XmlRead.Element, tokenizer.Read());
        var cursor = new XmlCursor(tokenizer.Tape);
        cursor.MoveToTop();
        return cursor;
    }

    static int Word(string word)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(word);
        int number = Vocabulary.Find(bytes, 0, bytes.Length);
        return number != 0 ? number : throw new ArgumentException(word);
    }
}
