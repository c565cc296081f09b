using System.Collections;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>Words and their numbers.</summary>
[TestClass]
public sealed class VocabularyTests
{
    readonly string[] words = StreamWords.Text.Split(' ');
    readonly XmlVocabulary vocabulary = StreamWords.Create();

    [TestMethod]
    public void NumbersWordsInTheirOrder()
    {
        Assert.AreEqual(words.Length + XmlVocabulary.First - 1, vocabulary.Count);
        for (int i = 0; i < words.Length; i++)
        {
            int word = XmlVocabulary.First + i;
            Assert.AreEqual(word, Find(vocabulary, words[i]));
            Assert.AreEqual(words[i], vocabulary.ToString(word));
            Assert.AreEqual(Encoding.UTF8.GetBytes(words[i]).Length, vocabulary.Length(word));
        }
    }

    [TestMethod]
    [DataRow("xmlns", XmlVocabulary.Xmlns)]
    [DataRow("xml", XmlVocabulary.Xml)]
    [DataRow("http://www.w3.org/XML/1998/namespace", XmlVocabulary.XmlNamespace)]
    [DataRow("http://www.w3.org/2000/xmlns/", XmlVocabulary.XmlnsNamespace)]
    public void KnowsTheReservedWords(string text, int word)
    {
        Assert.AreEqual(word, Find(vocabulary, text));
        Assert.AreEqual(word, Find(new XmlVocabulary(""), text));
    }

    [TestMethod]
    public void FindsNoWordThatIsNearlyOne()
    {
        Hashtable known = new Hashtable();
        for (int word = 1; word <= vocabulary.Count; word++)
            known[vocabulary.ToString(word)] = "";
        int tried = 0;
        for (int word = 1; word <= vocabulary.Count; word += Scale.Of(1, 7))
            tried += TryNear(known, vocabulary.ToString(word));
        Assert.IsGreaterThan(Scale.Of(1000, 150), tried);
    }

    [TestMethod]
    [DataRow("~xml")]
    [DataRow("~~xml")]
    [DataRow("xml~")]
    [DataRow("~")]
    [DataRow("~~~~~~~~")]
    public void FindsNoWordWithZeros(string text)
    {
        // Not in the text: a string of the chip ends at its first zero.
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int i = 0; i < bytes.Length; i++)
            if (bytes[i] == '~')
                bytes[i] = 0;
        Assert.AreEqual(XmlVocabulary.Unknown, vocabulary.Find(bytes, 0, bytes.Length));
    }

    [TestMethod]
    public void FindsWordsInTheMiddleOfBytes()
    {
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
        // More words than there are places, which are 256.
        int many = Scale.Of(2000, 600);
        XmlVocabulary large = new XmlVocabulary(Repeated.Numbered(" w~", many).Substring(1));
        for (int i = 0; i < many; i++)
            Assert.AreEqual(XmlVocabulary.First + i, Find(large, "w" + i));
        Assert.AreEqual(XmlVocabulary.Unknown, Find(large, "w" + many));
    }

    [TestMethod]
    public void CopiesWords()
    {
        byte[] target = new byte[20];
        vocabulary.CopyTo(Find(vocabulary, "presence"), target, 3);
        Assert.AreEqual("presence", Encoding.UTF8.GetString(target, 3, 8));
        for (int i = 0; i < target.Length; i++)
            Assert.AreEqual(i < 3 || i >= 11, target[i] == 0);
    }

    int TryNear(Hashtable known, string word)
    {
        int tried = 0;
        tried += TryNear(known, word, word + "x") + TryNear(known, word, "x" + word) + TryNear(known, word, word.Substring(1));
        tried += TryNear(known, word, word.Substring(0, word.Length - 1)) + TryNear(known, word, word.ToUpper());
        char[] characters = word.ToCharArray();
        for (int i = 0; i < characters.Length; i++)
        {
            char right = characters[i];
            characters[i] = right == 'q' ? 'r' : 'q';
            tried += TryNear(known, word, new string(characters));
            characters[i] = right;
        }

        char[] backwards = new char[characters.Length];
        for (int i = 0; i < characters.Length; i++)
            backwards[i] = characters[characters.Length - 1 - i];
        return tried + TryNear(known, word, new string(backwards));
    }

    int TryNear(Hashtable known, string word, string near)
    {
        if (near.Length == 0 || known.Contains(near))
            return 0;
        Assert.AreEqual(XmlVocabulary.Unknown, Find(vocabulary, near), word + ", " + near);
        return 1;
    }

    static int Find(XmlVocabulary vocabulary, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return vocabulary.Find(bytes, 0, bytes.Length);
    }
}
