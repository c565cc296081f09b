using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>A tokenizer that has read streams, to their end or not, good or bad, is after a reset as a new one.</summary>
[TestClass]
public sealed class ResetTests
{
    static readonly XmlVocabulary Vocabulary = StreamWords.Create();

    [TestMethod]
    public void ReadsAThousandStreamsLikeANewOne()
    {
        var dice = new Dice(5);
        var limits = new XmlLimits { Bytes = 1000, Nodes = 100, Depth = 10, Attributes = 10, Namespaces = 12 };
        var used = new XmlTokenizer(limits, Vocabulary);
        HashSet<string> ends = [];
        for (int i = 0; i < 1000; i++)
        {
            byte[] document = dice.Percent(50)
                ? new RandomStream(dice, 1500).Make(3)
                : Encoding.UTF8.GetBytes(StreamCorpus.Document(dice.Pick([StreamKind.Chatty, StreamKind.Forms, StreamKind.Utf8]), 2, dice));
            if (dice.Percent(40))
                document = Mutation.Of(document, 1, dice);
            if (dice.Percent(20))
                document = document[..dice.Next(document.Length)];
            Split split = Split.Pieces(dice.Next(1, 700));
            string expected = TokenDump.Of(document, split, limits, Vocabulary);
            used.Reset();
            Assert.AreEqual(expected, TokenDump.Of(used, document, split));
            Assert.AreEqual(XmlRead.NeedsInput, ReadAfterReset(used));
            ends.Add(expected.TrimEnd('\n').Split('\n')[^1].Split(' ')[0]);
        }

        // Streams that ended well, in error, and not at all.
        CollectionAssert.IsSubsetOf(new[] { "root", "error", "more" }, ends.ToArray());
    }

    static XmlRead ReadAfterReset(XmlTokenizer tokenizer)
    {
        tokenizer.Reset();
        return tokenizer.Read();
    }
}
