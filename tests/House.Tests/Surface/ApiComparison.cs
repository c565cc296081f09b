using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Presentity.House.Tests.Surface;

/// <summary>Compares an assembly with its API list.</summary>
internal static partial class ApiComparison
{
    /// <summary>What is in one and not in the other; empty when they are the same.</summary>
    /// <param name="list">The lines of the list.</param>
    /// <param name="text">The assembly.</param>
    public static IEnumerable<string> Compare(IEnumerable<string> list, ApiText text)
    {
        string[] wanted = [.. list.Where(line => !line.Contains('`')).Select(Normal)];
        string[] present = [Head(text.Head), .. text.Lines().Select(Normal)];
        return wanted.Except(present).Select(line => $"missing: {line}")
            .Concat(present.Except(wanted).Select(line => $"too much: {line}"))
            .Concat(present.GroupBy(line => line).Where(group => group.Count() > 1).Select(group => $"twice: {group.Key}"));
    }

    /// <summary>A line without what a reference cannot know (which methods are native, where a list comes from), and with its bracketed
    /// words in alphabetical order.</summary>
    private static string Normal(string line)
    {
        if (line.StartsWith('#'))
            return Head(line);

        IEnumerable<string> words = Words().Matches(line).Select(match => match.Value).Where(word => word != " [native]");
        return Words().Replace(line, "") + string.Concat(words.Order(StringComparer.Ordinal));
    }

    private static string Head(string line) => string.Join(' ', line.Split(' ').Take(3));

    [GeneratedRegex(@" \[[a-z][^\]]*\]")]
    private static partial Regex Words();
}
