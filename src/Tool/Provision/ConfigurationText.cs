using System;
using System.Collections.Generic;
using System.Linq;

namespace Presentity.Tool.Provision;

/// <summary>A configuration as its lines, so that what a person has written stays as it was, comments and order.</summary>
sealed class ConfigurationText
{
    readonly List<string> lines;

    /// <param name="text">What there is already; may be empty.</param>
    internal ConfigurationText(string text)
    {
        lines = [.. text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n')];
        while (lines.Count > 0 && lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
    }

    /// <summary>A key's value; empty when it is not there. Set to give it one: in its line, or in a new one at the end; an empty one
    /// removes it.</summary>
    internal string this[string key]
    {
        get => lines.Find(line => KeyOf(line) == key) is { } line ? line[(line.IndexOf('=') + 1)..].Trim() : "";
        set
        {
            int at = lines.FindIndex(line => KeyOf(line) == key);
            if (at >= 0 && value.Length == 0)
                lines.RemoveAt(at);
            else if (at >= 0)
                lines[at] = $"{key} = {value}";
            else if (value.Length > 0)
                lines.Add($"{key} = {value}");
        }
    }

    /// <summary>Begins with a line for people, unless it is there.</summary>
    internal void Comment(string text)
    {
        string line = "# " + text;
        if (!lines.Contains(line))
            lines.Insert(0, line);
    }

    /// <summary>The keys that begin so.</summary>
    internal IReadOnlyList<string> Keys(string prefix) =>
        [.. lines.Select(KeyOf).Where(key => key.StartsWith(prefix, StringComparison.Ordinal))];

    public override string ToString() => string.Concat(lines.Select(line => line + "\n"));

    static string KeyOf(string line) => line.TrimStart().StartsWith('#') || !line.Contains('=') ? "" : line[..line.IndexOf('=')].Trim();
}
