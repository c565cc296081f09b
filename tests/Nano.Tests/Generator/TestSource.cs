using System;
using System.Collections.Generic;
using System.IO;

namespace Presentity.Generator;

/// <summary>A test class, as far as its source says which tests there are.</summary>
/// <remarks>Read from its lines, one attribute a line, as the house writes them. What is not understood is an error: no test may
/// be left out because it looks different.</remarks>
sealed class TestSource
{
    static readonly string[] NotOnTheChip = ["[DynamicData", "[TestInitialize", "[TestCleanup", "[ClassInitialize", "[ClassCleanup", "[Ignore"];

    /// <summary>The lines with <c>using</c>: what the arguments of tests are made of needs them.</summary>
    public List<string> Usings { get; } = [];

    public string Namespace { get; private set; } = "";

    public string Class { get; private set; } = "";

    /// <summary>Each run of a test: its method, and its arguments as they are written.</summary>
    public List<(string Method, string? Arguments)> Tests { get; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is not understood.</exception>
    public static TestSource Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        var source = new TestSource();
        List<string>? rows = null;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && source.Class.Length == 0)
                source.Usings.Add(line);
            else if (line.StartsWith("namespace ", StringComparison.Ordinal))
                source.Namespace = line["namespace ".Length..].TrimEnd(';');
            else if (line.StartsWith("public sealed class ", StringComparison.Ordinal) && source.Class.Length == 0)
                source.Class = line["public sealed class ".Length..].Split(' ', '(', ':')[0];
            else if (line == "[TestMethod]")
                rows = [];
            else if (line.StartsWith("[DataRow(", StringComparison.Ordinal))
                (rows ?? throw Misunderstood(path, i, "a row without a test")).Add(Row(lines, ref i));
            else if (Array.Exists(NotOnTheChip, attribute => line.StartsWith(attribute, StringComparison.Ordinal)))
                throw Misunderstood(path, i, "nothing of the kind runs on the chip");
            else if (line.StartsWith("[TestMethod", StringComparison.Ordinal))
                throw Misunderstood(path, i, "write [TestMethod] alone on its line");
            else if (rows != null && line.StartsWith("public ", StringComparison.Ordinal))
                rows = source.Add(line, rows, Misunderstood(path, i, "a test is a public void"));
        }

        return rows != null || source.Tests.Count == 0 ? throw Misunderstood(path, lines.Length - 1, "no tests found") : source;
    }

    List<string>? Add(string line, List<string> rows, FormatException otherwise)
    {
        if (!line.StartsWith("public void ", StringComparison.Ordinal))
            throw otherwise;
        string method = line["public void ".Length..].Split('(')[0];
        if (rows.Count == 0)
            Tests.Add((method, null));
        foreach (string row in rows)
            Tests.Add((method, row));
        return null;
    }

    /// <summary>What stands in the parentheses, which may be on several lines.</summary>
    static string Row(string[] lines, ref int at)
    {
        string row = lines[at].Trim();
        while (!row.EndsWith(")]", StringComparison.Ordinal))
            row += " " + lines[++at].Trim();
        return row["[DataRow(".Length..^")]".Length];
    }

    static FormatException Misunderstood(string path, int line, string why) => new($"{path}({line + 1}): {why}");
}
