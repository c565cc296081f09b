using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>Names are those of XML 1.0, fifth edition, §2.3, without the colon: every character, also beyond the Basic Multilingual
/// Plane.</summary>
[TestClass]
public sealed class NameCharacterTests
{
    /// <summary>[4] NameStartChar, as it stands there.</summary>
    const string StartChars = "A-Z _ a-z C0-D6 D8-F6 F8-2FF 370-37D 37F-1FFF 200C-200D 2070-218F 2C00-2FEF 3001-D7FF F900-FDCF "
        + "FDF0-FFFD 10000-EFFFF";

    /// <summary>[4a] NameChar has these besides.</summary>
    const string MoreChars = "- . 0-9 B7 300-36F 203F-2040";

    static readonly XmlTokenizer Tokenizer = new(new XmlLimits(), StreamWords.Create());

    [TestMethod]
    public void EveryCharacterBeginsANameOrDoesNot() => AssertAll(Set(StartChars), c => $"<s><{c}/></s>");

    [TestMethod]
    public void EveryCharacterGoesOnInANameOrDoesNot() => AssertAll(Set(StartChars + " " + MoreChars), c => $"<s><a{c}b/></s>");

    [TestMethod]
    public void EveryCharacterBeginsTheNameOfAnAttributeOrDoesNot() => AssertAll(Set(StartChars), c => $"<s><a {c}='1'/></s>");

    static void AssertAll(HashSet<int> names, Func<string, string> document)
    {
        var wrong = new List<string>();
        lock (Tokenizer)
        {
            foreach (int c in Characters())
                if (IsTaken(document(char.ConvertFromUtf32(c))) != names.Contains(c))
                    wrong.Add($"U+{c:X4}");
        }

        Assert.IsEmpty(wrong);
    }

    /// <summary>All of the Basic Multilingual Plane but what is markup in these places, and of each plane beyond the edges and a
    /// sample.</summary>
    static IEnumerable<int> Characters() =>
        Enumerable.Range(1, 0x10FFFF).Where(c =>
            c is < 0xD800 or > 0xDFFF && (c >= 0x80 || !" \t\r\n/>:".Contains((char)c, StringComparison.Ordinal))
            && (c < 0x10000 || (c & 0xFFFF) is < 4 or > 0xFFFB || c % 251 == 0));

    static bool IsTaken(string text)
    {
        byte[] document = Encoding.UTF8.GetBytes(text);
        Tokenizer.Reset();
        Tokenizer.Feed(document, 0, document.Length);
        return Tokenizer.Read() == XmlRead.RootStart && Tokenizer.Read() == XmlRead.Element && Tokenizer.Read() == XmlRead.RootEnd;
    }

    static HashSet<int> Set(string ranges) => [.. ranges.Split(' ').SelectMany(Range)];

    static IEnumerable<int> Range(string range)
    {
        if (range == "-")
            return ['-'];
        string[] ends = range.Split('-');
        int first = Value(ends[0]);
        return Enumerable.Range(first, Value(ends[^1]) - first + 1);
    }

    // Letters, digits and marks stand for themselves, numbers of two digits and more are hexadecimal.
    static int Value(string end) => end.Length == 1 ? end[0] : Convert.ToInt32(end, 16);
}
