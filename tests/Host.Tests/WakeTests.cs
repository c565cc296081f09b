using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Host.Tests;

/// <summary>A button at the device ends a wait for the network, once, and costs no bytes.</summary>
[TestClass]
public sealed class WakeTests
{
    readonly byte[] buffer = new byte[16];

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Wake_ends_a_read_that_waits(bool tls)
    {
        using var link = new Link(tls);
        long pressed = 0;
        using var button = new Timer(_ =>
        {
            Volatile.Write(ref pressed, Stopwatch.GetTimestamp());
            link.Transport.Wake();
        }, null, 200, Timeout.Infinite);
        Assert.AreEqual(0, link.Transport.Read(buffer, 0, buffer.Length, Link.Enough));
        Assert.AreNotEqual(0, Volatile.Read(ref pressed));
        Assert.IsLessThan(100, Stopwatch.GetElapsedTime(pressed).TotalMilliseconds);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Wake_before_a_read_ends_that_read_and_only_that(bool tls)
    {
        using var link = new Link(tls);
        link.Transport.Wake();
        link.Transport.Wake();
        var time = Stopwatch.StartNew();
        Assert.AreEqual(0, link.Transport.Read(buffer, 0, buffer.Length, Link.Enough));
        Assert.IsLessThan(1000, time.ElapsedMilliseconds);

        time.Restart();
        Assert.AreEqual(0, link.Transport.Read(buffer, 0, buffer.Length, 200));
        Assert.IsInRange(180, 2000, time.ElapsedMilliseconds);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Bytes_do_not_hide_a_wake(bool tls)
    {
        using var link = new Link(tls);
        link.Peer.WriteByte(7);
        Thread.Sleep(100);
        link.Transport.Wake();
        Assert.AreEqual(7, link.Read(1)[0]);
        var time = Stopwatch.StartNew();
        Assert.AreEqual(0, link.Transport.Read(buffer, 0, buffer.Length, Link.Enough));
        Assert.IsLessThan(1000, time.ElapsedMilliseconds);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_storm_of_wakes_loses_no_byte(bool tls)
    {
        const int Count = 2000;
        using var link = new Link(tls);
        bool done = false;
        Task storm = Task.Run(() =>
        {
            while (!Volatile.Read(ref done))
                link.Transport.Wake();
        });
        Task peer = Task.Run(() =>
        {
            for (int i = 0; i < Count; i++)
                link.Peer.WriteByte((byte)i);
        });
        byte[] bytes = link.Read(Count);
        Volatile.Write(ref done, true);
        await Task.WhenAll(storm, peer);
        for (int i = 0; i < Count; i++)
            Assert.AreEqual((byte)i, bytes[i]);
    }
}
