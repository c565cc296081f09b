using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>Programs read the device out (XEP-0323), in both vocabularies.</summary>
[TestClass]
public sealed class ReadOutTests
{
    const string Xep = "urn:xmpp:iot:sensordata";

    const string Successor = "urn:nf:iot:sd:1.0";

    [TestMethod]
    [DataRow("seqnr='7' momentary='true'")]
    [DataRow("seqnr='7' momentary='1'")]
    [DataRow("seqnr='7' all='true'")]
    [DataRow("seqnr='7' all='true' historical='true'")]
    [DataRow("seqnr='7'")]
    public void WhatIsReadNowIsAcceptedAndThenTold(string attributes)
    {
        TestAgent agent = TestAgent.Online();
        Element[] sent = Read(agent, $"<req xmlns='{Xep}' {attributes}/>");
        Assert.HasCount(2, sent);
        Assert.AreEqual("result", sent[0].Attribute("type"));
        Element accepted = sent[0].Find("accepted")!;
        Assert.AreEqual("7 ", accepted.Attribute("seqnr") + " " + accepted.Attribute("queued"));
        Assert.AreEqual("viewer@example.com/x", sent[1].Attribute("to"));
        Assert.IsNull(sent[1].Attribute("type"));
        Element fields = sent[1].Find("fields")!;
        Assert.AreEqual("7 true " + Xep, fields.Attribute("seqnr") + " " + fields.Attribute("done") + " " + fields.Namespace);
        Assert.AreEqual("device", fields.Find("node")!.Attribute("nodeId"));
        Assert.StartsWith("2026-11-22T23:", fields.Find("timestamp")!.Attribute("value")!);
        Assert.AreEqual("numeric temperature 21.4 °C|boolean button false |boolean pump false  writable|numeric fan 0 % writable", Texts(fields));
    }

    [TestMethod]
    public void WhatIsReadIsMeasuredThen()
    {
        TestAgent agent = TestAgent.Online();
        agent.Board.Temperature.Value = 99;
        Assert.StartsWith("numeric temperature 9.9 °C", Texts(Read(agent, $"<req xmlns='{Xep}' seqnr='1'/>")[1]));
        // What was not told yet must still be told.
        agent.Run(60_000);
        Assert.StartsWith("9.9 °C", agent.LastPresence().TextOf("status")!);
    }

    [TestMethod]
    [DataRow("<field name='temperature'/>", "numeric temperature 21.4 °C")]
    [DataRow("<field name='fan'/><field name='button'/>", "boolean button false |numeric fan 0 % writable")]
    [DataRow("<node nodeId='device'/><field name='pump'/>", "boolean pump false  writable")]
    public void OnlyTheFieldsThatAreNamedAreTold(string children, string expected) =>
        Assert.AreEqual(expected, Texts(Read(TestAgent.Online(), $"<req xmlns='{Xep}' seqnr='1' momentary='true'>{children}</req>")[1]));

    [TestMethod]
    [DataRow("historical='true'", 0)]
    [DataRow("peak='true'", 0)]
    [DataRow("from='2026-11-22T00:00:00Z'", 4)]
    [DataRow("from='2026-11-24T00:00:00Z'", 0)]
    [DataRow("to='2026-11-22T00:00:00Z'", 0)]
    [DataRow("from='2026-11-22T00:00:00Z' to='2026-11-23T03:00:00.5+01:00'", 4)]
    public void WhatThereIsNotIsDoneWithNothing(string attributes, int count)
    {
        Element fields = Read(TestAgent.Online(), $"<req xmlns='{Xep}' seqnr='1' {attributes}/>")[1].Find("fields")!;
        Assert.AreEqual("true", fields.Attribute("done"));
        Assert.AreEqual(count, Values(fields).Length);
    }

    [TestMethod]
    public void ASensorThatDoesNotAnswerIsAFailureBesideWhatDid()
    {
        TestAgent agent = TestAgent.Online();
        agent.Board.Temperature.IsBroken = true;
        Element[] sent = Read(agent, $"<req xmlns='{Xep}' seqnr='3' all='true'/>");
        Assert.HasCount(3, sent);
        Assert.IsNull(sent[1].Find("fields")!.Attribute("done"));
        Assert.HasCount(3, Values(sent[1].Find("fields")!));
        Element failure = sent[2].Find("failure")!;
        Assert.AreEqual("3 true", failure.Attribute("seqnr") + " " + failure.Attribute("done"));
        Assert.AreEqual("no reading: temperature", failure.Find("error")!.Text);
        Assert.AreEqual("device", failure.Find("error")!.Attribute("nodeId"));
    }

    [TestMethod]
    public void WhatDoesNotFitComesInSeveralMessages()
    {
        TestAgent agent = TestAgent.Online(options => options.Session.OutputBytes = 500);
        Element[] sent = Read(agent, $"<req xmlns='{Xep}' seqnr='1' all='true'/>");
        Assert.IsGreaterThan(2, sent.Length);
        Assert.AreEqual(4, sent.Skip(1).Sum(message => Values(message.Find("fields")!).Length));
        for (int i = 1; i < sent.Length; i++)
            Assert.AreEqual(i == sent.Length - 1 ? "true" : null, sent[i].Find("fields")!.Attribute("done"));
    }

    [TestMethod]
    [DataRow("viewer@example.com/x", "seqnr='1' momentary='true'", "<node nodeId='other'/>", "item-not-found")]
    [DataRow("viewer@example.com/x", "seqnr='1' momentary='true'", "<node/>", "item-not-found")]
    [DataRow("viewer@example.com/x", "seqnr='1' momentary='true'", "<field name='pressure'/>", "item-not-found")]
    [DataRow("viewer@example.com/x", "seqnr='1' momentary='true'", "<field name='pump'/><field/>", "item-not-found")]
    [DataRow("viewer@example.com/x", "momentary='true'", "", "bad-request")]
    [DataRow("viewer@example.com/x", "seqnr='' momentary='true'", "", "bad-request")]
    [DataRow("viewer@example.com/x", "seqnr='12345678901234567890123456789012345678901234567890123456789012345'", "", "bad-request")]
    [DataRow("viewer@example.com/x", "seqnr='1' from='yesterday'", "", "bad-request")]
    [DataRow("viewer@example.com/x", "seqnr='1' to='2026-13-01T00:00:00Z'", "", "bad-request")]
    [DataRow("viewer@example.com/x", "seqnr='1' from='2026-11-22T00:00:00'", "", "bad-request")]
    [DataRow("viewer@example.com/x", "seqnr='1' when='soon'", "", "bad-request")]
    [DataRow("viewer@example.com/x", "seqnr='1' when='2026-11-22T00:00:00Z'", "", "bad-request")]
    [DataRow("viewer@example.com/x", "seqnr='1' when='2027-11-22T00:00:00Z'", "", "bad-request")]
    [DataRow("stranger@example.com/x", "seqnr='1' momentary='true'", "", "service-unavailable")]
    public void ABadRequestIsRefusedAndNothingIsRead(string from, string attributes, string children, string condition)
    {
        Element[] sent = Read(TestAgent.Online(), $"<req xmlns='{Xep}' {attributes}>{children}</req>", from);
        Assert.HasCount(1, sent);
        Assert.AreEqual(condition, DeviceCommand.Condition(sent[0]));
    }

    [TestMethod]
    public void ARefusalSaysWhyInTheOldWayToo()
    {
        Element answer = Read(TestAgent.Online(), $"<req xmlns='{Xep}' seqnr='9'><field name='pressure'/></req>")[0];
        Assert.AreEqual("9", answer.Find("rejected")!.Attribute("seqnr"));
        Assert.AreEqual("there is no field pressure", answer.Find("rejected")!.Find("error")!.Text);
        Assert.AreEqual("there is no field pressure", answer.TextOf("text"));
    }

    [TestMethod]
    public void ItIsAQuestionAndNoChange()
    {
        TestAgent agent = TestAgent.Online();
        Assert.AreEqual("not-allowed", DeviceCommand.Condition(DeviceCommand.Ask(agent, "viewer@example.com/x", "set", $"<req xmlns='{Xep}' seqnr='1'/>")));
        Assert.AreEqual("resource-constraint", DeviceCommand.Condition(WithoutTime()));

        static Element WithoutTime()
        {
            TestAgent agent = TestAgent.Online();
            agent.Clock.SetCalendar(-1_000_000_000);
            return Read(agent, $"<req xmlns='{Xep}' seqnr='1'/>")[0];
        }
    }

    [TestMethod]
    public void OneForLaterIsQueuedAndTakenBackByWhoAskedForIt()
    {
        TestAgent agent = TestAgent.Online();
        string when = DateTimeOffset.FromUnixTimeSeconds(agent.Clock.UnixSeconds + 60).ToString("yyyy-MM-ddTHH:mm:ssZ");
        Element[] sent = Read(agent, $"<req xmlns='{Xep}' seqnr='4' when='{when}'><field name='pump'/></req>");
        Assert.HasCount(1, sent);
        Assert.AreEqual("true", sent[0].Find("accepted")!.Attribute("queued"));
        Read(agent, $"<req xmlns='{Xep}' seqnr='5' when='{when}'/>");
        Assert.AreEqual("resource-constraint", DeviceCommand.Condition(Read(agent, $"<req xmlns='{Xep}' seqnr='6' when='{when}'/>")[0]));

        const string Cancel = $"<cancel xmlns='{Xep}' seqnr='5'/>";
        Assert.AreEqual("item-not-found", DeviceCommand.Condition(DeviceCommand.Ask(agent, "owner@example.com/y", "get", Cancel)));
        Assert.AreEqual("item-not-found", DeviceCommand.Condition(DeviceCommand.Ask(agent, "viewer@example.com/x", "get", Cancel.Replace('5', '9'))));
        Assert.AreEqual("bad-request", DeviceCommand.Condition(DeviceCommand.Ask(agent, "viewer@example.com/x", "get", $"<cancel xmlns='{Xep}'/>")));
        Assert.AreEqual("5", DeviceCommand.Ask(agent, "viewer@example.com/x", "get", Cancel).Find("cancelled")!.Attribute("seqnr"));
        Assert.AreEqual("item-not-found", DeviceCommand.Condition(DeviceCommand.Ask(agent, "viewer@example.com/x", "get", Cancel)));

        agent.Transport.ForgetSent();
        agent.Run(50_000);
        Assert.IsEmpty(Messages(agent));
        agent.Run(15_000);
        Element[] messages = Messages(agent);
        Assert.HasCount(2, messages);
        Assert.AreEqual("4", messages[0].Find("started")!.Attribute("seqnr"));
        Assert.AreEqual("boolean pump false  writable", Texts(messages[1].Find("fields")!));
        Assert.AreEqual("4", messages[1].Find("fields")!.Attribute("seqnr"));
    }

    [TestMethod]
    public void TheSuccessorIsTheSameInOtherWords()
    {
        TestAgent agent = TestAgent.Online();
        Element[] sent = Read(agent, $"<req xmlns='{Successor}' id='00a' m='true'><nd id='device'/><f n='fan'/><f n='pump'/></req>");
        Assert.AreEqual("00a", sent[0].Find("accepted")!.Attribute("id"));
        Element response = sent[1].Find("resp")!;
        Assert.AreEqual("00a " + Successor, response.Attribute("id") + " " + response.Namespace);
        Assert.IsNull(response.Attribute("more"));
        Assert.AreEqual("device", response.Find("nd")!.Attribute("id"));
        Assert.StartsWith("2026-11-22T23:", response.Find("ts")!.Attribute("v")!);
        Assert.AreEqual("false", response.Find("b")!.Attribute("v"));
        Assert.AreEqual("0 % true true", string.Join(' ', "vu".Select(name => response.Find("q")!.Attribute(name.ToString())))
            + " " + response.Find("q")!.Attribute("m") + " " + response.Find("q")!.Attribute("ctr"));
        Assert.AreEqual("item-not-found", DeviceCommand.Condition(Read(agent, $"<req xmlns='{Successor}' id='1'><f n='x'/></req>")[0]));
    }

    static Element[] Read(TestAgent agent, string payload, string from = "viewer@example.com/x") =>
        [.. agent.Hears($"<iq type='get' id='q' from='{from}' to='device@example.com/agent'>{payload}</iq>")
            .Where(stanza => stanza.Name == "message" || stanza.Attribute("id") == "q")];

    static Element[] Values(Element fields) => [.. fields.Find("timestamp")?.Children ?? []];

    static string Texts(Element fields) => string.Join('|', Values(fields).Select(value =>
        value.Name + " " + value.Attribute("name") + " " + value.Attribute("value") + " " + value.Attribute("unit")
            + (value.Attribute("writable") == "true" ? " writable" : "")));

    static Element[] Messages(TestAgent agent) =>
        [.. agent.Transport.AllSent().Where(text => text.StartsWith("<message", StringComparison.Ordinal)).Select(Element.Parse)];
}
