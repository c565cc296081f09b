using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Platform.Tests;

/// <summary>RFC 2782: priorities are an order, weights are odds. XEP-0368: both services are one list.</summary>
[TestClass]
public sealed class ServerTargetsTests
{
    const int Rounds = 10_000;

    [TestMethod]
    public void Priorities_are_strict_whatever_the_weights()
    {
        ServerTarget[] records = [Record(30, 0, 1), Record(10, 0, 2), Record(20, 65535, 3)];
        for (int seed = 0; seed < 100; seed++)
            CollectionAssert.AreEqual(new[] { 2, 3, 1 }, Ports(records, new Random(seed)));
    }

    [TestMethod]
    public void Equal_priorities_come_in_proportion_to_their_weights()
    {
        ServerTarget[] records = [Record(10, 60, 1), Record(10, 20, 2), Record(10, 20, 3)];
        var random = new Random(1);
        int[] first = new int[4];
        for (int i = 0; i < Rounds; i++)
            first[Ports(records, random)[0]]++;
        Assert.IsInRange(5700, 6300, first[1]);
        Assert.IsInRange(1700, 2300, first[2]);
        Assert.IsInRange(1700, 2300, first[3]);
    }

    [TestMethod]
    public void What_is_left_comes_in_proportion_too()
    {
        ServerTarget[] records = [Record(10, 60, 1), Record(10, 30, 2), Record(10, 10, 3)];
        var random = new Random(1);
        // Of those rounds that begin with 1: 30 to 10.
        List<int>[] rounds = [.. Enumerable.Range(0, Rounds).Select(_ => Ports(records, random)).Where(ports => ports[0] == 1)];
        double second = rounds.Count(ports => ports[1] == 2) / (double)rounds.Length;
        Assert.IsInRange(0.72, 0.78, second);
    }

    [TestMethod]
    public void Weight_0_has_a_very_small_chance_of_being_first()
    {
        ServerTarget[] records = [Record(10, 99, 1), Record(10, 0, 2)];
        var random = new Random(1);
        int first = Enumerable.Range(0, Rounds).Count(_ => Ports(records, random)[0] == 2);
        // One in a hundred: the die shows 0 of 0 to 99.
        Assert.IsInRange(50, 150, first);
    }

    [TestMethod]
    public void Weights_0_alone_come_all()
    {
        ServerTarget[] records = [Record(10, 0, 1), Record(10, 0, 2), Record(10, 0, 3)];
        List<int> ports = Ports(records, new Random(1));
        ports.Sort();
        CollectionAssert.AreEqual(new[] { 1, 2, 3 }, ports);
    }

    [TestMethod]
    public void Both_services_are_one_list()
    {
        var targets = new ServerTargets(new Random(1));
        targets.Add(new ServerTarget("a", 1, false, 20, 0));
        targets.Add(new ServerTarget("b", 2, true, 30, 0));
        targets.Add(new ServerTarget("c", 3, true, 10, 0));
        Assert.IsTrue(targets.Next()!.DirectTls);
        Assert.IsFalse(targets.Next()!.DirectTls);
        Assert.AreEqual("b", targets.Next()!.Host);
        Assert.IsNull(targets.Next());
        Assert.AreEqual(0, targets.Count);
    }

    [TestMethod]
    public void Of_too_many_the_last_ones_are_left_out()
    {
        ServerTarget[] records = [.. Enumerable.Range(0, 100).Select(i => Record(99 - i, 1, i + 1))];
        List<int> ports = Ports(records, new Random(1));
        Assert.HasCount(ServerTargets.Most, ports);
        CollectionAssert.AreEqual(Enumerable.Range(0, ServerTargets.Most).Select(i => 100 - i).ToArray(), ports);
    }

    [TestMethod]
    public void The_largest_numbers_do_not_overflow()
    {
        ServerTarget[] records = [.. Enumerable.Range(1, ServerTargets.Most).Select(i => Record(65535, 65535, i))];
        for (int seed = 0; seed < 100; seed++)
            Assert.HasCount(ServerTargets.Most, Ports(records, new Random(seed)).Distinct().ToArray());
    }

    static List<int> Ports(ServerTarget[] records, Random random)
    {
        var targets = new ServerTargets(random);
        foreach (ServerTarget record in records)
            targets.Add(record);
        var ports = new List<int>();
        while (targets.Next() is { } next)
            ports.Add(next.Port);
        return ports;
    }

    static ServerTarget Record(int priority, int weight, int port) => new("a.test", port, false, priority, weight);
}
