using System;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>What golden files are read with, and how they are checked on the chip.</summary>
static class GoldenCheck
{
    internal static string Dump(byte[] document, Split split) =>
        TokenDump.Of(document, split, new XmlLimits { Bytes = 2048, Nodes = 128, Depth = 6, Attributes = 8, Namespaces = 8 }, StreamWords.Create());

    /// <summary>Reads a document whole, byte by byte, and in pieces; cut at every byte it is read on the desktop alone, for the time
    /// that it takes.</summary>
    /// <param name="data">Has the document and, behind it, what it gives.</param>
    /// <param name="start">Where the document begins.</param>
    /// <param name="documentLength">How many bytes it has.</param>
    /// <param name="goldenLength">How many bytes there are behind it.</param>
    internal static void Of(byte[] data, int start, int documentLength, int goldenLength)
    {
        byte[] document = new byte[documentLength];
        Array.Copy(data, start, document, 0, documentLength);
        string golden = Encoding.UTF8.GetString(data, start + documentLength, goldenLength);
        Split[] splits = new Split[] { Split.Whole, Split.Bytes, Split.Pieces(2), Split.Pieces(7) };
        foreach (Split split in splits)
            Assert.AreEqual(golden, Dump(document, split), split.Name);
    }
}
