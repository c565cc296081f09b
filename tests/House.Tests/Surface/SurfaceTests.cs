using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.House.Tests.Surface;

/// <summary>Each surface assembly has what its API list has, the same and no more, but for generic types.</summary>
[TestClass]
public sealed class SurfaceTests
{
    public static IEnumerable<string> Names =>
        Directory.GetFiles(Repository.Built("Api")).Select(path => Path.GetFileNameWithoutExtension(path));

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void AnAssemblyIsWhatItsListSays(string name) => Assert.AreEqual("", string.Join('\n', Compare(name, List(name))));

    [TestMethod]
    public void EachListHasAnAssembly()
    {
        IEnumerable<string> assemblies = Directory.GetFiles(Repository.Built("Surface")).Select(path => Path.GetFileName(path));

        CollectionAssert.AreEquivalent(Names.Select(name => name + ".dll").ToArray(), assemblies.ToArray());
        CollectionAssert.Contains(Names.ToArray(), "mscorlib");
    }

    [TestMethod]
    [DataRow("M:System.GC.WaitForPendingFinalizers() -> System.Void [static]", "M:System.GC.WaitForPendingFinalizers() -> System.Void")]
    [DataRow("M:System.Attribute..ctor() -> System.Void [protected]", "M:System.Attribute..ctor(System.Int64) -> System.Void [protected]")]
    [DataRow("P:System.Version.Build -> System.Int32 {get;}", "P:System.Version.Build -> System.Int32 {get;set;}")]
    [DataRow("F:System.Byte.MaxValue -> System.Byte = 255 [const]", "F:System.Byte.MaxValue -> System.Byte = 254 [const]")]
    [DataRow("T:System.Random [class]", "T:System.Random [class] [sealed]")]
    [DataRow("T:System.TimeoutException : System.SystemException [class]", "T:System.TimeoutException : System.Exception [class]")]
    public void ADifferenceIsFound(string line, string otherwise)
    {
        string[] list = List("mscorlib");
        int at = Array.IndexOf(list, line);
        list[at] = otherwise;
        string[] found = [.. Compare("mscorlib", list)];

        Assert.HasCount(2, found);
        Assert.StartsWith("missing: ", found[0]);
        Assert.StartsWith("too much: ", found[1]);
    }

    [TestMethod]
    public void WhatTheListHasNotIsFound()
    {
        string[] list = [.. List("mscorlib").Where(line => line != "T:System.Void [struct]")];

        Assert.AreEqual("too much: T:System.Void [struct]", Compare("mscorlib", list).Single());
    }

    [TestMethod]
    public void WhatTheAssemblyHasNotIsFound()
    {
        string[] list = [.. List("mscorlib"), "T:System.Decimal [struct]"];

        Assert.AreEqual("missing: T:System.Decimal [struct]", Compare("mscorlib", list).Single());
    }

    private static string[] List(string name) => File.ReadAllLines(Path.Combine(Repository.Built("Api"), name + ".txt"));

    private static string[] Compare(string name, string[] list)
    {
        using PEReader file = new(File.OpenRead(Path.Combine(Repository.Built("Surface"), name + ".dll")));
        return [.. ApiComparison.Compare(list, new ApiText(file.GetMetadataReader()))];
    }
}
