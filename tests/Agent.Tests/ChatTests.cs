using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>The chat plane: what can be said, by whom, and what is answered.</summary>
[TestClass]
public sealed class ChatTests
{
    const string Operator = "operator@example.com/phone";
    const string Viewer = "viewer@example.com/phone";

    [TestMethod]
    [DataRow("pump on", 1, 0, "pump is on")]
    [DataRow("PUMP ON", 1, 0, "pump is on")]
    [DataRow("  Pump,   on!  ", 1, 0, "pump is on")]
    [DataRow("pump: on.\n", 1, 0, "pump is on")]
    [DataRow("pump=1", 1, 0, "pump is on")]
    [DataRow("pump\u00A0on", 1, 0, "pump is on")]
    [DataRow("\u201Cpump\u201D \u2014 on\u2026", 1, 0, "pump is on")]
    [DataRow("please turn the pump on", 1, 0, "pump is on")]
    [DataRow("switch on pump", 1, 0, "pump is on")]
    [DataRow("on pump", 1, 0, "pump is on")]
    [DataRow("pump off", 0, 0, "pump is off")]
    [DataRow("fan 40", 0, 40, "fan is 40 %")]
    [DataRow("fan 40%", 0, 40, "fan is 40 %")]
    [DataRow("set fan to 40 %", 0, 40, "fan is 40 %")]
    [DataRow("Fan on", 0, 100, "fan is 100 %")]
    [DataRow("fan 0", 0, 0, "fan is 0 %")]
    [DataRow("fan off", 0, 0, "fan is 0 %")]
    [DataRow("pump on for 10 min", 1, 0, "pump is on for 10 min")]
    [DataRow("pump on for 10min", 1, 0, "pump is on for 10 min")]
    [DataRow("Pump on for 90 Seconds.", 1, 0, "pump is on for 90 s")]
    [DataRow("fan 40 for 2 h", 0, 40, "fan is 40 % for 2 h")]
    [DataRow("fan 40 % for 1 day", 0, 0, "not done: on for 1 s to 24 h, such as fan on for 10 min")]
    public void Sets(string text, int pump, int fan, string answer)
    {
        TestAgent agent = TestAgent.Online();
        Assert.AreEqual(answer, Body(Say(agent, Operator, text)));
        Assert.AreEqual(pump, agent.Board.Pump.Value);
        Assert.AreEqual(fan, agent.Board.Fan.Value);
    }

    /// <summary>A sentence that is not understood to its last word changes nothing.</summary>
    [TestMethod]
    [DataRow("pump onn", "not done: pump: on or off, not onn")]
    [DataRow("pump 2", "not done: pump: on or off, not 2")]
    [DataRow("pump -1", "not done: pump: on or off, not -1")]
    [DataRow("fan 101", "not done: fan: 0 to 100, not 101")]
    [DataRow("fan -1", "not done: fan: 0 to 100, not -1")]
    [DataRow("fan 4.5", "not done: fan: 0 to 100, not 4.5")]
    [DataRow("fan 4,5", "not done: fan: 0 to 100, not 4,5")]
    [DataRow("fan 99999999999", "not done: fan: 0 to 100, not 99999999999")]
    [DataRow("pump on now", "I do not understand what comes with pump; say help")]
    [DataRow("pump on and fan 40", "I do not understand what comes with pump; say help")]
    [DataRow("pump on for", "I do not understand what comes with pump; say help")]
    [DataRow("pump on for ten", "I do not understand what comes with pump; say help")]
    [DataRow("pump on for 10", "I do not understand what comes with pump; say help")]
    [DataRow("pump on for 10 min please not", "I do not understand what comes with pump; say help")]
    [DataRow("pump on for 0 min", "not done: on for 1 s to 24 h, such as pump on for 10 min")]
    [DataRow("pump on for 25 h", "not done: on for 1 s to 24 h, such as pump on for 10 min")]
    [DataRow("pump on for 99999999999 h", "not done: on for 1 s to 24 h, such as pump on for 10 min")]
    [DataRow("pump on for 2000000 h", "not done: on for 1 s to 24 h, such as pump on for 10 min")]
    [DataRow("pump on for -5 min", "not done: on for 1 s to 24 h, such as pump on for 10 min")]
    [DataRow("pump on for 5 lightyears", "not done: on for 1 s to 24 h, such as pump on for 10 min")]
    [DataRow("pump off for 10 min", "not done: on for 1 s to 24 h, such as pump on for 10 min")]
    [DataRow("pump on\nfan 40", "I do not understand that; say help")]
    [DataRow("&gt; pump\non", "I do not understand that; say help")]
    [DataRow("```\npump on\n```", "I do not understand that; say help")]
    [DataRow("`pump on`", "I do not understand that; say help")]
    [DataRow("pump pump pump pump pump pump pump pump pump pump pump pump on", "I do not understand that; say help")]
    [DataRow("temperature 5", "I do not understand what comes with temperature; say help")]
    [DataRow("pmup on", "I do not know pmup; do you mean pump?")]
    [DataRow("pumpe on", "I do not know pumpe; do you mean pump?")]
    [DataRow("hlep", "I do not know hlep; do you mean help?")]
    [DataRow("stauts", "I do not know stauts; do you mean status?")]
    [DataRow("temprature", "I do not know temprature; do you mean temperature?")]
    [DataRow("read temprature", "I do not know temprature; do you mean temperature?")]
    [DataRow("read nothing", "I do not know nothing; say help")]
    [DataRow("heater on", "I do not know heater; say help")]
    [DataRow("claim 12345678", "I do not know claim; say help")]
    [DataRow("on", "I do not know on; say help")]
    [DataRow("\U0001F327", "I do not know \U0001F327; say help")]
    public void ChangesNothing(string text, string answer)
    {
        TestAgent agent = TestAgent.Online();
        Assert.AreEqual(answer, Body(Say(agent, Operator, text)));
        Assert.AreEqual(0, agent.Board.Pump.Sets + agent.Board.Fan.Sets);
    }

    [TestMethod]
    [DataRow("temperature", "temperature 21.4 °C")]
    [DataRow("read temperature", "temperature 21.4 °C")]
    [DataRow("get the Temperature?", "temperature 21.4 °C")]
    [DataRow("pump", "pump is off")]
    [DataRow("read pump", "pump is off")]
    [DataRow("read", "```\ntemperature  21.4 °C\nbutton       off\npump         off\nfan          0 %\n```")]
    [DataRow("Read all", "```\ntemperature  21.4 °C\nbutton       off\npump         off\nfan          0 %\n```")]
    [DataRow("alarms", "no alarms")]
    [DataRow("who", "you: viewer")]
    [DataRow("help", "help, status, alarms, who\nread [temperature | button]\nhistory [temperature] [for 3 h]")]
    [DataRow("?", "help, status, alarms, who\nread [temperature | button]\nhistory [temperature] [for 3 h]")]
    [DataRow("pump on", "not done: that takes an operator")]
    [DataRow("pump nonsense", "not done: that takes an operator")]
    public void AViewerReads(string text, string answer)
    {
        TestAgent agent = TestAgent.Online();
        Assert.AreEqual(answer, Body(Say(agent, Viewer, text)));
        Assert.AreEqual(0, agent.Board.Pump.Sets);
    }

    [TestMethod]
    public void OthersSeeMore()
    {
        TestAgent agent = TestAgent.Online();
        Assert.AreEqual("help, status, alarms, who\nread [temperature | button]\nhistory [temperature] [for 3 h]\npump on | off [for 10 min]\nfan 0..100 [for 10 min]",
            Body(Say(agent, Operator, "help")));
        Assert.AreEqual("you: owner\n```\nowner     owner@example.com\noperator  operator@example.com\nviewer    viewer@example.com\n```",
            Body(Say(agent, "owner@example.com/x", "who")));
        string status = Body(Say(agent, Viewer, "status"))!;
        Assert.StartsWith("Test board, up ", status);
        Assert.EndsWith(": 21.4 °C · pump off · fan 0 %", status);
    }

    [TestMethod]
    public void AlarmsAreTold()
    {
        TestAgent agent = TestAgent.Online(options => options.Sensors.For("temperature").Above = 30_000);
        agent.Board.Temperature.Value = 312;
        agent.Run(2_000);
        Assert.AreEqual("alarm: temperature 31.2 °C is above 30 °C", Body(Say(agent, Viewer, "Alarms?")));
    }

    [TestMethod]
    public void WhatIsSetForATimeIsSwitchedOffAndNotForLongerThanItMayBe()
    {
        TestAgent agent = TestAgent.Online(options => options.Actuators.For("fan").MaximumOnMs = 60_000);
        Assert.AreEqual("fan is 40 % for 60 s", Body(Say(agent, Operator, "fan 40 for 10 min")));
        Say(agent, Operator, "pump on for 30 s");
        agent.Run(29_000);
        Assert.AreEqual(1, agent.Board.Pump.Value);
        agent.Run(2_000);
        Assert.AreEqual(0, agent.Board.Pump.Value);
        Assert.AreEqual(40, agent.Board.Fan.Value);
        agent.Run(30_000);
        Assert.AreEqual(0, agent.Board.Fan.Value);
    }

    [TestMethod]
    public void HardwareThatDoesNotObeyIsNoAcknowledgement()
    {
        TestAgent agent = TestAgent.Online();
        agent.Board.Pump.IsStuck = true;
        agent.Board.Temperature.IsBroken = true;
        Assert.AreEqual("pump did not obey: it is off", Body(Say(agent, Operator, "pump on")));
        Assert.AreEqual("pump did not obey: it is off", Body(Say(agent, Operator, "pump on for 1 min")));
        Assert.AreEqual("temperature unavailable", Body(Say(agent, Operator, "temperature")));
    }

    [TestMethod]
    public void WhatWasSetIsPublishedAndLogged()
    {
        TestAgent agent = TestAgent.Online();
        Say(agent, Operator, "pump on");
        agent.Agent.Turn();
        Assert.Contains("pump on", agent.Transport.LastSent());
        Assert.IsTrue(agent.Log.Has(LogLevel.Info, Operator + " by chat: pump is on"));
    }

    /// <summary>Deny by default: no answer, no receipt, no chat state.</summary>
    [TestMethod]
    [DataRow("stranger@example.com/x", "chat")]
    [DataRow("stranger@example.com", "normal")]
    [DataRow("operator@example.net/x", "chat")]
    [DataRow("example.com", "chat")]
    [DataRow("device@example.com", "chat")]
    [DataRow("device@example.com/other", "chat")]
    [DataRow("operator@example.com/x", "groupchat")]
    [DataRow("operator@example.com/x", "headline")]
    [DataRow("operator@example.com/x", "error")]
    public void GetsNothing(string from, string type)
    {
        TestAgent agent = TestAgent.Online(options => options.Access.Add(Jid.Parse("device@example.com")!, Role.Operator));
        foreach (string text in new[] { "pump on", "help", "claim 12345678", "nonsense" })
            Assert.IsEmpty(Hear(agent, "<message type='" + type + "' id='m' from='" + from + "'><body>" + text + "</body>"
                + "<request xmlns='urn:xmpp:receipts'/><active xmlns='http://jabber.org/protocol/chatstates'/></message>"));
        Assert.IsEmpty(Hear(agent, "<message type='chat' id='m'><body>pump on</body></message>"));
        Assert.AreEqual(0, agent.Board.Pump.Sets);
    }

    /// <summary>From a room, or an invitation to one.</summary>
    [TestMethod]
    public void NothingFromARoom()
    {
        TestAgent agent = TestAgent.Online(options => options.Access.Add(Jid.Parse("conference.example.com")!, Role.Operator));
        Assert.IsEmpty(Say(agent, "room@conference.example.com/nick", "pump on", "<x xmlns='http://jabber.org/protocol/muc#user'/>"));
        Assert.IsEmpty(Hear(agent, "<message type='groupchat' from='room@conference.example.com/nick'><body>pump on</body></message>"));
        Assert.AreEqual(0, agent.Board.Pump.Sets);
    }

    [TestMethod]
    [DataRow("<delay xmlns='urn:xmpp:delay' stamp='2026-01-01T00:00:00Z'/>", "your message was delayed; send it again")]
    [DataRow("<delay xmlns='urn:xmpp:delay'/>", "your message was delayed; send it again")]
    [DataRow("<x xmlns='jabber:x:delay' stamp='20260101T00:00:00'/>", "your message was delayed; send it again")]
    [DataRow("<headers xmlns='http://jabber.org/protocol/shim'><header name='TTL'>0</header></headers>", "your message has expired; send it again")]
    [DataRow("<headers xmlns='http://jabber.org/protocol/shim'><header name='TTL'>soon</header></headers>", "your message has expired; send it again")]
    [DataRow("<headers xmlns='http://jabber.org/protocol/shim'><header name='TTL'/></headers>", "your message has expired; send it again")]
    [DataRow("<headers xmlns='http://jabber.org/protocol/shim'><header name='Created'>2020-01-01T00:00:00Z</header><header name='TTL'>60</header></headers>", "your message has expired; send it again")]
    [DataRow("<headers xmlns='http://jabber.org/protocol/shim'><header name='TTL'>60</header><header name='Created'>yesterday</header></headers>", "your message has expired; send it again")]
    [DataRow("<sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'/></sent>", "that is a copy of a message; write it here")]
    [DataRow("<received xmlns='urn:xmpp:carbons:2'/>", "that is a copy of a message; write it here")]
    [DataRow("<forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client'><body>pump on</body></message></forwarded>", "that is a copy of a message; write it here")]
    [DataRow("<encryption xmlns='urn:xmpp:eme:0' namespace='eu.siacs.conversations.axolotl'/>", "I cannot read encrypted messages; switch encryption off here")]
    public void WhatMustNotRunDoesNotAndIsToldWhy(string child, string why)
    {
        TestAgent agent = TestAgent.Online();
        foreach (string order in new[] { "<body>pump on</body>" + child, child + "<body>pump on</body>" })
            Assert.AreEqual("not done: " + why, Body(Hear(agent, "<message type='chat' from='" + Operator + "'>" + order + "</message>")));
        Assert.IsEmpty(Hear(agent, "<message type='chat' from='stranger@example.com/x'><body>pump on</body>" + child + "</message>"));
        Assert.AreEqual(0, agent.Board.Pump.Sets);
    }

    [TestMethod]
    [DataRow("<header name='TTL'>60</header>")]
    [DataRow("<header name='Created'>2020-01-01T00:00:00Z</header>")]
    [DataRow("<header name='Created'>2026-11-22T23:09:40.5Z</header><header name='TTL'>60</header>")]
    [DataRow("<header name='TTL'>60</header><header name='Created'>2026-11-23T01:09:40+02:00</header>")]
    [DataRow("<header name='Urgency'>high</header>")]
    public void WhatHasNotExpiredRuns(string headers)
    {
        TestAgent agent = TestAgent.Online();
        Assert.AreEqual("pump is on", Body(Say(agent, Operator, "pump on", "<headers xmlns='http://jabber.org/protocol/shim'>" + headers + "</headers>")));
    }

    /// <summary>Without a calendar nobody can tell how old something is.</summary>
    [TestMethod]
    public void WithoutACalendarCreatedIsNotBelieved()
    {
        TestAgent agent = TestAgent.Online();
        agent.Clock.SetCalendar(-1);
        Assert.AreEqual("not done: your message has expired; send it again", Body(Say(agent, Operator, "pump on",
            "<headers xmlns='http://jabber.org/protocol/shim'><header name='Created'>2026-11-22T23:09:40Z</header><header name='TTL'>60</header></headers>")));
    }

    [TestMethod]
    [DataRow("<message type='chat' from='operator@example.com/x'/>")]
    [DataRow("<message type='chat' from='operator@example.com/x'><subject>pump on</subject></message>")]
    [DataRow("<message type='chat' from='operator@example.com/x'><body xmlns='urn:example:x'>pump on</body></message>")]
    [DataRow("<message type='chat' from='operator@example.com/x'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>")]
    [DataRow("<message type='chat' id='a' from='operator@example.com/x'><received xmlns='urn:xmpp:receipts' id='b'/></message>")]
    [DataRow("<message type='chat' id='a' from='operator@example.com/x'><received xmlns='urn:xmpp:receipts' id='b'/><request xmlns='urn:xmpp:receipts'/></message>")]
    [DataRow("<message type='chat' from='operator@example.com/x'><request xmlns='urn:xmpp:receipts'/></message>")]
    public void WithoutABodyThereIsNoAnswer(string message)
    {
        TestAgent agent = TestAgent.Online();
        Assert.IsEmpty(Hear(agent, message));
        Assert.AreEqual(0, agent.Board.Pump.Sets);
    }

    [TestMethod]
    public void WhatIsNoTextIsNoCommand()
    {
        TestAgent agent = TestAgent.Online();
        Say(agent, Operator, "pump <b xmlns='urn:example:x'>on</b>");
        Say(agent, Operator, "pump on<b xmlns='urn:example:x'/>");
        Say(agent, Operator, "");
        Assert.AreEqual(0, agent.Board.Pump.Sets);
        Assert.AreEqual("not done: your message is too long", Body(Say(agent, Operator, "pump on " + new string(' ', 5000))));
        Assert.AreEqual("I do not understand that; say help", Body(Say(agent, Operator, "pump on " + new string(' ', 500))));
        Assert.AreEqual(0, agent.Board.Pump.Sets);
    }

    /// <summary>RFC 6121 §5.2.2 and §5.2.5: to the resource that asked, of the same type, in the same thread.</summary>
    [TestMethod]
    [DataRow("type='chat'", "chat")]
    [DataRow("type='normal'", null)]
    [DataRow("", null)]
    [DataRow("type='unheard-of'", null)]
    public void AnswersGoToWhoAsked(string type, string? expected)
    {
        TestAgent agent = TestAgent.Online();
        foreach (string from in new[] { "operator@example.com/phone & co", "operator@example.com" })
        {
            Element answer = Hear(agent, "<message " + type + " from='" + from.Replace("&", "&amp;") + "'><thread>t &lt; 1</thread><body>pump on</body></message>")[0];
            Assert.AreEqual(from, answer.Attribute("to"));
            Assert.AreEqual(expected, answer.Attribute("type"));
            Assert.AreEqual("t < 1", answer.TextOf("thread"));
            Assert.IsNull(answer.Find("active"));
        }
    }

    /// <summary>XEP-0184 §5.3: only when asked, only where there is an id to tell.</summary>
    [TestMethod]
    public void ReceiptsWhereTheyAreAskedFor()
    {
        TestAgent agent = TestAgent.Online();
        Element[] sent = Hear(agent, "<message type='chat' id='m &amp; 1' from='" + Operator + "'><body>pump on</body><request xmlns='urn:xmpp:receipts'/></message>");
        Assert.HasCount(2, sent);
        Assert.AreEqual("m & 1", sent[0].Find("received")!.Attribute("id"));
        Assert.AreEqual(Operator, sent[0].Attribute("to"));
        Assert.IsNull(sent[0].Find("body"));
        Assert.IsNull(sent[1].Find("received"));
        Assert.HasCount(1, Hear(agent, "<message type='chat' id='m2' from='" + Operator + "'><body>pump on</body></message>"));
        Assert.HasCount(1, Hear(agent, "<message type='chat' id='m3' from='" + Operator + "'><request xmlns='urn:xmpp:receipts'/></message>"));
    }

    /// <summary>XEP-0085 §5.1: only to a client that has shown that it knows them; composing while the hardware is asked.</summary>
    [TestMethod]
    [DataRow("active")]
    [DataRow("paused")]
    public void ChatStatesToWhoKnowsThem(string state)
    {
        TestAgent agent = TestAgent.Online();
        string states = "<" + state + " xmlns='http://jabber.org/protocol/chatstates'/>";
        foreach (string text in new[] { "pump on", "read", "temperature" })
        {
            Element[] sent = Say(agent, Operator, text, states);
            Assert.HasCount(2, sent);
            Assert.IsNotNull(sent[0].Find("composing"));
            Assert.IsNull(sent[0].Find("body"));
            Assert.IsNotNull(sent[1].Find("body"));
            Assert.IsNotNull(sent[1].Find("active"));
            Assert.HasCount(1, Say(agent, Operator, text));
        }

        Element[] quick = Say(agent, Operator, "help", states);
        Assert.HasCount(1, quick);
        Assert.IsNotNull(quick[0].Find("active"));
    }

    [TestMethod]
    public void DiscoveryTellsOfThem()
    {
        Element answer = DeviceCommand.Ask(TestAgent.Online(), Operator, "get", "<query xmlns='http://jabber.org/protocol/disco#info'/>");
        string[] features = [.. answer.Find("query")!.Children.Where(child => child.Name == "feature").Select(feature => feature.Attribute("var")!)];
        CollectionAssert.Contains(features, "urn:xmpp:receipts");
        CollectionAssert.Contains(features, "http://jabber.org/protocol/chatstates");
        CollectionAssert.AreEqual(features.Order(StringComparer.Ordinal).ToArray(), features);
    }

    /// <summary>Two devices that do not understand each other come to an end, and a person is heard again.</summary>
    [TestMethod]
    public void NonsenseIsNotAnsweredForEver()
    {
        TestAgent agent = TestAgent.Online();
        int answers = Enumerable.Range(0, 20).Sum(_ => Say(agent, Viewer, "I do not know you; say help").Length);
        Assert.AreEqual(5, answers);
        Assert.HasCount(1, Say(agent, Viewer, "help"));
        Assert.HasCount(1, Say(agent, Viewer, "hepl"));
        agent.Run(61_000);
        Assert.HasCount(1, Say(agent, Viewer, "hepl"));
    }

    /// <summary>Whatever a device answers, it is no command to another one.</summary>
    [TestMethod]
    public void WhatADeviceSaysSetsNothingElsewhere()
    {
        TestAgent agent = TestAgent.Online();
        TestAgent other = TestAgent.Online();
        foreach (string text in new[] { "pump on", "pump", "read", "help", "status", "who", "fan 40 for 1 h", "nonsense", "pump onn" })
        {
            string answer = Body(Say(agent, Operator, text))!;
            Say(other, Operator, answer.Replace("<", "&lt;"));
            Assert.AreEqual(0, other.Board.Pump.Sets + other.Board.Fan.Sets, answer);
        }
    }

    /// <summary>XEP-0198: the server sends again what it does not know to have come; what has come is in our count.</summary>
    [TestMethod]
    public void AResumedStreamBringsNothingTwice()
    {
        TestAgent agent = TestAgent.Online(null, "<sm xmlns='urn:xmpp:sm:3'/>");
        agent.Hears("<r xmlns='urn:xmpp:sm:3'/>");
        agent.Run(250);
        int before = Count(agent.Transport.LastSent());
        Assert.AreEqual("pump is on", Body(Say(agent, Operator, "pump on")));
        agent.Transport.Cut();
        agent.Agent.Turn();
        agent.Transport.ForgetSent();
        agent.LogIn();
        string resume = agent.Transport.AllSent().Single(sent => sent.StartsWith("<resume", StringComparison.Ordinal));
        Assert.AreEqual(before + 1, Count(resume));
        agent.Run(1000);
        Assert.AreEqual(1, agent.Board.Pump.Sets);
        // The answer, which the server has not acknowledged, is sent again.
        Assert.IsTrue(agent.Transport.AllSent().Any(sent => sent.Contains("<body>pump is on</body>")));
    }

    static int Count(string sent) => int.Parse(sent.Substring(sent.IndexOf(" h='", StringComparison.Ordinal) + 4).Split('\'')[0]);

    internal static Element[] Say(TestAgent agent, string from, string text, string more = "") =>
        Hear(agent, "<message type='chat' from='" + from + "'><body>" + text + "</body>" + more + "</message>");

    /// <summary>Lets something arrive; the messages that are sent for it.</summary>
    internal static Element[] Hear(TestAgent agent, string stanza) => [.. agent.Hears(stanza).Where(sent => sent.Name == "message")];

    internal static string? Body(Element[] sent)
    {
        string? body = null;
        foreach (Element stanza in sent)
        {
            if (stanza.Find("body") == null)
                continue;
            Assert.IsNull(body, "there is a second answer");
            body = stanza.TextOf("body");
        }

        return body;
    }
}
