using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.House.Tests.Chip;

/// <summary>Each rule finds its offence and names the member, and what is allowed is let pass.</summary>
[TestClass]
public sealed class ChipRuleTests
{
    private static readonly ChipLibrary Library = new(Repository.Built("Surface"));

    [TestMethod]
    [DataRow("GenericType`1", "", "is a generic type")]
    [DataRow("GenericBase", "", "uses a generic type")]
    [DataRow("GenericInterface", "", "uses a generic type")]
    [DataRow("GenericMethod", ".Same", "is a generic method")]
    [DataRow("GenericCall", ".Same", "calls a generic method")]
    [DataRow("GenericField", ".Value", "uses a generic type")]
    [DataRow("GenericLocal", ".Count", "uses a generic type")]
    [DataRow("IDefault", ".Value", "has a body in an interface")]
    [DataRow("PointerParameter", ".Read", "has a pointer")]
    [DataRow("Fixed", ".First", "pins with fixed")]
    [DataRow("StackAllocation", ".First", "uses localloc, which the chip cannot run")]
    [DataRow("FunctionPointer", ".Call", "has a function pointer")]
    [DataRow("FunctionPointer", ".Call", "uses calli, which the chip cannot run")]
    [DataRow("MultiDimensional", ".First", "has a multi-dimensional array")]
    [DataRow("CheckedAddition", ".Add", "uses add.ovf: the chip does not check for overflow")]
    [DataRow("CheckedConversion", ".Convert", "uses conv.ovf.u1: the chip does not check for overflow")]
    [DataRow("VolatileField", ".value", "uses a volatile field")]
    [DataRow("VolatileField", ".Read", "uses volatile., which the chip ignores")]
    [DataRow("DecimalField", ".Value", "uses System.Decimal, which the chip does not have")]
    [DataRow("NullableField", ".Value", "uses System.Nullable`1, which the chip does not have")]
    [DataRow("SpanParameter", ".Length", "uses System.Span`1, which the chip does not have")]
    [DataRow("TupleResult", ".Pair", "uses System.ValueTuple`2, which the chip does not have")]
    [DataRow("AbsentMethod", ".Collect", "uses System.Diagnostics.Stopwatch, which the chip does not have")]
    [DataRow("EnumText", ".Name", "makes text of the enum System.DayOfWeek, which is a number on the chip")]
    [DataRow("OwnEnumText", ".Name", "makes text of the enum Presentity.House.Tests.Chip.Offences.Mood, which is a number on the chip")]
    [DataRow("EnumFormat", ".Name", "boxes the enum Presentity.House.Tests.Chip.Offences.Mood, whose text is a number on the chip")]
    [DataRow("StringLoop", ".Count", "indexes a string in a loop: each access walks it from its start")]
    [DataRow("StringEach", ".Count", "indexes a string in a loop: each access walks it from its start")]
    [DataRow("NulInText", ".Text", "has a NUL in a text, where a string of the chip ends")]
    [DataRow("References", ".Read", "uses mkrefany, which the chip cannot run")]
    [DataRow("References", ".Read", "uses refanyval, which the chip cannot run")]
    [DataRow("References", ".Kind", "uses refanytype, which the chip cannot run")]
    [DataRow("References", ".Arguments", "uses arglist, which the chip cannot run")]
    public void AnOffenceIsFound(string type, string member, string what) =>
        CollectionAssert.Contains(CheckOffence(type), new Finding($"{typeof(Offences).FullName}.{type}{member}", what));

    [TestMethod]
    public void WhatIsAllowedIsNotFound() => Assert.IsEmpty(CheckOffence(nameof(Offences.Clean)));

    [TestMethod]
    public void EveryUnsupportedInstructionIsFound()
    {
        OpCode[] codes =
        [
            OpCodes.Arglist, OpCodes.Calli, OpCodes.Ckfinite, OpCodes.Cpblk, OpCodes.Initblk, OpCodes.Jmp, OpCodes.Localloc,
            OpCodes.Mkrefany, OpCodes.Readonly, OpCodes.Refanytype, OpCodes.Refanyval,
        ];

        foreach (OpCode code in codes)
            AssertFound(code, ", which the chip cannot run");
    }

    [TestMethod]
    public void EveryCheckedInstructionIsFound()
    {
        OpCode[] codes =
        [
            OpCodes.Add_Ovf, OpCodes.Add_Ovf_Un, OpCodes.Sub_Ovf, OpCodes.Sub_Ovf_Un, OpCodes.Mul_Ovf, OpCodes.Mul_Ovf_Un,
            OpCodes.Conv_Ovf_I, OpCodes.Conv_Ovf_I1_Un, OpCodes.Conv_Ovf_I8, OpCodes.Conv_Ovf_U4_Un,
        ];

        foreach (OpCode code in codes)
            AssertFound(code, ": the chip does not check for overflow");
    }

    [TestMethod]
    public void TooManyMembersAreFound()
    {
        Assert.IsEmpty(Check(EmittedAssembly.WithMethods(255)));
        Assert.IsEmpty(Check(EmittedAssembly.WithFields(255)));
        Assert.AreEqual(new Finding("Sample", "has 256 methods, and 255 are the most"), Check(EmittedAssembly.WithMethods(256)).Single());
        Assert.AreEqual(new Finding("Sample", "has 256 fields, and 255 are the most"), Check(EmittedAssembly.WithFields(256)).Single());
    }

    [TestMethod]
    public void TooManyCasesOfASwitchAreFound()
    {
        Assert.IsEmpty(Check(EmittedAssembly.WithSwitch(255)));
        Assert.AreEqual(
            new Finding("Sample.Run", "has a switch of 256 cases, and 255 are the most"), Check(EmittedAssembly.WithSwitch(256)).Single());
    }

    private static void AssertFound(OpCode code, string what) =>
        CollectionAssert.Contains(Check(EmittedAssembly.WithInstruction(code)), new Finding("Sample.Run", $"uses {code.Name}{what}"));

    private static Finding[] Check(PEReader file)
    {
        using (file)
            return [.. new ChipRules(file, Library).Check()];
    }

    private static Finding[] CheckOffence(string name)
    {
        using PEReader file = new(File.OpenRead(typeof(Offences).Assembly.Location));
        MetadataReader metadata = file.GetMetadataReader();
        IEnumerable<TypeDefinitionHandle> found = metadata.TypeDefinitions.Where(
            type => metadata.GetString(metadata.GetTypeDefinition(type).Name) == name);
        return [.. new ChipRules(file, Library).Check(found.Single())];
    }
}
