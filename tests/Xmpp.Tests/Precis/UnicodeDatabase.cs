using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace Presentity.Xmpp.Tests;

/// <summary>The files of the Unicode Character Database, and the table that the library makes of them.</summary>
/// <remarks>Debian's package <c>unicode-data</c> brings them to <c>/usr/share/unicode</c>; <c>UNICODE_DATA</c> names another place.
/// After a change, run the tests with <c>UNICODE_TABLE</c> set to the full path of <c>src/Xmpp/Preparation/Unicode.txt</c>, which is
/// then written.</remarks>
sealed class UnicodeDatabase
{
    const int Last = 0x10FFFF;
    const int LineLength = 140;

    // The combining class of what kills a vowel.
    const int Virama = 9;

    readonly string folder;
    readonly string[] categories = Filled("Cn");
    readonly string[] bidi = Filled("");
    readonly int[] combining = new int[Last + 1];
    readonly Dictionary<int, (string Tag, int[] Parts)> decompositions = [];
    readonly Dictionary<(int First, int Second), int> compositions = [];
    readonly Dictionary<int, int[]> foldings = [];
    readonly HashSet<int> excluded = [];
    readonly Dictionary<string, SortedSet<int>> sets = [];

    public UnicodeDatabase(string folder)
    {
        this.folder = folder;
        ReadCharacters();
        foreach (string[] fields in Records("DerivedNormalizationProps.txt"))
            if (fields[1] == "Full_Composition_Exclusion")
                excluded.UnionWith(Range(fields[0]));
        foreach ((int composed, (string tag, int[] parts)) in decompositions)
            if (tag.Length == 0 && parts.Length == 2 && !excluded.Contains(composed))
                compositions[(parts[0], parts[1])] = composed;
        foreach (string[] fields in Records("CaseFolding.txt"))
            if (fields[1] is "C" or "F")
                foldings[Number(fields[0])] = Numbers(fields[2]);
    }

    /// <summary>Where the database is on this machine; null when it is not.</summary>
    public static string? Folder =>
        (Environment.GetEnvironmentVariable("UNICODE_DATA") ?? "/usr/share/unicode") is var folder
        && File.Exists(Path.Combine(folder, "UnicodeData.txt")) ? folder : null;

    /// <summary>As in the first line of its files: <c>15.0.0</c>.</summary>
    public string Version => File.ReadLines(Path.Combine(folder, "CaseFolding.txt")).First().Split('-', '.') is [_, var a, var b, var c, ..]
        ? $"{a}.{b}.{c}" : "";

    /// <summary>The table as it should be.</summary>
    public string Table()
    {
        ReadSet("DerivedCoreProperties.txt", "Default_Ignorable_Code_Point", "ignorable");
        foreach (string script in new[] { "Greek", "Hebrew", "Hiragana", "Katakana", "Han" })
            ReadSet("Scripts.txt", script, "script-" + script);
        foreach (string type in new[] { "L", "V", "T" })
            ReadSet("HangulSyllableType.txt", type, "jamo");
        Derive();
        var text = new StringBuilder();
        text.Append($"# Made by tests/Xmpp.Tests/Precis/UnicodeDatabase.cs from the Unicode Character Database {Version}.\n");
        text.Append("# Copyright (c) 1991-2022 Unicode, Inc. Licence in UNICODE-LICENSE.txt beside this file.\n");
        foreach ((string name, SortedSet<int> set) in sets.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
            Write(text, name, Ranges(set));
        Write(text, "width", Widths());
        return text.ToString();
    }

    static string[] Filled(string value)
    {
        string[] array = new string[Last + 1];
        Array.Fill(array, value);
        return array;
    }

    void ReadCharacters()
    {
        int first = -1;
        foreach (string[] fields in Records("UnicodeData.txt"))
        {
            int codePoint = Number(fields[0]);
            if (fields[1].EndsWith(", First>", StringComparison.Ordinal))
            {
                first = codePoint;
                continue;
            }

            for (int i = first < 0 ? codePoint : first; i <= codePoint; i++)
                (categories[i], combining[i], bidi[i]) = (fields[2], int.Parse(fields[3], CultureInfo.InvariantCulture), fields[4]);
            first = -1;
            if (fields[5].Length == 0)
                continue;
            string tag = fields[5][0] == '<' ? fields[5].Split(' ')[0] : "";
            decompositions[codePoint] = (tag, Numbers(fields[5][tag.Length..]));
        }
    }

    void ReadSet(string file, string value, string name)
    {
        foreach (string[] fields in Records(file))
            if (fields[1] == value)
                foreach (int codePoint in Range(fields[0]))
                    Put(name, codePoint);
    }

    static IEnumerable<int> Range(string field)
    {
        int first = Number(field.Split("..")[0]);
        return Enumerable.Range(first, Number(field.Split("..")[^1]) - first + 1);
    }

    void Derive()
    {
        Dictionary<int, string> joining = Records("ArabicShaping.txt")
            .ToDictionary(static fields => Number(fields[0]), static fields => fields[2]);
        for (int codePoint = 0; codePoint <= Last; codePoint++)
        {
            string category = categories[codePoint];
            if (category == "Cn" || category == "Cs")
                continue;
            Put("assigned", codePoint);
            if (bidi[codePoint] is "L" or "R" or "AL" or "AN" or "EN" or "ES" or "CS" or "ET" or "ON" or "BN" or "NSM")
                Put("bidi-" + bidi[codePoint], codePoint);
            if (combining[codePoint] == Virama)
                Put("virama", codePoint);
            string join = joining.GetValueOrDefault(codePoint, category is "Mn" or "Me" or "Cf" ? "T" : "U");
            if (join is "L" or "R" or "D" or "T")
                Put("joining-" + join, codePoint);
            if (!decompositions.ContainsKey(codePoint) && !foldings.ContainsKey(codePoint))
                continue;
            List<int> compatible = Compatible([codePoint]);
            if (!compatible.SequenceEqual([codePoint]))
                Put("compatibility", codePoint);
            if (!Compatible(Folded(compatible)).SequenceEqual([codePoint]))
                Put("unstable", codePoint);
        }
    }

    IEnumerable<int> Folded(IEnumerable<int> text) => text.SelectMany(codePoint => foldings.GetValueOrDefault(codePoint, [codePoint]));

    /// <summary>Normalization Form KC, written apart from the library's.</summary>
    List<int> Compatible(IEnumerable<int> text)
    {
        List<int> parts = text.SelectMany(Decomposed).ToList();
        for (int i = 0; i < parts.Count;)
        {
            // One run of marks after the other, sorted without changing the order of equals.
            int end = i + 1;
            while (end < parts.Count && combining[parts[end]] > 0)
                end++;
            int start = combining[parts[i]] > 0 ? i : i + 1;
            List<int> marks = parts[start..end].OrderBy(mark => combining[mark]).ToList();
            parts.RemoveRange(start, end - start);
            parts.InsertRange(start, marks);
            i = end;
        }

        for (int starter = 0; starter < parts.Count; starter++)
        {
            if (combining[parts[starter]] > 0)
                continue;
            for (int i = starter + 1; i < parts.Count;)
            {
                bool isBlocked = i > starter + 1 && combining[parts[i - 1]] >= combining[parts[i]];
                if (!isBlocked && Composed(parts[starter], parts[i]) is { } composed)
                {
                    parts[starter] = composed;
                    parts.RemoveAt(i);
                }
                else if (combining[parts[i]] == 0)
                {
                    break;
                }
                else
                {
                    i++;
                }
            }
        }

        return parts;
    }

    IEnumerable<int> Decomposed(int codePoint)
    {
        if (codePoint is >= 0xAC00 and <= 0xD7A3)
        {
            int syllable = codePoint - 0xAC00;
            int[] jamo = [0x1100 + (syllable / 588), 0x1161 + (syllable % 588 / 28), 0x11A7 + (syllable % 28)];
            return syllable % 28 == 0 ? jamo[..2] : jamo;
        }

        return decompositions.TryGetValue(codePoint, out (string, int[] Parts) found) ? found.Parts.SelectMany(Decomposed) : [codePoint];
    }

    int? Composed(int first, int second)
    {
        if (first is >= 0x1100 and <= 0x1112 && second is >= 0x1161 and <= 0x1175)
            return 0xAC00 + ((((first - 0x1100) * 21) + second - 0x1161) * 28);
        if (first is >= 0xAC00 and <= 0xD7A3 && (first - 0xAC00) % 28 == 0 && second is > 0x11A7 and <= 0x11C2)
            return first + second - 0x11A7;
        return compositions.TryGetValue((first, second), out int composed) ? composed : null;
    }

    void Put(string name, int codePoint)
    {
        if (!sets.TryGetValue(name, out SortedSet<int>? set))
            sets[name] = set = [];
        set.Add(codePoint);
    }

    IEnumerable<string> Widths() => decompositions.Where(static entry => entry.Value.Tag is "<wide>" or "<narrow>")
        .OrderBy(static entry => entry.Key).Select(static entry => $"{entry.Key:X}={entry.Value.Parts[0]:X}");

    static IEnumerable<string> Ranges(SortedSet<int> set)
    {
        int first = -2;
        int last = -2;
        foreach (int codePoint in set.Append(int.MaxValue))
        {
            if (codePoint == last + 1)
            {
                last = codePoint;
                continue;
            }

            if (first >= 0)
                yield return first == last ? $"{first:X}" : $"{first:X}-{last:X}";
            first = last = codePoint;
        }
    }

    static void Write(StringBuilder text, string name, IEnumerable<string> words)
    {
        int length = LineLength;
        foreach (string word in words)
        {
            if (length + word.Length + 1 > LineLength)
            {
                text.Append(length < LineLength || text[^1] != '\n' ? "\n" : "").Append(name);
                length = name.Length;
            }

            text.Append(' ').Append(word);
            length += word.Length + 1;
        }

        text.Append('\n');
    }

    IEnumerable<string[]> Records(string file) => File.ReadLines(Path.Combine(folder, file))
        .Select(static line => line.Split('#')[0]).Where(static line => line.Trim().Length > 0)
        .Select(static line => Array.ConvertAll(line.Split(';'), static field => field.Trim()));

    static int[] Numbers(string hex) => Array.ConvertAll(hex.Split(' ', StringSplitOptions.RemoveEmptyEntries), Number);

    static int Number(string hex) => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
