using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.House.Tests;

/// <summary>The sources keep the rules, and the check that says so finds what does not.</summary>
[TestClass]
public sealed class SourceTests
{
    [TestMethod]
    public void EverySourceKeepsTheRules()
    {
        string[] sources = [.. Repository.Files("src", "*.cs"), .. Repository.Files("boards", "*.cs")];
        IEnumerable<string> broken = sources.SelectMany(path => SourceRules.Check(path, Repository.Read(path)));

        CollectionAssert.Contains(sources, "src/Platform/ITransport.cs");
        Assert.AreEqual("", string.Join('\n', broken));
    }

    [TestMethod]
    [DataRow("src/Xml/X.cs", "using System;\n#if DEBUG\n#endif\n", "src/Xml/X.cs(2): #if DEBUG")]
    [DataRow("src/Host/X.cs", "  # if DEBUG\n", "src/Host/X.cs(1): # if DEBUG")]
    [DataRow("src/Agent/X.cs", "using System.Collections.Generic;\n", "src/Agent/X.cs(1): using System.Collections.Generic;")]
    [DataRow("src/Xmpp/X.cs", "using System.Linq;\n", "src/Xmpp/X.cs(1): using System.Linq;")]
    [DataRow("src/Platform/X.cs", "global using System.Threading.Tasks;\n", "src/Platform/X.cs(1): global using System.Threading.Tasks;")]
    [DataRow("boards/A/X.cs", "using L = System.Linq;\n", "boards/A/X.cs(1): using L = System.Linq;")]
    [DataRow("src/Nano/X.cs", "using Presentity.Xmpp;\n", "src/Nano/X.cs(1): using Presentity.Xmpp;")]
    public void AnOffenceIsFound(string path, string text, string found) =>
        Assert.StartsWith(found, SourceRules.Check(path, text).Single());

    [TestMethod]
    [DataRow("src/Host/X.cs", "using System.Linq;\n")]
    [DataRow("src/Xml/X.Desktop.cs", "using System.Linq;\n")]
    [DataRow("src/Xml/X.cs", "using System.Collections;\n#nullable enable\n")]
    public void WhatIsAllowedIsNotFound(string path, string text) => Assert.IsEmpty(SourceRules.Check(path, text));

    [TestMethod]
    public void ALongFileIsFound()
    {
        string longest = string.Concat(Enumerable.Repeat("//\n", SourceRules.MostLines));

        Assert.IsEmpty(SourceRules.Check("src/Tool/X.cs", longest));
        Assert.AreEqual("src/Tool/X.cs: 401 lines, and 400 are the most", SourceRules.Check("src/Tool/X.cs", longest + "//\n").Single());
    }
}
