using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Agent.Tests;

/// <summary>The commands of a device, through XEP-0050.</summary>
[TestClass]
public sealed class CommandTests
{
    static readonly XNamespace Commands = "http://jabber.org/protocol/commands";
    static readonly XNamespace Forms = "jabber:x:data";

    [TestMethod]
    public void SwitchesAreSetAndNeverToggled()
    {
        TestAgent agent = TestAgent.Online();
        foreach (string node in new[] { "pump-on", "pump-on", "pump-off", "pump-off", "pump-on" })
        {
            XElement answer = Execute(agent, "operator@example.com/x", node);
            string state = node[5..];
            Assert.AreEqual("completed", (string?)answer.Element(Commands + "command")!.Attribute("status"));
            Assert.AreEqual($"pump is {state}", Note(answer));
            Assert.AreEqual(state == "on" ? 1 : 0, agent.Board.Pump.Value);
        }
    }

    [TestMethod]
    public void WhatWasSetIsPublishedAtOnce()
    {
        TestAgent agent = TestAgent.Online();
        Execute(agent, "operator@example.com/x", "pump-on");
        agent.Agent.Turn();
        Assert.Contains("pump on", agent.Transport.AllSent()[^1]);
    }

    [TestMethod]
    [DataRow("owner@example.com/x", "read-sensors device-status pump-on pump-off set-actuators identify")]
    [DataRow("operator@example.com/x", "read-sensors device-status pump-on pump-off set-actuators identify")]
    [DataRow("viewer@example.com/x", "read-sensors device-status")]
    public void OnlyWhatMayBeRunIsListed(string from, string nodes)
    {
        XElement answer = Ask(TestAgent.Online(), from, "get",
            "<query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands'/>");
        Assert.AreEqual(nodes, string.Join(' ', answer.Elements().Single().Elements().Select(item => (string?)item.Attribute("node"))));
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
        XElement answer = Execute(agent, "operator@example.com/x", "set-actuators", $"<x xmlns='jabber:x:data' type='submit'>{fields}</x>");
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
        XElement answer = Execute(agent, "operator@example.com/x", "set-actuators",
            $"<x xmlns='jabber:x:data' type='submit'><field var='pump'><value>1</value></field>{field}<field var='fan'><value>7</value></field></x>");
        Assert.AreEqual("bad-request", Condition(answer));
        Assert.AreEqual(text, answer.Descendants().Single(element => element.Name.LocalName == "text").Value);
        Assert.AreEqual(0, agent.Board.Pump.Sets + agent.Board.Fan.Sets);
    }

    [TestMethod]
    public void FormIsFilledInOnceByWhoeverAskedForIt()
    {
        TestAgent agent = TestAgent.Online();
        XElement form = Execute(agent, "operator@example.com/x", "set-actuators").Element(Commands + "command")!;
        Assert.AreEqual("executing", (string?)form.Attribute("status"));
        Assert.AreEqual("boolean Pump|text-single Fan (0 to 100 %)", string.Join('|', form.Descendants(Forms + "field")
            .Select(field => $"{(string?)field.Attribute("type")} {(string?)field.Attribute("label")}")));
        string session = (string)form.Attribute("sessionid")!;
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
        XElement answer = Execute(agent, "operator@example.com/x", "pump-on");
        Assert.AreEqual("pump did not obey: it is off", Note(answer));
        Assert.AreEqual("error", (string?)answer.Descendants(Commands + "note").Single().Attribute("type"));
        agent.Board.Pump.IsBroken = true;
        Assert.AreEqual("pump did not obey: it is unavailable", Note(Execute(agent, "operator@example.com/x", "pump-on")));
        agent.Run(500);
        Assert.Contains("<show>dnd</show>", agent.Transport.AllSent()[^1]);
    }

    [TestMethod]
    public void IdentifyAndStatusAndReadings()
    {
        TestAgent agent = TestAgent.Online();
        Assert.AreEqual("the board is making itself known", Note(Execute(agent, "operator@example.com/x", "identify")));
        agent.Board.HasLamp = false;
        Assert.AreEqual("the board has nothing to do it with", Note(Execute(agent, "operator@example.com/x", "identify")));
        Assert.StartsWith("Test board, up ", Note(Execute(agent, "viewer@example.com/x", "device-status")));
        agent.Board.Temperature.Value = 7;
        Assert.AreEqual("temperature 0.7 °C · button off · pump off · fan 0 %", Note(Execute(agent, "viewer@example.com/x", "read-sensors")));
    }

    [TestMethod]
    public void DelayedRequestChangesNothing()
    {
        TestAgent agent = TestAgent.Online();
        XElement answer = Ask(agent, "operator@example.com/x", "set",
            "<command xmlns='http://jabber.org/protocol/commands' node='pump-on'/><delay xmlns='urn:xmpp:delay' stamp='2026-01-01T00:00:00Z'/>");
        Assert.AreEqual("unexpected-request", Condition(answer));
        Assert.AreEqual(0, agent.Board.Pump.Sets);
    }

    /// <summary>Whatever comes in whatever order: each request has one answer, and the actuators are as the last acknowledged set says.</summary>
    [TestMethod]
    public void WhateverComes()
    {
        Gen.Int[0, 9].Array[1, 60].Sample(
            steps =>
            {
                TestAgent agent = TestAgent.Online();
                int pump = 0;
                int fan = 0;
                foreach (int step in steps)
                {
                    switch (step)
                    {
                        case 0 or 1:
                            pump = Set(agent, step == 0 ? "pump-on" : "pump-off") ? 1 - step : pump;
                            break;
                        case 2 or 3:
                            fan = Note(Execute(agent, "owner@example.com/x", "set-actuators",
                                $"<x xmlns='jabber:x:data' type='submit'><field var='fan'><value>{step * 40}</value></field></x>"))?.StartsWith("fan is ", StringComparison.Ordinal) == true
                                ? step * 40 : fan;
                            break;
                        case 4:
                            agent.Board.Pump.IsStuck = !agent.Board.Pump.IsStuck;
                            break;
                        case 5:
                            agent.Transport.Cut();
                            agent.Agent.Turn();
                            agent.LogIn();
                            break;
                        case 6:
                            agent.Transport.Wake();
                            agent.Run(37_000);
                            break;
                        case 7:
                            Execute(agent, "stranger@example.com/x", "pump-on");
                            break;
                        case 8:
                            Execute(agent, "operator@example.com/x", "set-actuators");
                            break;
                        default:
                            Execute(agent, "viewer@example.com/x", "pump-off");
                            break;
                    }

                    Assert.AreEqual(pump, agent.Board.Pump.Value);
                    Assert.AreEqual(fan, agent.Board.Fan.Value);
                }
            },
            iter: 150);
    }

    static bool Set(TestAgent agent, string node) => Note(Execute(agent, "operator@example.com/x", node))!.StartsWith("pump is", StringComparison.Ordinal);

    static XElement Execute(TestAgent agent, string from, string node, string form = "", string? session = null) =>
        Ask(agent, from, "set",
            $"<command xmlns='{Commands}' node='{node}'{(session == null ? "" : $" action='complete' sessionid='{session}'")}>{form}</command>");

    /// <summary>Asks, and sees to it that there is exactly one answer.</summary>
    static XElement Ask(TestAgent agent, string from, string type, string payload)
    {
        IReadOnlyList<XElement> sent = agent.Hears($"<iq type='{type}' id='q' from='{from}' to='device@example.com/agent'>{payload}</iq>");
        XElement answer = sent.Single(stanza => stanza.Name.LocalName == "iq" && (string?)stanza.Attribute("id") == "q");
        Assert.AreEqual(from, (string?)answer.Attribute("to"));
        return answer;
    }

    static string? Note(XElement answer) => answer.Descendants(Commands + "note").SingleOrDefault()?.Value;

    static string? Condition(XElement answer) =>
        (string?)answer.Attribute("type") != "error" ? null : answer.Descendants()
            .First(element => element.Name.NamespaceName == "urn:ietf:params:xml:ns:xmpp-stanzas" && element.Name.LocalName != "text").Name.LocalName;
}
