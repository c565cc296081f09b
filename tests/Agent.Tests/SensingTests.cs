using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>What is made of a reading before it is told, and what becomes of one that is where it must not be.</summary>
[TestClass]
public sealed class SensingTests
{
    [TestMethod]
    [DataRow(214, 1000, 0, "21.4")]
    [DataRow(214, 1000, -500, "20.9")]
    [DataRow(214, 1050, 0, "22.5")]
    [DataRow(-214, 1050, 0, "-22.5")]
    [DataRow(214, 2000, 1200, "44.0")]
    [DataRow(214, -1000, 0, "-21.4")]
    public void AReadingIsCalibrated(int raw, int scale, int offset, string told)
    {
        TestAgent agent = new(options =>
        {
            options.Sensors.For("temperature").Scale = scale;
            options.Sensors.For("temperature").Offset = offset;
        });
        agent.Board.Temperature.Value = raw;
        agent.LogIn();
        agent.Run(500);
        Assert.StartsWith(told + " °C", agent.LastPresence().TextOf("status")!);
        Element answer = DeviceCommand.Execute(agent, "viewer@example.com/x", "read-sensors");
        Assert.StartsWith("temperature " + told + " °C", answer.Find("note")!.Text);
    }

    [TestMethod]
    [DataRow(true, 3, new[] { 10, 90, 20, 30, 25 }, new[] { 10, 10, 20, 30, 25 })]
    [DataRow(false, 3, new[] { 10, 90, 20, 30, 25 }, new[] { 10, 50, 40, 47, 25 })]
    [DataRow(false, 2, new[] { -1, -2, -2 }, new[] { -1, -2, -2 })]
    public void AFilterLooksBack(bool isMedian, int window, int[] raw, int[] expected)
    {
        ReadingFilter filter = new(window, isMedian);
        Reading reading = new();
        for (int i = 0; i < raw.Length; i++)
        {
            reading.SetNumber(raw[i], 1);
            filter.Pass(reading);
            Assert.AreEqual(expected[i], reading.Value, $"reading {i}");
        }

        reading.SetUnavailable();
        filter.Pass(reading);
        reading.SetNumber(7, 1);
        filter.Pass(reading);
        Assert.AreEqual(7, reading.Value);
    }

    [TestMethod]
    public void AReadingHoldsForAWhileWhenItSaysSo()
    {
        TestAgent agent = Online(policy => policy.ExpiryMs = 10_000);
        agent.Board.Temperature.IsBroken = true;
        agent.Run(8_000);
        Assert.AreEqual(0, agent.CountPresences());
        agent.Run(4_000);
        Assert.Contains("temperature unavailable", agent.LastPresence().TextOf("status")!);
    }

    [TestMethod]
    public void AnAlarmIsToldAtOnceToThoseWhoMayActAndInPresence()
    {
        TestAgent agent = Online(policy =>
        {
            policy.Above = 30_000;
            policy.Hysteresis = 1_000;
        });
        agent.Board.Temperature.Value = 300;
        agent.Run(5_000);
        Assert.AreEqual(0, Messages(agent).Length);
        agent.Transport.ForgetSent();
        agent.Board.Temperature.Value = 312;
        agent.Run(1_300);
        Element[] messages = Messages(agent);
        Assert.HasCount(2, messages);
        Assert.AreEqual("owner@example.com", messages[0].Attribute("to"));
        Assert.AreEqual("operator@example.com", messages[1].Attribute("to"));
        Assert.StartsWith("alarm: temperature 31.2 °C is above 30 °C (2026-11-22T23:", messages[0].TextOf("body")!);
        Assert.AreEqual("! temperature 31.2 °C · pump off · fan 0 %", agent.LastPresence().TextOf("status"));
        Assert.AreEqual("dnd", agent.LastPresence().TextOf("show"));
        // Not over before it is back inside by the hysteresis, and told once.
        agent.Transport.ForgetSent();
        agent.Board.Temperature.Value = 295;
        agent.Run(60_000);
        Assert.AreEqual(0, Messages(agent).Length);
        agent.Board.Temperature.Value = 289;
        agent.Run(1_300);
        Assert.StartsWith("alarm is over: temperature 28.9 °C", Messages(agent)[0].TextOf("body")!);
        Assert.IsNull(agent.LastPresence().Find("show"));
        Assert.AreEqual("28.9 °C · pump off · fan 0 %", agent.LastPresence().TextOf("status"));
    }

    [TestMethod]
    public void AnAlarmMayHaveToLast()
    {
        TestAgent agent = Online(policy =>
        {
            policy.Below = 5_000;
            policy.AlarmDelayMs = 30_000;
        });
        for (int i = 0; i < 4; i++)
        {
            agent.Board.Temperature.Value = 40;
            agent.Run(20_000);
            agent.Board.Temperature.Value = 60;
            agent.Run(5_000);
        }

        Assert.AreEqual(0, Messages(agent).Length);
        agent.Board.Temperature.Value = 49;
        agent.Run(32_000);
        Assert.StartsWith("alarm: temperature 4.9 °C is below 5 °C", Messages(agent)[0].TextOf("body")!);
    }

    [TestMethod]
    public void AnAlarmWhileOfflineIsToldWithItsTimeOnceThereIsASession()
    {
        TestAgent agent = Online(policy => policy.Above = 30_000);
        agent.Transport.ConnectStatus = TransportStatus.Unreachable;
        agent.Transport.Cut();
        agent.Run(5_000);
        agent.Board.Temperature.Value = 312;
        agent.Run(300_000);
        agent.Transport.ConnectStatus = TransportStatus.Ok;
        agent.LogIn();
        agent.Run(2_000);
        string text = Messages(agent)[0].TextOf("body")!;
        Assert.StartsWith("alarm: temperature 31.2 °C is above 30 °C (2026-11-22T23:09:", text);
    }

    [TestMethod]
    public void ASensorThatFailsIsNoAlarmAndEndsNone()
    {
        TestAgent agent = Online(policy => policy.Above = 30_000);
        agent.Board.Temperature.Value = 312;
        agent.Run(2_000);
        agent.Transport.ForgetSent();
        agent.Board.Temperature.IsBroken = true;
        agent.Run(10_000);
        Assert.AreEqual(0, Messages(agent).Length);
        agent.Board.Temperature.IsBroken = false;
        agent.Run(10_000);
        Assert.AreEqual(0, Messages(agent).Length);
    }

    [TestMethod]
    public void ABooleanCanBeAnAlarm()
    {
        TestAgent agent = TestAgent.Online(options => options.Sensors.For("button").Above = 0);
        agent.Board.Button.Value = 1;
        agent.Run(1_300);
        Assert.StartsWith("alarm: button on", Messages(agent)[0].TextOf("body")!);
        Assert.AreEqual("! button on · 21.4 °C · pump off · fan 0 %", agent.LastPresence().TextOf("status"));
    }

    static TestAgent Online(System.Action<PublishingPolicy> change) =>
        TestAgent.Online(options => change(options.Sensors.For("temperature")));

    static Element[] Messages(TestAgent agent) => System.Array.ConvertAll(
        System.Array.FindAll(agent.Transport.AllSent(), text => text.StartsWith("<message", System.StringComparison.Ordinal)), Element.Parse);
}
