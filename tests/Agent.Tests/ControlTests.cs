using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>Programs set actuators (XEP-0325): typed, in a form, all or nothing.</summary>
[TestClass]
public sealed class ControlTests
{
    const string Space = "urn:xmpp:iot:control";

    [TestMethod]
    [DataRow("<boolean name='pump' value='true'/>", 1, 0)]
    [DataRow("<boolean name='pump' value='1'/>", 1, 0)]
    [DataRow("<string name='pump' value='true'/>", 1, 0)]
    [DataRow("<int name='fan' value='40'/>", 0, 40)]
    [DataRow("<long name='fan' value='100'/>", 0, 100)]
    [DataRow("<double name='fan' value='40.0'/>", 0, 40)]
    [DataRow("<double name='fan' value='7'/>", 0, 7)]
    [DataRow("<string name='fan' value='12'/>", 0, 12)]
    [DataRow("<node nodeId='device'/><int name='fan' value='3'/><boolean name='pump' value='true'/>", 1, 3)]
    [DataRow("<x xmlns='jabber:x:data' type='submit'><field var='fan'><value>9</value></field><field var='pump'><value>1</value></field></x>", 1, 9)]
    public void ParametersAreSetAndTheAnswerNamesThem(string parameters, int pump, int fan)
    {
        TestAgent agent = TestAgent.Online();
        Element answer = Set(agent, parameters);
        Assert.IsNull(DeviceCommand.Condition(answer));
        Element response = answer.Find("setResponse")!;
        Assert.AreEqual(Space + " OK", response.Namespace + " " + response.Attribute("responseCode"));
        Assert.AreEqual((pump > 0 ? "pump" : "") + (fan > 0 ? "fan" : ""), string.Concat(response.Children.Select(child => child.Attribute("name"))));
        Assert.AreEqual(pump, agent.Board.Pump.Value);
        Assert.AreEqual(fan, agent.Board.Fan.Value);
        Assert.IsTrue(agent.Log.Has(LogLevel.Info, "operator@example.com/x set: "));
    }

    [TestMethod]
    [DataRow("<boolean name='fan' value='true'/>", "bad-request", "fan", "fan: 0 to 100, not true")]
    [DataRow("<int name='pump' value='1'/>", "bad-request", "pump", "pump: true or false, not 1")]
    [DataRow("<boolean name='pump' value='on'/>", "bad-request", "pump", "pump: true or false, not on")]
    [DataRow("<boolean name='pump' value='2'/>", "bad-request", "pump", "pump: true or false, not 2")]
    [DataRow("<boolean name='pump'/>", "bad-request", "pump", "pump: true or false, not ")]
    [DataRow("<int name='fan' value='101'/>", "bad-request", "fan", "fan: 0 to 100, not 101")]
    [DataRow("<int name='fan' value='-1'/>", "bad-request", "fan", "fan: 0 to 100, not -1")]
    [DataRow("<int name='fan' value='4.0'/>", "bad-request", "fan", "fan: 0 to 100, not 4.0")]
    [DataRow("<double name='fan' value='4.5'/>", "bad-request", "fan", "fan: 0 to 100, not 4.5")]
    [DataRow("<double name='fan' value='4.'/>", "bad-request", "fan", "fan: 0 to 100, not 4.")]
    [DataRow("<double name='fan' value='NaN'/>", "bad-request", "fan", "fan: 0 to 100, not NaN")]
    [DataRow("<long name='fan' value='99999999999'/>", "bad-request", "fan", "fan: 0 to 100, not 99999999999")]
    [DataRow("<duration name='fan' value='PT1S'/>", "bad-request", "fan", "fan: 0 to 100, not PT1S")]
    [DataRow("<color name='pump' value='true'/>", "bad-request", "pump", "pump: true or false, not true")]
    [DataRow("<int xmlns='urn:else' name='fan' value='4'/>", "bad-request", "fan", "fan: 0 to 100, not 4")]
    [DataRow("<boolean name='heater' value='true'/>", "item-not-found", "heater", "there is no actuator heater")]
    [DataRow("<boolean value='true'/>", "item-not-found", null, "there is no actuator ")]
    [DataRow("<boolean name='pump' value='false'/>", "bad-request", "pump", "there is one of them twice")]
    public void OneFaultChangesNothing(string parameter, string condition, string? name, string text)
    {
        TestAgent agent = TestAgent.Online();
        Element answer = Set(agent, "<boolean name='pump' value='true'/>" + (name == "fan" ? parameter : "<int name='fan' value='3'/>" + parameter));
        if (name is "pump" && text != "there is one of them twice")
            answer = Set(agent, "<int name='fan' value='3'/>" + parameter);
        Assert.AreEqual(condition, DeviceCommand.Condition(answer));
        Assert.AreEqual(text, answer.TextOf("text"));
        Element? detail = answer.Find("paramError");
        Assert.AreEqual(name, detail?.Attribute("var"));
        if (name != null)
            Assert.AreEqual(Space + " " + text, detail!.Namespace + " " + detail.Text);
        Assert.AreEqual(condition == "item-not-found" ? "NotFound" : "OtherError", answer.Find("setResponse")!.Attribute("responseCode"));
        Assert.AreEqual(0, agent.Board.Pump.Sets + agent.Board.Fan.Sets);
    }

    [TestMethod]
    [DataRow("operator@example.com/x", "set", "", "bad-request")]
    [DataRow("operator@example.com/x", "set", "<node nodeId='device'/>", "bad-request")]
    [DataRow("operator@example.com/x", "set", "<node nodeId='other'/><boolean name='pump' value='true'/>", "item-not-found")]
    [DataRow("operator@example.com/x", "get", "<boolean name='pump' value='true'/>", "not-allowed")]
    [DataRow("viewer@example.com/x", "set", "<boolean name='pump' value='true'/>", "forbidden")]
    [DataRow("device@example.com", "set", "<boolean name='pump' value='true'/>", "forbidden")]
    [DataRow("example.com", "set", "<boolean name='pump' value='true'/>", "forbidden")]
    [DataRow("stranger@example.com/x", "set", "<boolean name='pump' value='true'/>", "service-unavailable")]
    [DataRow("operator@example.com/x", "set", "<x xmlns='jabber:x:data' type='submit'><field var='pump'><value>x</value></field></x>", "bad-request")]
    [DataRow("operator@example.com/x", "set", "<x xmlns='jabber:x:data' type='submit'><field var='heater'><value>1</value></field></x>", "item-not-found")]
    [DataRow("operator@example.com/x", "set", "<x xmlns='jabber:x:data' type='cancel'><field var='pump'><value>1</value></field></x>", "item-not-found")]
    public void WhatMayNotBeSetIsNot(string from, string type, string parameters, string condition)
    {
        TestAgent agent = TestAgent.Online();
        Element answer = DeviceCommand.Ask(agent, from, type, $"<set xmlns='{Space}'>{parameters}</set>");
        Assert.AreEqual(condition, DeviceCommand.Condition(answer));
        Assert.AreEqual(0, agent.Board.Pump.Sets);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("type='chat' ")]
    [DataRow("type='groupchat' ")]
    [DataRow("type='headline' ")]
    [DataRow("type='set' ")]
    public void AMessageSetsNothing(string type)
    {
        TestAgent agent = TestAgent.Online();
        Element[] sent = agent.Hears(
            $"<message {type}from='owner@example.com/x' to='device@example.com/agent'><set xmlns='{Space}'><boolean name='pump' value='true'/></set></message>");
        Assert.IsEmpty(sent);
        Assert.AreEqual(0, agent.Board.Pump.Sets);
    }

    [TestMethod]
    public void ADelayedRequestSetsNothing()
    {
        TestAgent agent = TestAgent.Online();
        Element answer = DeviceCommand.Ask(agent, "owner@example.com/x", "set",
            $"<set xmlns='{Space}'><boolean name='pump' value='true'/></set><delay xmlns='urn:xmpp:delay' stamp='2026-01-01T00:00:00Z'/>");
        Assert.AreEqual("unexpected-request", DeviceCommand.Condition(answer));
        Assert.AreEqual(0, agent.Board.Pump.Sets);
    }

    [TestMethod]
    public void HardwareThatDoesNotObeyIsAnErrorAndNamed()
    {
        TestAgent agent = TestAgent.Online();
        agent.Board.Fan.IsStuck = true;
        Element answer = Set(agent, "<boolean name='pump' value='true'/><int name='fan' value='5'/>");
        Assert.AreEqual("internal-server-error", DeviceCommand.Condition(answer));
        Assert.AreEqual("fan", answer.Find("paramError")!.Attribute("var"));
        Assert.AreEqual("pump is on · fan did not obey: it is 0 %", answer.TextOf("text"));
        Assert.AreEqual("OtherError", answer.Find("setResponse")!.Attribute("responseCode"));
    }

    [TestMethod]
    public void TwoThatExcludeEachOtherAreNotSetTogether()
    {
        TestAgent agent = TestAgent.Online(options =>
        {
            options.Actuators.For("pump").Interlock = "motor";
            options.Actuators.For("fan").Interlock = "motor";
        });
        agent.Board.Pump.Sets = 0;
        Element answer = Set(agent, "<boolean name='pump' value='true'/><int name='fan' value='5'/>");
        Assert.AreEqual("bad-request", DeviceCommand.Condition(answer));
        Assert.AreEqual("pump and fan must not be on together", answer.TextOf("text"));
        Assert.AreEqual(0, agent.Board.Pump.Sets);
    }

    [TestMethod]
    public void TheFormTellsWhatCanBeSetAndHowFar()
    {
        TestAgent agent = TestAgent.Online();
        Element answer = DeviceCommand.Ask(agent, "operator@example.com/x", "get", $"<getForm xmlns='{Space}'/>");
        Element form = answer.Find("x")!;
        Assert.AreEqual("form", form.Attribute("type"));
        string fields = "";
        foreach (Element field in form.Children.Where(child => child.Name == "field"))
        {
            Element validate = field.Find("validate")!;
            Assert.AreEqual("http://jabber.org/protocol/xdata-validate", validate.Namespace);
            Assert.AreEqual("urn:xmpp:xdata:dynamic", field.Find("notSame")!.Namespace);
            fields += $"|{field.Attribute("var")} {field.Attribute("type")} {field.TextOf("value")} {validate.Attribute("datatype")}"
                + $" {validate.Find("range")?.Attribute("min")}-{validate.Find("range")?.Attribute("max")}";
        }

        Assert.AreEqual("|pump boolean 0 xs:boolean -|fan text-single 0 xs:int 0-100", fields);
    }

    [TestMethod]
    [DataRow("viewer@example.com/x", "get", "", "forbidden")]
    [DataRow("stranger@example.com/x", "get", "", "service-unavailable")]
    [DataRow("operator@example.com/x", "set", "", "not-allowed")]
    [DataRow("operator@example.com/x", "get", "<node nodeId='other'/>", "item-not-found")]
    public void TheFormIsForThoseWhoMaySet(string from, string type, string children, string condition) =>
        Assert.AreEqual(condition, DeviceCommand.Condition(
            DeviceCommand.Ask(TestAgent.Online(), from, type, $"<getForm xmlns='{Space}'>{children}</getForm>")));

    [TestMethod]
    public void TheSuccessorIsTheSameInOtherWords()
    {
        TestAgent agent = TestAgent.Online();
        const string Successor = "urn:nf:iot:ctr:1.0";
        Element answer = DeviceCommand.Ask(agent, "operator@example.com/x", "set",
            $"<set xmlns='{Successor}'><nd id='device'/><b n='pump' v='true'/><db n='fan' v='20'/></set>");
        Element response = answer.Find("resp")!;
        Assert.AreEqual(Successor, response.Namespace);
        Assert.AreEqual("p pump|p fan", string.Join('|', response.Children.Select(child => child.Name + " " + child.Attribute("n"))));
        Assert.AreEqual(20, agent.Board.Fan.Value);
        answer = DeviceCommand.Ask(agent, "operator@example.com/x", "set", $"<set xmlns='{Successor}'><i n='fan' v='200'/></set>");
        Assert.AreEqual("bad-request", DeviceCommand.Condition(answer));
        Assert.AreEqual("fan: 0 to 100, not 200", answer.TextOf("text"));
        Assert.AreEqual(20, agent.Board.Fan.Value);
    }

    [TestMethod]
    public void AFloodIsAnsweredInOrderWhileSensorsGoOn()
    {
        TestAgent agent = TestAgent.Online();
        int limited = 0;
        for (int i = 0; i < 1000; i++)
        {
            bool isGood = i % 2 == 0;
            string? condition = DeviceCommand.Condition(Set(agent, $"<int name='fan' value='{(isGood ? i % 100 : 101)}'/>"));
            if (condition == "resource-constraint")
                limited++;
            else
                Assert.AreEqual(isGood ? null : "bad-request", condition);
        }

        Assert.IsInRange(1, 940, limited);
        Assert.AreEqual(30, agent.Board.Fan.Sets);

        agent.Transport.ForgetSent();
        agent.Board.Temperature.Value = 300;
        agent.Run(40_000);
        Assert.StartsWith("30.0 °C", agent.LastPresence().TextOf("status")!);
    }

    static Element Set(TestAgent agent, string parameters) =>
        DeviceCommand.Ask(agent, "operator@example.com/x", "set", $"<set xmlns='{Space}'>{parameters}</set>");
}
