using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>When readings are told and when they are alarms, changed while the device runs, in two stages.</summary>
[TestClass]
public sealed class SensorSettingsTests
{
    const string Owner = "owner@example.com/x";
    const string Commands = "http://jabber.org/protocol/commands";

    MemoryStore store = new();

    [TestMethod]
    public void ForthAndBackAndDone()
    {
        TestAgent agent = Online();
        Element first = DeviceCommand.Execute(agent, Owner, "publishing-settings").Find("command")!;
        Assert.AreEqual("executing next next", Actions(first));
        string session = first.Attribute("sessionid")!;
        CollectionAssert.AreEqual(new[] { "Temperature=temperature", "Button=button" }, Options(first));

        Element second = Step(agent, session, "next", Choice("temperature")).Find("command")!;
        Assert.AreEqual("executing complete prev complete", Actions(second));
        Assert.AreEqual(session, second.Attribute("sessionid"));
        Assert.AreEqual("temperature temperature.interval=30 temperature.heartbeat=900 temperature.dead-band=0", Fields(second));

        Element back = Step(agent, session, "prev").Find("command")!;
        Assert.AreEqual("executing next next", Actions(back));
        Assert.AreEqual(session, back.Attribute("sessionid"));
        Assert.AreEqual("temperature", back.Find("field")!.Find("value")!.Text);

        Step(agent, session, "next", Choice("button", "temperature"));
        Element done = Step(agent, session, "complete", Form("temperature.interval", "5", "temperature.dead-band", "0.5", "button.heartbeat", "60"));
        Assert.AreEqual("temperature.interval = 5 · temperature.dead-band = 0.5 · button.heartbeat = 60", done.TextOf("note"));
        Assert.AreEqual("completed", done.Find("command")!.Attribute("status"));
        Assert.AreEqual(session, done.Find("command")!.Attribute("sessionid"));
        Assert.AreEqual("bad-sessionid", Specific(Step(agent, session, "complete", Form("temperature.interval", "6"))));
        Assert.AreEqual(
            "sensor.temperature.interval = 5\nsensor.temperature.dead-band = 0.5\nsensor.button.heartbeat = 60\n", Kept());

        // What was set holds at once, and after a restart.
        AssertPublishesEvery(agent, 5);
        TestAgent next = Online();
        AssertPublishesEvery(next, 5);
        Step(next, Begin(next, "temperature"), "execute", Form("temperature.interval", "30"));
        Assert.StartsWith("sensor.temperature.dead-band = 0.5\n", Kept());
        Assert.EndsWith("sensor.temperature.interval = 30\n", Kept());
    }

    [TestMethod]
    [DataRow("next", 2, "bad-action")]
    [DataRow("prev", 1, "bad-action")]
    [DataRow("complete", 1, "bad-action")]
    [DataRow("explode", 1, "malformed-action")]
    [DataRow("", 2, "malformed-action")]
    public void WhatMeansNothingAtAStageLeavesItThere(string action, int stage, string condition)
    {
        TestAgent agent = Online();
        string session = stage == 2 ? Begin(agent, "temperature") : Begin(agent);
        Element answer = Step(agent, session, action, Form("temperature.interval", "5"));
        Assert.AreEqual("bad-request", DeviceCommand.Condition(answer));
        Assert.AreEqual(condition, Specific(answer));
        if (stage == 1)
            Step(agent, session, "next", Choice("temperature"));
        Assert.AreEqual("nothing changed", Step(agent, session, "complete", Form("temperature.interval", "30")).TextOf("note"));
        Assert.IsEmpty(store.Files);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void ItIsCancelledAtAnyStage(int stage)
    {
        TestAgent agent = Online();
        string session = stage == 2 ? Begin(agent, "temperature") : Begin(agent);
        Element answer = Step(agent, session, "cancel");
        Assert.AreEqual("canceled", answer.Find("command")!.Attribute("status"));
        Assert.AreEqual("bad-sessionid", Specific(Step(agent, session, "complete", Form("temperature.interval", "5"))));
        Assert.AreEqual("bad-sessionid", Specific(Step(agent, session, "prev")));
    }

    [TestMethod]
    public void ItIsNobodyElsesAndNotForEver()
    {
        TestAgent agent = Online();
        string session = Begin(agent, "temperature");
        Assert.AreEqual("bad-sessionid", Specific(Step(agent, session, "complete", Form("temperature.interval", "5"), "owner@example.com/y")));
        Assert.AreEqual("bad-sessionid", Specific(Step(agent, session, "prev", "", "owner@example.com/y")));
        Assert.AreEqual("bad-sessionid", Specific(Step(agent, session, "complete", Form("alarm", "5"), node: "alarm-settings")));
        agent.Run(300_001);
        Element answer = Step(agent, session, "complete", Form("temperature.interval", "5"));
        Assert.AreEqual("not-allowed", DeviceCommand.Condition(answer));
        Assert.AreEqual("session-expired", Specific(answer));
        Assert.IsEmpty(store.Files);
    }

    /// <summary>What does not fit into an answer is left out, said, and not set.</summary>
    [TestMethod]
    public void AsManySensorsAsFit()
    {
        TestAgent agent = TestAgent.Online(options =>
        {
            options.Store = store;
            options.Session.OutputBytes = 1100;
        });
        string session = Begin(agent);
        Element second = Step(agent, session, "next", Choice("temperature", "button"));
        Assert.AreEqual("temperature temperature.interval=30 temperature.heartbeat=900 temperature.dead-band=0", Fields(second));
        Assert.StartsWith("not all sensors", second.TextOf("note")!);
        Assert.AreEqual("there is no field button.interval here",
            Step(agent, session, "complete", Form("temperature.interval", "5", "button.interval", "5")).TextOf("text"));
        Assert.IsEmpty(store.Files);
    }

    /// <summary>A script knows the fields, and needs one request.</summary>
    [TestMethod]
    public void AtOnce()
    {
        TestAgent agent = Online();
        Element answer = DeviceCommand.Execute(agent, Owner, "publishing-settings", Form("temperature.interval", "5", "button.heartbeat", "0"));
        Assert.AreEqual("temperature.interval = 5 · button.heartbeat = 0", answer.TextOf("note"));
        Element form = DeviceCommand.Execute(agent, Owner, "publishing-settings", Choice("button"));
        Assert.AreEqual("button button.interval=30 button.heartbeat=0 button.dead-band=0", Fields(form));
    }

    [TestMethod]
    [DataRow("temperature.interval", "-1", "temperature.interval: 0 to 86400 seconds, not -1")]
    [DataRow("temperature.interval", "86401", "temperature.interval: 0 to 86400 seconds, not 86401")]
    [DataRow("temperature.interval", "", "temperature.interval: the value is missing")]
    [DataRow("temperature.interval", "5 s", "temperature.interval: 0 to 86400 seconds, not 5 s")]
    [DataRow("temperature.heartbeat", "99999999999", "temperature.heartbeat: 0 to 86400 seconds, not 99999999999")]
    [DataRow("temperature.dead-band", "-1", "temperature.dead-band: a number such as 0.5, or percent such as 2 %, not -1")]
    [DataRow("temperature.dead-band", "", "temperature.dead-band: the value is missing")]
    [DataRow("temperature.dead-band", "%", "temperature.dead-band: a number such as 0.5, or percent such as 2 %, not %")]
    [DataRow("temperature.dead-band", "0.0001", "temperature.dead-band: a number such as 0.5, or percent such as 2 %, not 0.0001")]
    [DataRow("temperature.scale", "2", "there is no field temperature.scale here")]
    [DataRow("temperature.alarm-above", "2", "there is no field temperature.alarm-above here")]
    [DataRow("button.interval", "5", "there is no field button.interval here")]
    [DataRow("light.interval", "5", "there is no field light.interval here")]
    [DataRow("interval", "5", "there is no field interval here")]
    [DataRow("", "5", "there is no field  here")]
    public void WhatCannotBeChangesNothing(string field, string value, string text)
    {
        TestAgent agent = Online();
        string session = Begin(agent, "temperature");
        Element answer = Step(agent, session, "complete", Form("temperature.heartbeat", "60", field, value));
        Assert.AreEqual("bad-request", DeviceCommand.Condition(answer));
        Assert.AreEqual("bad-payload", Specific(answer));
        Assert.AreEqual(text, answer.TextOf("text"));
        Assert.IsEmpty(store.Files);
        Assert.AreEqual("temperature temperature.interval=30 temperature.heartbeat=900 temperature.dead-band=0",
            Fields(DeviceCommand.Execute(agent, Owner, "publishing-settings", Choice("temperature"))));
        // It is put right, and sent again.
        Assert.AreEqual("temperature.heartbeat = 60", Step(agent, session, "complete", Form("temperature.heartbeat", "60")).TextOf("note"));
    }

    [TestMethod]
    [DataRow("", "sensors: choose one or more")]
    [DataRow("<value>light</value>", "sensors: there is none called light")]
    [DataRow("<value>temperature</value><value></value>", "sensors: there is none called ")]
    public void TheFirstStageTakesSensors(string values, string text)
    {
        TestAgent agent = Online();
        string session = Begin(agent);
        Element answer = Step(agent, session, "next", "<x xmlns='jabber:x:data' type='submit'><field var='sensors'>" + values + "</field></x>");
        Assert.AreEqual("bad-payload", Specific(answer));
        Assert.AreEqual(text, answer.TextOf("text"));
        Assert.AreEqual("executing complete prev complete", Actions(Step(agent, session, "next", Choice("button")).Find("command")!));
    }

    [TestMethod]
    public void WithoutAFormThereIsNoStep()
    {
        TestAgent agent = Online();
        Assert.AreEqual("the form is missing", Step(agent, Begin(agent), "next").TextOf("text"));
        Assert.AreEqual("the form is missing", Step(agent, Begin(agent, "temperature"), "complete").TextOf("text"));
        Assert.AreEqual("bad-action", Specific(Step(agent, "", "next", Choice("temperature"))));
    }

    [TestMethod]
    [DataRow("de", null)]
    [DataRow("zh-Hant-TW", null)]
    [DataRow("", null)]
    [DataRow("-", "bad-locale")]
    [DataRow("de-", "bad-locale")]
    [DataRow("de--at", "bad-locale")]
    [DataRow("de_AT", "bad-locale")]
    [DataRow("abcdefghi", "bad-locale")]
    [DataRow("d\u00e9", "bad-locale")]
    public void WhatIsNoLanguageIsRefused(string language, string? condition)
    {
        Element answer = DeviceCommand.Ask(Online(), Owner, "set",
            "<command xmlns='" + Commands + "' node='pump-on' xml:lang='" + language + "'/>");
        Assert.AreEqual(condition == null ? null : "bad-request", DeviceCommand.Condition(answer));
        Assert.AreEqual(condition, condition == null ? null : Specific(answer));
    }

    [TestMethod]
    public void AlarmsAreListedAndChanged()
    {
        TestAgent agent = Online();
        Assert.AreEqual("no alarms", DeviceCommand.Execute(agent, "viewer@example.com/x", "alarms").TextOf("note"));
        Element done = DeviceCommand.Execute(agent, Owner, "alarm-settings", Form(
            "temperature.alarm-above", "30", "temperature.alarm-below", "-2.5", "temperature.alarm-hysteresis", "0.5", "temperature.alarm-delay", "0"));
        Assert.AreEqual("temperature.alarm-above = 30 · temperature.alarm-below = -2.5 · temperature.alarm-hysteresis = 0.5", done.TextOf("note"));
        agent.Board.Temperature.Value = 312;
        agent.Run(1_500);
        CollectionAssert.AreEqual(new[] { "temperature", "31.2 °C", "above", "30", "-2.5", "0.5", "0" }, Rows(agent)[0]);
        CollectionAssert.AreEqual(new[] { "button", "off", "none", "none", "none", "0", "0" }, Rows(agent)[1]);
        Assert.AreEqual("alarm: temperature 31.2 °C is above 30 °C", DeviceCommand.Execute(agent, Owner, "alarms").TextOf("note"));

        TestAgent next = Online();
        CollectionAssert.AreEqual(new[] { "temperature", "21.4 °C", "none", "30", "-2.5", "0.5", "0" }, Rows(next)[0]);
        DeviceCommand.Execute(next, Owner, "alarm-settings", Form("temperature.alarm-above", "", "temperature.alarm-below", "none"));
        Assert.AreEqual("sensor.temperature.alarm-hysteresis = 0.5\nsensor.temperature.alarm-above = none\nsensor.temperature.alarm-below = none\n", Kept());
        CollectionAssert.AreEqual(new[] { "temperature", "21.4 °C", "none", "none", "none", "0.5", "0" }, Rows(Online())[0]);
    }

    /// <summary>What the configuration says is taken back too.</summary>
    [TestMethod]
    public void NoneIsKept()
    {
        TestAgent Configured() => TestAgent.Online(options =>
        {
            options.Store = store;
            options.Sensors.For("temperature").Above = 10_000;
        });
        TestAgent agent = Configured();
        Assert.AreEqual("above", Rows(agent)[0][2]);
        DeviceCommand.Execute(agent, Owner, "alarm-settings", Form("temperature.alarm-above", "none"));
        agent.Run(1_500);
        Assert.AreEqual("none", Rows(agent)[0][2]);
        Assert.AreEqual("none", Rows(Configured())[0][2]);
    }

    [TestMethod]
    [DataRow("temperature.alarm-above", "hot")]
    [DataRow("temperature.alarm-above", "10000000")]
    [DataRow("temperature.alarm-hysteresis", "-1")]
    [DataRow("temperature.alarm-hysteresis", "none")]
    [DataRow("temperature.alarm-delay", "86401")]
    [DataRow("temperature.alarm-delay", "")]
    [DataRow("temperature.alarm-below", "31")]
    public void AnAlarmThatCannotBeChangesNothing(string field, string value)
    {
        TestAgent agent = Online();
        Element answer = DeviceCommand.Execute(agent, Owner, "alarm-settings", Form("temperature.alarm-above", "30", field, value));
        Assert.AreEqual("bad-payload", Specific(answer));
        Assert.StartsWith("temperature", answer.TextOf("text")!);
        Assert.IsEmpty(store.Files);
        CollectionAssert.AreEqual(new[] { "temperature", "21.4 °C", "none", "none", "none", "0", "0" }, Rows(agent)[0]);
    }

    [TestMethod]
    [DataRow("operator@example.com/x", "forbidden")]
    [DataRow("viewer@example.com/x", "forbidden")]
    [DataRow("stranger@example.com/x", "service-unavailable")]
    public void NobodyElseChangesThem(string from, string condition)
    {
        TestAgent agent = Online();
        Assert.AreEqual(condition, DeviceCommand.Condition(DeviceCommand.Execute(agent, from, "publishing-settings", Form("temperature.interval", "5"))));
        Assert.AreEqual(condition, DeviceCommand.Condition(DeviceCommand.Execute(agent, from, "alarm-settings", Form("temperature.alarm-above", "5"))));
        Assert.IsEmpty(store.Files);
    }

    [TestMethod]
    public void WhatCannotBeKeptIsSaid()
    {
        TestAgent agent = TestAgent.Online();
        Element answer = DeviceCommand.Execute(agent, Owner, "publishing-settings", Form("temperature.interval", "5"));
        Assert.AreEqual("temperature.interval = 5; forgotten at the next start: there is no store", answer.TextOf("note"));
        Assert.AreEqual("warn", answer.Find("note")!.Attribute("type"));
        AssertPublishesEvery(agent, 5);
    }

    [TestMethod]
    public void ADamagedFileIsReadAsFarAsItGoes()
    {
        store.Files["settings.state"] = Encoding.UTF8.GetBytes(
            "\0\nsensor.temperature.interval = x\nsensor.light.interval = 5\n = \nsensor.temperature.interval=5\njid = a@b\nsensor.temperature.heartbeat = 60\n"
            + "sensor.temperature.dead-band = \n");
        TestAgent agent = Online();
        Assert.AreEqual("temperature temperature.interval=30 temperature.heartbeat=60 temperature.dead-band=0",
            Fields(DeviceCommand.Execute(agent, Owner, "publishing-settings", Choice("temperature"))));
    }

    TestAgent Online() => TestAgent.Online(options => options.Store = store);

    string Kept() => Encoding.UTF8.GetString(store.Files["settings.state"]);

    /// <summary>Asks for the first form, and with a sensor for the second.</summary>
    static string Begin(TestAgent agent, string sensor = "")
    {
        string session = DeviceCommand.Execute(agent, Owner, "publishing-settings").Find("command")!.Attribute("sessionid")!;
        if (sensor.Length > 0)
            Step(agent, session, "next", Choice(sensor));
        return session;
    }

    static Element Step(
        TestAgent agent, string session, string action, string form = "", string from = Owner, string node = "publishing-settings") =>
        DeviceCommand.Ask(agent, from, "set", "<command xmlns='" + Commands + "' node='" + node + "' action='" + action + "'"
            + (session.Length > 0 ? " sessionid='" + session + "'" : "") + ">" + form + "</command>");

    static string Actions(Element command)
    {
        Element actions = command.Find("actions")!;
        return command.Attribute("status") + " " + actions.Attribute("execute") + string.Concat(actions.Children.Select(action => " " + action.Name));
    }

    static string? Specific(Element answer) =>
        answer.Find("error")!.Children.Single(child => child.Namespace == Commands).Name;

    static string[] Options(Element command) =>
        [.. command.Find("field")!.Children.Where(child => child.Name == "option").Select(option => option.Attribute("label") + "=" + option.TextOf("value"))];

    static string Fields(Element answer) => string.Join(' ', answer.Find("x")!.Children.Where(child => child.Name == "field")
        .Select(field => field.Attribute("type") == "fixed" ? field.Attribute("var") : field.Attribute("var") + "=" + field.TextOf("value")));

    static string[][] Rows(TestAgent agent) =>
        [.. DeviceCommand.Execute(agent, Owner, "alarms").Find("x")!.Children.Where(child => child.Name == "item")
            .Select(item => item.Children.Select(field => field.TextOf("value") ?? "").ToArray())];

    static void AssertPublishesEvery(TestAgent agent, int seconds)
    {
        agent.Run(1_000);
        agent.Transport.ForgetSent();
        int before = agent.CountPresences();
        for (int i = 0; i < 60; i++)
        {
            agent.Board.Temperature.Value += 20;
            agent.Run(1_000);
        }

        // No more often than presence is sent at all.
        Assert.AreEqual(seconds < 30 ? 30 : seconds, 60 / (agent.CountPresences() - before));
    }

    static string Choice(params string[] sensors) =>
        "<x xmlns='jabber:x:data' type='submit'><field var='sensors'>" + string.Concat(sensors.Select(sensor => "<value>" + sensor + "</value>"))
        + "</field></x>";

    static string Form(params string[] pairs)
    {
        string fields = "";
        for (int i = 0; i < pairs.Length; i += 2)
            fields += "<field var='" + pairs[i] + "'><value>" + pairs[i + 1] + "</value></field>";
        return "<x xmlns='jabber:x:data' type='submit'>" + fields + "</x>";
    }
}
