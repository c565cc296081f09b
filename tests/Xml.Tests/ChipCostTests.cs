using System;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>The chip interprets IL, so what it pays is instructions: at most 40 a byte, names and namespaces resolved. Tags that
/// come in pieces cost a little more.</summary>
[TestClass]
public sealed class ChipCostTests
{
    static readonly InstructionCounter Counter =
        new(Path.Combine(AppContext.BaseDirectory, "Presentity.ChipCost.dll"), "Presentity.ChipCost.Workload");

    public required TestContext TestContext { get; set; }

    [TestMethod]
    [DataRow(StreamKind.Chatty, 1024, 40)]
    [DataRow(StreamKind.Presence, 1024, 40)]
    [DataRow(StreamKind.Text, 1024, 15)]
    [DataRow(StreamKind.Forms, 1024, 40)]
    [DataRow(StreamKind.Utf8, 1024, 40)]
    [DataRow(StreamKind.Chatty, 64, 45)]
    public void TokenizingIsCheapEnough(StreamKind kind, int piece, int most)
    {
        double cost = Cost(StreamCorpus.Make(kind, 100_000), piece);
        TestContext.WriteLine($"{kind} in pieces of {piece}: {cost:F1} instructions a byte");
        Assert.IsGreaterThan(3.0, cost);
        Assert.IsLessThan(most, cost);
    }

    /// <summary>Input that comes byte by byte is not read again and again: the cost of a byte does not grow with what it is in.</summary>
    [TestMethod]
    [DataRow("<s><a b='", "x", "'/></s>")]
    [DataRow("<s><a b='", "é", "'/></s>")]
    [DataRow("<s><a b='", "\t", "'/></s>")]
    [DataRow("<s><a b='", "&amp;", "'/></s>")]
    [DataRow("<s><a b='", "\"", "'/></s>")]
    [DataRow("<s><a ", "x", "='1'/></s>")]
    [DataRow("<s><a ", "é", "='1'/></s>")]
    [DataRow("<s><a", " ", "/></s>")]
    [DataRow("<s><", "x", "/></s>")]
    [DataRow("<s><", "水", "/></s>")]
    [DataRow("<s><a>", "x", "</a></s>")]
    [DataRow("<s><a>", "水", "</a></s>")]
    [DataRow("<s><a>", "&#1078;", "</a></s>")]
    [DataRow("<s><a>&#", "0", "65;</a></s>")]
    [DataRow("<s><a>", "]", "</a></s>")]
    [DataRow("<s><a>", "\r", "</a></s>")]
    [DataRow("<s><a>", "<b/>", "</a></s>")]
    [DataRow("<s><a><![CDATA[", "水]<&", "]]></a></s>")]
    [DataRow("<s><a></a", " ", "></s>")]
    [DataRow("<s>", " ", "</s>")]
    public void ByteByByteIsLinear(string before, string repeated, string after)
    {
        double shorter = Cost(Document(500), 1);
        double longer = Cost(Document(3500), 1);
        TestContext.WriteLine($"{shorter:F0} and {longer:F0} instructions a byte");
        Assert.IsLessThan(shorter * 1.5, longer);

        byte[] Document(int bytes) =>
            Encoding.UTF8.GetBytes(before + string.Concat(Enumerable.Repeat(repeated, bytes / Encoding.UTF8.GetByteCount(repeated))) + after);
    }

    static double Cost(byte[] document, int piece)
    {
        lock (Counter)
        {
            Counter.Driver.GetMethod("Tokenize")!.Invoke(null, [document, piece, StreamWords.Text]);
            return (double)Counter.Instructions / document.Length;
        }
    }
}
