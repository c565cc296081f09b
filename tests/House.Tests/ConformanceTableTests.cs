using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.House.Tests;

/// <summary>Every file and every test that <c>docs/CONFORMANCE.md</c> names exists, and no row names none without saying why.</summary>
[TestClass]
public sealed class ConformanceTableTests
{
    [TestMethod]
    public void EveryFileAndTestExists()
    {
        string[] rows = [.. TestTable.Rows("docs/CONFORMANCE.md")];
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
        string[] cells = TestTable.Cells(row);
        (string where, string test) = (cells[^2], cells[^1]);
        bool isHeading = where == "where";
        bool isExcused = where.Contains("**not yet**", StringComparison.Ordinal) || where.Contains("**no**", StringComparison.Ordinal);
        string[] files = [.. TestTable.Quoted(where).Where(static name => name.Contains('/', StringComparison.Ordinal))];
        string[] tests = [.. TestTable.Quoted(test)];
        foreach (string file in files.Where(static file => !File.Exists(Path.Combine(Repository.Root, file))))
            yield return $"{cells[0]}: there is no {file}";
        foreach (string name in tests.Where(static name => !TestTable.Exists(name)))
            yield return $"{cells[0]}: there is no test {name}";
        if (!isHeading && !isExcused && files.Length == 0)
            yield return $"{cells[0]}: no file";
        if (!isHeading && !isExcused && tests.Length == 0)
            yield return $"{cells[0]}: no test";
    }
}
