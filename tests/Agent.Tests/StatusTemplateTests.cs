using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>A status line as its owner wants it.</summary>
[TestClass]
public sealed class StatusTemplateTests
{
    const string Basics = "jid = device@example.org\npassword = secret\n";

    [TestMethod]
    [DataRow("{temperature} · pump {pump} · {fan}", "21.4 °C · pump off · 0 %")]
    [DataRow("fan { fan }", "fan 0 %")]
    [DataRow("a < b & {button}", "a < b & off")]
    [DataRow("{temperature}{temperature}", "21.4 °C21.4 °C")]
    [DataRow("closed for the winter", "closed for the winter")]
    public void TheLineIsTheTemplate(string template, string line) =>
        Assert.AreEqual(line, Online(template).LastPresence().TextOf("status"));

    [TestMethod]
    public void AlarmsAndFaultsAreSeenAllTheSame()
    {
        TestAgent agent = Online("pump {pump}", options => options.Sensors.For("temperature").Above = 30_000);
        agent.Board.Temperature.Value = 312;
        agent.Run(1_300);
        Assert.AreEqual("! temperature 31.2 °C · pump off", agent.LastPresence().TextOf("status"));
        Assert.AreEqual("dnd", agent.LastPresence().TextOf("show"));
        agent.Board.Temperature.Value = 214;
        agent.Board.Temperature.IsBroken = true;
        agent.Board.Pump.IsBroken = true;
        agent.Run(1_300);
        Assert.AreEqual("pump faulty · temperature unavailable · pump –", agent.LastPresence().TextOf("status"));
    }

    [TestMethod]
    public void ChatSaysTheSame()
    {
        TestAgent agent = Online("pump {pump}");
        string body = agent.Hears("<message type='chat' from='viewer@example.com/x'><body>status</body></message>")[0].TextOf("body")!;
        Assert.EndsWith(": pump off", body);
    }

    [TestMethod]
    [DataRow("{temprature}", "device.conf:3: status: there is no {temprature}; there is temperature, button, pump, fan")]
    [DataRow("{temperature", "device.conf:3: status: names in braces, such as {temperature}, each with both")]
    [DataRow("temperature}", "device.conf:3: status: names in braces, such as {temperature}, each with both")]
    [DataRow("{}", "device.conf:3: status: names in braces, such as {temperature}, each with both")]
    [DataRow("{a{b}}", "device.conf:3: status: names in braces, such as {temperature}, each with both")]
    [DataRow("{temperature} {fan", "device.conf:3: status: names in braces, such as {temperature}, each with both")]
    [DataRow("{pump} {fan}", "")]
    public void WhatIsWrongIsOneLine(string template, string fault)
    {
        ConfigurationReader reader = ConfigurationReader.Read("device.conf", Encoding.UTF8.GetBytes(Basics + "status = " + template));
        Assert.AreEqual(fault, reader.Fault.Length > 0 ? reader.Fault : reader.Configuration.CheckAgainst(new TestBoard()));
    }

    [TestMethod]
    public void ItHasAnEnd()
    {
        ConfigurationReader reader = ConfigurationReader.Read("device.conf", Encoding.UTF8.GetBytes(Basics + "status = " + new string('x', 161)));
        Assert.AreEqual("device.conf:3: status: at most 160 bytes", reader.Fault);
    }

    static TestAgent Online(string template, TestAgent.Preparation? more = null)
    {
        TestAgent agent = new TestAgent(options =>
        {
            options.Fleet.Status = StatusTemplate.Parse(template);
            more?.Invoke(options);
        });
        agent.Board.Temperature.Value = 214;
        agent.LogIn();
        agent.Run(1000);
        return agent;
    }
}
