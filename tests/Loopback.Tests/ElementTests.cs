using System.Linq;
using System.Text;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Xml;

namespace Presentity.Loopback.Tests;

/// <summary>Elements come from the tape as they were sent, and go back as text that fits into a stream.</summary>
[TestClass]
public sealed class ElementTests
{
    const string Header =
        "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' xmlns:o='urn:outer'>";

    [TestMethod]
    [DataRow("<message to=\"a@b\"><body>text</body></message>", DisplayName = "jabber:client is not declared again")]
    [DataRow("<iq><query xmlns=\"urn:x\"><item /></query></iq>", DisplayName = "a namespace is declared once")]
    [DataRow("<message><html xmlns=\"urn:h\"><body xmlns=\"jabber:client\" /></html></message>", DisplayName = "and left again")]
    [DataRow("<message xml:lang=\"de\"><body xml:lang=\"en\">x</body></message>", DisplayName = "languages")]
    [DataRow("<stream:error />", DisplayName = "elements of the stream")]
    [DataRow("<message><x xmlns=\"\" /></message>", DisplayName = "no namespace")]
    [DataRow("<m a=\"&lt;&amp;&quot;'&gt;\">&lt;&amp;&gt;\"'</m>", DisplayName = "what has to be escaped")]
    [DataRow("<m a=\"1&#xA;2&#x9;3\">a<b />c\nd</m>", DisplayName = "white space")]
    [DataRow("<m>Grüße 🌡 \u00A0</m>", DisplayName = "beyond ASCII")]
    public void WhatComesGoesAsItCame(string text) => Assert.AreEqual(text, StreamText.Of(Parse(text)));

    [TestMethod]
    public void PrefixesMeanTheSameAfterwards()
    {
        XElement element = Parse("<message xmlns:p='urn:p'><p:x o:a='1' p:b='2'><y xmlns='urn:p'/></p:x></message>");
        XElement again = Parse(StreamText.Of(element));

        Assert.AreEqual(XName.Get("x", "urn:p"), ((XElement)again.FirstNode!).Name);
        Assert.AreEqual("1", (string?)((XElement)again.FirstNode).Attribute(XName.Get("a", "urn:outer")));
        Assert.IsTrue(XNode.DeepEquals(StripDeclarations(element), StripDeclarations(again)));
    }

    static XElement StripDeclarations(XElement element)
    {
        var stripped = new XElement(element);
        foreach (XElement each in stripped.DescendantsAndSelf())
            each.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        return stripped;
    }

    static XElement Parse(string stanza)
    {
        var tokenizer = new XmlTokenizer(new XmlLimits(), new XmlVocabulary(""));
        byte[] bytes = Encoding.UTF8.GetBytes(Header + stanza);
        tokenizer.Feed(bytes, 0, bytes.Length);
        Assert.AreEqual(XmlRead.RootStart, tokenizer.Read());
        Assert.AreEqual(XmlRead.Element, tokenizer.Read());
        var cursor = new XmlCursor(tokenizer.Tape);
        cursor.MoveToTop();
        return TapeElement.From(cursor);
    }
}
