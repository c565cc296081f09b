using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>Whatever is written reads as what was meant.</summary>
[TestClass]
public sealed class WrittenAndReadTests
{
    const string Characters = "ab <>&'\"]\t\n\r\u007f\u0085éЖ水\u2028\uFFFD\uE000🌧\U0010FFFF";

    static readonly XmlVocabulary Vocabulary = StreamWords.Create();

    readonly XmlWriter writer = new(8000, Vocabulary);
    readonly XmlTokenizer tokenizer = new(new XmlLimits { Bytes = 9000 }, Vocabulary);

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void TextAndValuesComeBack(int seed)
    {
        var dice = new Dice(seed);
        for (int i = 0; i < 2000; i++)
        {
            string value = Text(dice, 30);
            string text = Text(dice, 200);
            int name = dice.Next(XmlVocabulary.First, Vocabulary.Count);
            long number = (long)dice.Next(int.MaxValue) * dice.Next(int.MaxValue) * (dice.Percent(50) ? -1 : 1);
            writer.Clear();
            writer.Start(Word("stream"), Word("jabber:client"));
            writer.Start(Word("message"));
            writer.Attribute(Word("label"), value);
            writer.AttributeNumber(Word("value"), number);
            writer.Attribute(Word("type"), name);
            writer.Element(Word("body"), text);
            writer.End();
            writer.End();

            Assert.IsFalse(writer.HasOverflowed);
            XmlCursor cursor = Stanza();
            Assert.AreEqual(value, cursor.ToString(cursor.Attribute(Word("label"))));
            Assert.AreEqual(number.ToString(), cursor.ToString(cursor.Attribute(Word("value"))));
            Assert.AreEqual(name, cursor.AttributeWord(Word("type")));
            Assert.IsTrue(cursor.MoveToChild(Word("jabber:client"), Word("body")));
            Assert.AreEqual(text, cursor.ToString(cursor.Text()));
        }
    }

    [TestMethod]
    public void EveryCharacterIsGoodOrReplaced()
    {
        for (int c = 0; c <= 0x10FFFF; c += c < 0x3000 || c > 0xFF00 && c < 0x10100 ? 1 : 97)
        {
            if (c is >= 0xD800 and <= 0xDFFF)
                continue;
            writer.Clear();
            writer.Start(Word("stream"), Word("jabber:client"));
            writer.Element(Word("body"), char.ConvertFromUtf32(c));
            writer.End();

            XmlCursor cursor = Stanza();
            string expected = c is 0xFFFE or 0xFFFF ? "\uFFFD" : c < ' ' && c is not ('\t' or '\n' or '\r') ? " " : char.ConvertFromUtf32(c);
            Assert.AreEqual(expected, cursor.ToString(cursor.Text()));
        }
    }

    XmlCursor Stanza()
    {
        tokenizer.Reset();
        tokenizer.Feed(writer.Buffer, 0, writer.Length);
        Assert.AreEqual(XmlRead.RootStart, tokenizer.Read());
        Assert.AreEqual(XmlRead.Element, tokenizer.Read(), Encoding.UTF8.GetString(writer.Buffer, 0, writer.Length));
        var cursor = new XmlCursor(tokenizer.Tape);
        cursor.MoveToTop();
        return cursor;
    }

    static string Text(Dice dice, int most)
    {
        var text = new StringBuilder();
        int length = dice.Next(1, most);
        string[] characters = Split(Characters);
        for (int i = 0; i < length; i++)
            text.Append(dice.Pick(characters));
        return text.ToString();
    }

    static string[] Split(string characters)
    {
        var runes = new System.Collections.Generic.List<string>();
        foreach (Rune rune in characters.EnumerateRunes())
            runes.Add(rune.ToString());
        return [.. runes];
    }

    static int Word(string word)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(word);
        return Vocabulary.Find(bytes, 0, bytes.Length);
    }
}
