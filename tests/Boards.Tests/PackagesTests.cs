using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Boards.Tests;

/// <summary>An image lacks nothing: every library that the board or one of its libraries refers to is in it, and before who needs it.
/// Versions are exact, and the surface has them too.</summary>
[TestClass]
public sealed class PackagesTests
{
    [TestMethod]
    public void EveryReferenceIsPinned()
    {
        using Workshop workshop = new();
        foreach (string folder in Directory.GetDirectories(Path.Combine(Workshop.Repository(), "boards")))
        {
            string board = Path.GetFileName(folder);
            if (board == "Simulated")
                continue;
            List<NanoPackage> packages = workshop.Packages(board);
            List<string> before = [];
            foreach (NanoPackage package in packages)
            {
                foreach (string needed in References(package.Assembly))
                    Assert.Contains(needed, before, $"{board}: {package.Assembly} needs {needed}");
                before.Add(package.Assembly);
            }

            // The lower floors, and then what stands on them.
            foreach (string ours in new[] { "Presentity.Xmpp", $"Presentity.{board}" })
            {
                string built = Path.Combine(folder, "bin", Feed.Built("Configuration"), "net10.0", ours + ".dll");
                foreach (string needed in AssemblyReferences(built))
                    Assert.Contains(needed, before, ours);
                before.Add(ours);
            }

            foreach (NanoPackage package in packages)
                Assert.AreEqual(package.Version + ".0", SurfaceVersion(package.Assembly), $"{board}: {package.Assembly}");
        }
    }

    /// <summary>What a library refers to, from the first line of its API list.</summary>
    static string[] References(string assembly)
    {
        string list = Path.Combine(Workshop.Repository(), "tests", "NanoSurface", "api", assembly + ".txt");
        string references = File.ReadLines(list).First().Split("refs=")[1].Trim();
        return references.Length == 0 ? [] : references.Split(',');
    }

    /// <summary>An assembly has the version of its package; so has its surface.</summary>
    static string SurfaceVersion(string assembly)
    {
        using PEReader file = new(File.OpenRead(Path.Combine(Feed.Built("Surface"), assembly + ".dll")));
        return file.GetMetadataReader().GetAssemblyDefinition().Version.ToString();
    }

    static string[] AssemblyReferences(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        MetadataReader metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
