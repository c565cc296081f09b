using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;
using Presentity.Xmpp;
using static Presentity.Agent.Tests.TestRoom;

namespace Presentity.Agent.Tests;

/// <summary>What is read in the fleet's room, and by whom; and what is not done there.</summary>
[TestClass]
public sealed class RoomChatTests
{
    [TestMethod]
    [DataRow("greenhouse: read temperature", "boss: temperature 21.4 °C")]
    [DataRow("Greenhouse, temperature?", "boss: temperature 21.4 °C")]
    [DataRow("@greenhouse temperature", "boss: temperature 21.4 °C")]
    [DataRow("greenhouse: read", "boss:\n```\ntemperature  21.4 °C\nbutton       off\npump         off\nfan          0 %\n```")]
    [DataRow("greenhouse: pump", "boss: pump is off")]
    [DataRow("greenhouse: pump on", "boss: not done: in a room I only tell; write to my own address")]
    [DataRow("greenhouse: fan 40", "boss: not done: in a room I only tell; write to my own address")]
    [DataRow("greenhouse: alarms", "boss: no alarms")]
    [DataRow("greenhouse: who", "boss: you: viewer")]
    [DataRow("greenhouse: blah", "boss: I do not know blah; say help")]
    [DataRow("greenhouse temperature", null)]
    [DataRow("read temperature", null)]
    [DataRow("cellar: read temperature", null)]
    [DataRow("greenhouses: read temperature", null)]
    [DataRow("greenhouse:", null)]
    [DataRow("greenhouse", null)]
    public void AnOperatorReadsAndNeverSets(string said, string? answer)
    {
        TestAgent agent = Entered();
        agent.Hears(Occupant(Boss, "operator@example.com/x", ""));
        Assert.AreEqual(answer, Body(agent, Boss, said));
        Assert.AreEqual(0, agent.Board.Pump.Sets + agent.Board.Fan.Sets);
    }

    [TestMethod]
    [DataRow("read temperature", "temperature 21.4 °C")]
    [DataRow("status", null)]
    [DataRow("pump on", "not done: in a room I only tell; write to my own address")]
    [DataRow("claim K7QF-3MXR-9TCA", "I do not know claim; say help")]
    public void ThroughTheRoomAloneToo(string said, string? answer)
    {
        TestAgent agent = Entered();
        agent.Hears(Occupant(Boss, "owner@example.com/x", ""));
        Element sent = ChatTests.Hear(agent, "<message type='chat' from='" + Boss + "'><body>" + said
            + "</body><x xmlns='http://jabber.org/protocol/muc#user'/></message>").Single();
        Assert.AreEqual(Boss, sent.Attribute("to"));
        Assert.AreEqual("chat", sent.Attribute("type"));
        Assert.IsNotNull(sent.Find("x"));
        if (answer != null)
            Assert.AreEqual(answer, sent.TextOf("body"));
        else
            Assert.EndsWith("21.4 °C · pump off · fan 0 %", sent.TextOf("body")!);
        Assert.AreEqual(0, agent.Board.Pump.Sets);
    }

    /// <summary>Who is not known, or has no role, hears nothing.</summary>
    [TestMethod]
    [DataRow("nobody@example.com/x", Open, "")]
    [DataRow("", Open, "")]
    [DataRow("operator@example.com/x", "", "")]
    [DataRow(Address + "/operator", Open, "")]
    [DataRow("operator@example.com/x", Open, "<x xmlns='http://jabber.org/protocol/muc#user'><item jid='operator@example.com/x'/></x>")]
    [DataRow("", Open, "<x xmlns='http://jabber.org/protocol/muc#user'><item jid='operator@example.com/x'/></x>")]
    public void OthersHearNothing(string real, string codes, string forged)
    {
        TestAgent agent = Online();
        AnswerInfo(agent);
        Enter(agent, codes);
        agent.Hears(Occupant(Boss, real, "").Replace("<x ", forged + "<x ", StringComparison.Ordinal));
        Assert.IsNull(Body(agent, Boss, "greenhouse: read temperature"));
        Assert.IsEmpty(ChatTests.Say(agent, Boss, "read temperature"));
    }

    /// <summary>To who is in it already, as after a restart that nobody has seen, a room does not say that it shows everybody.</summary>
    [TestMethod]
    public void WhatTheRoomIsItAlsoSaysWhenItIsAsked()
    {
        TestAgent agent = Online();
        AnswerInfo(agent, "<query xmlns='http://jabber.org/protocol/disco#info'><feature var='http://jabber.org/protocol/muc'/>"
            + "<feature var='muc_nonanonymous'/></query>");
        Enter(agent, "");
        agent.Hears(Occupant(Boss, "operator@example.com/x", ""));
        Assert.AreEqual("boss: temperature 21.4 °C", Body(agent, Boss, "greenhouse: temperature"));
    }

    /// <summary>A name is as good as who has it now.</summary>
    [TestMethod]
    public void ANameThatAnotherTakesIsAnothers()
    {
        TestAgent agent = Entered();
        agent.Hears(Occupant(Boss, "operator@example.com/x", ""));
        Assert.IsNotNull(Body(agent, Boss, "greenhouse: temperature"));
        agent.Hears(Occupant(Boss, "operator@example.com/x", "<status code='303'/>", "unavailable"));
        Assert.IsNull(Body(agent, Boss, "greenhouse: temperature"));
        agent.Hears(Occupant(Address + "/chief", "operator@example.com/x", ""));
        Assert.AreEqual("chief: temperature 21.4 °C", Body(agent, Address + "/chief", "greenhouse: temperature"));
        agent.Hears(Occupant(Address + "/chief", "stranger@example.net/x", ""));
        Assert.IsNull(Body(agent, Address + "/chief", "greenhouse: temperature"));
        // Names are what they are, to the letter.
        agent.Hears(Occupant(Address + "/chief", "operator@example.com/x", ""));
        Assert.IsNull(Body(agent, Address + "/Chief", "greenhouse: temperature"));
        // A role that is lost is lost there, too.
        AccessTests.Change(agent, "operator@example.com", "none");
        Assert.IsNull(Body(agent, Address + "/chief", "greenhouse: temperature"));
    }

    /// <summary>A presence that is too large to be whole says nothing of anybody, and what was known is not known any more.</summary>
    [TestMethod]
    public void APresenceThatIsTooLargeMakesNobodyKnown()
    {
        TestAgent agent = Entered();
        agent.Hears(Occupant(Boss, "operator@example.com/x", ""));
        agent.Hears(Occupant(Boss, "operator@example.com/x", "").Replace("<x ", "<status>" + new string('x', 9000) + "</status><x ", StringComparison.Ordinal));
        Assert.IsNull(Body(agent, Boss, "greenhouse: temperature"));
    }

    [TestMethod]
    public void ARoomThatHidesWhoIsInItIsHeededAtOnce()
    {
        TestAgent agent = Entered();
        agent.Hears(Occupant(Boss, "operator@example.com/x", ""));
        agent.Hears("<message type='groupchat' from='" + Address + "'><x xmlns='http://jabber.org/protocol/muc#user'><status code='173'/></x></message>");
        Assert.IsNull(Body(agent, Boss, "greenhouse: temperature"));
        agent.Hears("<message type='groupchat' from='" + Boss + "'><x xmlns='http://jabber.org/protocol/muc#user'><status code='172'/></x></message>");
        Assert.IsNull(Body(agent, Boss, "greenhouse: temperature"));
        agent.Hears("<message type='groupchat' from='" + Address + "'><x xmlns='http://jabber.org/protocol/muc#user'><status code='172'/></x></message>");
        Assert.IsNotNull(Body(agent, Boss, "greenhouse: temperature"));
    }

    [TestMethod]
    [DataRow("<delay xmlns='urn:xmpp:delay' stamp='2026-11-22T23:00:00Z'/>")]
    [DataRow("<x xmlns='jabber:x:delay'/>")]
    [DataRow("<forwarded xmlns='urn:xmpp:forward:0'/>")]
    public void WhatWasSaidBeforeIsNotAnswered(string more)
    {
        TestAgent agent = Entered();
        agent.Hears(Occupant(Boss, "operator@example.com/x", ""));
        Assert.IsEmpty(ChatTests.Hear(agent, "<message type='groupchat' from='" + Boss + "'><body>greenhouse: temperature</body>" + more + "</message>"));
    }

    [TestMethod]
    public void NotEvenWeOurselvesAreAnswered()
    {
        TestAgent agent = Entered();
        Assert.IsNull(Body(agent, Me, "greenhouse: temperature"));
        Assert.IsNull(Body(agent, Address, "greenhouse: temperature"));
    }

    /// <summary>A list that names the room, or its service, gives nobody in it a role.</summary>
    [TestMethod]
    [DataRow("conference.example.com")]
    [DataRow(Address)]
    public void CommandsAndRequestsFromTheRoomAreRefused(string member)
    {
        TestAgent agent = Entered("", options => options.Access.Add(Jid.Parse(member)!, Role.Owner));
        agent.Hears(Occupant(Boss, "owner@example.com/x", ""));
        Assert.AreEqual("service-unavailable", DeviceCommand.Condition(DeviceCommand.Execute(agent, Boss, "pump-on")));
        Assert.AreEqual("service-unavailable", DeviceCommand.Condition(DeviceCommand.Execute(agent, Boss, "read-sensors")));
        Assert.AreEqual("service-unavailable", DeviceCommand.Condition(DeviceCommand.Execute(agent, Address, "read-sensors")));
        Assert.IsEmpty(agent.Hears("<presence type='subscribe' from='" + Address + "'/>"));
        Assert.AreEqual(0, agent.Board.Pump.Sets);
    }

    [TestMethod]
    public void AThousandOccupantsCostNothing()
    {
        TestAgent agent = Online();
        AnswerInfo(agent);
        agent.Hears(Occupant(Address + "/n0", "n0@example.net/x", ""));
        string[] presences = [.. Enumerable.Range(0, 1_000).Select(static number =>
            Occupant(Address + "/n" + number, "n" + number + "@example.net/x", ""))];
        Assert.IsLessThan(100, Crowd.Allocates(agent, presences));
        Enter(agent);
        Assert.IsNull(Body(agent, Address + "/n7", "greenhouse: temperature"));
    }

    [TestMethod]
    public void OfThoseWithARoleABoundedNumberIsKept()
    {
        TestAgent agent = Entered("", options => options.Access.Add(Jid.Parse("example.net")!, Role.Viewer));
        for (int number = 0; number < 100; number++)
            agent.Hears(Occupant(Address + "/n" + number, "n" + number + "@example.net/x", ""));
        Assert.IsNotNull(Body(agent, Address + "/n31", "greenhouse: temperature"));
        Assert.IsNull(Body(agent, Address + "/n32", "greenhouse: temperature"));
        Assert.IsTrue(agent.Log.Has(LogLevel.Warning, "more than 32 in the room have a role; the others are not answered there"));
    }

    [TestMethod]
    public void AFloodIsAnsweredUpToItsLimit()
    {
        TestAgent agent = Entered();
        agent.Hears(Occupant(Boss, "operator@example.com/x", ""));
        int answers = 0;
        for (int i = 0; i < 1_000; i++)
            answers += Body(agent, Boss, "greenhouse: temperature") == null ? 0 : 1;
        Assert.AreEqual(RateLimit.Burst, answers);
        Assert.AreEqual("pump is off", ChatTests.Body(ChatTests.Say(agent, "operator@example.com/x", "pump off")));
    }

    /// <summary>Two devices in a room that do not understand each other come to an end.</summary>
    [TestMethod]
    public void NonsenseComesToAnEnd()
    {
        TestAgent agent = Entered();
        agent.Hears(Occupant(Boss, "operator@example.com/x", ""));
        int answers = 0;
        for (int i = 0; i < 20; i++)
            answers += Body(agent, Boss, "greenhouse: I do not know what you mean") == null ? 0 : 1;
        Assert.AreEqual(5, answers);
    }
}
