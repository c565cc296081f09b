extern alias portable;

using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Presentity.Xml;
using Presentity.Xmpp;
using PortablePass = portable::Presentity.Benchmarks.Tokenizing.TokenizerPass;

namespace Presentity.Benchmarks.Tokenizing;

/// <summary>A tokenizer in a process of its own, which makes passes over a file when it is told to.</summary>
/// <remarks>As <c>Peers/expat.c</c>: it says "ready"; then for each number on standard input, so many passes, and a line with the
/// processor time of all of them in nanoseconds and how many bytes they allocated.</remarks>
static class Contestant
{
    /// <summary>Runs until its input ends.</summary>
    /// <param name="name">One of <see cref="Tokenizers"/>.</param>
    /// <param name="file">The stream.</param>
    /// <param name="chunk">How many bytes come at a time.</param>
    public static void Run(string name, string file, int chunk)
    {
        // Cloned, so that the first pass is not the first to touch it: a page's first touch takes longer than tokenizing it.
        byte[] stream = [.. File.ReadAllBytes(file)];
        Func<int> pass = Create(name, stream, chunk);
        Measure(() => 0, 1);
        Console.WriteLine("ready");
        while (Console.ReadLine() is string line)
        {
            // What has just arrived is in the processor's cache, for the first pass as for the others.
            _ = stream.AsSpan().Contains((byte)0);
            Console.WriteLine(Measure(pass, int.Parse(line, CultureInfo.InvariantCulture)));
        }
    }

    static Func<int> Create(string name, byte[] stream, int chunk) => name switch
    {
        Tokenizers.Portable => new PortablePass(stream, chunk, Words()).Run,
        Tokenizers.Desktop => new TokenizerPass(stream, chunk, Words()).Run,
        Tokenizers.XmlReader => new ReaderPass(stream, chunk).Run,
        _ => throw new ArgumentException($"there is no tokenizer {name}", nameof(name)),
    };

    static string Measure(Func<int> pass, int passes)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long began = ThreadClock.Nanoseconds();
        for (int i = 0; i < passes; i++)
            pass();
        long time = ThreadClock.Nanoseconds() - began;
        return $"{time} {GC.GetAllocatedBytesForCurrentThread() - allocated}";
    }

    // As the agent has them.
    static string Words()
    {
        XmlVocabulary vocabulary = Vocabulary.Create();
        return string.Join(' ', Enumerable.Range(XmlVocabulary.First, vocabulary.Count + 1 - XmlVocabulary.First).Select(vocabulary.ToString));
    }
}
