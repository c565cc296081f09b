using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Presentity.House.Tests;

/// <summary>Tables in documents whose last column names tests: `Class.Method`, a transcript `Folder/name.txt`, or a golden file
/// `Folder/name.xml`.</summary>
static partial class TestTable
{
    const string Transcripts = "tests/Xmpp.Tests/Transcripts/";
    const string Golden = "tests/Xml.Tests/Golden/";

    static readonly Lazy<HashSet<string>> Tests = new(static () => [.. TestsIn("tests")]);

    /// <summary>The lines of a document that are rows of a table, its heading among them.</summary>
    /// <param name="document">From the root.</param>
    public static IEnumerable<string> Rows(string document) =>
        Repository.Read(document).Split('\n').Where(static line => line.StartsWith("| ", StringComparison.Ordinal));

    /// <summary>The cells of a row.</summary>
    public static string[] Cells(string row) => row.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);

    /// <summary>What stands between backquotes.</summary>
    public static IEnumerable<string> Quoted(string cell) => Code().Matches(cell).Select(static match => match.Groups[1].Value);

    /// <summary>Whether there is such a test.</summary>
    public static bool Exists(string name) =>
        name.EndsWith(".txt", StringComparison.Ordinal) ? File.Exists(Path.Combine(Repository.Root, Transcripts + name))
        : name.EndsWith(".xml", StringComparison.Ordinal) ? File.Exists(Path.Combine(Repository.Root, Golden + name))
        : Tests.Value.Contains(name);

    /// <summary>The tests in the sources below a folder: `Class.Method`.</summary>
    /// <param name="folder">From the root.</param>
    public static IEnumerable<string> TestsIn(string folder) =>
        Repository.Files(folder, "*Tests.cs").SelectMany(static path => TestMethod().Matches(Repository.Read(path))
            .Select(match => Path.GetFileNameWithoutExtension(path) + "." + match.Groups[1].Value));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    // From the attribute to the method's name, over the attributes with its data.
    [GeneratedRegex(@"\[TestMethod\](?:\s*(?://[^\n]*|\[(?:""(?:[^""\\]|\\.)*""|[^\]""])*\]))*\s*public (?:async )?(?:void|Task) (\w+)\(")]
    private static partial Regex TestMethod();
}
