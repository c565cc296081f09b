using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Boards.Tests;

/// <summary>The programs with the tests for the chip: their image is made as a board's is, of packages that boards have too.</summary>
[TestClass]
public sealed class TestProgramTests
{
    const string Program = "tests/Nano.Tests/Platform/Nano.Platform.csproj";

    [TestMethod]
    public void TheImageIsThePackagesAndThenTheTests()
    {
        using Workshop workshop = new("tests/Nano.Tests", "tests/Platform.Tests", "tests/Drivers.Tests", "tests/TestKit");
        List<NanoPackage> packages = workshop.PackagesOf(Program);
        Feed.Make(workshop.FeedFolder, packages);

        (int code, string output) = workshop.BuildProject(Program);

        Assert.AreEqual(0, code, output);
        string image = File.ReadAllText(workshop.Made("tests/Nano.Tests/Platform/bin/Nano.Platform.bin"));
        Assert.Contains($"Presentity.Nano.Platform.dll exists\n{string.Join(' ', packages.Select(package => package.Assembly))}\n", image);
    }

    /// <summary>What may be used is what runs without a chip: nothing of networks, files or pins.</summary>
    [TestMethod]
    public void ThePackagesAreSixAndOfTheVersionsOfTheBoards()
    {
        using Workshop workshop = new("tests/Nano.Tests");
        List<NanoPackage> boards = workshop.Packages("Esp32DevKit");
        List<NanoPackage> packages = workshop.PackagesOf(Program);
        CollectionAssert.AreEqual(
            new[]
            {
                "mscorlib", "nanoFramework.Runtime.Native", "nanoFramework.System.Collections", "nanoFramework.System.Text",
                "System.IO.Streams", "System.Threading",
            },
            packages.Select(package => package.Assembly).ToArray());
        foreach (NanoPackage package in packages.Where(package => package.Assembly != "nanoFramework.System.Collections"))
            Assert.Contains(board => board.Id == package.Id && board.Version == package.Version, boards, package.Id);
    }
}
