using System;
using System.IO;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Nano;

namespace Presentity.Chip.Tests;

/// <summary>The store, and what is left of a write when the power goes at any step of it.</summary>
[TestClass]
public sealed class FileStoreTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("presentity-store-").FullName + Path.DirectorySeparatorChar;
    readonly FileStore store;

    public FileStoreTests() => store = new FileStore(folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [TestMethod]
    public void WhatIsWrittenIsRead()
    {
        Assert.IsNull(store.Read("a"));
        Assert.AreEqual("", store.Failure);
        Write("old");
        Write("new, and longer");
        Assert.AreEqual("new, and longer", Read());
        Assert.IsTrue(store.Remove("a"));
        Assert.IsNull(store.Read("a"));
        Assert.IsTrue(store.Remove("a"));
    }

    [TestMethod]
    public void OnlySoManyBytesAreWritten()
    {
        Assert.IsTrue(store.Write("a", Encoding.UTF8.GetBytes("12345"), 3));
        Assert.AreEqual("123", Read());
    }

    /// <summary>The files as each step of a write leaves them: half of the new one, all of it, renamed, the old one gone.</summary>
    [TestMethod]
    [DataRow("a=old a.tmp=", "old")]
    [DataRow("a=old a.tmp=ne", "old")]
    [DataRow("a=old a.tmp=new", "old")]
    [DataRow("a=old a.new=new", "new")]
    [DataRow("a.new=new", "new")]
    [DataRow("a=new", "new")]
    [DataRow("a.tmp=ne", null)]
    public void APowerCutLeavesTheOldOrTheNew(string files, string? expected)
    {
        foreach (string file in files.Split(' '))
            File.WriteAllText(folder + file.Split('=')[0], file.Split('=')[1]);

        Assert.AreEqual(expected, Read());

        Write("third");
        Assert.AreEqual("third", Read());
        CollectionAssert.AreEqual(new[] { folder + "a" }, Directory.GetFiles(folder));
    }

    [TestMethod]
    public void AFaultIsSaidAndTheOldOneIsStillThere()
    {
        Write("old");
        Directory.CreateDirectory(folder + "a.tmp");
        Assert.IsFalse(store.Write("a", [1, 2, 3], 3));
        Assert.StartsWith("a cannot be written: ", store.Failure);
        Directory.Delete(folder + "a.tmp");
        Assert.AreEqual("old", Read());
    }

    void Write(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Assert.IsTrue(store.Write("a", bytes, bytes.Length), store.Failure);
    }

    string? Read() => store.Read("a") is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
}
