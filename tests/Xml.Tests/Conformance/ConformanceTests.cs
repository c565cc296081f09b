using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests.Conformance;

/// <summary>The documents of the W3C XML conformance suite for XML 1.0, fifth edition, and Namespaces 1.0: each judged right.</summary>
/// <remarks>
/// <para>A document is read as a stream: its root is the stream's, the children of the root are stanzas, text between them is handed
/// over, white space may surround the root. It is taken when the root's end comes without an error and nothing but white space after
/// it.</para>
/// <para>What the suite calls <c>valid</c> or <c>invalid</c> is well-formed. It has to be taken when RFC 6120 §11 allows all that is in
/// it, with the content that <see cref="System.Xml.XmlReader"/> finds. With a comment, processing instruction or document type declaration
/// it is refused with <c>restricted-xml</c>, where the first of them stands; in another encoding with <c>unsupported-encoding</c>. What
/// the suite calls <c>not-wf</c> is refused, at the latest at the first thing that is not allowed. Of an <c>error</c> a processor may
/// think what it likes.</para>
/// <para>Most documents have a document type declaration. They are read once more with all that is not allowed cut out: of a well-formed
/// document that leaves a well-formed one, or one that refers to an entity and is refused for it. Of the others it leaves documents that
/// may be either, of which <see cref="System.Xml.XmlReader"/> is asked.</para>
/// </remarks>
[TestClass]
public sealed class ConformanceTests
{
    static readonly XmlLimits Ample = new() { Bytes = 65535, Nodes = 20000, Depth = 200, Attributes = 200, Namespaces = 200 };
    static readonly XmlVocabulary Vocabulary = StreamWords.Create();

    [TestMethod]
    public void TakesWhatIsWellFormedAndAllowed() =>
        AssertAll(36, one => one.IsWellFormed && one.HasNamespaces && IsAllowed(one.Bytes), one => WhatIsWrongWhenTaken(one.Bytes));

    [TestMethod]
    public void RefusesWhatIsNotWellFormed() =>
        AssertAll(130, one => one.Type == "not-wf" && IsAllowed(one.Bytes), one => WhatIsWrongWhenRefused(one.Bytes));

    [TestMethod]
    public void RefusesWhatIsNeitherWellFormedNorAllowed() =>
        AssertAll(887, one => one.Type == "not-wf" && !IsAllowed(one.Bytes), one => WhatIsWrongWhenRefused(one.Bytes));

    [TestMethod]
    public void RefusesWhatStreamsMayNotHave() =>
        AssertAll(919, one => one.IsWellFormed && !IsAllowed(one.Bytes), one => WhatIsWrongWhenRestricted(one.Bytes));

    [TestMethod]
    public void RefusesColonsThatNamespacesForbid() =>
        AssertAll(
            2,
            one => one.IsWellFormed && !one.HasNamespaces && IsAllowed(one.Bytes),
            one => Contains(Dump(one.Bytes), "error InvalidName", "error UnboundPrefix"));

    [TestMethod]
    public void TakesWhatIsLeftOfWhatIsWellFormed() =>
        AssertAll(902, one => one.IsWellFormed && one.HasNamespaces && IsCut(one.Bytes), one => WhatIsWrongWhenCut(Cut(one.Bytes)));

    [TestMethod]
    public void AgreesWithTheReaderOnEverything() =>
        AssertAll(1916, one => Subset.Of(one.Bytes).IsUtf8, one =>
            ReaderAgreement.Complaint(one.Bytes, Dump(one.Bytes)) ?? ReaderAgreement.Complaint(Cut(one.Bytes), Dump(Cut(one.Bytes))));

    [TestMethod]
    public void GivesTheSameHoweverItIsCut() => AssertAll(1995, one => one.Bytes.Length < 30000, one =>
    {
        string whole = Dump(one.Bytes);
        return Dump(one.Bytes, Split.Bytes) == whole && Dump(one.Bytes, Split.Pieces(7)) == whole ? null : whole;
    });

    static bool IsAllowed(byte[] document)
    {
        Subset subset = Subset.Of(document);
        return subset.IsUtf8 && !subset.HasMark && subset.Restricted.Count == 0 && subset.Entity < 0;
    }

    static bool IsCut(byte[] document) => Subset.Of(document) is { IsUtf8: true, HasMark: false, Restricted.Count: > 0 };

    static byte[] Cut(byte[] document) => Subset.Of(document).Cut();

    static string? WhatIsWrongWhenTaken(byte[] document)
    {
        string ours = Dump(document);
        bool isTaken = ReaderAgreement.IsAccepted(ours) && !ours.Contains("truncated", StringComparison.Ordinal);
        return isTaken ? ReaderAgreement.Complaint(document, ours) : ours;
    }

    static string? WhatIsWrongWhenRefused(byte[] document)
    {
        string ours = Dump(document);
        if (ReaderAgreement.IsAccepted(ours))
            return ours;
        Subset subset = Subset.Of(document);
        return subset.Restricted.Count == 0 || Position(ours) <= subset.Restricted[0].Start ? null : ours;
    }

    static string? WhatIsWrongWhenRestricted(byte[] document)
    {
        Subset subset = Subset.Of(document);
        if (!subset.IsUtf8)
            return Contains(Dump(document), ", unsupported-encoding");
        if (subset.HasMark)
            return Contains(Dump(document), "error UnexpectedCharacter at 0, not-well-formed");
        var entity = new Subset.Piece(XmlError.UndefinedEntity, subset.Entity < 0 ? int.MaxValue : subset.Entity, 0);
        Subset.Piece first = subset.Restricted.Append(entity).MinBy(piece => piece.Start);
        return Contains(Dump(document), $"error {first.Error} at {first.Start}, restricted-xml");
    }

    static string? WhatIsWrongWhenCut(byte[] document)
    {
        int entity = Subset.Of(document).Entity;
        return entity < 0 ? WhatIsWrongWhenTaken(document) : Contains(Dump(document), $"error UndefinedEntity at {entity}, restricted-xml");
    }

    static string? Contains(string dump, params string[] any) =>
        any.Any(text => dump.Contains(text, StringComparison.Ordinal)) ? null : $"expected {any[0]}: {dump}";

    static int Position(string dump) =>
        dump.LastIndexOf(" at ", StringComparison.Ordinal) is var at and >= 0 && dump.LastIndexOf(',') is var comma && comma > at
            ? int.Parse(dump.AsSpan(at + 4, comma - at - 4))
            : int.MaxValue;

    static string Dump(byte[] document) => Dump(document, Split.Whole);

    static string Dump(byte[] document, Split split) => TokenDump.Of(document, split, Ample, Vocabulary);

    static void AssertAll(int count, Func<SuiteCase, bool> isMeant, Func<SuiteCase, string?> whatIsWrong)
    {
        if (!Suite.IsThere)
        {
            const string missing = "The W3C XML conformance suite is not there; tests/Xml.Tests/Conformance/fetch.sh gets it (with npm).";
            if (Environment.GetEnvironmentVariable("CI") == "true")
                Assert.Fail(missing);
            Assert.Inconclusive(missing);
        }

        List<SuiteCase> meant = [.. Suite.Cases.Where(isMeant)];
        List<string> wrong = [];
        foreach (SuiteCase one in meant)
            if (whatIsWrong(one) is string what)
                wrong.Add($"{one.Id} ({one.Type}): {what}\n{Encoding.UTF8.GetString(one.Bytes)}\n");
        Assert.IsEmpty(wrong, $"{wrong.Count} of {meant.Count}:\n{string.Concat(wrong)}");
        Assert.HasCount(count, meant);
    }
}
