using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>What was read is told by command, by chat and in a read-out: the same, and never more than there is room for.</summary>
[TestClass]
public sealed class HistoryPlanesTests
{
    const string Viewer = "viewer@example.com/x";
    const string Sensor = "<field var='sensor'><value>temperature</value></field>";
    const string Xep = "urn:xmpp:iot:sensordata";
    const string Successor = "urn:nf:iot:sd:1.0";

    // ---- by command

    [TestMethod]
    public void TheFormAsksForASensorAndTwoMoments()
    {
        Element answer = DeviceCommand.Execute(TestAgent.Online(), Viewer, "history");
        Assert.AreEqual("executing", answer.Find("command")!.Attribute("status"));
        Element form = answer.Find("x")!;
        Element[] fields = [.. form.Children.Where(child => child.Name == "field")];
        Assert.AreEqual("sensor list-single|from text-single|to text-single",
            string.Join('|', fields.Select(field => field.Attribute("var") + " " + field.Attribute("type"))));
        Assert.AreEqual("temperature button", string.Join(' ', fields[0].Children.Where(child => child.Name == "option").Select(option => option.TextOf("value"))));
        Assert.AreEqual("xs:dateTime", fields[1].Find("validate")!.Attribute("datatype"));
        Assert.AreEqual("http://jabber.org/protocol/xdata-validate", fields[2].Find("validate")!.Namespace);
    }

    [TestMethod]
    public void ADayIsASummaryAndATableInStepsThatFit()
    {
        TestAgent agent = Day();
        Element answer = Ask(agent, Sensor);
        Assert.AreEqual("completed", answer.Find("command")!.Attribute("status"));
        string note = answer.TextOf("note")!;
        Assert.AreEqual("temperature 20.0 to 22.3 °C, mean 21.1 °C; in steps of 3 h", note);
        // For clients that hide the note.
        Element summary = answer.Find("x")!.Children.Single(child => child.Name == "field");
        Assert.AreEqual("summary temperature 20.0 to 22.3 °C, mean 21.1 °C", summary.Attribute("var") + " " + summary.TextOf("value"));
        Element reported = answer.Find("reported")!;
        Assert.AreEqual("time From|value Temperature (°C)", string.Join('|', reported.Children.Select(field => field.Attribute("var") + " " + field.Attribute("label"))));
        string[] lines = Lines(answer);
        // The device began at 23:09.
        Assert.AreEqual("2026-11-22T23:10:00Z 20.0", lines[0]);
        Assert.AreEqual("2026-11-23T00:00:00Z 20.2", lines[1]);
        Assert.AreEqual("2026-11-23T03:00:00Z 20.5", lines[2]);
        Assert.HasCount(9, lines);
    }

    [TestMethod]
    [DataRow("2026-11-23T06:00:00Z", "2026-11-23T06:25:00Z", "06:00 06:05 06:10 06:15 06:20", "5 min")]
    [DataRow("2026-11-23T06:01:00Z", "2026-11-23T06:15:01Z", "06:05 06:10 06:15", "5 min")]
    [DataRow("2026-11-23T08:10:00+02:00", "2026-11-23T08:00:00.5+01:00", "06:10 06:15 06:20 06:25 06:30 06:35 06:40 06:45 06:50 06:55 07:00", null)]
    [DataRow("2026-11-23T06:05:00Z", "2026-11-23T08:05:00Z", "06:05 06:15 06:30 06:45 07:00 07:15 07:30 07:45 08:00", "15 min")]
    [DataRow("2026-11-23T20:30:00Z", "2030-01-01T00:00:00Z", "20:30 20:45 21:00 21:15 21:30 21:45 22:00 22:15 22:30 22:45 23:00", "15 min")]
    public void BetweenTwoMoments(string from, string to, string expected, string? step)
    {
        Element answer = Ask(Day(), Sensor + Field("from", from) + Field("to", to));
        string[] lines = Lines(answer);
        if (step == null)
        {
            Assert.IsLessThanOrEqualTo(expected.Split(' ').Length, lines.Length);
            return;
        }

        Assert.AreEqual(expected, string.Join(' ', lines.Select(line => line[11..16])));
        Assert.EndsWith("in steps of " + step, answer.TextOf("note")!);
    }

    [TestMethod]
    [DataRow("", "sensor: temperature, button; not none")]
    [DataRow("<field var='sensor'><value>pressure</value></field>", "sensor: temperature, button; not pressure")]
    [DataRow("<field var='sensor'><value/></field>", "sensor: temperature, button; not ")]
    [DataRow("<field var='sensor'/>", "sensor: temperature, button; not none")]
    [DataRow("<field var='sensor'><value>pump</value></field>", "sensor: temperature, button; not pump")]
    [DataRow(Sensor + "<field var='from'><value>yesterday</value></field>", "from: a moment such as 2026-11-22T18:00:00Z, not yesterday")]
    [DataRow(Sensor + "<field var='to'><value>2026-13-01T00:00:00Z</value></field>", "to: a moment such as 2026-11-22T18:00:00Z, not 2026-13-01T00:00:00Z")]
    [DataRow(Sensor + "<field var='from'><value>2026-11-23</value></field>", "from: a moment such as 2026-11-22T18:00:00Z, not 2026-11-23")]
    [DataRow(Sensor + "<field var='to'><value>2026-11-23T00:00:00Z</value></field><field var='from'><value>2026-11-23T00:00:01Z</value></field>",
        "to is not after from")]
    [DataRow(Sensor + "<field var='to'><value>2026-11-23T00:00:00Z</value></field><field var='from'><value>2026-11-23T00:00:00Z</value></field>",
        "to is not after from")]
    public void WhatIsWrongIsRefusedAndSaid(string fields, string text)
    {
        TestAgent agent = TestAgent.Online();
        Element answer = Ask(agent, fields);
        Assert.AreEqual("bad-request", DeviceCommand.Condition(answer));
        Assert.IsNotNull(answer.Find("bad-payload"));
        Assert.AreEqual(text, answer.TextOf("text"));
        Assert.AreEqual(1, agent.Transport.SentCount);
    }

    [TestMethod]
    [DataRow("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z")]
    [DataRow("2030-01-01T00:00:00Z", "")]
    public void OfAnotherTimeThereIsNothing(string from, string to)
    {
        Element answer = Ask(Day(), Sensor + Field("from", from) + Field("to", to));
        Assert.AreEqual("nothing is kept of that time", answer.TextOf("note"));
        Assert.IsEmpty(Lines(answer));
        Assert.AreEqual("nothing is kept yet", Ask(TestAgent.Online(), Sensor).TextOf("note"));
    }

    [TestMethod]
    public void WithoutACalendarItIsSaidHowLongAgoItWas()
    {
        TestAgent unknown = WithoutTime();
        Element answer = Ask(unknown, Sensor);
        Assert.AreEqual("20 min ago 21.4|15 min ago 21.4|10 min ago 21.4|5 min ago 21.4", string.Join('|', Lines(answer)));
        Assert.AreEqual("the time is not known yet; leave from and to empty", Ask(unknown, Sensor + Field("from", "2026-11-22T18:00:00Z")).TextOf("note"));
        Assert.AreEqual("""
            temperature 21.4 to 21.4 °C, mean 21.4 °C; in steps of 5 min
            ```
                         temperature
            20 min ago   21.4
            15 min ago   21.4
            10 min ago   21.4
            5 min ago    21.4
            ```
            """.ReplaceLineEndings("\n"), Chat(unknown, "history temperature"));
        // The read-out has nothing without dates.
        Assert.AreEqual("resource-constraint", DeviceCommand.Condition(DeviceCommand.Ask(unknown, Viewer, "get", $"<req xmlns='{Xep}' seqnr='1' historical='true'/>")));
    }

    [TestMethod]
    public void ASensorThatFailedIsAGap()
    {
        TestAgent agent = TestAgent.Online();
        agent.Run(600_000);
        agent.Board.Temperature.IsBroken = true;
        agent.Run(600_000);
        agent.Board.Temperature.IsBroken = false;
        agent.Run(600_000);
        Assert.AreEqual("23:10 21.4|23:15 21.4|23:20 |23:25 21.4|23:30 21.4", string.Join('|', Lines(Ask(agent, Sensor)).Select(line => line[11..16] + line[20..])));
        Assert.Contains("\n23:20  -\n", Chat(agent, "history temperature"));
    }

    [TestMethod]
    public void OfAButtonItIsSaidForHowLong()
    {
        TestAgent agent = TestAgent.Online();
        agent.Run(600_000);
        agent.Board.Button.Value = 1;
        agent.Run(180_000);
        agent.Board.Button.Value = 0;
        agent.Run(600_000);
        Element answer = Ask(agent, "<field var='sensor'><value>button</value></field>");
        Assert.AreEqual("button on for 3 min; in steps of 5 min", answer.TextOf("note"));
        Assert.AreEqual("off on on off", string.Join(' ', Lines(answer).Select(line => line.Split(' ')[1])));
    }

    /// <summary>However little room there is: as coarse as need be, and at last no table at all.</summary>
    [TestMethod]
    public void TheAnswerIsNeverLargerThanThereIsRoomFor()
    {
        for (int bytes = 700; bytes <= 2200; bytes += 150)
        {
            TestAgent agent = Day(bytes, hours: 8);
            Element answer = Ask(agent, Sensor);
            Assert.AreEqual("result", answer.Attribute("type"), bytes.ToString(CultureInfo.InvariantCulture));
            Assert.StartsWith("temperature 20.0 to", answer.TextOf("note")!);
            int lines = Lines(answer).Length;
            Assert.IsTrue(lines > 0 == answer.TextOf("note")!.Contains("in steps of"));
            if (bytes >= 1600)
                Assert.IsGreaterThan(3, lines);
            foreach (string sent in agent.Transport.AllSent())
                Assert.IsLessThanOrEqualTo(bytes, Encoding.UTF8.GetByteCount(sent));
        }
    }

    [TestMethod]
    public void AStrangerIsToldNothing() =>
        Assert.AreEqual("service-unavailable", DeviceCommand.Condition(DeviceCommand.Execute(Day(hours: 1), "stranger@example.com/x", "history")));

    [TestMethod]
    public void ADeviceMayKeepNothing()
    {
        TestAgent agent = TestAgent.Online(options => options.HistorySlotSeconds = 0);
        Assert.AreEqual("item-not-found", DeviceCommand.Condition(DeviceCommand.Execute(agent, Viewer, "history")));
        Assert.StartsWith("I do not", Chat(agent, "history"));
        Assert.DoesNotContain("history", Chat(agent, "help"));
    }

    // ---- by chat

    [TestMethod]
    public void ADayByChat()
    {
        TestAgent agent = Day();
        string text = Chat(agent, "history temperature");
        string[] lines = text.Split('\n');
        Assert.AreEqual("temperature 20.0 to 22.3 °C, mean 21.1 °C; in steps of 2 h", lines[0]);
        Assert.AreEqual("``` UTC    temperature", lines[1] + " " + lines[2]);
        Assert.AreEqual("23:10  20.0", lines[3]);
        Assert.AreEqual("00:00  20.1", lines[4]);
        Assert.AreEqual("02:00  20.3", lines[5]);
        Assert.HasCount(17, lines);
        Assert.AreEqual("```", lines[^1]);
        string[] all = Chat(agent, "History!").Split('\n');
        Assert.AreEqual("in steps of 2 h", all[0]);
        Assert.AreEqual("UTC    temperature button", all[2]);
        Assert.AreEqual("02:00  20.3        off", all[5]);
    }

    [TestMethod]
    [DataRow("history temperature for 1 h", 11, "5 min")]
    [DataRow("history of temperature", 0, "")]
    [DataRow("history button for 2 hours", 23, "5 min")]
    [DataRow("history for 30 min", 5, "5 min")]
    [DataRow("history for 10 s", -1, "nothing is kept of that")]
    [DataRow("history for 2 days", -1, "for 1 s to 24 h")]
    [DataRow("history pump", -1, "of pump there is no history")]
    [DataRow("history pressure", -1, "I do not understand what comes with history")]
    [DataRow("history temperature for", -1, "I do not understand what comes with history")]
    [DataRow("histroy", -1, "I do not know histroy; do you mean history?")]
    public void ForSomeTime(string text, int lines, string expected)
    {
        string answer = Chat(Day(), text);
        if (lines < 0)
            Assert.StartsWith(expected, answer);
        else if (lines > 0)
            Assert.AreEqual(lines + " " + expected, (answer.Split('\n').Length - 4) + " " + answer.Split('\n')[0].Split("in steps of ")[1]);
        else
            Assert.StartsWith("I do not", answer);
    }

    [TestMethod]
    public void RightAfterTheStartThereIsNothingYet() =>
        Assert.AreEqual("nothing is kept yet; ask again in 5 min", Chat(TestAgent.Online(), "history"));

    // ---- read out by programs

    [TestMethod]
    [DataRow("historical='true'", 1, false)]
    [DataRow("historical='1'", 1, false)]
    [DataRow("historicalOther='true'", 1, false)]
    [DataRow("historicalSecond='true'", 1, false)]
    [DataRow("historicalMinute='true'", 1, false)]
    [DataRow("historicalHour='true'", 3600, false)]
    [DataRow("historicalHour='true' historicalDay='true'", 3600, false)]
    [DataRow("historicalDay='true'", 86400, false)]
    [DataRow("all='true'", 1, true)]
    [DataRow("momentary='true' historicalDay='true'", 86400, true)]
    [DataRow("momentary='true' historical='true'", 1, true)]
    public void ThePastIsReadOutInPartsTheNewestFirst(string flags, int every, bool isMomentary)
    {
        TestAgent agent = Day(hours: 6);
        long now = agent.Clock.UnixSeconds;
        Element[] parts = ReadOut(agent, $"<req xmlns='{Xep}' seqnr='7' {flags}/>");
        Assert.IsTrue(parts.SkipLast(1).All(part => part.Find("fields")!.Attribute("done") == null));
        Assert.AreEqual("true", parts[^1].Find("fields")!.Attribute("done"));
        Assert.IsTrue(parts.All(part => part.Find("fields")!.Attribute("seqnr") == "7" && part.Attribute("to") == Viewer));
        Value[] values = [.. parts.SelectMany(Values)];
        Assert.AreEqual(isMomentary ? 4 : 0, values.Count(value => value.Flags.Contains("momentary")));
        Value[] past = [.. values.Where(value => !value.Flags.Contains("momentary"))];
        long[] times = [.. past.Select(value => value.Unix).Distinct()];
        CollectionAssert.AreEqual(times.OrderDescending().ToArray(), times);
        Assert.IsTrue(times.All(time => time % every == 0));
        int expected = (int)Enumerable.Range(0, 72).Count(i => (FirstSlot(agent) + (300 * i)) % every == 0 && FirstSlot(agent) + (300 * i) + 300 <= now);
        Assert.HasCount(expected, times);
        Assert.HasCount(2 * expected, past);
        foreach (Value value in past)
        {
            string flagsOfTime = "historicalMinute" + (value.Unix % 3600 == 0 ? " historicalHour" : "") + (value.Unix % 86400 == 0 ? " historicalDay" : "")
                + " automaticReadout";
            Assert.AreEqual(flagsOfTime, value.Flags);
            Assert.AreEqual(value.Name == "button" ? "boolean false " : "numeric °C", value.Type + " " + (value.Name == "button" ? value.Text + " " : value.Unit));
        }
    }

    [TestMethod]
    [DataRow("from='2026-11-23T01:00:00Z' to='2026-11-23T02:00:00Z'", "01:00", "02:00", 13)]
    [DataRow("from='2026-11-23T01:00:01Z' to='2026-11-23T01:59:59Z'", "01:05", "01:55", 11)]
    [DataRow("to='2026-11-23T00:00:00Z'", "23:10", "00:00", 11)]
    [DataRow("from='2026-11-23T05:00:00Z'", "05:00", "05:00", 1)]
    [DataRow("from='2026-11-23T01:00:00Z' to='2026-11-23T01:00:00Z'", "01:00", "01:00", 1)]
    public void BetweenTwoMomentsForPrograms(string attributes, string first, string last, int count)
    {
        Element[] parts = ReadOut(Day(hours: 6), $"<req xmlns='{Xep}' seqnr='1' historical='true' {attributes}><field name='temperature'/></req>");
        Value[] values = [.. parts.SelectMany(Values)];
        Assert.IsTrue(values.All(value => value.Name == "temperature"));
        Assert.AreEqual($"{first} {last} {count}", Clock(values[^1].Unix) + " " + Clock(values[0].Unix) + " " + values.Length);
    }

    [TestMethod]
    [DataRow("historical='true' to='2020-01-01T00:00:00Z'", "")]
    [DataRow("historical='true'", "<field name='pump'/>")]
    [DataRow("historicalYear='true'", "<field name='x'/>")]
    public void WhereThereIsNothingItIsDone(string attributes, string fields)
    {
        Element[] parts = ReadOut(Day(hours: 6), $"<req xmlns='{Xep}' seqnr='1' {attributes}>{fields.Replace("'x'", "'pump'")}</req>");
        Assert.AreEqual("true", parts[^1].Find("fields")!.Attribute("done"));
        Assert.IsEmpty(parts.SelectMany(Values).Where(value => !value.Flags.Contains("momentary")).ToArray());
    }

    /// <summary>The parts together are what one without a limit would be, however small the parts.</summary>
    [TestMethod]
    public void NothingIsLostBetweenTheParts()
    {
        string whole = All(ReadOut(Day(2_500, hours: 3), Request("historical='true'")));
        for (int bytes = 380; bytes < 1200; bytes += 37)
        {
            TestAgent agent = Day(bytes, hours: 3);
            Element[] parts = ReadOut(agent, Request("historical='true'"));
            Assert.AreEqual(whole, All(parts), bytes.ToString(CultureInfo.InvariantCulture));
            foreach (string sent in agent.Transport.AllSent())
                Assert.IsLessThanOrEqualTo(bytes, Encoding.UTF8.GetByteCount(sent));
        }

        static string Request(string flags) => $"<req xmlns='{Xep}' seqnr='1' {flags}/>";
    }

    [TestMethod]
    public void WhatFitsIntoNoMessageIsLeftOutAndItEnds()
    {
        Element[] parts = ReadOut(Day(300, hours: 1), $"<req xmlns='{Xep}' seqnr='1' historical='true'/>");
        Assert.AreEqual("true", parts[^1].Find("fields")!.Attribute("done"));
    }

    [TestMethod]
    public void TheSuccessorsWordsForThePast()
    {
        Element[] parts = ReadOut(Day(hours: 6), $"<req xmlns='{Successor}' id='7' h='true'/>", "resp");
        Assert.IsTrue(parts.SkipLast(1).All(part => part.Find("resp")!.Attribute("more") == "true"));
        Assert.IsNull(parts[^1].Find("resp")!.Attribute("more"));
        Element value = parts[0].Find("ts")!.Children.First();
        Assert.AreEqual("true", value.Attribute("h"));
        Assert.IsNull(value.Attribute("m"));
    }

    [TestMethod]
    public void ALongReadOutLeavesRoomForOthersAndIsTakenBack()
    {
        TestAgent agent = Day(hours: 6);
        long began = agent.Clock.Milliseconds;
        agent.Hears($"<iq type='get' id='q' from='{Viewer}'><req xmlns='{Xep}' seqnr='1' historical='true'/></iq>");
        agent.Hears($"<iq type='get' id='r' from='owner@example.com/y'><req xmlns='{Xep}' seqnr='1' historical='true'/></iq>");
        Assert.AreEqual("resource-constraint", DeviceCommand.Condition(DeviceCommand.Ask(agent, "operator@example.com/z", "get", $"<req xmlns='{Xep}' seqnr='1' historical='true'/>")));
        // What is read now is told all the same.
        Assert.IsNull(DeviceCommand.Condition(DeviceCommand.Ask(agent, "operator@example.com/z", "get", $"<req xmlns='{Xep}' seqnr='2' momentary='true'/>")));
        agent.Transport.ForgetSent();
        agent.Run(1_600);
        Assert.IsInRange(3, 4, Messages(agent).Count(message => message.Attribute("to") == Viewer));
        Assert.IsNull(DeviceCommand.Condition(DeviceCommand.Ask(agent, Viewer, "get", "<ping xmlns='urn:xmpp:ping'/>")));
        const string Cancel = $"<cancel xmlns='{Xep}' seqnr='1'/>";
        Assert.AreEqual("1", DeviceCommand.Ask(agent, Viewer, "get", Cancel).Find("cancelled")!.Attribute("seqnr"));
        Assert.AreEqual("item-not-found", DeviceCommand.Condition(DeviceCommand.Ask(agent, Viewer, "get", Cancel)));
        agent.Transport.ForgetSent();
        agent.Run(60_000);
        Assert.AreEqual(0, Messages(agent).Count(message => message.Attribute("to") == Viewer));
        Assert.AreEqual("true", Messages(agent).Last(message => message.Attribute("to") == "owner@example.com/y").Find("fields")!.Attribute("done"));
        Assert.IsGreaterThan(began, agent.Clock.Milliseconds);
    }

    [TestMethod]
    public void OneForLaterTellsThePastOfThen()
    {
        TestAgent agent = Day(hours: 1);
        long then = agent.Clock.UnixSeconds + 900;
        string when = DateTimeOffset.FromUnixTimeSeconds(then).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        agent.Hears($"<iq type='get' id='q' from='{Viewer}'><req xmlns='{Xep}' seqnr='1' all='true' when='{when}'/></iq>");
        agent.Transport.ForgetSent();
        agent.Run(930_000);
        Element[] messages = Messages(agent);
        Assert.IsNotNull(messages[0].Find("started"));
        Value[] values = [.. messages.Skip(1).SelectMany(Values)];
        Assert.AreEqual("temperature momentary automaticReadout", values[0].Name + " " + values[0].Flags);
        Assert.AreEqual((then / 300 * 300) - 300, values.First(value => value.Flags.Contains("historical")).Unix);
        Assert.AreEqual("true", messages[^1].Find("fields")!.Attribute("done"));
    }

    [TestMethod]
    public void WhoHasLostHisRoleOrHisSessionIsToldNoMore()
    {
        TestAgent agent = Day(hours: 6);
        agent.Hears($"<iq type='get' id='q' from='{Viewer}'><req xmlns='{Xep}' seqnr='1' historical='true'/></iq>");
        DeviceCommand.Execute(agent, "owner@example.com/x", "access",
            "<x xmlns='jabber:x:data' type='submit'><field var='jid'><value>viewer@example.com</value></field><field var='role'><value>none</value></field></x>");
        agent.Transport.ForgetSent();
        agent.Run(30_000);
        Assert.IsEmpty(Messages(agent));
        agent.Hears($"<iq type='get' id='q' from='owner@example.com/x'><req xmlns='{Xep}' seqnr='1' historical='true'/></iq>");
        agent.Run(1_100);
        agent.Transport.Cut();
        agent.Agent.Turn();
        agent.Run(1_000);
        agent.LogIn();
        agent.Transport.ForgetSent();
        agent.Run(30_000);
        Assert.IsEmpty(Messages(agent));
    }

    [TestMethod]
    public void WhenTheStreamIsResumedItGoesOn()
    {
        TestAgent agent = TestAgent.Online(features: "<sm xmlns='urn:xmpp:sm:3'/>");
        agent.Run(12 * 3_600_000);
        agent.Hears($"<iq type='get' id='q' from='{Viewer}'><req xmlns='{Xep}' seqnr='1' historical='true'/></iq>");
        agent.Run(1_100);
        agent.Transport.Cut();
        agent.Agent.Turn();
        agent.Run(1_500);
        agent.LogIn();
        agent.Transport.ForgetSent();
        agent.Run(30_000);
        Element[] messages = Messages(agent);
        Assert.IsGreaterThan(2, messages.Length);
        Assert.AreEqual("true", messages[^1].Find("fields")!.Attribute("done"));
    }

    [TestMethod]
    public void TellingThePastAllocatesNothing()
    {
        TestAgent agent = Day(hours: 6);
        Assert.AreEqual(0, Allocation.Least(
            () =>
            {
                agent.Run(60_000);
                agent.Hears($"<iq type='get' id='q' from='{Viewer}'><req xmlns='{Xep}' seqnr='1' historical='true'/></iq>");
                agent.Agent.Turn();
                agent.Run(20);
            },
            () =>
            {
                for (int turn = 0; turn < 4; turn++)
                    agent.Agent.Turn();
            }));
    }

    /// <summary>A day, or some hours of it, which get warmer by a tenth of a degree an hour.</summary>
    static TestAgent Day(int bytes = 2048, int hours = 24)
    {
        TestAgent agent = TestAgent.Online(options => options.Session.OutputBytes = bytes);
        for (int hour = 0; hour < hours; hour++)
        {
            agent.Board.Temperature.Value = 200 + hour;
            agent.Run(3_600_000);
            agent.Transport.ForgetSent();
        }

        return agent;
    }

    static TestAgent WithoutTime()
    {
        TestAgent never = new();
        never.Clock.SetCalendar(-1_000_000_000);
        never.Board.Temperature.Value = 214;
        never.LogIn();
        never.Run(1_200_000);
        never.Transport.ForgetSent();
        return never;
    }

    static string Field(string name, string value) => $"<field var='{name}'><value>{value}</value></field>";

    static Element Ask(TestAgent agent, string fields) =>
        DeviceCommand.Execute(agent, Viewer, "history", $"<x xmlns='jabber:x:data' type='submit'>{fields}</x>");

    static string[] Lines(Element answer) => [.. (answer.Find("x")?.Children ?? []).Where(child => child.Name == "item")
        .Select(item => string.Join(' ', item.Children.Select(field => field.TextOf("value"))))];

    static string Chat(TestAgent agent, string text) => ChatTests.Body(ChatTests.Say(agent, Viewer, text))!;

    static Element[] ReadOut(TestAgent agent, string request, string name = "fields")
    {
        agent.Transport.ForgetSent();
        agent.Hears($"<iq type='get' id='q' from='{Viewer}'>{request}</iq>");
        List<string> sent = [.. agent.Transport.AllSent()];
        agent.Transport.ForgetSent();
        agent.Run(120_000);
        sent.AddRange(agent.Transport.AllSent());
        return [.. sent.Where(text => text.StartsWith("<message", StringComparison.Ordinal)).Select(Element.Parse).Where(message => message.Find(name) != null)];
    }

    static Element[] Messages(TestAgent agent) =>
        [.. agent.Transport.AllSent().Where(text => text.StartsWith("<message", StringComparison.Ordinal)).Select(Element.Parse)];

    static IEnumerable<Value> Values(Element message) =>
        from timestamp in message.Find("node")?.Children ?? []
        from value in timestamp.Children
        select new Value(
            DateTimeOffset.Parse(timestamp.Attribute("value")!, CultureInfo.InvariantCulture).ToUnixTimeSeconds(),
            value.Name, value.Attribute("name")!, value.Attribute("value")!, value.Attribute("unit"),
            string.Join(' ', new[] { "momentary", "historicalMinute", "historicalHour", "historicalDay", "automaticReadout" }.Where(flag => value.Attribute(flag) == "true")));

    static string All(Element[] parts) => string.Join('|', parts.SelectMany(Values).Select(value => value.Unix + value.Name + value.Text));

    // It began at 23:09:45: the slot until 23:15 was the first.
    static long FirstSlot(TestAgent agent) => (agent.Clock.UnixSeconds - (agent.Clock.Milliseconds / 1000) + 150) / 300 * 300;

    static string Clock(long unix) => DateTimeOffset.FromUnixTimeSeconds(unix).ToString("HH:mm", CultureInfo.InvariantCulture);

    sealed record Value(long Unix, string Type, string Name, string Text, string? Unit, string Flags);
}
