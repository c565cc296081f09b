using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>Through whatever small buffer a stream goes, what comes out is what comes out of a large one, but for what is larger than
/// the buffer.</summary>
[TestClass]
public sealed class SmallBufferFuzzTests
{
    const int Streams = 300;

    static readonly XmlLimits Ample = new() { Bytes = 60000, Nodes = 20000, Depth = 24, Attributes = 32, Namespaces = 2000 };
    static readonly XmlVocabulary Vocabulary = StreamWords.Create();

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    public void GivesTheSameAsALargeOne(int seed)
    {
        var dice = new Dice(seed);
        int whole = 0;
        int parts = 0;
        for (int i = 0; i < Streams; i++)
        {
            var limits = new XmlLimits
            {
                Bytes = dice.Next(512, 1500),
                Nodes = dice.Next(30, 200),
                Depth = dice.Next(4, 12),
                Attributes = dice.Next(3, 8),
                Namespaces = dice.Next(12, 32),
            };
            byte[] document = new RandomStream(dice, 2 * limits.Bytes).Make(6);
            JoinedDump large = JoinedDump.Of(document, Split.Whole, Ample, Vocabulary);
            if (large.Parts > 0)
                continue;
            JoinedDump small = JoinedDump.Of(document, Split.Whole, limits, Vocabulary);
            AssertSame(large.Lines, small, limits, document);
            AssertSplitsAgree(small, document, limits, dice);
            whole += small.Lines[^1] == "root end" ? 1 : 0;
            parts += small.Parts;
        }

        Assert.IsGreaterThan(Streams / 2, whole);
        Assert.IsGreaterThan(Streams, parts);
    }

    /// <summary>The lines are the same to the end; only texts and elements for which there was no room beside the tags around them may be
    /// missing, with all that is in them, and it is said of what is left of their stanza.</summary>
    static void AssertSame(IReadOnlyList<string> large, JoinedDump small, XmlLimits limits, byte[] document)
    {
        int[] tags = new int[Ample.Depth];
        int missing = 0;
        int missingInside = 0;
        int at = 0;
        foreach (string line in small.Lines)
        {
            while (at < large.Count && large[at] != line && char.IsDigit(large[at][0]))
            {
                int depth = Depth(large[at]);
                int around = tags[..(depth + (IsText(large[at]) ? 1 : 0))].Sum();
                if (IsText(large[at]) && around + large[at].Length < limits.Bytes / 4)
                    Fail($"{large[at]} is missing, and all around it is {around}", document);
                missing++;
                missingInside += depth > 0 || IsText(large[at]) ? 1 : 0;
                bool element = !IsText(large[at++]);
                while (element && at < large.Count && char.IsDigit(large[at][0]) && Depth(large[at]) >= depth + (IsText(large[at]) ? 0 : 1))
                    at++;
            }

            if (at == large.Count || large[at] != line)
                Fail($"expected {(at < large.Count ? large[at] : "nothing")}\nactual {line}\n", document);
            if (char.IsDigit(line[0]) && !IsText(line))
                tags[Depth(line)] = line.Length;
            at++;
        }

        if (at < large.Count || (missingInside > 0 && small.Truncated + small.Parts == 0) || missing < small.Truncated)
            Fail($"{large.Count - at} lines and {missing} others are missing, and {small.Truncated} times it was said", document);
    }

    static bool IsText(string line) => line.EndsWith('"') && line[1..].StartsWith(" \"", StringComparison.Ordinal);

    static int Depth(string line) => line[0] - '0';

    static void AssertSplitsAgree(JoinedDump whole, byte[] document, XmlLimits limits, Dice dice)
    {
        foreach (Split split in new[] { Split.Bytes, Split.Random(dice, 50), Split.Random(dice, 900) })
        {
            JoinedDump cut = JoinedDump.Of(document, split, limits, Vocabulary);
            if (!cut.Lines.SequenceEqual(whole.Lines) || cut.Parts != whole.Parts || cut.Truncated != whole.Truncated)
                Fail($"{split.Name}: {cut.Parts} parts, {cut.Truncated} truncated, {cut.Lines[^1]}; {whole.Parts}, {whole.Truncated}, {whole.Lines[^1]}", document);
        }
    }

    static void Fail(string message, byte[] document) => Assert.Fail($"{message}\n{Encoding.UTF8.GetString(document)}");
}
