using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>Who has done what and when, by whatever plane.</summary>
[TestClass]
public sealed class CommandLogTests
{
    const string Owner = "owner@example.com/x";
    const string Operator = "operator@example.com/x";
    const string Control = "urn:xmpp:iot:control";

    [TestMethod]
    public void EveryPlaneIsInIt()
    {
        TestAgent agent = TestAgent.Online();
        agent.Clock.SetCalendar(1_800_000_000);
        DeviceCommand.Execute(agent, Operator, "pump-on");
        agent.Run(60_000);
        ChatTests.Say(agent, Operator, "pump off");
        agent.Board.Fan.IsStuck = true;
        DeviceCommand.Ask(agent, Operator, "set", "<set xmlns='" + Control + "'><int name='fan' value='40'/></set>");
        agent.Board.Fan.IsStuck = false;
        DeviceCommand.Ask(agent, Operator, "set",
            "<query xmlns='jabber:iq:rpc'><methodCall><methodName>actuator.set</methodName><params><param><value><string>fan</string></value></param>"
            + "<param><value><i4>30</i4></value></param></params></methodCall></query>");
        DeviceCommand.Execute(agent, Owner, "access", Form("jid", "a@example.org", "role", "viewer"));

        string[][] rows = Rows(DeviceCommand.Execute(agent, Operator, "command-log"));
        CollectionAssert.AreEqual(new[] { "2027-01-15T08:01:00Z", Owner, "access", "a@example.org: viewer" }, rows[0]);
        CollectionAssert.AreEqual(new[] { "2027-01-15T08:01:00Z", Operator, "actuator.set", "fan is 30 %" }, rows[1]);
        CollectionAssert.AreEqual(new[] { "2027-01-15T08:01:00Z", Operator, "control", "fan did not obey: it is 0 %" }, rows[2]);
        CollectionAssert.AreEqual(new[] { "2027-01-15T08:01:00Z", Operator, "chat", "pump is off" }, rows[3]);
        CollectionAssert.AreEqual(new[] { "2027-01-15T08:00:00Z", Operator, "pump-on", "pump is on" }, rows[4]);
        Assert.HasCount(5, rows);
    }

    [TestMethod]
    public void ItIsTableAndText()
    {
        TestAgent agent = TestAgent.Online();
        Assert.AreEqual("nothing was done since the start", DeviceCommand.Execute(agent, Operator, "command-log").TextOf("note"));
        agent.Clock.SetCalendar(-1);
        DeviceCommand.Execute(agent, Operator, "pump-on");
        agent.Run(5_000);
        Element answer = DeviceCommand.Execute(agent, Operator, "command-log");
        Assert.AreEqual("5 s ago operator@example.com/x pump-on: pump is on", answer.TextOf("note"));
        Element form = answer.Find("command")!.Find("x")!;
        Assert.AreEqual("result", form.Attribute("type"));
        Assert.AreEqual("when who what result", string.Join(' ', form.Find("reported")!.Children.Select(field => field.Attribute("var"))));
    }

    [TestMethod]
    [DataRow("read-sensors")]
    [DataRow("device-status")]
    [DataRow("command-log")]
    [DataRow("nonsense")]
    [DataRow("set-actuators")]
    public void WhatChangesNothingIsNotInIt(string node)
    {
        TestAgent agent = TestAgent.Online();
        DeviceCommand.Execute(agent, Operator, node);
        DeviceCommand.Execute(agent, "viewer@example.com/x", "pump-on");
        DeviceCommand.Execute(agent, Operator, "access", Form("jid", "a@example.org", "role", "owner"));
        ChatTests.Say(agent, Operator, "read");
        ChatTests.Say(agent, "viewer@example.com/x", "pump on");
        Assert.IsEmpty(Rows(DeviceCommand.Execute(agent, Operator, "command-log")));
    }

    [TestMethod]
    public void TheFirstOwnerIsInIt()
    {
        TestAgent agent = new(options =>
        {
            options.Claim = "K7QF-3MXR-9TCA";
            options.Access.Set(Xmpp.Jid.Parse("owner@example.com")!, Xmpp.Role.None);
        });
        agent.LogIn();
        DeviceCommand.Execute(agent, "you@example.org/x", "claim", Form("code", "wrong"));
        DeviceCommand.Execute(agent, "you@example.org/x", "claim", Form("code", "K7QF-3MXR-9TCA"));
        string[][] rows = Rows(DeviceCommand.Execute(agent, "you@example.org/x", "command-log"));
        Assert.AreEqual("you@example.org claim you own this device now", string.Join(' ', rows[0].Skip(1)));
        Assert.HasCount(1, rows);
    }

    [TestMethod]
    [DataRow("viewer@example.com/x", "forbidden")]
    [DataRow("stranger@example.com/x", "service-unavailable")]
    [DataRow("example.com", "forbidden")]
    public void NobodyElseReadsIt(string from, string condition) =>
        Assert.AreEqual(condition, DeviceCommand.Condition(DeviceCommand.Execute(TestAgent.Online(), from, "command-log")));

    /// <summary>Whatever is done and however long, it stays in its bytes, and the newest that fit are told.</summary>
    [TestMethod]
    public void TheOldestMakeRoom()
    {
        TestAgent agent = TestAgent.Online();
        Random dice = new(7);
        int last = 0;
        for (int i = 0; i < 300; i++)
        {
            agent.Run(1_000);
            last = dice.Next(101);
            string from = "operator@example.com/" + new string("a\u00e9\u20ac"[i % 3], dice.Next(1, 150));
            DeviceCommand.Execute(agent, from, "set-actuators", Form("fan", last.ToString()));
        }

        Element answer = DeviceCommand.Execute(agent, Operator, "command-log");
        string[][] rows = Rows(answer);
        Assert.AreEqual($"fan is {last} %", rows[0][3]);
        Assert.IsInRange(2, 10, rows.Length);
        Assert.IsTrue(rows.All(row => row.Length == 4 && row[2] == "set-actuators" && row[1].StartsWith("operator@example.com/")));
        string[] lines = answer.TextOf("note")!.Split('\n');
        Assert.IsInRange(rows.Length, rows.Length + 1, lines.Length);
    }

    static string[][] Rows(Element answer) =>
        [.. answer.Find("command")!.Find("x")!.Children.Where(child => child.Name == "item")
            .Select(item => item.Children.Select(field => field.TextOf("value") ?? "").ToArray())];

    static string Form(params string[] pairs)
    {
        string fields = "";
        for (int i = 0; i < pairs.Length; i += 2)
            fields += "<field var='" + pairs[i] + "'><value>" + pairs[i + 1] + "</value></field>";
        return "<x xmlns='jabber:x:data' type='submit'>" + fields + "</x>";
    }
}
