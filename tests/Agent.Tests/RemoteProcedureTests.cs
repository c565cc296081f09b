using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>Jabber-RPC (XEP-0009): what can be called, and what comes of a call that cannot.</summary>
[TestClass]
public sealed class RemoteProcedureTests
{
    const string Pump = "<param><value><string>pump</string></value></param>";
    const string Fan = "<param><value>fan</value></param>";

    [TestMethod]
    public void SensorsAreListedAndRead()
    {
        TestAgent agent = TestAgent.Online();
        Assert.AreEqual("[temperature,button]", Call(agent, "sensor.list", ""));
        Assert.AreEqual("[temperature,button]", Call(agent, "sensor.list", "<params/>"));
        Assert.AreEqual("{value:double 21.4,unit:°C}", Call(agent, "sensor.get", "<params><param><value><string>temperature</string></value></param></params>"));
        Assert.AreEqual("{value:boolean 0}", Call(agent, "sensor.get", "<params><param><value>button</value></param></params>"));
        Assert.AreEqual("{value:i4 0,unit:%}", Call(agent, "sensor.get", "<params>" + Fan + "</params>"));
    }

    [TestMethod]
    public void TheDeviceSaysWhatItIs()
    {
        TestAgent agent = TestAgent.Online();
        agent.Run(3_000);
        Assert.MatchesRegex(@"^\{device:Test board,version:Presentity \d+\.\d+\.\d+,seconds:i4 [3-9],writable:\[pump,fan\]\}$", Call(agent, "device.info", ""));
    }

    [TestMethod]
    [DataRow(Pump, "<boolean>1</boolean>", "boolean 1", 1, 0)]
    [DataRow(Pump, "<boolean>true</boolean>", "boolean 1", 1, 0)]
    [DataRow(Fan, "<i4>40</i4>", "i4 40", 0, 40)]
    [DataRow(Fan, "<int>100</int>", "i4 100", 0, 100)]
    [DataRow(Fan, "<double>7.0</double>", "i4 7", 0, 7)]
    public void ActuatorsAreSetAndReadBack(string name, string value, string answer, int pump, int fan)
    {
        TestAgent agent = TestAgent.Online();
        Assert.AreEqual(answer, Call(agent, "actuator.set", Two(name, value)));
        Assert.AreEqual(pump, agent.Board.Pump.Value);
        Assert.AreEqual(fan, agent.Board.Fan.Value);
    }

    [TestMethod]
    [DataRow("nothing", "", "-32601 ")]
    [DataRow("", "", "-32601 ")]
    [DataRow("sensor.list", "<params>" + Pump + "</params>", "-32602 0 parameters, not 1")]
    [DataRow("device.info", "<params>" + Pump + "</params>", "-32602 0 parameters, not 1")]
    [DataRow("sensor.get", "", "-32602 1 parameters, not 0")]
    [DataRow("sensor.get", "<params><param><value>pressure</value></param></params>", "-32602 there is no sensor or actuator pressure")]
    [DataRow("sensor.get", "<params><param><value><i4>1</i4></value></param></params>", "-32602 there is no sensor or actuator 1")]
    [DataRow("sensor.get", "<params><param/></params>", "-32602 there is no sensor or actuator ")]
    [DataRow("actuator.set", "<params>" + Pump + "</params>", "-32602 2 parameters, not 1")]
    [DataRow("actuator.set", "<params>" + Pump + "<param><value><i4>1</i4></value></param></params>", "-32602 pump: true or false, not 1")]
    [DataRow("actuator.set", "<params>" + Pump + "<param><value><boolean>2</boolean></value></param></params>", "-32602 pump: true or false, not 2")]
    [DataRow("actuator.set", "<params>" + Pump + "<param><value>on</value></param></params>", "-32602 pump: true or false, not on")]
    [DataRow("actuator.set", "<params>" + Fan + "<param><value><i4>101</i4></value></param></params>", "-32602 fan: 0 to 100, not 101")]
    [DataRow("actuator.set", "<params>" + Fan + "<param><value><i4>-1</i4></value></param></params>", "-32602 fan: 0 to 100, not -1")]
    [DataRow("actuator.set", "<params>" + Fan + "<param><value><i4>4.5</i4></value></param></params>", "-32602 fan: 0 to 100, not 4.5")]
    [DataRow("actuator.set", "<params>" + Fan + "<param><value><i4>99999999999</i4></value></param></params>", "-32602 fan: 0 to 100, not 99999999999")]
    [DataRow("actuator.set", "<params>" + Fan + "<param><value><struct/></value></param></params>", "-32602 fan: 0 to 100, not ")]
    [DataRow("actuator.set", "<params>" + Fan + "<param/></params>", "-32602 fan: 0 to 100, not ")]
    [DataRow("actuator.set", "<params><param><value>heater</value></param>" + Pump + "</params>", "-32602 there is no actuator heater")]
    public void ACallThatCannotBeDoneIsAFault(string method, string parameters, string fault)
    {
        TestAgent agent = TestAgent.Online();
        Assert.StartsWith("fault " + fault, Call(agent, method, parameters));
        Assert.AreEqual(0, agent.Board.Pump.Sets + agent.Board.Fan.Sets);
    }

    [TestMethod]
    public void WhoMayNotIsToldSoAndHardwareThatFailsIsNoSuccess()
    {
        TestAgent agent = TestAgent.Online();
        Assert.AreEqual("fault 403 operators may", Call(agent, "actuator.set", Two(Pump, "<boolean>1</boolean>"), "viewer@example.com/x"));
        Assert.AreEqual(0, agent.Board.Pump.Sets);
        agent.Board.Pump.IsStuck = true;
        Assert.AreEqual("fault 500 pump did not obey: it is off", Call(agent, "actuator.set", Two(Pump, "<boolean>1</boolean>")));
        agent.Board.Temperature.IsBroken = true;
        Assert.AreEqual("fault 500 it does not answer", Call(agent, "sensor.get", "<params><param><value>temperature</value></param></params>"));
    }

    [TestMethod]
    [DataRow("operator@example.com/x", "get", "<methodCall><methodName>sensor.list</methodName></methodCall>", "not-allowed")]
    [DataRow("operator@example.com/x", "set", "", "bad-request")]
    [DataRow("operator@example.com/x", "set", "<methodCall/>", "bad-request")]
    [DataRow("operator@example.com/x", "set", "<methodResponse/>", "bad-request")]
    [DataRow("stranger@example.com/x", "set", "<methodCall><methodName>sensor.list</methodName></methodCall>", "service-unavailable")]
    public void WhatIsNoCallIsAnError(string from, string type, string call, string condition) =>
        Assert.AreEqual(condition, DeviceCommand.Condition(
            DeviceCommand.Ask(TestAgent.Online(), from, type, "<query xmlns='jabber:iq:rpc'>" + call + "</query>")));

    static string Two(string name, string value) => "<params>" + name + "<param><value>" + value + "</value></param></params>";

    /// <summary>Calls, and writes what comes back in short.</summary>
    static string Call(TestAgent agent, string method, string parameters, string from = "operator@example.com/x")
    {
        Element answer = DeviceCommand.Ask(agent, from, "set",
            "<query xmlns='jabber:iq:rpc'><methodCall><methodName>" + method + "</methodName>" + parameters + "</methodCall></query>");
        Assert.AreEqual("result", answer.Attribute("type"));
        Element? fault = answer.Find("fault");
        if (fault == null)
            return Text(answer.Find("params")!.Find("param")!.Find("value")!);
        Element[] members = fault.Find("struct")!.Children;
        Assert.AreEqual("faultCode faultString", members[0].TextOf("name") + " " + members[1].TextOf("name"));
        return "fault " + members[0].TextOf("i4") + " " + members[1].TextOf("string");
    }

    static string Text(Element value)
    {
        Element type = value.Children[0];
        return type.Name switch
        {
            "array" => "[" + string.Join(',', type.Find("data")!.Children.Select(Text)) + "]",
            "struct" => "{" + string.Join(',', type.Children.Select(member => member.TextOf("name") + ":" + Text(member.Find("value")!))) + "}",
            "string" => type.Text,
            _ => type.Name + " " + type.Text,
        };
    }
}
