using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.House.Tests.Surface;

/// <summary>The surface of mscorlib beside the real one, whose package every registry with nanoFramework has; the others come with
/// the packages alone.</summary>
[TestClass]
public sealed partial class RealLibraryTests
{
    private const string Package = "nanoFramework.CoreLibrary";

    [TestMethod]
    public void TheRealLibraryHasWhatItsSurfaceHas()
    {
        string folder = Directory.CreateTempSubdirectory("presentity-library-").FullName;
        try
        {
            string? path = Fetch(folder);
            if (path == null)
                Assert.Inconclusive($"No package source has {Package}: the surface of mscorlib was not compared with the real one.");
            using PEReader real = new(File.OpenRead(path));
            using PEReader surface = new(File.OpenRead(Path.Combine(Repository.Built("Surface"), "mscorlib.dll")));
            ApiText expected = new(real.GetMetadataReader());
            ApiText text = new(surface.GetMetadataReader());

            Assert.AreEqual(expected.Head, text.Head);
            string[] untrue = [.. text.Lines().Select(Called).Except(expected.Lines().Select(Called)).Order(StringComparer.Ordinal)];
            Assert.IsEmpty(untrue, string.Join('\n', untrue));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A line as it matters to who calls: sources and compiled assemblies tell differently who implements an interface.</summary>
    private static string Called(string line) => Inheritance().Replace(line, "");

    /// <summary>Restores the package, of the version that boards have.</summary>
    /// <returns>The library; null where the package is not served.</returns>
    private static string? Fetch(string folder)
    {
        string targets = File.ReadAllText(Path.Combine(Repository.Root, "boards", "Chip.targets"));
        string version = Version().Match(targets).Groups[1].Value;
        File.WriteAllText(Path.Combine(folder, "library.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RestorePackagesPath>packages</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageDownload Include="{Package}" Version="[{version}]" />
              </ItemGroup>
            </Project>
            """);
        using Process restore = Process.Start(new ProcessStartInfo("dotnet", "restore -nologo -v q")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        restore.ErrorDataReceived += (_, _) => { };
        restore.BeginErrorReadLine();
        string output = restore.StandardOutput.ReadToEnd();
        restore.WaitForExit();
        string library = Path.Combine(folder, "packages", Package.ToLowerInvariant(), version, "lib", "mscorlib.dll");
        Assert.AreEqual(restore.ExitCode == 0, File.Exists(library), output);
        return File.Exists(library) ? library : null;
    }

    [GeneratedRegex(@" \[(virtual|sealed|override)\]")]
    private static partial Regex Inheritance();

    [GeneratedRegex($"Include=\"{Package}\" Version=\"([^\"]+)\"")]
    private static partial Regex Version();
}
