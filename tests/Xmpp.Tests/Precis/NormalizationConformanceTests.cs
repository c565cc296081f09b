using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Xmpp.Tests;

/// <summary>Both forms against lines of the Unicode Character Database's own <c>NormalizationTest.txt</c>.</summary>
[TestClass]
public sealed class NormalizationConformanceTests
{
    [TestMethod]
    public void Both_forms_are_what_the_conformance_test_says()
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Precis", "NormalizationTest.txt"));
        int count = 0;
        foreach (string line in lines.Where(static line => line.Length > 0 && line[0] != '#' && line[0] != '@'))
        {
            // Columns 1 to 3 normalise to column 2, columns 4 and 5 to column 4; by compatibility all to column 4.
            string[] columns = line.Split(';')[..5].Select(Text).ToArray();
            for (int i = 0; i < columns.Length; i++)
            {
                Assert.AreEqual(columns[i < 3 ? 1 : 3], Normalization.Compose(columns[i], compatibility: false), line);
                Assert.AreEqual(columns[3], Normalization.Compose(columns[i], compatibility: true), line);
            }

            count++;
        }

        Assert.IsGreaterThan(100, count);
    }

    static string Text(string hex) => string.Concat(hex.Split(' ').Select(static part => char.ConvertFromUtf32(Convert.ToInt32(part, 16))));
}
