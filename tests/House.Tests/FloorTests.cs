using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.House.Tests;

/// <summary>The one rule holds, and the check that says so finds those who break it.</summary>
[TestClass]
public sealed class FloorTests
{
    [TestMethod]
    public void EveryProjectKnowsOnlyWhomItMay()
    {
        string[] projects = [.. Repository.Files("src", "*.csproj"), .. Repository.Files("boards", "*.csproj")];
        IEnumerable<string> broken = projects.SelectMany(
            project => FloorRule.Check(project, FloorRule.References(project, Repository.Read(project))));

        CollectionAssert.IsSubsetOf(new[] { "src/Platform/Platform.csproj", "src/Xmpp/Xmpp.csproj" }, projects);
        Assert.AreEqual("", string.Join('\n', broken));
    }

    [TestMethod]
    [DataRow("src/Xmpp/Xmpp.csproj", "src/Agent/Agent.csproj", DisplayName = "upwards")]
    [DataRow("src/Xmpp/Xmpp.csproj", "src/Host/Host.csproj", DisplayName = "on the same floor")]
    [DataRow("src/Xml/Xml.csproj", "src/Platform/Platform.csproj", DisplayName = "Xml knows nobody")]
    [DataRow("src/Host/Host.csproj", "src/Xml/Xml.csproj", DisplayName = "Host knows Platform alone")]
    [DataRow("src/Nano/Nano.csproj", "src/Xml/Xml.csproj", DisplayName = "Nano knows Platform alone")]
    [DataRow("src/Agent/Agent.csproj", "boards/Simulated/Simulated.csproj", DisplayName = "the agent knows no board")]
    [DataRow("boards/Simulated/Simulated.csproj", "src/Host/Host.csproj", DisplayName = "a board knows no desktop")]
    [DataRow("src/Tool/Tool.csproj", "tests/TestKit/TestKit.csproj", DisplayName = "the product knows no tests")]
    public void AForbiddenReferenceIsFound(string project, string reference)
    {
        string[] found = [.. FloorRule.Check(project, [reference])];

        Assert.AreEqual($"{project} may not reference {reference}", found.Single());
    }

    [TestMethod]
    public void AProjectOnNoFloorIsFound() =>
        Assert.AreEqual("src/Attic/Attic.csproj is on no floor", FloorRule.Check("src/Attic/Attic.csproj", []).Single());

    [TestMethod]
    public void ReferencesAreReadFromTheProject()
    {
        const string text = """<Project><ItemGroup><ProjectReference Include="..\Xml/Xml.csproj" /></ItemGroup></Project>""";

        Assert.AreEqual("src/Xml/Xml.csproj", FloorRule.References("src/Xmpp/Xmpp.csproj", text).Single());
    }
}
