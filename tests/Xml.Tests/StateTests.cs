using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>What a tokenizer still knows after an error, and of what it has not read yet.</summary>
[TestClass]
public sealed class StateTests
{
    static readonly XmlVocabulary Vocabulary = StreamWords.Create();

    [TestMethod]
    public void SaysTheSameErrorForEver()
    {
        var tokenizer = new XmlTokenizer(new XmlLimits(), Vocabulary);
        byte[] document = Encoding.UTF8.GetBytes("<s><a>&bad;</a><b/></s>");
        tokenizer.Feed(document, 0, document.Length);
        Assert.AreEqual(XmlRead.RootStart, tokenizer.Read());
        for (int i = 0; i < 3; i++)
        {
            Assert.AreEqual(XmlRead.Error, tokenizer.Read());
            Assert.AreEqual(XmlError.UndefinedEntity, tokenizer.Error);
            Assert.AreEqual(6, tokenizer.Position);
            tokenizer.Feed(document, 0, 4);
        }
    }

    [TestMethod]
    public void KnowsWhatIsLeftUnread()
    {
        var tokenizer = new XmlTokenizer(new XmlLimits(), Vocabulary);
        byte[] document = Encoding.UTF8.GetBytes("<s><a/>rest");
        tokenizer.Feed(document, 0, document.Length);
        Assert.AreEqual(XmlRead.RootStart, tokenizer.Read());
        Assert.AreEqual(XmlRead.Element, tokenizer.Read());
        Assert.AreEqual(4, tokenizer.Unread);
        Assert.AreEqual(7, tokenizer.Position);
    }
}
