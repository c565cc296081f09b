using System;
using System.IO;
using BenchmarkDotNet.Attributes;
using Presentity.Benchmarks.Tokenizing;
using Presentity.TestKit;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Benchmarks;

/// <summary>Tokenizing a stream of 1 MB, namespaces resolved and names interned, beside <see cref="System.Xml.XmlReader"/>.</summary>
public class TokenizerBenchmark
{
    readonly XmlTokenizer tokenizer = new(new XmlLimits { Bytes = 8192, Nodes = 600, Namespaces = 64 }, Vocabulary.Create());
    readonly XmlCursor cursor;
    byte[] stream = [];

    public TokenizerBenchmark() => cursor = new XmlCursor(tokenizer.Tape);

    /// <summary>Of five kinds: see <see cref="StreamKind"/>.</summary>
    [ParamsAllValues]
    public StreamKind Kind { get; set; }

    /// <summary>How many bytes come at a time, as from a transport.</summary>
    [Params(4096)]
    public int Chunk { get; set; }

    [GlobalSetup]
    public void MakeStream() => stream = BenchmarkStream.Make(Kind);

    /// <summary>Ours: each stanza handed over whole, its name and attributes looked at as a router does.</summary>
    [Benchmark]
    public int Tokenizer()
    {
        tokenizer.Reset();
        int at = 0;
        int seen = 0;
        while (true)
        {
            switch (tokenizer.Read())
            {
                case XmlRead.NeedsInput:
                    at += tokenizer.Feed(stream, at, Math.Min(Chunk, stream.Length - at));
                    break;
                case XmlRead.Element:
                case XmlRead.Partial:
                    cursor.MoveToTop();
                    seen += cursor.LocalName + cursor.AttributeWord(Word.Type) + cursor.CountChildren();
                    break;
                case XmlRead.RootEnd:
                    return seen;
                case XmlRead.Error:
                    throw new InvalidDataException($"{tokenizer.Error} at {tokenizer.Position}");
            }
        }
    }

    /// <summary>The peer: every name, namespace, attribute and text taken as the string that it makes.</summary>
    [Benchmark(Baseline = true)]
    public int XmlReader() => new ReaderPass(stream, Chunk).Run();
}
