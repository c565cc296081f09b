using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.Linq;

namespace Presentity.Xml.Tests.Conformance;

/// <summary>The W3C XML conformance suite, where <c>fetch.sh</c> has put it.</summary>
static class Suite
{
    static readonly string Folder = Path.Combine(Sources(), "..", "obj", "conformance", "package", "build", "dist");

    internal static bool IsThere => File.Exists(Path.Combine(Folder, "cleaned", "xmlconf-flattened.xml"));

    /// <summary>The cases for processors of XML 1.0, fifth edition.</summary>
    /// <remarks>Parsers leave out what is of versions and editions that are not theirs (testcases.dtd of the suite).</remarks>
    internal static IReadOnlyList<SuiteCase> Cases { get; } = IsThere ? [.. Load()] : [];

    static IEnumerable<SuiteCase> Load()
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore };
        using var reader = XmlReader.Create(Path.Combine(Folder, "cleaned", "xmlconf-flattened.xml"), settings);
        foreach (XElement test in XDocument.Load(reader).Descendants("TEST"))
        {
            bool isOfOther = test.Attribute("RECOMMENDATION")?.Value is "XML1.1" or "NS1.1";
            if (isOfOther || !Names(test, "VERSION", "1.0") || !Names(test, "EDITION", "5"))
                continue;
            string path = Path.Combine([Folder, "xmlconf", .. test.Ancestors().Reverse().Select(Place), test.Attribute("URI")!.Value]);
            yield return new SuiteCase(
                test.Attribute("ID")!.Value,
                test.Attribute("TYPE")!.Value,
                test.Attribute("NAMESPACE")?.Value != "no",
                File.ReadAllBytes(path));
        }
    }

    static bool Names(XElement test, string attribute, string value) =>
        test.Attribute(attribute) is not XAttribute list || list.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(value);

    static string Place(XElement cases) => cases.Attribute(XNamespace.Xml + "base")?.Value ?? "";

    static string Sources([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
