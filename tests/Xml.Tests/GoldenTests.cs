using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xml.Tests;

/// <summary>Each <c>Golden/**/*.xml</c> gives what stands beside it in <c>.golden</c>, however its bytes are cut.</summary>
/// <remarks>With <c>GOLDEN=write</c> in the environment the files are written instead, to be read before they are committed.</remarks>
[TestClass]
public sealed class GoldenTests
{
    public static IEnumerable<string> Documents { get; } = Names(Path.Combine(AppContext.BaseDirectory, "Golden"));

    [TestMethod]
    [DynamicData(nameof(Documents))]
    public void GivesWhatIsWritten(string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Golden", name);
        byte[] document = File.ReadAllBytes(path + ".xml");
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
            File.WriteAllText(Path.Combine(Sources(), "Golden", name + ".golden"), GoldenCheck.Dump(document, Split.Whole));
        string golden = File.ReadAllText(path + ".golden");
        foreach (Split split in Split.All(document.Length))
            Assert.AreEqual(golden, GoldenCheck.Dump(document, split), split.Name);
    }

    [TestMethod]
    public void EveryErrorHasADocument()
    {
        string all = string.Concat(Documents.Select(name => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".golden"))));
        foreach (XmlError error in Enum.GetValues<XmlError>())
            if (error is not (XmlError.None or XmlError.TagTooLong or XmlError.TooDeep))
                StringAssert.Contains(all, $"error {error} at ");
    }

    static string[] Names(string directory) =>
        [.. Directory.EnumerateFiles(directory, "*.xml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(directory, file).Replace('\\', '/')[..^".xml".Length])
            .Order(StringComparer.Ordinal)];

    static string Sources([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
