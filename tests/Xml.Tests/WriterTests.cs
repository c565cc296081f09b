using System;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Xml.Tests;

/// <summary>Elements, attributes and text as they are written, and what happens when they do not fit.</summary>
[TestClass]
public sealed class WriterTests
{
    static readonly XmlVocabulary Vocabulary = new("jabber:client iq message body type get from id");

    static readonly int Client = Word("jabber:client");
    static readonly int Iq = Word("iq");
    static readonly int Message = Word("message");
    static readonly int Body = Word("body");
    static readonly int Type = Word("type");
    static readonly int Get = Word("get");
    static readonly int Id = Word("id");

    readonly XmlWriter writer = new(300, Vocabulary);

    [TestMethod]
    public void WritesElementsInEachOther()
    {
        writer.Start(Message, Client);
        writer.Attribute(Type, Get);
        writer.Start(Body);
        writer.Text("hello");
        writer.End();
        writer.Element(Id, Get);
        writer.Element(Body, "<");
        writer.Start(Iq);
        writer.End();
        writer.End();

        Assert.AreEqual("<message xmlns='jabber:client' type='get'><body>hello</body><id>get</id><body>&#60;</body><iq/></message>", Written());
        Assert.AreEqual(0, writer.Depth);
        Assert.IsFalse(writer.HasOverflowed);
    }

    [TestMethod]
    public void WritesNoAttributeForNoWord()
    {
        writer.Start(Iq);
        writer.Attribute(Type, XmlVocabulary.Unknown);
        writer.AttributeNumber(Id, -7);
        writer.BeginAttribute(Type);
        writer.WriteNumber(1);
        writer.Byte('/');
        writer.WriteWord(Get);
        writer.EndAttribute();
        writer.End();

        Assert.AreEqual("<iq id='-7' type='1/get'/>", Written());
    }

    [TestMethod]
    public void EndWithContentAfterEmptyText()
    {
        writer.Start(Body);
        writer.Text("");
        writer.End();

        Assert.AreEqual("<body></body>", Written());
    }

    [TestMethod]
    [DataRow("plain text", "plain text")]
    [DataRow("a<b>c&d'e\"f", "a&#60;b&#62;c&#38;d&#39;e&#34;f")]
    [DataRow("]]>", "]]&#62;")]
    [DataRow("\t\n\r", "&#9;&#10;&#13;")]
    [DataRow("a\u0001b\u001fc\u007f", "a b c\u007f")]
    [DataRow("вода 水 🌧", "вода 水 🌧")]
    [DataRow("\uFFFE", "\uFFFD")]
    [DataRow("a\uFFFFb", "a\uFFFDb")]
    [DataRow("\uFFFD\uFFEF\uFFBF", "\uFFFD\uFFEF\uFFBF")]
    public void EscapesTextAndValuesAlike(string text, string written)
    {
        writer.Start(Body);
        writer.Attribute(Id, text);
        writer.Text(text);
        writer.End();

        Assert.AreEqual("<body id='" + written + "'>" + written + "</body>", Written());
    }

    /// <summary>In bytes, since a text of the chip ends there.</summary>
    [TestMethod]
    public void EscapesTheCharacterZero()
    {
        byte[] bytes = new byte[] { (byte)'a', 0, (byte)'b' };
        writer.Start(Body);
        writer.Attribute(Id, bytes, 0, 3);
        writer.Text(bytes, 0, 3);
        writer.End();

        Assert.AreEqual("<body id='a b'>a b</body>", Written());
    }

    [TestMethod]
    public void ClearStartsAnew()
    {
        writer.Start(Iq);
        writer.Clear();
        Assert.AreEqual(0, writer.Length);
        Assert.AreEqual(0, writer.Depth);

        writer.Element(Body, Get);
        Assert.AreEqual("<body>get</body>", Written());
    }

    [TestMethod]
    public void RewindGoesBackIntoTheOpenElement()
    {
        writer.Start(Iq);
        writer.CloseTag();
        int length = writer.Length;
        int depth = writer.Depth;
        writer.Start(Body);
        writer.Start(Id);
        writer.Rewind(length, depth);
        writer.Element(Message, Get);
        writer.End();

        Assert.AreEqual("<iq><message>get</message></iq>", Written());
    }

    [TestMethod]
    public void RewindTakesBackAnOverflow()
    {
        writer.Start(Iq);
        writer.CloseTag();
        int length = writer.Length;
        writer.Text(new string('x', 400));
        Assert.IsTrue(writer.HasOverflowed);

        writer.Rewind(length, 1);
        writer.End();
        Assert.IsFalse(writer.HasOverflowed);
        Assert.AreEqual("<iq></iq>", Written());
    }

    [TestMethod]
    public void OverflowsAtEveryLengthAndNeverWritesBeyond()
    {
        int needed = Encoding.UTF8.GetBytes("<message xmlns='jabber:client' id='1234567'>a&#60;b</message>").Length;
        for (int size = 0; size < needed + 5; size++)
        {
            var small = new XmlWriter(size, Vocabulary);
            small.Start(Message, Client);
            small.AttributeNumber(Id, 1234567);
            small.Text("a<b");
            small.End();

            Assert.AreEqual(size < needed, small.HasOverflowed, size + " bytes");
            Assert.IsLessThanOrEqualTo(size, small.Length);
        }
    }

    [TestMethod]
    public void StaysOverflowedWhenSomethingWouldFitAgain()
    {
        var small = new XmlWriter(10, Vocabulary);
        small.WriteWord(Client);
        int length = small.Length;
        Assert.IsTrue(small.HasOverflowed);

        small.Byte('x');
        small.WriteNumber(1);
        small.End();
        Assert.AreEqual(length, small.Length);
        Assert.IsTrue(small.HasOverflowed);
    }

    [TestMethod]
    public void OverflowsWhenElementsAreTooDeep()
    {
        for (int i = 0; i < 16; i++)
            writer.Start(Id);
        Assert.IsFalse(writer.HasOverflowed);

        writer.Start(Id);
        Assert.IsTrue(writer.HasOverflowed);
        for (int i = 0; i < 20; i++)
            writer.End();
    }

    string Written() => Encoding.UTF8.GetString(writer.Buffer, 0, writer.Length);

    static int Word(string word)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(word);
        return Vocabulary.Find(bytes, 0, bytes.Length);
    }
}
