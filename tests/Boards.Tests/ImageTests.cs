using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Boards.Tests;

/// <summary>A board's image, made with packages of the real layout from a folder on this machine.</summary>
[TestClass]
public sealed class ImageTests
{
    const string Board = "Esp32DevKit";

    [TestMethod]
    public void TheImageIsThePackagesAndThenOurs()
    {
        using Workshop workshop = new();
        List<NanoPackage> packages = workshop.Packages(Board);
        Feed.Make(workshop.FeedFolder, packages);

        (int code, string output) = workshop.Build(Board);

        Assert.AreEqual(0, code, output);
        byte[] image = File.ReadAllBytes(workshop.Image(Board));
        string libraries = string.Join(' ', packages.Select(package => package.Assembly).Append("Presentity.Xmpp"));
        byte[][] ours = [.. new[] { "Xmpp", Board }.Select(name => Encoding.UTF8.GetBytes($"Presentity.{name}.dll exists\n{libraries}\nby number\n"))];
        byte[] expected = [.. packages.Select(package => package.Converted).Concat(ours).SelectMany(Padded)];
        CollectionAssert.AreEqual(expected, image);
        Assert.AreEqual("mscorlib", packages[0].Assembly);
        Assert.Contains($"{Board}.bin: {image.Length:N0} bytes of 1,835,008, 0 % of the deploy partition", output);

        // Built again, it says so again; and it is that of the configuration built last.
        string size = output.Split('\n').Single(line => line.Contains("of the deploy partition", StringComparison.Ordinal)).Trim();
        File.WriteAllBytes(workshop.Image(Board), [1, 2, 3]);
        foreach (string again in new[] { "", "-c Release" })
        {
            (code, output) = workshop.Build(Board, again);
            Assert.AreEqual(0, code, output);
            Assert.Contains(size, output);
            CollectionAssert.AreEqual(expected, File.ReadAllBytes(workshop.Image(Board)));
        }

        // Nothing but what is pinned was fetched: the packages and the converter, one version each.
        string[] fetched =
            [.. Directory.GetDirectories(workshop.PackagesFolder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];
        string[] pinned = [.. packages.Select(package => package.Id.ToLowerInvariant())
            .Append("nanoframework.tools.metadataprocessor.msbuildtask").Order(StringComparer.Ordinal)];
        CollectionAssert.AreEqual(pinned, fetched);
    }

    [TestMethod]
    public void AnImageThatDoesNotFitIsNotThere()
    {
        using Workshop workshop = new();
        Feed.Make(workshop.FeedFolder, workshop.Packages(Board));

        (int code, string output) = workshop.Build(Board, convertedBytes: "1900000");

        Assert.AreNotEqual(0, code);
        Assert.AreEqual(1, Errors(output).Length, output);
        Assert.Contains($"{Board}.bin is too large: 3,80", output);
        Assert.Contains("bytes of 1,835,008", output);
        Assert.IsFalse(File.Exists(workshop.Image(Board)));
    }

    [TestMethod]
    public void PackagesThatNobodyServesAreOneLine()
    {
        using Workshop workshop = new();

        (int code, string output) = workshop.Build(Board);

        Assert.AreNotEqual(0, code);
        string[] errors = Errors(output);
        Assert.AreEqual(1, errors.Length, output);
        Assert.Contains("no package source of this machine has the nanoFramework packages", errors[0]);
        Assert.Contains("error NU1101", errors[0]);
        Assert.IsFalse(File.Exists(workshop.Image(Board)));
    }

    [TestMethod]
    public void OnePackageThatIsMissingIsNamed()
    {
        using Workshop workshop = new();
        Feed.Make(workshop.FeedFolder, workshop.Packages(Board).Where(package => package.Assembly != "System.Net"));

        (int code, string output) = workshop.Build(Board);

        Assert.AreNotEqual(0, code);
        Assert.Contains("1 are missing, among them nanoFramework.System.Net 1.11.60", output);
    }

    static byte[] Padded(byte[] bytes) => [.. bytes, .. new byte[(4 - (bytes.Length % 4)) % 4]];

    // MSBuild says an error when it happens and again at the end.
    static string[] Errors(string output) =>
        [.. output.Split('\n').Select(line => line.Trim())
            .Where(line => line.Contains(": error", StringComparison.Ordinal)).Distinct()];
}
