using System;
using System.IO;
using Presentity.Xml;

namespace Presentity.Benchmarks.Tokenizing;

/// <summary>One pass of ours: namespaces resolved, names interned, and every name, value and text that was handed over visited.</summary>
/// <remarks>Compiled twice: here, and with the portable code (Portable/PortablePass.csproj).</remarks>
public sealed class TokenizerPass
{
    readonly byte[] stream;
    readonly int chunk;
    readonly XmlTokenizer tokenizer;
    readonly XmlCursor cursor;

    /// <summary>A tokenizer with its cursor, as a session has them before its stream begins.</summary>
    /// <param name="stream">The whole stream.</param>
    /// <param name="chunk">How many bytes come at a time.</param>
    /// <param name="words">What the vocabulary is made of.</param>
    public TokenizerPass(byte[] stream, int chunk, string words)
    {
        this.stream = stream;
        this.chunk = chunk;
        tokenizer = new XmlTokenizer(new XmlLimits { Bytes = 8192, Nodes = 600, Namespaces = 64 }, new XmlVocabulary(words));
        cursor = new XmlCursor(tokenizer.Tape);
    }

    /// <summary>Reads the stream from its beginning to its end.</summary>
    /// <returns>A number that is made of everything that was visited.</returns>
    public int Run()
    {
        tokenizer.Reset();
        int at = 0;
        int seen = 0;
        while (true)
        {
            switch (tokenizer.Read())
            {
                case XmlRead.NeedsInput:
                    at += Receive(at);
                    break;
                case XmlRead.RootStart:
                case XmlRead.Element:
                case XmlRead.Partial:
                    cursor.MoveToTop();
                    seen += Visit(cursor);
                    break;
                case XmlRead.RootEnd:
                    return seen;
                case XmlRead.Error:
                    throw new InvalidDataException($"{tokenizer.Error} at {tokenizer.Position}");
            }
        }
    }

    // As a transport does: into the tokenizer's own buffer.
    int Receive(int at)
    {
        int count = Math.Min(Math.Min(chunk, stream.Length - at), tokenizer.FreeCount);
        if (count == 1)
            tokenizer.Buffer[tokenizer.FreeStart] = stream[at];
        else
            stream.AsSpan(at, count).CopyTo(tokenizer.Buffer.AsSpan(tokenizer.FreeStart));
        tokenizer.Filled(count);
        return count;
    }

    // In the order of the document: the elements, each with its attributes behind it and then its content.
    static int Visit(XmlCursor cursor)
    {
        int seen = cursor.ExpandedName;
        for (int node = cursor.Following(cursor.Node); node != XmlCursor.None; node = cursor.Following(node))
            seen += cursor.NameOf(node) + cursor.Start(node) + cursor.Length(node);
        return seen;
    }
}
