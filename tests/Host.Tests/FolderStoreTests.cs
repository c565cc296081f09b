using System;
using System.IO;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Host.Tests;

/// <summary>What is kept in a folder from start to start.</summary>
[TestClass]
public sealed class FolderStoreTests
{
    readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("presentity-test-").FullName, "state");

    [TestCleanup]
    public void Clean() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);

    [TestMethod]
    public void A_file_is_written_read_replaced_and_removed()
    {
        FolderStore store = new(folder, log: null);
        Assert.IsNull(store.Read("login"));
        Assert.AreEqual("", store.Failure);
        Assert.IsTrue(store.Remove("login"));
        Assert.IsTrue(store.Write("login", Encoding.UTF8.GetBytes("longer than is written"), 6));
        Assert.AreEqual("longer", Encoding.UTF8.GetString(new FolderStore(folder, null).Read("login")!));
        Assert.IsTrue(store.Write("login", [1, 2], 2));
        CollectionAssert.AreEqual((byte[])[1, 2], store.Read("login"));
        Assert.HasCount(1, Directory.GetFiles(folder));
        if (!OperatingSystem.IsWindows())
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "login")));
        Assert.IsTrue(store.Remove("login"));
        Assert.IsNull(store.Read("login"));
    }

    [TestMethod]
    public void What_cannot_be_written_is_said_and_what_was_there_stays()
    {
        File.WriteAllText(folder, "in the way");
        using StringWriter said = new();
        FolderStore store = new(folder, new ConsoleLog(said, new SystemClock(), verbose: false));
        Assert.IsFalse(store.Write("login", [1], 1));
        Assert.Contains("login cannot be written: ", store.Failure);
        Assert.Contains("login cannot be written: ", said.ToString());
        Assert.IsNull(store.Read("login"));
        Assert.AreEqual("in the way", File.ReadAllText(folder));
    }
}
