using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using System.Text;

namespace Presentity.Boards.Tests;

/// <summary>A folder of packages with the layout of the real ones: surfaces as libraries, a few bytes as converted assemblies.</summary>
static class Feed
{
    /// <summary>Makes it.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="packages">Of the board.</param>
    public static void Make(string folder, IEnumerable<NanoPackage> packages)
    {
        string surfaces = Built("Surface");
        foreach (NanoPackage package in packages)
        {
            Pack(folder, package.Id, package.Version,
                ($"lib/{package.Assembly}.dll", File.ReadAllBytes(Path.Combine(surfaces, package.Assembly + ".dll"))),
                ($"lib/{package.Assembly}.pe", package.Converted));
        }

        const string Converter = "nanoFramework.Tools.MetadataProcessor.MsBuildTask";
        Pack(folder, Converter, "3.0.100", ($"lib/net6.0/{Converter}.dll", File.ReadAllBytes(Built("Converter"))));
    }

    /// <summary>What the build has left in this assembly.</summary>
    internal static string Built(string name) =>
        typeof(Feed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == name).Value!;

    static void Pack(string folder, string id, string version, params (string Path, byte[] Contents)[] files)
    {
        using ZipArchive archive = ZipFile.Open(Path.Combine(folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        string specification = $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>{id}</id><version>{version}</version><authors>nobody</authors><description>A stand-in.</description></metadata>
            </package>
            """;
        foreach ((string path, byte[] contents) in files.Prepend(($"{id}.nuspec", Encoding.UTF8.GetBytes(specification))))
        {
            using Stream entry = archive.CreateEntry(path).Open();
            entry.Write(contents);
        }
    }
}

/// <summary>A package that a board names, from its project.</summary>
sealed record NanoPackage(string Id, string Version, string Assembly)
{
    /// <summary>What stands in for the converted assembly: of odd length, so that it must be padded.</summary>
    public byte[] Converted { get; } = Encoding.UTF8.GetBytes(("NFMRK1 " + Assembly).PadRight(21 + (Assembly.Length % 4)));
}
