using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>What is published, and when: in fake time.</summary>
[TestClass]
public sealed class PublishingTests
{
    [TestMethod]
    public void FirstPresenceTellsAll()
    {
        TestAgent agent = new TestAgent();
        agent.Board.Temperature.Value = -3;
        agent.LogIn();
        agent.Run(500);
        Assert.AreEqual(1, agent.CountPresences());
        Element presence = agent.LastPresence();
        Assert.AreEqual("-0.3 °C · pump off · fan 0 %", presence.TextOf("status"));
        Assert.IsNull(presence.Find("show"));
        Assert.AreEqual("sha-1", presence.Find("c")!.Attribute("hash"));
        Element timestamp = presence.Find("timestamp")!;
        Assert.AreEqual("urn:xmpp:iot:sensordata", timestamp.Namespace);
        Assert.AreEqual("2026-11-22T23:09:45Z", timestamp.Attribute("value"));
        string fields = "";
        foreach (Element field in timestamp.Children)
            fields += field.Name + " " + field.Attribute("name") + " " + field.Attribute("value") + " " + field.Attribute("unit") + "|";
        Assert.AreEqual("numeric temperature -0.3 °C|boolean button false |boolean pump false |numeric fan 0 %|", fields);
    }

    [TestMethod]
    public void DriftWaitsForTheInterval()
    {
        TestAgent agent = TestAgent.Online(options => options.Sensors.For("temperature").DeadBand = 1);
        agent.Board.Temperature.Value = 223;
        agent.Run(60_000);
        Assert.AreEqual(0, agent.CountPresences());
        agent.Board.Temperature.Value = 224;
        agent.Run(1_100);
        Assert.AreEqual(1, agent.CountPresences());
        agent.Board.Temperature.Value = 300;
        agent.Run(28_000);
        Assert.AreEqual(1, agent.CountPresences());
        agent.Run(3_000);
        Assert.AreEqual(2, agent.CountPresences());
    }

    /// <summary>The short form: what drifts is the status line; what comes first, and what is urgent, is all there is.</summary>
    [TestMethod]
    public void ShortPresenceTellsDriftInOneLine()
    {
        TestAgent agent = new TestAgent(options => options.IsPresenceShort = true);
        agent.Board.Temperature.Value = 214;
        agent.LogIn();
        agent.Run(31_000);
        Assert.IsNotNull(agent.LastPresence().Find("fields"));
        Assert.IsNotNull(agent.LastPresence().Find("c"));
        agent.Transport.ForgetSent();
        agent.Board.Temperature.Value = 223;
        agent.Run(1_100);
        Assert.AreEqual("<presence><status>22.3 °C · pump off · fan 0 %</status></presence>", agent.Transport.AllSent()[0]);
        agent.Board.Button.Value = 1;
        agent.Run(1_100);
        Assert.AreEqual(2, agent.CountPresences());
        Assert.IsNotNull(agent.LastPresence().Find("fields"));
        Assert.IsNotNull(agent.LastPresence().Find("c"));
    }

    [TestMethod]
    public void ButtonIsToldWithinATenthOfASecond()
    {
        TestAgent agent = TestAgent.Online();
        agent.Run(5_300);
        agent.Board.Button.Value = 1;
        agent.Transport.Wake();
        long pressed = agent.Clock.Milliseconds;
        while (agent.CountPresences() == 0)
            agent.Agent.Turn();
        Assert.IsLessThanOrEqualTo(100, agent.Clock.Milliseconds - pressed);
        Assert.Contains("button on", agent.Presences()[0].TextOf("status")!);
    }

    [TestMethod]
    public void NoMoreThanFiveASecond()
    {
        TestAgent agent = TestAgent.Online();
        long start = agent.Clock.Milliseconds;
        for (int i = 0; i < Scale.Of(1000, 100); i++)
        {
            agent.Board.Button.Value = i & 1;
            agent.Transport.Wake();
            agent.Agent.Turn();
            agent.Clock.Advance(10);
        }

        long most = ((agent.Clock.Milliseconds - start) / 200) + 1;
        Assert.IsLessThanOrEqualTo(most, agent.CountPresences());
        Assert.IsGreaterThan(most / 2, agent.CountPresences());
    }

    [TestMethod]
    public void HealthShows()
    {
        TestAgent agent = TestAgent.Online();
        agent.Board.Temperature.IsBroken = true;
        agent.Run(1_500);
        Assert.AreEqual("away", agent.LastPresence().TextOf("show"));
        Assert.StartsWith("temperature unavailable", agent.LastPresence().TextOf("status")!);
        Assert.DoesNotContain("21.4", agent.Transport.LastSent());
        agent.Board.Pump.IsBroken = true;
        agent.Run(1_500);
        Assert.AreEqual("dnd", agent.LastPresence().TextOf("show"));
        Assert.StartsWith("pump faulty · temperature unavailable", agent.LastPresence().TextOf("status")!);
        agent.Board.Pump.IsBroken = false;
        agent.Board.Temperature.IsBroken = false;
        agent.Run(1_500);
        Assert.IsNull(agent.LastPresence().Find("show"));
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
        int hours = Scale.Of(24, 1);
        for (int minute = 0; minute < hours * 60; minute++)
        {
            agent.Board.Temperature.Value = 214 + (minute % 60 < 30 ? 30 - (minute % 60) : (minute % 60) - 30);
            agent.Run(60_000);
            presences += agent.CountPresences();
            agent.Transport.ForgetSent();
        }

        Assert.IsTrue(agent.Agent.Address != null, string.Concat(agent.Log.Lines));
        Assert.IsGreaterThan(hours * 8, presences);
        Assert.IsLessThan(hours * 16, presences);
    }
}
