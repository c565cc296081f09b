using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Nano;

namespace Presentity.Chip.Tests;

/// <summary>The store, and what is left when the power goes at any step of what it does.</summary>
[TestClass]
public sealed class FileStoreTests
{
    // More than the steps of a write with all that it may have to clear away first.
    const int MostSteps = 12;

    readonly Flash flash = new();

    [TestMethod]
    public void WhatIsWrittenIsRead()
    {
        FileStore store = new("I:\\");
        Assert.IsNull(store.Read("a"));
        Assert.AreEqual("", store.Failure);
        Assert.IsTrue(Write("old"));
        Assert.IsTrue(Write("new, and longer"));
        Assert.AreEqual("new, and longer", Read());
        Assert.IsTrue(store.Remove("a"));
        Assert.IsNull(Read());
        Assert.IsTrue(store.Remove("a"));
    }

    [TestMethod]
    public void OnlySoManyBytesAreWritten()
    {
        Assert.IsTrue(new FileStore("I:\\").Write("a", Encoding.UTF8.GetBytes("12345"), 3));
        Assert.AreEqual("123", Read());
    }

    /// <summary>A cut at each step of a write, then one at each step of the next thing that is done; nobody gets half a file, and who has
    /// seen the new one never sees the old one again.</summary>
    [TestMethod]
    [DataRow(null)]
    [DataRow("old")]
    public void ACutLeavesTheOldOrTheNew(string? old)
    {
        bool wasWhole = false;
        for (int first = 0; first <= MostSteps; first++)
            for (int second = 0; second <= MostSteps; second++)
                foreach (string next in new[] { "read", "write", "remove" })
                {
                    flash.Files.Clear();
                    flash.PowerOn();
                    if (old != null)
                        Write(old);
                    flash.StepsLeft = first;
                    bool isWritten = Write("the new one");
                    wasWhole |= isWritten;
                    string? expected = isWritten ? "the new one" : old;

                    flash.PowerOn();
                    flash.StepsLeft = second;
                    string where = $"{first}, {second}, {next}";
                    if (next == "read" && Read() is { } read)
                    {
                        Assert.Contains(read, new[] { expected, "the new one" }, where);
                        expected = read;
                    }

                    bool isDone = next == "write" ? Write("a third one") : next == "remove" && new FileStore("I:\\").Remove("a");
                    flash.PowerOn();
                    string? now = Read();
                    string? done = next == "write" ? "a third one" : null;
                    if (isDone)
                        Assert.AreEqual(done, now, where);
                    else if (next == "read")
                        Assert.IsTrue(now == expected || now == "the new one", $"{where}: {now}");
                    else
                        Assert.IsTrue(now == expected || now == "the new one" || now == done, $"{where}: {now}");

                    Assert.IsTrue(Write("the last one"), where);
                    Assert.AreEqual("the last one", Read(), where);
                    CollectionAssert.AreEqual(new[] { "I:\\a" }, flash.Files.Keys.ToArray(), where);
                }

        Assert.IsTrue(wasWhole);
    }

    [TestMethod]
    public void ARemovalIsDoneOrNot()
    {
        for (int steps = 0; steps <= MostSteps; steps++)
        {
            flash.PowerOn();
            Write("old");
            flash.StepsLeft = steps;
            bool isRemoved = new FileStore("I:\\").Remove("a");
            flash.PowerOn();
            Assert.AreEqual(isRemoved ? null : "old", Read());
        }
    }

    [TestMethod]
    public void AFaultIsSaidAndTheOldOneIsStillThere()
    {
        Write("old");
        flash.StepsLeft = 1;
        FileStore store = new("I:\\");
        Assert.IsFalse(store.Write("a", [1, 2, 3], 3));
        Assert.AreEqual("a cannot be written: the power is gone", store.Failure);
        flash.PowerOn();
        Assert.AreEqual("old", Read());
    }

    // A new store each time, as after a restart.
    static bool Write(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return new FileStore("I:\\").Write("a", bytes, bytes.Length);
    }

    static string? Read() => new FileStore("I:\\").Read("a") is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
}
