using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Xml;

namespace Presentity.Xmpp.Tests;

/// <summary>Data forms as others fill them in (XEP-0004 §3.3).</summary>
[TestClass]
public sealed class DataFormTests
{
    [TestMethod]
    [DataRow("1", true, true)]
    [DataRow("true", true, true)]
    [DataRow("0", true, false)]
    [DataRow("false", true, false)]
    [DataRow("", false, false)]
    [DataRow("2", false, false)]
    [DataRow("-1", false, false)]
    [DataRow("-0", false, false)]
    [DataRow("01", false, false)]
    [DataRow("00", false, false)]
    [DataRow("True", false, false)]
    [DataRow("yes", false, false)]
    [DataRow(" 1", false, false)]
    public void Booleans_are_four_words(string text, bool isBoolean, bool value)
    {
        XmlCursor form = Form("<field var='on'><value>" + text + "</value></field>");
        Assert.IsTrue(DataForm.MoveToValue(form, "on"));
        Assert.AreEqual(isBoolean, DataForm.TryGetBoolean(form, out bool result));
        Assert.AreEqual(value, result);
    }

    [TestMethod]
    [DataRow("<field var='a'><value>x</value></field>", "x")]
    [DataRow("<field var='a'><value>x</value><value>y</value></field>", "x")]
    [DataRow("<title>a</title><field var='b'><value>y</value></field><field type='text-single' var='a'><desc/><value>x</value></field>", "x")]
    [DataRow("<field var='a'><value/></field>", "")]
    [DataRow("<field xmlns='urn:example:x' var='a'><value>y</value></field><field var='a'><value>x</value></field>", "x")]
    [DataRow("<field var='a'><value xmlns='urn:example:x'>y</value><value>x</value></field>", "x")]
    [DataRow("<field var='a'/>", null)]
    [DataRow("<field><value>x</value></field>", null)]
    [DataRow("<field var='A'><value>x</value></field>", null)]
    [DataRow("<field var='aa'><value>x</value></field>", null)]
    [DataRow("<item><field var='a'><value>x</value></field></item>", null)]
    [DataRow("", null)]
    public void A_field_is_found_by_its_name(string fields, string? expected)
    {
        XmlCursor form = Form(fields);
        int top = form.Node;
        Assert.AreEqual(expected != null, DataForm.MoveToValue(form, "a"));
        if (expected == null)
            Assert.AreEqual(top, form.Node);
        else
            Assert.AreEqual(expected, form.ToString(form.Text()));
    }

    static XmlCursor Form(string fields)
    {
        XmlTokenizer tokenizer = new XmlTokenizer(new XmlLimits(), Vocabulary.Create());
        byte[] bytes = Encoding.UTF8.GetBytes("<stream><x xmlns='jabber:x:data' type='submit'>" + fields + "</x>");
        tokenizer.Feed(bytes, 0, bytes.Length);
        Assert.AreEqual(XmlRead.RootStart, tokenizer.Read());
        Assert.AreEqual(XmlRead.Element, tokenizer.Read());
        XmlCursor cursor = new XmlCursor(tokenizer.Tape);
        cursor.MoveToTop();
        return cursor;
    }
}
