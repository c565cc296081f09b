using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Nano;
using Presentity.Platform;

namespace Presentity.Host.Tests;

/// <summary>The chip's question to the DNS, and whatever may come back: by accident, by malice, or not at all.</summary>
[TestClass]
public sealed class SrvQueryTests
{
    const string Domain = "alpha.test", Name = "_xmpp-client._tcp.alpha.test";
    const int Header = 12;

    static readonly TestNameServer Names = new TestNameServer()
        .Service(Name, 10, 5, 5222, "first.test").Service(Name, 20, 0, 5269, "second.alpha.test");

    [ClassCleanup]
    public static void Clean() => Names.Dispose();

    [TestMethod]
    public void The_question_is_as_the_RFC_draws_it()
    {
        var query = new SrvQuery("_a._tcp.b.test", new Random(1));
        byte[] expected =
        [
            query.Question[0], query.Question[1], 1, 0, 0, 1, 0, 0, 0, 0, 0, 0,
            2, .. "_a"u8, 4, .. "_tcp"u8, 1, .. "b"u8, 4, .. "test"u8, 0, 0, 33, 0, 1,
        ];
        CollectionAssert.AreEqual(expected, query.Question);
        Assert.IsTrue(query.IsValid);
    }

    [TestMethod]
    public void No_two_questions_have_ids_that_can_be_guessed()
    {
        var random = new Random();
        var ids = new HashSet<int>();
        for (int i = 0; i < 1000; i++)
            ids.Add(BitConverter.ToUInt16(new SrvQuery(Name, random).Question));
        Assert.IsGreaterThan(950, ids.Count);
    }

    [TestMethod]
    public void A_name_may_go_on_earlier_in_the_message()
    {
        // The target: "xmpp", then the "alpha.test" of the question.
        byte[] target = [4, .. "xmpp"u8, 0xC0, (byte)(Header + "_xmpp-client._tcp.".Length)];
        Assert.AreEqual("xmpp.alpha.test:5222", Read(Reply(target), out int result));
        Assert.AreEqual(SrvQuery.Answered, result);
    }

    [TestMethod]
    [DataRow(new byte[] { 0xC0, 64 }, DisplayName = "to itself")]
    [DataRow(new byte[] { 0xC0, 66, 0xC0, 64 }, DisplayName = "round and round")]
    [DataRow(new byte[] { 0xFF, 0xFF }, DisplayName = "out of the message")]
    [DataRow(new byte[] { 0xC0 }, DisplayName = "cut in the middle")]
    [DataRow(new byte[] { 1, (byte)'a', 0xC0, 64 }, DisplayName = "longer with each turn")]
    [DataRow(new byte[] { 9, (byte)'a', 0 }, DisplayName = "a label beyond the end")]
    [DataRow(new byte[] { 0x41, (byte)'a', 0 }, DisplayName = "a label of a kind that there is not")]
    [DataRow(new byte[] { 1, (byte)'\n', 0 }, DisplayName = "a line break")]
    [DataRow(new byte[] { 1, 0, 0 }, DisplayName = "a zero")]
    [DataRow(new byte[] { 1, 0xE4, 0 }, DisplayName = "not ASCII")]
    [DataRow(new byte[] { 1, (byte)'a' }, DisplayName = "no end")]
    [DataRow(new byte[0], DisplayName = "nothing")]
    public void A_bad_name_is_no_host(byte[] target)
    {
        Assert.AreEqual("", Read(Reply(target), out int result));
        Assert.AreEqual(SrvQuery.Answered, result);
    }

    [TestMethod]
    public void A_name_of_more_than_253_bytes_is_no_host()
    {
        byte[] label = [63, .. Enumerable.Repeat((byte)'a', 63)];
        Assert.AreEqual("", Read(Reply([.. label, .. label, .. label, .. label, 0]), out _));
    }

    [TestMethod]
    public void The_root_is_no_host_but_a_refusal()
    {
        Assert.AreEqual("", Read(Reply([0]), out int result));
        Assert.AreEqual(SrvQuery.Refused, result);
    }

    [TestMethod]
    [DataRow(0, 0, SrvQuery.Answered)]
    [DataRow(3, 0, SrvQuery.Answered, DisplayName = "no such name")]
    [DataRow(2, 0, SrvQuery.Failed, DisplayName = "the server has failed")]
    [DataRow(5, 0, SrvQuery.Failed, DisplayName = "refused")]
    [DataRow(0, 1, SrvQuery.NotOurs, DisplayName = "another id")]
    [DataRow(0, 2, SrvQuery.NotOurs, DisplayName = "another question")]
    [DataRow(0, 3, SrvQuery.NotOurs, DisplayName = "a question")]
    [DataRow(0, 4, SrvQuery.NotOurs, DisplayName = "two questions")]
    [DataRow(0, 5, SrvQuery.NotOurs, DisplayName = "another operation")]
    public void Only_an_answer_to_this_question_is_read(int code, int change, int expected)
    {
        byte[] reply = Reply([1, (byte)'a', 0]);
        reply[3] = (byte)((reply[3] & 0xF0) | code);
        if (change == 1)
            reply[1] ^= 1;
        if (change == 2)
            reply[Header + 1] ^= 0x20;
        if (change == 3)
            reply[2] &= 0x7F;
        if (change == 4)
            reply[5] = 2;
        if (change == 5)
            reply[2] |= 0x10;
        Read(reply, out int result);
        Assert.AreEqual(expected, result);
    }

    [TestMethod]
    public void Of_an_answer_that_was_cut_what_is_whole_is_taken()
    {
        byte[] whole = Names.Answer(Query.Question);
        for (int count = 0; count <= whole.Length; count++)
        {
            byte[] cut = whole[..count];
            if (count > 2)
                cut[2] |= 2;
            string read = Read(cut, out _);
            Assert.IsTrue(read is "" or "first.test:5222" or "first.test:5222 second.alpha.test:5269", read);
        }
        Assert.AreEqual("first.test:5222 second.alpha.test:5269", Read(whole, out _));
    }

    /// <summary>The count says one thing, the bytes another: none beyond the datagram is looked at, and reading ends.</summary>
    [TestMethod]
    public void Damage_of_every_kind_does_no_harm()
    {
        byte[][] seeds =
        [
            Names.Answer(Query.Question), Reply([4, .. "xmpp"u8, 0xC0, Header]), Reply([0]), Reply([0xC0, Header]),
        ];
        var dice = new Random(1);
        var time = Stopwatch.StartNew();
        int taken = 0;
        for (int i = 0; i < 300_000; i++)
        {
            byte[] reply = (byte[])seeds[dice.Next(seeds.Length)].Clone();
            // The question stays, or nothing would be read at all.
            for (int changes = dice.Next(6); changes >= 0; changes--)
                reply[dice.Next(4) == 0 ? 6 + dice.Next(2) : dice.Next(Query.Question.Length, reply.Length)] = (byte)dice.Next(256);
            byte[] buffer = new byte[SrvQuery.MostBytes];
            reply.CopyTo(buffer, 0);
            var targets = new ServerTargets(dice);
            Query.Read(buffer, dice.Next(8) == 0 ? dice.Next(reply.Length) : reply.Length, true, targets);
            taken += targets.Count;
            while (targets.Next() is { } next)
            {
                Assert.IsInRange(1, 253, next.Host.Length);
                Assert.IsTrue(next.Host.All(character => character is > ' ' and <= '~'), next.Host);
                Assert.IsInRange(0, 65535, next.Port);
            }
        }
        Assert.IsGreaterThan(10_000, taken);
        Assert.IsLessThan(60_000, time.ElapsedMilliseconds);
    }

    [TestMethod]
    public void Noise_does_no_harm()
    {
        var dice = new Random(2);
        byte[] buffer = new byte[SrvQuery.MostBytes];
        for (int i = 0; i < 100_000; i++)
        {
            dice.NextBytes(buffer);
            if (dice.Next(2) == 0)
                Query.Question.CopyTo(buffer, 0);
            buffer[2] = 0x84;
            buffer[3] &= 0xF0;
            int result = Query.Read(buffer, dice.Next(SrvQuery.MostBytes + 1), false, new ServerTargets(dice));
            Assert.IsInRange(SrvQuery.NotOurs, SrvQuery.Refused, result);
        }
    }

    [TestMethod]
    public void What_is_not_an_answer_is_waited_over()
    {
        using TestNameServer names = new TestNameServer { Sends = answer => [[], [1], Changed(answer, 0), Changed(answer, Header + 2), answer] }
            .Service(Name, 0, 0, 1, "a.test");
        Assert.AreEqual("a.test:1", Locate(names.Address));
        Assert.HasCount(2, names.Questions, "one for each service");
    }

    /// <summary>Somebody else on the network guesses id and port, but cannot answer from the server's address.</summary>
    [TestMethod]
    public void An_answer_from_somebody_else_is_not_heard()
    {
        using var names = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        using var stranger = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var forger = new TestNameServer().Service(Name, 0, 0, 1, "evil.test");
        using (forger)
        {
            _ = names.ReceiveAsync().ContinueWith(async received =>
                await stranger.SendAsync(forger.Answer(received.Result.Buffer), received.Result.RemoteEndPoint));
            Assert.AreEqual("alpha.test:5222", Locate((IPEndPoint)names.Client.LocalEndPoint!, 800));
        }
    }

    [TestMethod]
    public void A_question_that_gets_lost_is_asked_again()
    {
        int asked = 0;
        using TestNameServer names = new TestNameServer { Sends = answer => ++asked % 2 == 1 ? [] : [answer] }.Service(Name, 0, 0, 1, "a.test");
        Assert.AreEqual("a.test:1", Locate(names.Address, 4000));
        Assert.HasCount(4, names.Questions);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_second_server_is_asked_when_the_first_cannot_say(bool isGone)
    {
        TestNameServer first = new() { Sends = answer => [Failed(answer)] };
        using TestNameServer second = new TestNameServer().Service(Name, 0, 0, 1, "a.test");
        if (isGone)
            first.Dispose();
        Assert.AreEqual("a.test:1", Locate([isGone ? new IPEndPoint(IPAddress.Loopback, 1) : first.Address, second.Address], Link.Enough));
        first.Dispose();
    }

    [TestMethod]
    public void A_flood_of_datagrams_does_not_hold_the_device()
    {
        using var names = new TestNameServer { Sends = answer => [.. Enumerable.Repeat(Changed(answer, 0), 5000)] };
        var time = Stopwatch.StartNew();
        Assert.AreEqual("alpha.test:5222", Locate(names.Address, 800));
        Assert.IsLessThan(3000, time.ElapsedMilliseconds);
    }

    [TestMethod]
    public void A_datagram_of_more_than_fits_does_no_harm()
    {
        using TestNameServer names = new TestNameServer { Sends = answer => [[.. answer, .. new byte[2000]]] }.Service(Name, 0, 0, 1, "a.test");
        string located = Locate(names.Address, 800);
        Assert.IsTrue(located is "a.test:1" or "alpha.test:5222", located);
    }

    static SrvQuery Query { get; } = new(Name, new Random(3));

    /// <summary>An answer with one record, whose target is as given.</summary>
    static byte[] Reply(byte[] target) =>
    [
        Query.Question[0], Query.Question[1], 0x84, 0, 0, 1, 0, 1, 0, 0, 0, 0, .. Query.Question[Header..],
        0xC0, Header, 0, 33, 0, 1, 0, 0, 0, 0, 0, (byte)(6 + target.Length), 0, 10, 0, 5, 5222 >> 8, 5222 & 255, .. target,
    ];

    static byte[] Changed(byte[] answer, int at)
    {
        byte[] changed = (byte[])answer.Clone();
        changed[at] ^= 1;
        return changed;
    }

    static byte[] Failed(byte[] answer)
    {
        byte[] failed = (byte[])answer.Clone();
        failed[3] = 2;
        return failed;
    }

    static string Read(byte[] reply, out int result)
    {
        var targets = new ServerTargets(new Random(1));
        result = Query.Read(reply, reply.Length, false, targets);
        return Text(targets);
    }

    static string Locate(IPEndPoint server, int timeoutMs = Link.Enough) => Locate([server], timeoutMs);

    static string Locate(IPEndPoint[] servers, int timeoutMs)
    {
        NameServers.Are(servers);
        return Text(new ServerLookup(new SystemClock()).Locate(new ServerEndpoint(Domain, 0, Domain, false, true), timeoutMs));
    }

    static string Text(ServerTargets targets)
    {
        var text = new StringBuilder();
        while (targets.Next() is { } next)
            text.Append(text.Length > 0 ? " " : "").Append(next.Host).Append(':').Append(next.Port);
        return text.ToString();
    }
}
