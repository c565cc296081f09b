using System;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>Nothing is allocated once everything is made: the chip collects garbage with every thread standing still.</summary>
[TestClass]
public sealed class AllocationTests
{
    static readonly XmlVocabulary Vocabulary = StreamWords.Create();

    [TestMethod]
    [DataRow(StreamKind.Chatty, 4096)]
    [DataRow(StreamKind.Presence, 4096)]
    [DataRow(StreamKind.Text, 4096)]
    [DataRow(StreamKind.Forms, 4096)]
    [DataRow(StreamKind.Utf8, 4096)]
    [DataRow(StreamKind.Chatty, 17)]
    public void ReadingAllocatesNothing(StreamKind kind, int piece)
    {
        byte[] document = StreamCorpus.Make(kind, 1_000_000);
        var tokenizer = new XmlTokenizer(new XmlLimits(), Vocabulary);
        var cursor = new XmlCursor(tokenizer.Tape);
        long visited = Read(tokenizer, cursor, document, piece);
        long again = 0;
        Assert.AreEqual(0, Allocation.Least(() => again = Read(tokenizer, cursor, document, piece)));
        Assert.AreEqual(visited, again);
        Assert.IsGreaterThan(400, visited);
    }

    [TestMethod]
    public void ErrorsAllocateNothing()
    {
        byte[] document = Encoding.UTF8.GetBytes(StreamCorpus.Header + "<a><b></a>");
        var tokenizer = new XmlTokenizer(new XmlLimits(), Vocabulary);
        Fail(tokenizer, document);
        Assert.AreEqual(0, Allocation.Least(() =>
        {
            for (int i = 0; i < 1000; i++)
                Fail(tokenizer, document);
        }));
        Assert.AreEqual(XmlError.MismatchedEndTag, tokenizer.Error);
    }

    [TestMethod]
    public void WritingAllocatesNothing()
    {
        var writer = new XmlWriter(1000, Vocabulary);
        byte[] text = Encoding.UTF8.GetBytes("21.4 °C & <rising>");
        Write(writer, text);
        Assert.AreEqual(0, Allocation.Least(() =>
        {
            for (int i = 0; i < 5000; i++)
                Write(writer, text);
        }));
        Assert.IsFalse(writer.HasOverflowed);
    }

    /// <summary>Reads everything and asks for everything that a handler asks for.</summary>
    static long Read(XmlTokenizer tokenizer, XmlCursor cursor, byte[] document, int piece)
    {
        tokenizer.Reset();
        long visited = 0;
        int at = 0;
        while (true)
        {
            switch (tokenizer.Read())
            {
                case XmlRead.NeedsInput:
                    at += tokenizer.Feed(document, at, Math.Min(piece, document.Length - at));
                    break;
                case XmlRead.RootEnd:
                    return visited;
                case XmlRead.Error:
                    return -1;
                default:
                    cursor.MoveToTop();
                    visited += Visit(cursor);
                    break;
            }
        }
    }

    static int Visit(XmlCursor cursor)
    {
        int visited = 1 + cursor.LocalName + cursor.Namespace;
        for (int slot = cursor.FirstAttribute(); slot != XmlCursor.None; slot = cursor.NextAttribute(slot))
            visited += cursor.Length(slot) + cursor.Word(slot) + (cursor.TryGetInteger(slot, out int value) ? value & 1 : 0);
        visited += cursor.Length(cursor.Text());
        int element = cursor.Node;
        for (bool more = cursor.MoveToFirstChild(); more; more = cursor.MoveToNext(element))
            visited += Visit(cursor);
        cursor.MoveTo(element);
        return visited;
    }

    static void Fail(XmlTokenizer tokenizer, byte[] document)
    {
        tokenizer.Reset();
        tokenizer.Feed(document, 0, document.Length);
        while (tokenizer.Read() != XmlRead.Error)
            continue;
    }

    static void Write(XmlWriter writer, byte[] text)
    {
        writer.Clear();
        writer.Start(XmlVocabulary.First, XmlVocabulary.First + 1);
        writer.AttributeNumber(XmlVocabulary.Xml, -5);
        writer.Attribute(XmlVocabulary.Xml, text, 0, text.Length);
        writer.Text(text, 0, text.Length);
        writer.WriteDecimal(214, 1);
        writer.WritePadded(7, 2);
        writer.Element(XmlVocabulary.First, XmlVocabulary.First + 2);
        writer.End();
    }
}
