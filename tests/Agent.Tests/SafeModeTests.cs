using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>Every actuator at its fail-safe state, obeying nobody; and the restart. Both are confirmed first.</summary>
[TestClass]
public sealed class SafeModeTests
{
    const string Owner = "owner@example.com/x";
    const string Operator = "operator@example.com/x";

    readonly MemoryStore store = new();

    [TestMethod]
    public void NobodyIsObeyedUntilItIsOver()
    {
        TestAgent agent = Online();
        DeviceCommand.Execute(agent, Operator, "pump-on");
        Assert.StartsWith("safe mode: ", Confirm(agent, "1").TextOf("note")!);
        Assert.AreEqual(0, agent.Board.Pump.Value);
        Assert.AreEqual(40, agent.Board.Fan.Value);
        agent.Run(500);
        Assert.Contains("<show>dnd</show>", agent.Transport.LastSent());
        Assert.Contains("<status>safe mode · ", agent.Transport.LastSent());
        AssertObeysNobody(agent);

        // Over a restart, whatever it is to be at boot.
        agent = Online();
        Assert.AreEqual(40, agent.Board.Fan.Value);
        AssertObeysNobody(agent);
        Assert.StartsWith("safe mode is over", Confirm(agent, "0").TextOf("note")!);
        Assert.AreEqual(40, agent.Board.Fan.Value);
        Assert.AreEqual("pump is on", DeviceCommand.Execute(agent, Operator, "pump-on").TextOf("note"));
        agent.Run(500);
        Assert.DoesNotContain("safe mode", agent.Transport.LastSent());
        Assert.AreEqual("safe-mode = off\n", Encoding.UTF8.GetString(store.Files["settings.state"]));
        Assert.AreEqual(1, Online().Board.Pump.Value);
    }

    [TestMethod]
    public void WhatDoesNotObeyIsSaid()
    {
        TestAgent agent = Online();
        DeviceCommand.Execute(agent, Operator, "pump-on");
        agent.Board.Pump.IsStuck = true;
        Element answer = Confirm(agent, "1");
        Assert.AreEqual("safe mode: an actuator did not obey; what it is, set-actuators shows", answer.TextOf("note"));
        Assert.AreEqual("error", answer.Find("note")!.Attribute("type"));
        agent.Board.Pump.IsStuck = false;
        AssertObeysNobody(agent, pump: 1);
        // It is what it should be: that may be set.
        Assert.AreEqual("pump is off", DeviceCommand.Execute(agent, Operator, "pump-off").TextOf("note"));
    }

    [TestMethod]
    [DataRow("safe-mode", "<field var='confirm'><value>0</value></field><field var='safe-mode'><value>1</value></field>", "not confirmed: nothing was done", true)]
    [DataRow("safe-mode", "<field var='confirm'><value>1</value></field><field var='safe-mode'><value>0</value></field>", "nothing changed", true)]
    [DataRow("safe-mode", "<field var='confirm'><value>1</value></field>", "safe-mode: true or false", false)]
    [DataRow("safe-mode", "<field var='confirm'><value>1</value></field><field var='safe-mode'><value>on</value></field>", "safe-mode: true or false", false)]
    [DataRow("safe-mode", "<field var='safe-mode'><value>1</value></field>", "confirm: true or false", false)]
    [DataRow("restart", "<field var='confirm'><value>false</value></field>", "not confirmed: nothing was done", true)]
    [DataRow("restart", "<field var='confirm'><value/></field>", "confirm: true or false", false)]
    [DataRow("restart", "<field var='confirm'><value>yes</value></field>", "confirm: true or false", false)]
    [DataRow("restart", "", "confirm: true or false", false)]
    public void WhatIsNotConfirmedIsNotDone(string node, string fields, string text, bool isNote)
    {
        TestAgent agent = Online();
        DeviceCommand.Execute(agent, Operator, "pump-on");
        string form = "<x xmlns='jabber:x:data' type='submit'>" + fields + "</x>";
        // With the first request it is no confirmation.
        Element asked = DeviceCommand.Execute(agent, Owner, node, form).Find("command")!;
        Assert.AreEqual("executing", asked.Attribute("status"));
        Element answer = DeviceCommand.Execute(agent, Owner, node, form, asked.Attribute("sessionid"));
        Assert.AreEqual(text, answer.TextOf(isNote ? "note" : "text"));
        Assert.AreEqual(isNote, answer.Find("bad-payload") == null);
        agent.Run(1_000);
        Assert.AreEqual(1, agent.Board.Pump.Value);
        Assert.IsFalse(agent.Agent.IsStopped);
        Assert.IsEmpty(store.Files.Keys, "settings.state");
    }

    [TestMethod]
    public void TheAnswerComesBeforeTheGoodbye()
    {
        TestAgent agent = Online();
        Element asked = DeviceCommand.Execute(agent, Owner, "restart").Find("command")!;
        Assert.IsNotNull(asked.Find("required"));
        agent.Transport.ForgetSent();
        Assert.AreEqual("restarting", DeviceCommand.Execute(agent, Owner, "restart", Form("confirm", "1"), asked.Attribute("sessionid")).TextOf("note"));
        Assert.IsFalse(agent.Agent.IsStopped);
        agent.Run(10_000);
        Assert.IsTrue(agent.Agent.IsStopped);
        Assert.IsTrue(agent.Agent.StartsAgain);
        string sent = string.Join('\n', agent.Transport.AllSent());
        int answered = sent.IndexOf("restarting</note>");
        int goodbye = sent.IndexOf("<presence type='unavailable'><status>restarting</status>");
        Assert.IsGreaterThan(-1, answered);
        Assert.IsGreaterThan(answered, goodbye);
        Assert.IsGreaterThan(goodbye, sent.IndexOf("</stream:stream>"));
    }

    [TestMethod]
    public void AStopIsNoRestart()
    {
        TestAgent agent = Online();
        agent.Agent.Stop("switched off");
        agent.Run(10_000);
        Assert.IsTrue(agent.Agent.IsStopped);
        Assert.IsFalse(agent.Agent.StartsAgain);
    }

    [TestMethod]
    [DataRow("operator@example.com/x", "restart", "forbidden")]
    [DataRow("viewer@example.com/x", "restart", "forbidden")]
    [DataRow("viewer@example.com/x", "safe-mode", "forbidden")]
    [DataRow("stranger@example.com/x", "safe-mode", "service-unavailable")]
    public void NobodyElseMay(string from, string node, string condition) =>
        Assert.AreEqual(condition, DeviceCommand.Condition(DeviceCommand.Execute(Online(), from, node)));

    TestAgent Online() => TestAgent.Online(options =>
    {
        options.Store = store;
        options.Actuators.For("fan").FailSafe = 40;
        options.Actuators.For("fan").AtBoot = BootState.On;
        options.Actuators.For("pump").AtBoot = BootState.On;
    });

    static void AssertObeysNobody(TestAgent agent, int pump = 0)
    {
        string state = "pump obeys nobody in safe mode: it is " + (pump == 1 ? "on" : "off");
        Element answer = DeviceCommand.Execute(agent, Owner, pump == 1 ? "set-actuators" : "pump-on", Form("pump", "1"));
        Assert.AreEqual(state, answer.TextOf("note"));
        Assert.AreEqual("error", answer.Find("note")!.Attribute("type"));
        Assert.AreEqual(state, DeviceCommand.Execute(agent, Owner, "set-actuators", Form("pump", "1")).TextOf("note"));
        Assert.AreEqual(state, ChatTests.Body(ChatTests.Say(agent, Owner, "pump on for 10 min")));
        Assert.AreEqual("fan obeys nobody in safe mode: it is 40 %", ChatTests.Body(ChatTests.Say(agent, Owner, "fan off")));
        Assert.AreEqual("fan obeys nobody in safe mode: it is 40 %",
            DeviceCommand.Execute(agent, Owner, "timer", Form("actuator", "fan", "value", "on", "duration", "1 s")).TextOf("note"));
        Assert.AreEqual("internal-server-error", DeviceCommand.Condition(
            DeviceCommand.Ask(agent, Owner, "set", "<set xmlns='urn:xmpp:iot:control'><boolean name='pump' value='true'/></set>")));
        agent.Run(5_000);
        Assert.AreEqual(pump, agent.Board.Pump.Value);
        Assert.AreEqual(40, agent.Board.Fan.Value);
        Assert.AreEqual("fan is 40 %", ChatTests.Body(ChatTests.Say(agent, Owner, "fan 40")));
    }

    static Element Confirm(TestAgent agent, string isOn)
    {
        string? session = DeviceCommand.Execute(agent, Operator, "safe-mode").Find("command")!.Attribute("sessionid");
        return DeviceCommand.Execute(agent, Operator, "safe-mode", Form("safe-mode", isOn, "confirm", "1"), session);
    }

    static string Form(params string[] pairs)
    {
        string fields = "";
        for (int i = 0; i < pairs.Length; i += 2)
            fields += "<field var='" + pairs[i] + "'><value>" + pairs[i + 1] + "</value></field>";
        return "<x xmlns='jabber:x:data' type='submit'>" + fields + "</x>";
    }
}
