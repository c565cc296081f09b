using System;
using System.IO;
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
        byte[] document = StreamCorpus.Make(kind, 100_000);
        long instructions;
        lock (Counter)
        {
            Counter.Driver.GetMethod("Tokenize")!.Invoke(null, [document, piece, StreamWords.Text]);
            instructions = Counter.Instructions;
        }

        double cost = (double)instructions / document.Length;
        TestContext.WriteLine($"{kind} in pieces of {piece}: {cost:F1} instructions a byte");
        Assert.IsGreaterThan(3.0, cost);
        Assert.IsLessThan(most, cost);
    }
}
