using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>Whatever is written reads as what was meant.</summary>
[TestClass]
public sealed class WrittenAndReadTests
{
    static readonly XmlVocabulary Vocabulary = StreamWords.Create();

    readonly string[] characters = new string[]
    {
        "a", "b", " ", "<", ">", "&", "'", "\"", "]", "\t", "\n", "\r", "\u007f", "\u0085", "é", "Ж", "水", "\u2028", "\uFFFD", "\uE000", "🌧",
        "\U0010FFFF",
    };

    readonly XmlWriter writer = new XmlWriter(8000, Vocabulary);
    readonly XmlTokenizer tokenizer = new XmlTokenizer(new XmlLimits { Bytes = 9000 }, Vocabulary);

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void TextAndValuesComeBack(int seed)
    {
        Dice dice = new Dice(seed);
        for (int i = 0; i < Scale.Of(2000, 20); i++)
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
        // The chip's texts end at the character zero.
        for (int c = Scale.Of(0, 1); c <= 0x10FFFF; c += c < Scale.Of(0x3000, 0x90) || (c > 0xFFF0 && c < 0x10010) ? 1 : Scale.Of(97, 9241))
        {
            if (c >= 0xD800 && c <= 0xDFFF)
                continue;
            writer.Clear();
            writer.Start(Word("stream"), Word("jabber:client"));
            writer.Element(Word("body"), Character(c));
            writer.End();

            XmlCursor cursor = Stanza();
            bool isReplaced = c < ' ' && c != '\t' && c != '\n' && c != '\r';
            string expected = c == 0xFFFE || c == 0xFFFF ? "\uFFFD" : isReplaced ? " " : Character(c);
            Assert.AreEqual(expected, cursor.ToString(cursor.Text()), c.ToString("X4"));
        }
    }

    XmlCursor Stanza()
    {
        tokenizer.Reset();
        tokenizer.Feed(writer.Buffer, 0, writer.Length);
        Assert.AreEqual(XmlRead.RootStart, tokenizer.Read());
        Assert.AreEqual(XmlRead.Element, tokenizer.Read(), Encoding.UTF8.GetString(writer.Buffer, 0, writer.Length));
        XmlCursor cursor = new XmlCursor(tokenizer.Tape);
        cursor.MoveToTop();
        return cursor;
    }

    string Text(Dice dice, int most)
    {
        StringBuilder text = new StringBuilder();
        int length = dice.Next(1, most);
        for (int i = 0; i < length; i++)
            text.Append(dice.Pick(characters));
        return text.ToString();
    }

    static string Character(int c) => c < 0x10000
        ? new string((char)c, 1)
        : new string(new char[] { (char)(0xD800 + ((c - 0x10000) >> 10)), (char)(0xDC00 + (c & 0x3FF)) });

    static int Word(string word)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(word);
        return Vocabulary.Find(bytes, 0, bytes.Length);
    }
}
