using System;
using Presentity.Xml;

namespace Presentity.ChipCost;

/// <summary>What is counted: a tokenizer reads a document. Found by name, in a copy of this assembly that counts.</summary>
public static class Workload
{
    /// <summary>Instructions since it was last set; the copy adds to it.</summary>
    public static long Instructions;

    /// <summary>Reads a document to its end, in pieces of <paramref name="piece"/> bytes, with the buffers of a chip.</summary>
    /// <returns>How many stanzas there were.</returns>
    public static int Tokenize(byte[] document, int piece, string words)
    {
        var tokenizer = new XmlTokenizer(new XmlLimits(), new XmlVocabulary(words));
        Instructions = 0;
        int stanzas = 0;
        int at = 0;
        while (true)
        {
            switch (tokenizer.Read())
            {
                case XmlRead.NeedsInput when at < document.Length:
                    at += tokenizer.Feed(document, at, Math.Min(piece, document.Length - at));
                    break;
                case XmlRead.Element:
                    stanzas++;
                    break;
                case XmlRead.RootStart:
                case XmlRead.Partial:
                    break;
                case XmlRead.RootEnd:
                    return stanzas;
                default:
                    throw new InvalidOperationException($"{tokenizer.Error} at {tokenizer.Position}");
            }
        }
    }
}
