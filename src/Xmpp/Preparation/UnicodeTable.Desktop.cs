using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace Presentity.Xmpp;

/// <summary>What preparing needs of the Unicode Character Database and .NET does not tell: <c>Unicode.txt</c>, read once.</summary>
/// <remarks>.NET's version of Unicode changes with the runtime, the table's does not: an address is the same today and after an
/// update.</remarks>
sealed class UnicodeTable
{
    readonly Dictionary<string, CodePointSet> sets = [];
    readonly Dictionary<int, int> width = [];

    UnicodeTable(TextReader table)
    {
        while (table.ReadLine() is { } line)
        {
            string[] words = line.Split(' ');
            if (line.Length == 0 || words[0] == "#")
                continue;
            for (int i = 1; i < words.Length; i++)
                Add(words[0], words[i]);
        }
    }

    /// <summary>The one table, read when the first text beyond ASCII comes.</summary>
    public static readonly UnicodeTable Current = Read();

    /// <summary>Whether this code point has the property: <c>assigned</c>, <c>compatibility</c>, <c>unstable</c>, <c>ignorable</c>,
    /// <c>jamo</c>, <c>virama</c>, <c>joining-*</c>, <c>bidi-*</c>, <c>script-*</c>.</summary>
    public bool Has(string property, int codePoint) => sets[property].Contains(codePoint);

    /// <summary>What a fullwidth or halfwidth form stands for; any other code point stands for itself.</summary>
    public int Width(int codePoint) => width.GetValueOrDefault(codePoint, codePoint);

    static UnicodeTable Read()
    {
        using Stream stream = typeof(UnicodeTable).Assembly.GetManifestResourceStream("Unicode.txt")!;
        using var reader = new StreamReader(stream);
        return new UnicodeTable(reader);
    }

    void Add(string property, string word)
    {
        if (word.IndexOf('=') is var equals and > 0)
        {
            width[Number(word.AsSpan(0, equals))] = Number(word.AsSpan(equals + 1));
            return;
        }

        int dash = word.IndexOf('-');
        int first = Number(dash < 0 ? word : word.AsSpan(0, dash));
        int last = dash < 0 ? first : Number(word.AsSpan(dash + 1));
        if (!sets.TryGetValue(property, out CodePointSet? set))
            sets[property] = set = new CodePointSet();
        set.Add(first, last);
    }

    static int Number(ReadOnlySpan<char> hex) => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
