using System.IO;
using System.IO.Compression;

namespace Presentity.Tool.Tests.Flash;

/// <summary>The stand-in as a package of a .NET tool, made as nanoff's own is: for .NET 8.</summary>
static class NanoffPackage
{
    const string Folder = "tools/net8.0/any/";

    /// <summary>Puts it into the NuGet source of a bench.</summary>
    internal static void Write(string bench)
    {
        using ZipArchive package = ZipFile.Open(Path.Combine(bench, "feed", "nanoff.2.5.162.nupkg"), ZipArchiveMode.Create);
        package.CreateEntryFromFile(Path.Combine(Flash.Bench.StandIn, "nanoff.dll"), Folder + "nanoff.dll");
        Add(package, Folder + "nanoff.runtimeconfig.json", Flash.Bench.OldRuntime);
        Add(package, Folder + "DotnetToolSettings.xml",
            """<DotNetCliTool Version="1"><Commands><Command Name="nanoff" EntryPoint="nanoff.dll" Runner="dotnet" /></Commands></DotNetCliTool>""");
        Add(package, "nanoff.nuspec",
            """
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>nanoff</id>
                <version>2.5.162</version>
                <authors>stand-in</authors>
                <description>stand-in</description>
                <packageTypes><packageType name="DotnetTool" /></packageTypes>
              </metadata>
            </package>
            """);
    }

    static void Add(ZipArchive package, string name, string text)
    {
        using StreamWriter writer = new(package.CreateEntry(name).Open());
        writer.Write(text);
    }
}
