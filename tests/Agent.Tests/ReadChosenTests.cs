using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>Some of the readings by command.</summary>
[TestClass]
public sealed class ReadChosenTests
{
    const string Viewer = "viewer@example.com/x";

    [TestMethod]
    public void TheFormOffersWhatCanBeRead()
    {
        Element form = DeviceCommand.Execute(TestAgent.Online(), Viewer, "read-chosen").Find("command")!;
        Assert.AreEqual("executing", form.Attribute("status"));
        Assert.AreEqual("list-multi", form.Find("field")!.Attribute("type"));
        Assert.AreEqual("temperature button pump fan", string.Join(' ', form.Find("field")!.Children
            .Where(child => child.Name == "option").Select(option => option.Find("value")!.Text)));
    }

    [TestMethod]
    [DataRow("temperature", "temperature 0.7 °C", "temperature")]
    [DataRow("fan button", "button off · fan 0 %", "button fan")]
    [DataRow("pump pump", "pump off", "pump")]
    public void WhatWasChosenIsReadAndNothingElse(string chosen, string note, string fields)
    {
        TestAgent agent = TestAgent.Online();
        agent.Board.Temperature.Value = 7;
        Element answer = Choose(agent, chosen);
        Assert.AreEqual(note, answer.TextOf("note"));
        Assert.AreEqual(fields, string.Join(' ', answer.Find("x")!.Children.Where(child => child.Name == "field").Select(field => field.Attribute("var"))));
        // The other command still reads all.
        Assert.AreEqual("temperature 0.7 °C · button off · pump off · fan 0 %", DeviceCommand.Execute(agent, Viewer, "read-sensors").TextOf("note"));
    }

    [TestMethod]
    [DataRow("pressure", "sensors: there is none called pressure")]
    [DataRow("temperature pressure", "sensors: there is none called pressure")]
    [DataRow("", "sensors: choose one or more")]
    public void WhatThereIsNotIsRefused(string chosen, string why)
    {
        Element answer = Choose(TestAgent.Online(), chosen);
        Assert.AreEqual("bad-request", DeviceCommand.Condition(answer));
        Assert.AreEqual(why, answer.TextOf("text"));
    }

    static Element Choose(TestAgent agent, string chosen)
    {
        string session = DeviceCommand.Execute(agent, Viewer, "read-chosen").Find("command")!.Attribute("sessionid")!;
        string values = string.Concat(chosen.Split(' ', System.StringSplitOptions.RemoveEmptyEntries).Select(name => "<value>" + name + "</value>"));
        return DeviceCommand.Execute(agent, Viewer, "read-chosen",
            "<x xmlns='jabber:x:data' type='submit'><field var='sensors'>" + values + "</field></x>", session);
    }
}
