using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>Words and their numbers.</summary>
[TestClass]
public sealed class VocabularyTests
{
    static readonly string[] Words = StreamWords.Text.Split(' ');

    [TestMethod]
    public void NumbersWordsInTheirOrder()
    {
        XmlVocabulary vocabulary = StreamWords.Create();
        Assert.AreEqual(Words.Length + XmlVocabulary.First - 1, vocabulary.Count);
        CollectionAssert.AllItemsAreUnique(Words);
        for (int i = 0; i < Words.Length; i++)
        {
            int word = XmlVocabulary.First + i;
            Assert.AreEqual(word, Find(vocabulary, Words[i]));
            Assert.AreEqual(Words[i], vocabulary.ToString(word));
            Assert.AreEqual(Encoding.UTF8.GetByteCount(Words[i]), vocabulary.Length(word));
        }
    }

    [TestMethod]
    [DataRow("xmlns", XmlVocabulary.Xmlns)]
    [DataRow("xml", XmlVocabulary.Xml)]
    [DataRow("http://www.w3.org/XML/1998/namespace", XmlVocabulary.XmlNamespace)]
    [DataRow("http://www.w3.org/2000/xmlns/", XmlVocabulary.XmlnsNamespace)]
    public void KnowsTheReservedWords(string text, int word)
    {
        Assert.AreEqual(word, Find(StreamWords.Create(), text));
        Assert.AreEqual(word, Find(new XmlVocabulary(""), text));
    }

    [TestMethod]
    public void FindsNoWordThatIsNearlyOne()
    {
        XmlVocabulary vocabulary = StreamWords.Create();
        HashSet<string> known = [.. Words, "xmlns", "xml", "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/"];
        foreach (string near in known.SelectMany(Near).Where(near => !known.Contains(near)))
            Assert.AreEqual(XmlVocabulary.Unknown, Find(vocabulary, near), near);
    }

    [TestMethod]
    public void FindsWordsInTheMiddleOfBytes()
    {
        XmlVocabulary vocabulary = StreamWords.Create();
        byte[] bytes = Encoding.UTF8.GetBytes("<message type='chat'");
        int message = vocabulary.Find(bytes, 1, 7);
        Assert.AreEqual("message", vocabulary.ToString(message));
        Assert.AreEqual("type", vocabulary.ToString(vocabulary.Find(bytes, 9, 4)));
        Assert.IsTrue(vocabulary.Equals(message, bytes, 1, 7));
        Assert.IsFalse(vocabulary.Equals(message, bytes, 1, 6));
        Assert.IsFalse(vocabulary.Equals(message, bytes, 0, 7));
    }

    [TestMethod]
    public void TellsWordsApartThatFallIntoOnePlace()
    {
        // 2,000 words in 512 places.
        string[] many = [.. Enumerable.Range(0, 2000).Select(number => $"w{number}")];
        var vocabulary = new XmlVocabulary(string.Join(' ', many));
        for (int i = 0; i < many.Length; i++)
            Assert.AreEqual(XmlVocabulary.First + i, Find(vocabulary, many[i]));
        Assert.AreEqual(XmlVocabulary.Unknown, Find(vocabulary, "w2000"));
    }

    [TestMethod]
    public void CopiesWords()
    {
        XmlVocabulary vocabulary = StreamWords.Create();
        byte[] target = new byte[20];
        vocabulary.CopyTo(Find(vocabulary, "presence"), target, 3);
        Assert.AreEqual("presence", Encoding.UTF8.GetString(target, 3, 8));
        Assert.IsTrue(target[..3].Concat(target[11..]).All(b => b == 0));
    }

    static IEnumerable<string> Near(string word)
    {
        yield return word + "x";
        yield return "x" + word;
        yield return word[1..];
        yield return word[..^1];
        for (int i = 0; i < word.Length; i++)
            yield return word.Remove(i, 1).Insert(i, word[i] == 'q' ? "r" : "q");
        yield return string.Concat(word.Reverse());
        yield return word.ToUpperInvariant();
    }

    static int Find(XmlVocabulary vocabulary, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return vocabulary.Find(bytes, 0, bytes.Length);
    }
}
