using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.House.Tests.Chip;

/// <summary>The floors that every board carries, converted, are at most 64 KB, what a device may do without at most 72 KB more, and what
/// makes it one of many at most 20 KB more, as docs/FOOTPRINT.md says.</summary>
[TestClass]
public sealed class FootprintTests
{
    private const int Budget = 64 * 1024;

    private const int PartsBudget = 72 * 1024;

    private const int MachinesBudget = 29 * 512;

    private const int FleetBudget = 20 * 1024;

    private static readonly string[] Floors = ["Presentity.Platform", "Presentity.Xml", "Presentity.Xmpp", "Presentity.Agent"];

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void TheFloorsFitTheChip()
    {
        int core = Measure("CoreAssembly");
        int machines = Measure("MachinesAssembly") - core;
        int lone = Measure("LoneAssembly");
        int parts = lone - core;
        int fleet = Measure("ChipAssembly") - lone;
        Assert.IsGreaterThan(Budget / 2, core);
        Assert.IsLessThan(Budget, core);
        Assert.IsGreaterThan(PartsBudget / 4, parts);
        Assert.IsLessThan(PartsBudget, parts);
        Assert.IsGreaterThan(FleetBudget / 4, fleet);
        Assert.IsLessThan(FleetBudget, fleet);
        Assert.IsGreaterThan(MachinesBudget / 4, machines);
        Assert.IsLessThan(MachinesBudget, machines);
    }

    /// <summary>The bytes of the floors in an assembly, converted.</summary>
    private int Measure(string assembly)
    {
        using PEReader file = new(File.OpenRead(Repository.Built(assembly)));
        MetadataReader metadata = file.GetMetadataReader();
        int code = 0;
        int records = 0;
        HashSet<string> names = [];
        foreach (TypeDefinition type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(type => IsOfFloors(metadata, type)))
        {
            records += 24;
            names.Add(metadata.GetString(type.Name));
            foreach (MethodDefinition method in type.GetMethods().Select(metadata.GetMethodDefinition))
            {
                records += 16;
                names.Add(metadata.GetString(method.Name));
                code += ByteCode.Of(file, method);
            }

            foreach (FieldDefinition field in type.GetFields().Select(metadata.GetFieldDefinition).Where(field => field.GetDefaultValue().IsNil))
            {
                records += 8;
                names.Add(metadata.GetString(field.Name));
            }
        }

        int text = names.Sum(name => name.Length + 1);
        // UTF-16 here, UTF-8 there.
        int literals = metadata.GetHeapSize(HeapIndex.UserString) / 2;
        int converted = Converted(code, records, text, literals);
        TestContext.WriteLine($"{assembly}: {code} bytes of IL, {records} of records, {text} of names, {literals} of literals: about {converted} bytes converted");
        return converted;
    }

    /// <summary>What the converter makes of it: tokens shrink from four bytes to two; signatures and references are taken as many as they
    /// were when the floors were converted last: the core to 63,876 bytes, and to 71,456 with what brings a session back.</summary>
    private static int Converted(int code, int records, int names, int literals) => ByteCode.Converted(code) + records + names + literals + 990;

    private static bool IsOfFloors(MetadataReader metadata, TypeDefinition type)
    {
        while (type.IsNested)
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        return Floors.Contains(metadata.GetString(type.Namespace));
    }
}
