using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>One actuator on for a while, by command.</summary>
[TestClass]
public sealed class TimerTests
{
    const string Operator = "operator@example.com/x";

    [TestMethod]
    [DataRow("pump", "on", "10 min", 1, 0, "pump is on for 10 min", 600_000)]
    [DataRow("pump", "", "90s", 1, 0, "pump is on for 90 s", 90_000)]
    [DataRow("fan", "40", "2 h", 0, 40, "fan is 40 % for 2 h", 7_200_000)]
    [DataRow("fan", "on", "1 s", 0, 100, "fan is 100 % for 1 s", 1_000)]
    public void ItGoesOffByItself(string actuator, string value, string duration, int pump, int fan, string note, int milliseconds)
    {
        TestAgent agent = TestAgent.Online();
        Assert.AreEqual(note, DeviceCommand.Execute(agent, Operator, "timer", Form(actuator, value, duration)).TextOf("note"));
        Assert.AreEqual(pump, agent.Board.Pump.Value);
        Assert.AreEqual(fan, agent.Board.Fan.Value);
        agent.Run(milliseconds - 500);
        Assert.AreEqual(pump + fan, agent.Board.Pump.Value + agent.Board.Fan.Value);
        agent.Run(1_500);
        Assert.AreEqual(0, agent.Board.Pump.Value + agent.Board.Fan.Value);
    }

    [TestMethod]
    public void TheFormOffersWhatThereIs()
    {
        TestAgent agent = TestAgent.Online();
        Element command = DeviceCommand.Execute(agent, Operator, "timer").Find("command")!;
        Assert.AreEqual("executing", command.Attribute("status"));
        string options = "";
        foreach (Element child in command.Find("x")!.Children[2].Children)
            if (child.Name == "option")
                options += "|" + child.Attribute("label") + "=" + child.TextOf("value");
        Assert.AreEqual("|Pump=pump|Fan (0 to 100 %)=fan", options);
        string? session = command.Attribute("sessionid");
        Element done = DeviceCommand.Execute(agent, Operator, "timer", Form("pump", "on", "10 min"), session);
        Assert.AreEqual("pump is on for 10 min", done.TextOf("note"));
        Assert.AreEqual(session, done.Find("command")!.Attribute("sessionid"));
    }

    [TestMethod]
    public void NoLongerThanItMayBeOn()
    {
        TestAgent agent = TestAgent.Online(options => options.Actuators.For("pump").MaximumOnMs = 300_000);
        Assert.AreEqual("pump is on for 5 min", DeviceCommand.Execute(agent, Operator, "timer", Form("pump", "on", "1 h")).TextOf("note"));
        agent.Board.Fan.IsStuck = true;
        Element answer = DeviceCommand.Execute(agent, Operator, "timer", Form("fan", "on", "1 h"));
        Assert.AreEqual("fan did not obey: it is 0 %", answer.TextOf("note"));
        Assert.AreEqual("error", answer.Find("note")!.Attribute("type"));
    }

    [TestMethod]
    [DataRow("", "on", "10 min", "actuator: there is none called ")]
    [DataRow("heater", "on", "10 min", "actuator: there is none called heater")]
    [DataRow("pump", "off", "10 min", "value: pump is on, not off")]
    [DataRow("pump", "2", "10 min", "value: pump is on, not 2")]
    [DataRow("fan", "0", "10 min", "value: fan is on, or 1 to 100, not 0")]
    [DataRow("fan", "101", "10 min", "value: fan is on, or 1 to 100, not 101")]
    [DataRow("fan", "-5", "10 min", "value: fan is on, or 1 to 100, not -5")]
    [DataRow("pump", "on", "", "duration: 1 s to 24 h such as 10 min, not ")]
    [DataRow("pump", "on", "10", "duration: 1 s to 24 h such as 10 min, not 10")]
    [DataRow("pump", "on", "0 s", "duration: 1 s to 24 h such as 10 min, not 0 s")]
    [DataRow("pump", "on", "25 h", "duration: 1 s to 24 h such as 10 min, not 25 h")]
    [DataRow("pump", "on", "999999999999 s", "duration: 1 s to 24 h such as 10 min, not 999999999999 s")]
    [DataRow("pump", "on", "-1 min", "duration: 1 s to 24 h such as 10 min, not -1 min")]
    [DataRow("pump", "on", "min", "duration: 1 s to 24 h such as 10 min, not min")]
    public void WhatCannotBeChangesNothing(string actuator, string value, string duration, string text)
    {
        TestAgent agent = TestAgent.Online();
        Element answer = DeviceCommand.Execute(agent, Operator, "timer", Form(actuator, value, duration));
        Assert.AreEqual("bad-request", DeviceCommand.Condition(answer));
        Assert.IsNotNull(answer.Find("bad-payload"));
        Assert.AreEqual(text, answer.TextOf("text"));
        Assert.AreEqual(0, agent.Board.Pump.Sets + agent.Board.Fan.Sets);
    }

    [TestMethod]
    [DataRow("viewer@example.com/x", "forbidden")]
    [DataRow("stranger@example.com/x", "service-unavailable")]
    public void NobodyElseMay(string from, string condition)
    {
        TestAgent agent = TestAgent.Online();
        Assert.AreEqual(condition, DeviceCommand.Condition(DeviceCommand.Execute(agent, from, "timer", Form("pump", "on", "10 min"))));
        Assert.AreEqual(0, agent.Board.Pump.Sets);
    }

    static string Form(string actuator, string value, string duration) =>
        "<x xmlns='jabber:x:data' type='submit'><field var='actuator'><value>" + actuator + "</value></field><field var='value'><value>" + value
        + "</value></field><field var='duration'><value>" + duration + "</value></field></x>";
}
