using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.House.Tests;

/// <summary>The tables of attacks in <c>docs/SECURITY.md</c> name tests that exist, and every test of an attack is in one.</summary>
[TestClass]
public sealed class AttackTableTests
{
    [TestMethod]
    public void EveryAttackHasItsTests()
    {
        string[] rows = [.. TestTable.Rows("docs/SECURITY.md")];
        Assert.IsGreaterThan(30, rows.Length);
        Assert.AreEqual("", string.Join('\n', rows.SelectMany(Check)));
    }

    [TestMethod]
    public void EveryTestOfAnAttackIsTold()
    {
        string[] tests = [.. TestTable.TestsIn("tests/Attacks.Tests")];
        string[] told = [.. TestTable.Rows("docs/SECURITY.md").SelectMany(static row => TestTable.Quoted(TestTable.Cells(row)[^1]))];
        Assert.IsGreaterThan(30, tests.Length);
        CollectionAssert.IsSubsetOf(tests, told);
    }

    [TestMethod]
    [DataRow("| attack | what happens | in the log | test |", "")]
    [DataRow("| a DTD | refused | bad XML | `XmlAttackTests.RestrictedXml` `Stream/restricted-xml.txt` |", "")]
    [DataRow("| a DTD | refused | bad XML | |", "no test")]
    [DataRow("| a DTD | refused | | `XmlAttackTests.RestrictedXml` |", "no log")]
    [DataRow("| a DTD | refused | bad XML | `XmlAttackTests.Nothing` |", "there is no test XmlAttackTests.Nothing")]
    [DataRow("| a DTD | `XmlAttackTests.RestrictedXml` |", "4 columns")]
    public void AnOffenceIsFound(string row, string found) =>
        Assert.AreEqual(found, string.Concat(Check(row).Select(static what => what.Split(": ")[1])));

    static IEnumerable<string> Check(string row)
    {
        string[] cells = TestTable.Cells(row);
        if (cells.Length != 4)
            return [$"{cells[0]}: 4 columns"];
        if (cells[^1] == "test")
            return [];
        string[] tests = [.. TestTable.Quoted(cells[^1])];
        return
        [
            .. tests.Where(static name => !TestTable.Exists(name)).Select(name => $"{cells[0]}: there is no test {name}"),
            .. tests.Length == 0 ? [$"{cells[0]}: no test"] : Array.Empty<string>(),
            .. cells[2].Length == 0 ? [$"{cells[0]}: no log"] : Array.Empty<string>(),
        ];
    }
}
