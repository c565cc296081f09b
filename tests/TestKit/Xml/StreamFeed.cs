using System;
using Presentity.Xml;

namespace Presentity.TestKit;

/// <summary>Feeds a document to a tokenizer, in pieces, whenever it asks for input.</summary>
public sealed class StreamFeed(XmlTokenizer tokenizer, byte[] document, Split split)
{
    int at;
    int pieceEnd;

    /// <summary>The tokenizer that reads.</summary>
    public XmlTokenizer Tokenizer { get; } = tokenizer;

    /// <summary>Reads to the next thing that is complete.</summary>
    /// <returns><see cref="XmlRead.NeedsInput"/> only when the document is at its end.</returns>
    /// <exception cref="InvalidOperationException">The tokenizer asks for input and has no room for it.</exception>
    public XmlRead Read()
    {
        while (true)
        {
            XmlRead read = Tokenizer.Read();
            if (read != XmlRead.NeedsInput || at == document.Length)
                return read;
            if (Tokenizer.FreeCount == 0)
                throw new InvalidOperationException("no room for the input that it needs, at " + Tokenizer.Position);
            if (pieceEnd <= at)
                pieceEnd = split.End(at);
            if (pieceEnd > document.Length)
                pieceEnd = document.Length;
            at += Tokenizer.Feed(document, at, pieceEnd - at);
        }
    }
}
