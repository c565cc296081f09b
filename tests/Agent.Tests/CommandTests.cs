using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>The commands of a device, through XEP-0050.</summary>
[TestClass]
public sealed class CommandTests
{
    [TestMethod]
    public void SwitchesAreSetAndNeverToggled()
    {
        TestAgent agent = TestAgent.Online();
        string[] states = new string[] { "on", "on", "off", "off", "on" };
        foreach (string state in states)
        {
            Element answer = Execute(agent, "operator@example.com/x", "pump-" + state);
            Assert.AreEqual("completed", answer.Find("command")!.Attribute("status"));
            Assert.AreEqual("pump is " + state, Note(answer));
            Assert.AreEqual(state == "on" ? 1 : 0, agent.Board.Pump.Value);
        }
    }

    [TestMethod]
    public void WhatWasSetIsPublishedAtOnce()
    {
        TestAgent agent = TestAgent.Online();
        Execute(agent, "operator@example.com/x", "pump-on");
        agent.Agent.Turn();
        Assert.Contains("pump on", agent.Transport.LastSent());
    }

    [TestMethod]
    [DataRow("owner@example.com/x", "read-sensors device-status pump-on pump-off set-actuators identify history access read-chosen command-log timer safe-mode alarms alarm-settings publishing-settings name-and-location restart")]
    [DataRow("operator@example.com/x", "read-sensors device-status pump-on pump-off set-actuators identify history read-chosen command-log timer safe-mode alarms")]
    [DataRow("viewer@example.com/x", "read-sensors device-status history read-chosen alarms")]
    public void OnlyWhatMayBeRunIsListed(string from, string nodes)
    {
        Element answer = Ask(TestAgent.Online(), from, "get",
            "<query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands'/>");
        string listed = "";
        foreach (Element item in answer.Find("query")!.Children)
            listed += (listed.Length == 0 ? "" : " ") + item.Attribute("node");
        Assert.AreEqual(nodes, listed);
    }

    [TestMethod]
    [DataRow("viewer@example.com/x", "pump-on", "forbidden")]
    [DataRow("viewer@example.com/x", "set-actuators", "forbidden")]
    [DataRow("viewer@example.com/x", "identify", "forbidden")]
    [DataRow("example.com", "pump-on", "forbidden")]
    [DataRow("device@example.com", "pump-on", "forbidden")]
    [DataRow("device@example.com/other", "pump-on", "service-unavailable")]
    [DataRow("stranger@example.com/x", "pump-on", "service-unavailable")]
    [DataRow("stranger@example.com/x", "read-sensors", "service-unavailable")]
    [DataRow("operator@example.com/x", "nonsense", "item-not-found")]
    public void WhatMayNotBeRunIsRefused(string from, string node, string condition)
    {
        TestAgent agent = TestAgent.Online();
        Assert.AreEqual(condition, Condition(Execute(agent, from, node)));
        Assert.AreEqual(0, agent.Board.Pump.Sets);
    }

    [TestMethod]
    [DataRow("<field var='pump'><value>1</value></field>", 1, 0, "pump is on")]
    [DataRow("<field var='fan'><value>40</value></field>", 0, 40, "fan is 40 %")]
    [DataRow("<field var='FORM_TYPE'><value>x</value></field><field var='pump'><value>true</value></field><field var='fan'><value>100</value></field>", 1, 100, "pump is on · fan is 100 %")]
    [DataRow("<field var='pump'/><field var='fan'><value/></field>", 0, 0, "nothing to set")]
    [DataRow("", 0, 0, "nothing to set")]
    public void FormSetsWhatItNames(string fields, int pump, int fan, string note)
    {
        TestAgent agent = TestAgent.Online();
        Element answer = Execute(agent, "operator@example.com/x", "set-actuators", "<x xmlns='jabber:x:data' type='submit'>" + fields + "</x>");
        Assert.AreEqual(note, Note(answer));
        Assert.AreEqual(pump, agent.Board.Pump.Value);
        Assert.AreEqual(fan, agent.Board.Fan.Value);
    }

    [TestMethod]
    [DataRow("<field var='pump'><value>2</value></field>", "pump: true or false, not 2")]
    [DataRow("<field var='pump'><value>on</value></field>", "pump: true or false, not on")]
    [DataRow("<field var='fan'><value>101</value></field>", "fan: 0 to 100, not 101")]
    [DataRow("<field var='fan'><value>-1</value></field>", "fan: 0 to 100, not -1")]
    [DataRow("<field var='fan'><value>4.5</value></field>", "fan: 0 to 100, not 4.5")]
    [DataRow("<field var='fan'><value>99999999999</value></field>", "fan: 0 to 100, not 99999999999")]
    [DataRow("<field var='heater'><value>1</value></field>", "there is no actuator heater")]
    public void FormWithAFaultChangesNothing(string field, string text)
    {
        TestAgent agent = TestAgent.Online();
        Element answer = Execute(agent, "operator@example.com/x", "set-actuators",
            "<x xmlns='jabber:x:data' type='submit'><field var='pump'><value>1</value></field>" + field + "<field var='fan'><value>7</value></field></x>");
        Assert.AreEqual("bad-request", Condition(answer));
        Assert.AreEqual(text, answer.TextOf("text"));
        Assert.AreEqual(0, agent.Board.Pump.Sets + agent.Board.Fan.Sets);
    }

    [TestMethod]
    public void FormIsFilledInOnceByWhoeverAskedForIt()
    {
        TestAgent agent = TestAgent.Online();
        Element form = Execute(agent, "operator@example.com/x", "set-actuators").Find("command")!;
        Assert.AreEqual("executing", form.Attribute("status"));
        string fields = "";
        foreach (Element child in form.Find("x")!.Children)
            if (child.Name == "field")
                fields += "|" + child.Attribute("type") + " " + child.Attribute("label");
        Assert.AreEqual("|boolean Pump|text-single Fan (0 to 100 %)", fields);
        string? session = form.Attribute("sessionid");
        const string Submit = "<x xmlns='jabber:x:data' type='submit'><field var='fan'><value>9</value></field></x>";
        Assert.AreEqual("bad-request", Condition(Execute(agent, "owner@example.com/y", "set-actuators", Submit, session)));
        Assert.AreEqual("fan is 9 %", Note(Execute(agent, "operator@example.com/x", "set-actuators", Submit, session)));
        Assert.AreEqual("bad-request", Condition(Execute(agent, "operator@example.com/x", "set-actuators", Submit, session)));
        Assert.AreEqual(1, agent.Board.Fan.Sets);
    }

    [TestMethod]
    public void HardwareThatDoesNotObeyIsNoAcknowledgement()
    {
        TestAgent agent = TestAgent.Online();
        agent.Board.Pump.IsStuck = true;
        Element answer = Execute(agent, "operator@example.com/x", "pump-on");
        Assert.AreEqual("pump did not obey: it is off", Note(answer));
        Assert.AreEqual("error", answer.Find("note")!.Attribute("type"));
        agent.Board.Pump.IsBroken = true;
        Assert.AreEqual("pump did not obey: it is unavailable", Note(Execute(agent, "operator@example.com/x", "pump-on")));
        agent.Run(500);
        Assert.Contains("<show>dnd</show>", agent.Transport.LastSent());
    }

    [TestMethod]
    public void IdentifyAndStatusAndReadings()
    {
        TestAgent agent = TestAgent.Online();
        Assert.AreEqual("the board is making itself known", Note(Execute(agent, "operator@example.com/x", "identify")));
        agent.Board.HasLamp = false;
        Assert.AreEqual("the board has nothing to do it with", Note(Execute(agent, "operator@example.com/x", "identify")));
        Assert.StartsWith("Test board, up ", Note(Execute(agent, "viewer@example.com/x", "device-status"))!);
        agent.Board.Temperature.Value = 7;
        Assert.AreEqual("temperature 0.7 °C · button off · pump off · fan 0 %", Note(Execute(agent, "viewer@example.com/x", "read-sensors")));
    }

    [TestMethod]
    public void DelayedRequestChangesNothing()
    {
        TestAgent agent = TestAgent.Online();
        Element answer = Ask(agent, "operator@example.com/x", "set",
            "<command xmlns='http://jabber.org/protocol/commands' node='pump-on'/><delay xmlns='urn:xmpp:delay' stamp='2026-01-01T00:00:00Z'/>");
        Assert.AreEqual("unexpected-request", Condition(answer));
        Assert.AreEqual(0, agent.Board.Pump.Sets);
    }

    static Element Execute(TestAgent agent, string from, string node, string form = "", string? session = null) =>
        DeviceCommand.Execute(agent, from, node, form, session);

    static Element Ask(TestAgent agent, string from, string type, string payload) => DeviceCommand.Ask(agent, from, type, payload);

    static string? Note(Element answer) => answer.TextOf("note");

    static string? Condition(Element answer) => DeviceCommand.Condition(answer);
}
