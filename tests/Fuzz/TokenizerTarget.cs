extern alias portable;

using Presentity.TestKit;
using Presentity.Xml;
using Portable = portable::Presentity.Xml;
using PortableKit = portable::Presentity.TestKit;

namespace Presentity.Fuzz;

/// <summary>A stream through the tokenizer: however it is cut, on either platform, and through small buffers it gives the same; and
/// <see cref="System.Xml.XmlReader"/> agrees.</summary>
static class TokenizerTarget
{
    const int Longest = 4096;

    static readonly XmlVocabulary Vocabulary = StreamWords.Create();
    static readonly Portable.XmlVocabulary PortableVocabulary = PortableKit.StreamWords.Create();

    internal static void Check(byte[] input)
    {
        if (input.Length > Longest)
            return;
        int seed = Target.Seed(input);
        XmlLimits ample = Ample(input.Length);
        string whole = TokenDump.Of(input, Split.Whole, ample, Vocabulary);
        Target.AssertSame(whole, TokenDump.Of(input, Split.Bytes, ample, Vocabulary), "byte by byte");
        Target.AssertSame(whole, TokenDump.Of(input, Split.Random(new Dice(seed), 40), ample, Vocabulary), "in pieces");

        Portable.XmlLimits portable = Same(ample);
        Target.AssertSame(whole, PortableKit.TokenDump.Of(input, PortableKit.Split.Whole, portable, PortableVocabulary), "portable");
        Target.AssertSame(
            whole,
            PortableKit.TokenDump.Of(input, PortableKit.Split.Random(new PortableKit.Dice(seed), 40), portable, PortableVocabulary),
            "portable, in pieces");

        if (ReaderAgreement.Complaint(input, whole) is string complaint)
            throw new Disagreement(complaint);
        CheckSmall(input, new Dice(seed));
    }

    static void CheckSmall(byte[] input, Dice dice)
    {
        var limits = new XmlLimits
        {
            Bytes = dice.Next(512, 700),
            Nodes = dice.Next(8, 60),
            Depth = dice.Next(2, 9),
            Attributes = dice.Next(1, 6),
            Namespaces = dice.Next(1, 8),
        };
        string whole = Text(JoinedDump.Of(input, Split.Whole, limits, Vocabulary));
        Target.AssertSame(whole, Text(JoinedDump.Of(input, Split.Bytes, limits, Vocabulary)), "small, byte by byte");
        Target.AssertSame(whole, Text(JoinedDump.Of(input, Split.Random(dice, 200), limits, Vocabulary)), "small, in pieces");
        PortableKit.JoinedDump portable = PortableKit.JoinedDump.Of(input, PortableKit.Split.Whole, Same(limits), PortableVocabulary);
        Target.AssertSame(whole, Text(portable.Lines, portable.Parts, portable.Truncated), "small, portable");
    }

    static string Text(JoinedDump dump) => Text(dump.Lines, dump.Parts, dump.Truncated);

    static string Text(string[] lines, int parts, int truncated) => $"{string.Join('\n', lines)}\n{parts} parts, {truncated} truncated";

    /// <summary>Room for whatever so many bytes can be.</summary>
    static XmlLimits Ample(int bytes) => new()
    {
        Bytes = 1024 + (bytes * 2),
        Nodes = 16 + bytes,
        Depth = 8 + (bytes / 3),
        Attributes = 8 + (bytes / 4),
        Namespaces = 8 + (bytes / 8),
    };

    static Portable.XmlLimits Same(XmlLimits limits) => new()
    {
        Bytes = limits.Bytes,
        Nodes = limits.Nodes,
        Depth = limits.Depth,
        Attributes = limits.Attributes,
        Namespaces = limits.Namespaces,
    };
}
