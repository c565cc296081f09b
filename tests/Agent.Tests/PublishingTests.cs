using System;
using System.Linq;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>What is published, and when: in fake time.</summary>
[TestClass]
public sealed class PublishingTests
{
    static readonly XNamespace Client = "jabber:client";
    static readonly XNamespace SensorData = "urn:xmpp:iot:sensordata";

    [TestMethod]
    public void FirstPresenceTellsAll()
    {
        TestAgent agent = new();
        agent.Board.Temperature.Value = -3;
        agent.LogIn();
        agent.Run(500);
        XElement presence = agent.Presences().Single();
        Assert.AreEqual("-0.3 °C · pump off · fan 0 %", presence.Element(Client + "status")!.Value);
        Assert.IsNull(presence.Element(Client + "show"));
        Assert.AreEqual("sha-1", (string?)presence.Elements().Single(child => child.Name.LocalName == "c").Attribute("hash"));
        XElement timestamp = presence.Descendants(SensorData + "timestamp").Single();
        Assert.AreEqual("2026-11-22T23:09:45Z", (string?)timestamp.Attribute("value"));
        Assert.AreEqual(
            "numeric temperature -0.3 °C|boolean button false |boolean pump false |numeric fan 0 %",
            string.Join('|', timestamp.Elements().Select(field => $"{field.Name.LocalName} {(string?)field.Attribute("name")} {(string?)field.Attribute("value")} {(string?)field.Attribute("unit")}")));
    }

    [TestMethod]
    public void DriftWaitsForTheInterval()
    {
        TestAgent agent = TestAgent.Online(options => options.Sensors.For("temperature").DeadBand = 1);
        agent.Board.Temperature.Value = 223;
        agent.Run(60_000);
        Assert.IsEmpty(agent.Presences());
        agent.Board.Temperature.Value = 224;
        agent.Run(1_100);
        Assert.HasCount(1, agent.Presences());
        agent.Board.Temperature.Value = 300;
        agent.Run(28_000);
        Assert.HasCount(1, agent.Presences());
        agent.Run(3_000);
        Assert.HasCount(2, agent.Presences());
    }

    [TestMethod]
    public void ButtonIsToldWithinATenthOfASecond()
    {
        TestAgent agent = TestAgent.Online();
        agent.Run(5_300);
        agent.Board.Button.Value = 1;
        agent.Transport.Wake();
        long pressed = agent.Clock.Milliseconds;
        while (agent.Presences().Count == 0)
            agent.Agent.Turn();
        Assert.IsLessThanOrEqualTo(100, agent.Clock.Milliseconds - pressed);
        Assert.Contains("button on", agent.Presences()[0].Element(Client + "status")!.Value);
    }

    [TestMethod]
    public void NoMoreThanFiveASecond()
    {
        TestAgent agent = TestAgent.Online();
        long start = agent.Clock.Milliseconds;
        for (int i = 0; i < 1000; i++)
        {
            agent.Board.Button.Value = i & 1;
            agent.Transport.Wake();
            agent.Agent.Turn();
            agent.Clock.Advance(10);
        }

        long most = ((agent.Clock.Milliseconds - start) / 200) + 1;
        Assert.IsLessThanOrEqualTo(most, (long)agent.Presences().Count);
        Assert.IsGreaterThan(most / 2, (long)agent.Presences().Count);
    }

    [TestMethod]
    public void HealthShows()
    {
        TestAgent agent = TestAgent.Online();
        agent.Board.Temperature.IsBroken = true;
        agent.Run(1_500);
        Assert.AreEqual("away", agent.Presences()[^1].Element(Client + "show")!.Value);
        Assert.StartsWith("temperature unavailable", agent.Presences()[^1].Element(Client + "status")!.Value);
        Assert.DoesNotContain("21.4", agent.Transport.AllSent()[^1]);
        agent.Board.Pump.IsBroken = true;
        agent.Run(1_500);
        Assert.AreEqual("dnd", agent.Presences()[^1].Element(Client + "show")!.Value);
        Assert.StartsWith("pump faulty · temperature unavailable", agent.Presences()[^1].Element(Client + "status")!.Value);
        agent.Board.Pump.IsBroken = false;
        agent.Board.Temperature.IsBroken = false;
        agent.Run(1_500);
        Assert.IsNull(agent.Presences()[^1].Element(Client + "show"));
    }

    /// <summary>24 h of a temperature that goes up and down by 3 °C every hour, told in steps of 0.5 °C; a heartbeat where it rests.</summary>
    [TestMethod]
    public void ADay()
    {
        TestAgent agent = TestAgent.Online(options =>
        {
            options.Sensors.For("temperature").DeadBand = 5;
            options.Sensors.For("temperature").DeadBandDecimals = 1;
        });
        int presences = 0;
        for (int minute = 0; minute < 24 * 60; minute++)
        {
            agent.Board.Temperature.Value = 214 + Math.Abs((minute % 60) - 30);
            agent.Run(60_000);
            presences += agent.Presences().Count;
            agent.Transport.ForgetSent();
        }

        Assert.IsTrue(agent.Agent.Address != null, string.Join('\n', agent.Log.Lines.TakeLast(5)));
        Assert.IsGreaterThan(24 * 8, presences);
        Assert.IsLessThan(24 * 16, presences);
    }

    /// <summary>A turn that publishes makes no garbage.</summary>
    [TestMethod]
    public void PublishingAllocatesNothing()
    {
        TestAgent agent = TestAgent.Online(options => options.Session.PingAfterMs = int.MaxValue);
        Publish(agent, 200);
        agent.Transport.ForgetSent();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Publish(agent, 50);
        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.AreEqual(50, agent.Transport.SentCount);
    }

    static void Publish(TestAgent agent, int times)
    {
        for (int i = 0; i < times; i++)
        {
            agent.Board.Button.Value ^= 1;
            agent.Transport.Wake();
            long end = agent.Clock.Milliseconds + 300;
            while (agent.Clock.Milliseconds < end)
                agent.Agent.Turn();
        }
    }
}
