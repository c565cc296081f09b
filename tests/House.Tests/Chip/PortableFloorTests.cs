using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.House.Tests.Chip;

/// <summary>What goes to the chip can run there.</summary>
[TestClass]
public sealed class PortableFloorTests
{
    // Of 65,535; what the estimate may be off is left.
    private const int MostByteCode = 63_000;

    private static readonly string[] Floors = ["src/Platform", "src/Xml", "src/Xmpp", "src/Agent", "src/Nano", "src/Firmware", "boards/Simulated"];

    [TestMethod]
    public void NothingInItIsBeyondTheChip()
    {
        using PEReader file = Open();
        ChipLibrary library = new(Repository.Built("Surface"));

        Assert.AreEqual("", string.Join('\n', new ChipRules(file, library).Check()));
    }

    /// <summary>A board has drivers, and a wiring, that are in it alone.</summary>
    [TestMethod]
    public void NothingInABoardIsBeyondTheChip()
    {
        string[] boards = [.. Repository.AllBuilt("Board").Where(path => !path.Contains("Simulated", System.StringComparison.Ordinal))];

        Assert.HasCount(Directory.GetDirectories(Path.Combine(Repository.Root, "boards")).Length - 1, boards);
        foreach (string board in boards)
        {
            using PEReader file = new(File.OpenRead(board));
            Assert.AreEqual("", string.Join('\n', new ChipRules(file, Library(board)).Check()), board);
        }
    }

    /// <summary>Tests on the chip say more than a device does, and may be slow at it; they cannot do what it cannot do either.</summary>
    [TestMethod]
    public void NothingInATestProgramIsBeyondTheChip()
    {
        string[] programs = [.. Repository.AllBuilt("TestProgram")];

        Assert.HasCount(Repository.Files("tests/Nano.Tests", "Nano.*.csproj").Count(), programs);
        foreach (string program in programs)
        {
            using PEReader file = new(File.OpenRead(program));
            Assert.AreEqual("", string.Join('\n', new ChipRules(file, Library(program)).Check().Where(finding => !IsOnlySlowOrUnnamed(finding))), program);
        }
    }

    /// <summary>What is converted has room for 64 KB of byte code in each assembly, and the converter stops beyond. The program of all
    /// tests is for compiling alone: one runs those that one names.</summary>
    [TestMethod]
    public void NoAssemblyHasMoreByteCodeThanTheConvertedFormHasRoomFor()
    {
        string[] assemblies = [.. Repository.AllBuilt("Board").Concat(Repository.AllBuilt("TestProgram"))
            .SelectMany(path => new[] { path, Lower(path) })
            .Where(path => File.Exists(path) && Path.GetFileName(path) != "NFUnitTest.dll")];
        Assert.IsGreaterThan(Repository.AllBuilt("Board").Count() + Repository.AllBuilt("TestProgram").Count(), assemblies.Length);
        foreach (string assembly in assemblies)
        {
            using PEReader file = new(File.OpenRead(assembly));
            Assert.IsLessThan(MostByteCode, ByteCode.Converted(ByteCode.Of(file)), assembly);
        }
    }

    [TestMethod]
    public void EveryPortableFloorIsInIt()
    {
        using PEReader file = Open();
        MetadataReader metadata = file.GetMetadataReader();
        string[] built = [.. metadata.TypeDefinitions
            .Select(metadata.GetTypeDefinition)
            .Where(type => type.GetDeclaringType().IsNil)
            .Select(type => metadata.GetString(type.Name))];

        foreach (string floor in Floors)
        {
            string[] files = [.. Repository.Files(floor, "*.cs").Select(path => Path.GetFileName(path).Split('.')[0])];
            Assert.IsTrue(files.Length == 0 || files.Any(built.Contains), $"{floor} is not in {Repository.Built("ChipAssembly")}");
        }
    }

    [TestMethod]
    public void ItKnowsTheChipsLibraryAlone()
    {
        using PEReader file = Open();
        MetadataReader metadata = file.GetMetadataReader();
        string[] surface = [.. Directory.GetFiles(Repository.Built("Surface")).Select(path => Path.GetFileNameWithoutExtension(path))];
        string[] known = [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];

        CollectionAssert.Contains(known, "mscorlib");
        CollectionAssert.IsSubsetOf(known, surface);
    }

    private static bool IsOnlySlowOrUnnamed(Finding finding) =>
        finding.What.StartsWith("boxes the enum", System.StringComparison.Ordinal)
        || finding.What.StartsWith("indexes a string in a loop", System.StringComparison.Ordinal);

    private static ChipLibrary Library(string assembly) =>
        new(Repository.Built("Surface"), File.Exists(Lower(assembly)) ? Lower(assembly) : null);

    /// <summary>The lower floors, which stand beside what is built on them.</summary>
    private static string Lower(string assembly) => Path.Combine(Path.GetDirectoryName(assembly)!, "Presentity.Xmpp.dll");

    private static PEReader Open() => new(File.OpenRead(Repository.Built("ChipAssembly")));
}
