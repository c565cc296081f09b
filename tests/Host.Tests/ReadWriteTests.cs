using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Host.Tests;

/// <summary>Bytes in both directions, in plaintext and under TLS: waiting, waking, splitting, losing.</summary>
[TestClass]
public sealed class ReadWriteTests
{
    readonly byte[] buffer = new byte[4096];

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Read_waits_for_the_time_given_and_no_longer(bool tls)
    {
        using var link = new Link(tls);
        var time = Stopwatch.StartNew();
        Assert.AreEqual(0, link.Transport.Read(buffer, 0, buffer.Length, 300));
        Assert.IsInRange(280, 2000, time.ElapsedMilliseconds);

        time.Restart();
        Assert.AreEqual(0, link.Transport.Read(buffer, 0, buffer.Length, 0));
        Assert.IsLessThan(200, time.ElapsedMilliseconds);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Reads_that_time_out_lose_nothing(bool tls)
    {
        using var link = new Link(tls);
        for (byte i = 1; i <= 100; i++)
        {
            Assert.AreEqual(0, link.Transport.Read(buffer, 0, buffer.Length, i % 3));
            link.Peer.WriteByte(i);
            Assert.AreEqual(i, link.Read(1)[0]);
        }
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Bytes_that_come_while_nobody_reads_are_kept_in_order(bool tls)
    {
        using var link = new Link(tls);
        Assert.AreEqual(0, link.Transport.Read(buffer, 0, buffer.Length, 1));
        link.Peer.Write([1, 2, 3]);
        Thread.Sleep(50);
        link.Peer.Write([4, 5]);
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 4, 5 }, link.Read(5));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_read_after_bytes_have_come_waits_no_longer_than_it_may(bool tls)
    {
        // What the system reports late about bytes that were read already must not count for the next read.
        for (int i = 0; i < (tls ? 20 : 200); i++)
        {
            using var link = new Link(tls);
            link.Peer.Write([1, 2, 3, 4]);
            link.Read(4);
            Assert.AreEqual(0, link.Transport.Read(buffer, 0, buffer.Length, 2));
        }
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_small_buffer_gets_the_bytes_piece_by_piece_at_its_offset(bool tls)
    {
        using var link = new Link(tls);
        link.Peer.Write([1, 2, 3]);
        buffer[0] = buffer[2] = 99;
        for (byte i = 1; i <= 3; i++)
        {
            Assert.AreEqual(1, link.Transport.Read(buffer, 1, 1, Link.Enough));
            CollectionAssert.AreEqual(new byte[] { 99, i, 99 }, buffer[..3]);
        }
        Assert.AreEqual(0, link.Transport.Read(buffer, 1, 1, 0));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task Big_writes_arrive_whole_in_both_directions(bool tls)
    {
        using var link = new Link(tls);
        byte[] big = new byte[1_000_000];
        new Random(1).NextBytes(big);
        var received = new byte[big.Length];
        Task peer = Task.Run(() =>
        {
            link.Peer.ReadExactly(received);
            link.Peer.Write(received);
        });
        Assert.IsTrue(link.Transport.Write(big, 0, big.Length), link.Transport.Failure);
        CollectionAssert.AreEqual(big, link.Read(big.Length));
        await peer;
    }

    [TestMethod]
    public void One_write_is_one_record()
    {
        using var link = new Link(tls: true);
        Assert.IsTrue(link.Transport.Write(buffer, 0, buffer.Length));
        // Below TLS, RFC 8446 §5.1: type 23, version, length of the one record, which holds all of it.
        byte[] head = new byte[5];
        link.Wire.ReadExactly(head);
        Assert.AreEqual(23, head[0]);
        Assert.IsInRange(buffer.Length, buffer.Length + 256, head[3] << 8 | head[4]);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Close_by_the_peer_comes_after_its_last_bytes(bool tls)
    {
        using var link = new Link(tls);
        link.Peer.Write([1, 2]);
        link.Peer.Dispose();
        CollectionAssert.AreEqual(new byte[] { 1, 2 }, link.Read(2));
        Assert.AreEqual(-1, link.Transport.Read(buffer, 0, buffer.Length, Link.Enough));
        Assert.AreEqual("the server closed the connection", link.Transport.Failure);
        Assert.IsFalse(link.Transport.IsSecure);
        Assert.AreEqual(-1, link.Transport.Read(buffer, 0, buffer.Length, Link.Enough));
        Assert.IsFalse(link.Transport.Write(buffer, 0, 1));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Reset_by_the_peer_ends_a_read_that_waits(bool tls)
    {
        using var link = new Link(tls);
        // Closing without lingering sends a reset instead of an end.
        using var later = new Timer(_ => link.Wire.Socket.Close(0), null, 100, Timeout.Infinite);
        Assert.AreEqual(-1, link.Transport.Read(buffer, 0, buffer.Length, Link.Enough));
        StringAssert.StartsWith(link.Transport.Failure, "the connection was lost: ");
    }

    [TestMethod]
    public void Bytes_that_are_no_TLS_end_the_connection()
    {
        using var link = new Link(tls: true);
        link.Wire.Write([23, 3, 3, 0, 40, .. new byte[40]]);
        Assert.AreEqual(-1, link.Transport.Read(buffer, 0, buffer.Length, Link.Enough));
        StringAssert.StartsWith(link.Transport.Failure, "the connection was lost: ");
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_peer_that_does_not_read_ends_a_write(bool tls)
    {
        using var link = new Link(tls, writeTimeoutMs: 500);
        var time = Stopwatch.StartNew();
        byte[] huge = new byte[50_000_000];
        Assert.IsFalse(link.Transport.Write(huge, 0, huge.Length));
        Assert.IsInRange(400, 5000, time.ElapsedMilliseconds);
        Assert.AreEqual("the server has not taken what was sent for 0.5 s", link.Transport.Failure);
        Assert.AreEqual(-1, link.Transport.Read(buffer, 0, 1, 0));
    }

    [TestMethod]
    public void Read_and_write_without_a_connection()
    {
        using var transport = new SocketTransport();
        Assert.AreEqual(-1, transport.Read(buffer, 0, 1, 1000));
        Assert.IsFalse(transport.Write(buffer, 0, 1));
        transport.Close();
    }
}
