using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Fuzz.Tests;

/// <summary>The desktop's faster ways give what the chip's code gives, and what <see cref="System.Xml.XmlReader"/> gives: of streams that
/// are long enough for them, good and spoilt, and of every kind of character at every place of a step of sixteen bytes.</summary>
[TestClass]
public sealed class AgreementTests
{
    static readonly Target Tokenizer = Target.Find("tokenizer")!;

    [TestMethod]
    [DataRow(StreamKind.Chatty)]
    [DataRow(StreamKind.Presence)]
    [DataRow(StreamKind.Text)]
    [DataRow(StreamKind.Forms)]
    [DataRow(StreamKind.Utf8)]
    public void OfStreams(StreamKind kind)
    {
        for (int seed = 1; seed <= 60; seed++)
        {
            var dice = new Dice(seed);
            byte[] document = Encoding.UTF8.GetBytes(StreamCorpus.Document(kind, kind == StreamKind.Chatty ? 6 : 2, dice));
            Tokenizer.Check(document);
            for (int changes = 1; changes <= 4; changes++)
                Tokenizer.Check(Mutation.Of(document, changes, dice));
        }
    }

    /// <summary>Every pair of bytes of which the first is beyond ASCII, with every third and fourth that make a difference.</summary>
    [TestMethod]
    public void OfCharacters()
    {
        byte[] behind = [(byte)'x', (byte)'<', 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBD, 0xBE, 0xBF, 0xC2, 0xE4, 0xFF];
        for (int first = 0x80; first <= 0xFF; first++)
        {
            for (int second = 0; second <= 0xFF; second++)
            {
                int before = (first + second) % 19;
                foreach (byte third in second < 0x80 || first < 0xE0 ? behind[..2] : behind)
                    Check(before, [(byte)first, (byte)second, third, 0x80]);
            }
        }
    }

    [TestMethod]
    [DataRow("é")]
    [DataRow("水")]
    [DataRow("\U0001F6B0")]
    [DataRow("\uFFFD")]
    [DataRow("\uD7FF\uE000")]
    public void OfPlaces(string character)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(character);
        for (int before = 0; before < 40; before++)
        {
            Check(before, bytes);
            for (int cut = 1; cut < bytes.Length; cut++)
                Check(before, bytes[..cut]);
        }
    }

    static void Check(int before, byte[] bytes)
    {
        string filling = string.Concat(Enumerable.Repeat("水", before / 3)) + "abc"[..(before % 3)];
        byte[] head = Encoding.UTF8.GetBytes($"<s><a>{filling}"), middle = Encoding.UTF8.GetBytes($"</a><b c='{filling}"), end = Encoding.UTF8.GetBytes("'/></s>");
        Tokenizer.Check([.. head, .. bytes, .. Encoding.UTF8.GetBytes(" and so on, for a while longer</a><b/></s>")]);
        Tokenizer.Check([.. head, .. middle, .. bytes, .. end]);
    }
}
