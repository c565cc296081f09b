using System;
using System.Collections.Generic;
using System.Linq;
using DnsClient;
using DnsClient.Protocol;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Host.Tests;

/// <summary>RFC 2782: priorities are an order, weights are odds.</summary>
[TestClass]
public sealed class ServiceOrderTests
{
    const int Rounds = 10_000;

    [TestMethod]
    public void Priorities_are_strict_whatever_the_weights()
    {
        SrvRecord[] records = [Record(30, 0, 1), Record(10, 0, 2), Record(20, 65535, 3)];
        for (int seed = 0; seed < 100; seed++)
            CollectionAssert.AreEqual(new[] { 2, 3, 1 }, Ports(records, new Random(seed)));
    }

    [TestMethod]
    public void Equal_priorities_come_in_proportion_to_their_weights()
    {
        SrvRecord[] records = [Record(10, 60, 1), Record(10, 20, 2), Record(10, 20, 3)];
        var random = new Random(1);
        int[] first = new int[4];
        for (int i = 0; i < Rounds; i++)
            first[Ports(records, random)[0]]++;
        Assert.IsInRange(5700, 6300, first[1]);
        Assert.IsInRange(1700, 2300, first[2]);
        Assert.IsInRange(1700, 2300, first[3]);
    }

    [TestMethod]
    public void Weight_0_has_a_very_small_chance_of_being_first()
    {
        SrvRecord[] records = [Record(10, 99, 1), Record(10, 0, 2)];
        var random = new Random(1);
        int first = Enumerable.Range(0, Rounds).Count(_ => Ports(records, random)[0] == 2);
        // One in a hundred: the die shows 0 of 0 to 99.
        Assert.IsInRange(50, 150, first);
    }

    [TestMethod]
    public void Weights_0_alone_come_all()
    {
        SrvRecord[] records = [Record(10, 0, 1), Record(10, 0, 2), Record(10, 0, 3)];
        List<int> ports = Ports(records, new Random(1));
        ports.Sort();
        CollectionAssert.AreEqual(new[] { 1, 2, 3 }, ports);
    }

    static List<int> Ports(SrvRecord[] records, Random random) => [.. ServiceOrder.Of(records, random).Select(record => (int)record.Port)];

    static SrvRecord Record(ushort priority, ushort weight, ushort port) =>
        new(new ResourceRecordInfo("_xmpp-client._tcp.alpha.test", ResourceRecordType.SRV, QueryClass.IN, 0, 0),
            priority, weight, port, DnsString.Parse("a.test"));
}
