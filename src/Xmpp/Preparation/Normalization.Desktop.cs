using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace Presentity.Xmpp;

/// <summary>Normalization of Unicode (UAX #15), forms C and KC. That of .NET needs ICU, which not every machine has; without it, it does
/// nothing. Its tables are in <c>Normalization.txt</c>, and read when the first text beyond ASCII comes.</summary>
static class Normalization
{
    // Hangul is computed: UAX #15, section 16.
    const int FirstSyllable = 0xAC00, FirstLead = 0x1100, FirstVowel = 0x1161, BeforeTrail = 0x11A7;
    const int Leads = 19, Vowels = 21, Trails = 28, Syllables = Leads * Vowels * Trails;

    static readonly Lazy<Tables> Known = new(Tables.Load);

    /// <summary>Form C, or with compatibility form KC.</summary>
    /// <param name="text">Without lone surrogates.</param>
    /// <param name="compatibility">Whether characters that look different but mean the same become one.</param>
    public static string Compose(string text, bool compatibility)
    {
        if (Ascii.IsValid(text))
            return text;
        List<int> points = [];
        foreach (Rune rune in text.EnumerateRunes())
            Decompose(rune.Value, compatibility, points);
        Order(points);
        Compose(points);
        StringBuilder composed = new(points.Count);
        foreach (int point in points)
            composed.Append(new Rune(point).ToString());
        return composed.ToString();
    }

    static void Decompose(int point, bool compatibility, List<int> to)
    {
        int syllable = point - FirstSyllable;
        if (syllable is >= 0 and < Syllables)
        {
            to.Add(FirstLead + (syllable / (Vowels * Trails)));
            to.Add(FirstVowel + (syllable % (Vowels * Trails) / Trails));
            if (syllable % Trails > 0)
                to.Add(BeforeTrail + (syllable % Trails));
        }
        else if (Known.Value.Canonical.TryGetValue(point, out int[]? parts)
            || (compatibility && Known.Value.Compatible.TryGetValue(point, out parts)))
        {
            foreach (int part in parts)
                Decompose(part, compatibility, to);
        }
        else
        {
            to.Add(point);
        }
    }

    /// <summary>Puts marks on the same letter into their order, those of one class as they were.</summary>
    static void Order(List<int> points)
    {
        for (int i = 1; i < points.Count; i++)
            for (int at = i; at > 0 && Class(points[at]) > 0 && Class(points[at - 1]) > Class(points[at]); at--)
                (points[at - 1], points[at]) = (points[at], points[at - 1]);
    }

    static void Compose(List<int> points)
    {
        int starter = -1;
        int before = 0;
        for (int i = 0; i < points.Count; i++)
        {
            int mark = Class(points[i]);
            bool isNext = starter == i - 1;
            if (starter >= 0 && (isNext || (before < mark && before > 0)) && Pair(points[starter], points[i]) is int composed)
            {
                points[starter] = composed;
                points.RemoveAt(i--);
                continue;
            }

            before = mark;
            if (mark == 0)
                starter = i;
        }
    }

    static int? Pair(int first, int second)
    {
        int lead = first - FirstLead, vowel = second - FirstVowel;
        if (lead is >= 0 and < Leads && vowel is >= 0 and < Vowels)
            return FirstSyllable + (((lead * Vowels) + vowel) * Trails);
        int syllable = first - FirstSyllable, trail = second - BeforeTrail;
        if (syllable is >= 0 and < Syllables && syllable % Trails == 0 && trail is > 0 and < Trails)
            return first + trail;
        return Known.Value.Composed.TryGetValue((first, second), out int composed) ? composed : null;
    }

    static int Class(int point) => Known.Value.Classes.GetValueOrDefault(point);

    sealed class Tables
    {
        public Dictionary<int, int[]> Canonical { get; } = [];

        public Dictionary<int, int[]> Compatible { get; } = [];

        public Dictionary<(int First, int Second), int> Composed { get; } = [];

        public Dictionary<int, int> Classes { get; } = [];

        public static Tables Load()
        {
            Tables tables = new();
            using StreamReader reader = new(typeof(Normalization).Assembly.GetManifestResourceStream("Normalization.txt")!);
            while (reader.ReadLine() is { } line)
                if (!line.StartsWith('#'))
                    tables.Add(line);
            return tables;
        }

        void Add(string line)
        {
            int at = line.IndexOfAny(['=', '!', '<', '-']);
            int point = Hex(line[..at]);
            if (line[at] == '-')
            {
                int colon = line.IndexOf(':', StringComparison.Ordinal);
                for (int last = Hex(line[(at + 1)..colon]); point <= last; point++)
                    Classes[point] = int.Parse(line[(colon + 1)..], CultureInfo.InvariantCulture);
                return;
            }

            int[] parts = Array.ConvertAll(line[(at + 1)..].Split(' '), Hex);
            (line[at] == '<' ? Compatible : Canonical)[point] = parts;
            if (line[at] == '=')
                Composed[(parts[0], parts[1])] = point;
        }

        static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
