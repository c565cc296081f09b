using System;
using System.Collections.Generic;

namespace Presentity.Surface;

/// <summary>The bracketed words at the end of a line: <c>[static] [native] [obsolete: use the other one]</c>.</summary>
internal sealed class ApiTags
{
    private readonly Dictionary<string, string> values = [];

    /// <summary>Reads the words.</summary>
    /// <param name="text">What follows the declaration, or nothing.</param>
    public ApiTags(string text)
    {
        foreach (string tag in text.Split(['[', ']'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int end = tag.IndexOfAny([' ', ':']);
            if (end < 0)
                values.Add(tag, "");
            else
                values.Add(tag[..end], tag[(end + 1)..].Trim());
        }
    }

    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>What follows the word; null when the word is not there, empty when nothing follows.</summary>
    public string? Value(string name) => values.GetValueOrDefault(name);

    /// <summary>Where the tags of a line begin: at the first bracket that a lower-case word follows, for <c>[]</c> is an array and
    /// <c>[System.Int32]</c> an indexer's parameter.</summary>
    /// <returns>The index of the blank before the first tag, or the length of the line.</returns>
    public static int IndexIn(string line)
    {
        for (int at = line.IndexOf(" [", StringComparison.Ordinal); at >= 0; at = line.IndexOf(" [", at + 1, StringComparison.Ordinal))
        {
            if (at + 2 < line.Length && char.IsAsciiLetterLower(line[at + 2]))
                return at;
        }

        return line.Length;
    }
}
