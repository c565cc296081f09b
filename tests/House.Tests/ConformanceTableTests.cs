using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.House.Tests;

/// <summary>Every file and every test that <c>docs/CONFORMANCE.md</c> names exists, and no row names none without saying why.</summary>
[TestClass]
public sealed partial class ConformanceTableTests
{
    const string Transcripts = "tests/Xmpp.Tests/Transcripts/";
    const string Golden = "tests/Xml.Tests/Golden/";

    static readonly Lazy<HashSet<string>> Tests = new(FindTests);

    [TestMethod]
    public void EveryFileAndTestExists()
    {
        string[] rows = [.. Repository.Read("docs/CONFORMANCE.md").Split('\n').Where(static line => line.StartsWith("| ", StringComparison.Ordinal))];
        Assert.IsGreaterThan(100, rows.Length);
        Assert.AreEqual("", string.Join('\n', rows.SelectMany(Check)));
    }

    [TestMethod]
    [DataRow("| a | §1 | `src/Xmpp/Stanzas/Jid.cs` | `JidTests.Addresses_have_parts` |", "")]
    [DataRow("| a | §1 | `src/Xmpp/Stanzas/Jid.cs` | `Roster/push.txt` `Restricted/Entity.xml` |", "")]
    [DataRow("| a | §1 | **not yet** | |", "")]
    [DataRow("| a | §1 | `src/Xmpp/Stanzas/Nobody.cs` | `Roster/push.txt` |", "src/Xmpp/Stanzas/Nobody.cs")]
    [DataRow("| a | §1 | `src/Xmpp/Stanzas/Jid.cs` | `JidTests.Nothing` |", "JidTests.Nothing")]
    [DataRow("| a | §1 | `src/Xmpp/Stanzas/Jid.cs` | `Roster/nothing.txt` |", "Roster/nothing.txt")]
    [DataRow("| a | §1 | `src/Xmpp/Stanzas/Jid.cs` | |", "no test")]
    [DataRow("| a | §1 | | `Roster/push.txt` |", "no file")]
    public void AnOffenceIsFound(string row, string found)
    {
        string[] wrong = [.. Check(row)];
        Assert.HasCount(found.Length == 0 ? 0 : 1, wrong);
        Assert.Contains(found, string.Concat(wrong));
    }

    static IEnumerable<string> Check(string row)
    {
        string[] cells = row.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);
        (string where, string test) = (cells[^2], cells[^1]);
        bool isHeading = where == "where";
        bool isExcused = where.Contains("**not yet**", StringComparison.Ordinal) || where.Contains("**no**", StringComparison.Ordinal);
        string[] files = [.. Quoted(where).Where(static name => name.Contains('/', StringComparison.Ordinal))];
        string[] tests = [.. Quoted(test)];
        foreach (string file in files.Where(static file => !File.Exists(Path.Combine(Repository.Root, file))))
            yield return $"{cells[0]}: there is no {file}";
        foreach (string name in tests.Where(static name => !Exists(name)))
            yield return $"{cells[0]}: there is no test {name}";
        if (!isHeading && !isExcused && files.Length == 0)
            yield return $"{cells[0]}: no file";
        if (!isHeading && !isExcused && tests.Length == 0)
            yield return $"{cells[0]}: no test";
    }

    static IEnumerable<string> Quoted(string cell) => Code().Matches(cell).Select(static match => match.Groups[1].Value);

    static bool Exists(string name) =>
        name.EndsWith(".txt", StringComparison.Ordinal) ? File.Exists(Path.Combine(Repository.Root, Transcripts + name))
        : name.EndsWith(".xml", StringComparison.Ordinal) ? File.Exists(Path.Combine(Repository.Root, Golden + name))
        : Tests.Value.Contains(name);

    static HashSet<string> FindTests() =>
        [.. Repository.Files("tests", "*Tests.cs").SelectMany(static path => TestMethod().Matches(Repository.Read(path))
            .Select(match => Path.GetFileNameWithoutExtension(path) + "." + match.Groups[1].Value))];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    // From the attribute to the method's name, over the attributes with its data.
    [GeneratedRegex(@"\[TestMethod\](?:\s*(?://[^\n]*|\[(?:""(?:[^""\\]|\\.)*""|[^\]""])*\]))*\s*public (?:async )?(?:void|Task) (\w+)\(")]
    private static partial Regex TestMethod();
}
