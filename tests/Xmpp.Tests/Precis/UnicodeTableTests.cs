using System;
using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Xmpp.Tests;

/// <summary>The table that preparing uses, against the Unicode Character Database where that is installed.</summary>
[TestClass]
public sealed class UnicodeTableTests
{
    [TestMethod]
    public void The_table_is_what_the_database_says()
    {
        if (UnicodeDatabase.Folder is not { } folder)
        {
            Assert.Inconclusive("needs the Unicode Character Database: apt install unicode-data");
            return;
        }

        var database = new UnicodeDatabase(folder);
        string expected = database.Table();
        if (Environment.GetEnvironmentVariable("UNICODE_TABLE") is { Length: > 0 } path)
            File.WriteAllText(path, expected);
        string actual = Table();
        if (!actual.Contains($"Database {database.Version}.\n", StringComparison.Ordinal))
            Assert.Inconclusive($"the table is of another version of Unicode than {database.Version}");
        Assert.AreEqual(expected, actual);
    }

    static string Table()
    {
        using Stream stream = typeof(Precis).Assembly.GetManifestResourceStream("Unicode.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
