using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>The fleet's room: joined, looked after, left; alarms in it, and what is read there.</summary>
[TestClass]
public sealed class RoomTests
{
    const string Address = "fleet@conference.example.com";
    const string Me = Address + "/greenhouse";
    const string Boss = Address + "/boss";
    const string Open = "<status code='100'/>";
    const string Stanzas = "urn:ietf:params:xml:ns:xmpp-stanzas";

    [TestMethod]
    public void ItIsJoinedOnceItIsKnownToBeThere()
    {
        TestAgent agent = Online();
        Assert.IsEmpty(ToRoom(agent));
        Element join = AnswerInfo(agent).Single();
        Assert.AreEqual(Me, join.Attribute("to"));
        Assert.IsNull(join.Attribute("type"));
        Assert.AreEqual("0", join.Find("history")!.Attribute("maxstanzas"));
        Assert.IsNull(join.Find("password"));
        // Whoever is in the room is nobody's business, and ours is nobody's there.
        Assert.IsNull(join.Find("status"));
        Enter(agent);
        Assert.IsTrue(agent.Log.Has(LogLevel.Info, "room " + Address + ": joined as greenhouse"));
    }

    [TestMethod]
    public void ThePasswordIsSentAndNotLogged()
    {
        TestAgent agent = Online(options => options.Fleet.RoomPassword = "swordfish");
        agent.Log.WantsWire = true;
        Assert.AreEqual("swordfish", AnswerInfo(agent).Single().TextOf("password"));
        Assert.DoesNotContain("swordfish", agent.Log.WireText);
        Assert.Contains("(a room's password, not shown)", agent.Log.WireText);
    }

    [TestMethod]
    [DataRow("item-not-found", "there is no such room; make it first (item-not-found)", 1800)]
    [DataRow("remote-server-not-found", "its service cannot be reached (remote-server-not-found)", 2)]
    public void WhereThereIsNoneItIsNotMade(string condition, string why, int least)
    {
        TestAgent agent = Online();
        Assert.IsEmpty(AnswerInfo(agent, Error(condition)));
        Assert.IsTrue(agent.Log.Has(LogLevel.Warning, "room " + Address + ": " + why + "; next attempt in "));
        agent.Run((least * 1000L) - 100);
        Assert.IsNull(InfoId(agent));
        agent.Run(least * 1100L);
        Assert.IsNotNull(InfoId(agent));
    }

    [TestMethod]
    public void WhatIsNoRoomIsNotJoined()
    {
        TestAgent agent = Online();
        Assert.IsEmpty(AnswerInfo(agent, "<query xmlns='http://jabber.org/protocol/disco#info'><identity category='account' type='registered'/></query>"));
        Assert.IsTrue(agent.Log.Has(LogLevel.Warning, "that is no room"));
    }

    /// <summary>Gone between the question and the answer, and made by our joining it: it would be ours, and open to everybody.</summary>
    [TestMethod]
    public void OneThatWasMadeByJoiningIsLeft()
    {
        TestAgent agent = Online();
        AnswerInfo(agent);
        Element[] sent = agent.Hears(Occupant(Me, "", "<status code='110'/><status code='201'/>"));
        Assert.AreEqual("unavailable", sent.Single().Attribute("type"));
        Assert.IsTrue(agent.Log.Has(LogLevel.Warning, "there was no such room, and it was left again; make it first"));
    }

    [TestMethod]
    public void ANameThatIsTakenHasANumberBehindIt()
    {
        TestAgent agent = Online();
        AnswerInfo(agent);
        Element[] sent = agent.Hears(Refusal(Me, "conflict"));
        Assert.AreEqual(Me + "-2", sent.Single().Attribute("to"));
        sent = agent.Hears(Refusal(Me + "-2", "conflict"));
        Assert.AreEqual(Me + "-3", sent.Single().Attribute("to"));
        agent.Hears(Occupant(Me + "-3", "", "<status code='110'/>" + Open));
        Assert.IsTrue(agent.Log.Has(LogLevel.Info, "joined as greenhouse-3"));
        // Under that name it is spoken to, and left.
        agent.Hears(Occupant(Boss, "operator@example.com/x", ""));
        Assert.AreEqual("boss: temperature 21.4 °C", Body(agent, Boss, "greenhouse-3: temperature"));
        Assert.IsNull(Body(agent, Boss, "greenhouse: temperature"));
    }

    [TestMethod]
    public void NamesComeToAnEnd()
    {
        TestAgent agent = Online();
        AnswerInfo(agent);
        int joins = 1;
        for (Element[] sent = agent.Hears(Refusal(Me, "conflict")); sent.Length > 0; joins++)
            sent = agent.Hears(Refusal(sent[0].Attribute("to")!, "conflict"));
        Assert.AreEqual(9, joins);
        Assert.IsTrue(agent.Log.Has(LogLevel.Warning, "all our names are taken (conflict); next attempt in "));
    }

    [TestMethod]
    [DataRow("not-authorized", "it wants a password; write room-password (not-authorized)")]
    [DataRow("registration-required", "it is for members only; make the device a member (registration-required)")]
    [DataRow("not-acceptable", "it wants the name that it knows us by; write it as nick (not-acceptable)")]
    [DataRow("not-allowed", "there is no such room, or it is locked (not-allowed)")]
    [DataRow("item-not-found", "there is no such room, or it is locked (item-not-found)")]
    [DataRow("service-unavailable", "it is full (service-unavailable)")]
    [DataRow("internal-server-error", "it does not let us in (internal-server-error)")]
    public void ARefusalIsToldInPlainWords(string condition, string why)
    {
        TestAgent agent = Online();
        AnswerInfo(agent);
        Assert.IsEmpty(agent.Hears(Refusal(Me, condition)));
        Assert.IsTrue(agent.Log.Has(LogLevel.Warning, "room " + Address + ": " + why + "; next attempt in "));
    }

    /// <summary>However a room refuses, it is not asked more than a few times a day.</summary>
    [TestMethod]
    [DataRow("service-unavailable")]
    [DataRow("not-authorized")]
    [DataRow("conflict")]
    public void ADayOfRefusals(string condition)
    {
        TestAgent agent = Online();
        int questions = 0;
        for (long end = agent.Clock.Milliseconds + 86_400_000; agent.Clock.Milliseconds < end;)
        {
            if (InfoId(agent) != null)
            {
                questions++;
                for (Element[] sent = AnswerInfo(agent); sent.Length > 0;)
                    sent = agent.Hears(Refusal(sent[0].Attribute("to")!, condition));
            }

            agent.Transport.ForgetSent();
            agent.Run(30_000);
        }

        Assert.IsGreaterThan(20, questions);
        Assert.IsLessThan(60, questions);
    }

    [TestMethod]
    public void ARoomThatSaysNothingIsAskedAgain()
    {
        TestAgent agent = Online();
        AnswerInfo(agent);
        agent.Transport.ForgetSent();
        agent.Run(121_000);
        Assert.AreEqual("unavailable", ToRoom(agent).Single().Attribute("type"));
        agent.Run(10_000);
        Assert.IsNotNull(InfoId(agent));
        // Nor is the question answered.
        agent.Transport.ForgetSent();
        agent.Run(60_000);
        Assert.IsNotNull(InfoId(agent));
    }

    [TestMethod]
    [DataRow("<status code='307'/>", "kicked", true)]
    [DataRow("<status code='332'/>", "it has put us out", true)]
    [DataRow("<status code='333'/><status code='307'/>", "kicked", true)]
    [DataRow("", "it has put us out", true)]
    [DataRow("<status code='321'/>", "it is for members only now", false)]
    [DataRow("<destroy/>", "it is no more", false)]
    public void WhoIsPutOutComesBack(string why, string text, bool isSoon)
    {
        TestAgent agent = Entered();
        Assert.IsEmpty(agent.Hears(Occupant(Me, "", "<status code='110'/>" + why, "unavailable")));
        Assert.IsTrue(agent.Log.Has(LogLevel.Warning, "room " + Address + ": " + text + "; next attempt in "));
        agent.Run(6_000);
        Assert.AreEqual(isSoon, InfoId(agent) != null);
        if (!isSoon)
            return;
        Assert.AreEqual(Me, AnswerInfo(agent).Single().Attribute("to"));
        Enter(agent);
    }

    /// <summary>Neither at once, nor after a day, nor in the next session.</summary>
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void WhoIsBannedStaysOut(bool isOnTheWay)
    {
        TestAgent agent = Online();
        AnswerInfo(agent);
        if (isOnTheWay)
        {
            agent.Hears(Refusal(Me, "forbidden"));
        }
        else
        {
            Enter(agent);
            agent.Hears(Occupant(Me, "", "<status code='110'/><status code='301'/><status code='307'/>", "unavailable"));
        }

        Assert.IsTrue(agent.Log.Has(LogLevel.Error, "banned; it is not joined again before the device has restarted"));
        agent.Run(86_400_000);
        Reconnect(agent);
        agent.Run(86_400_000);
        Assert.IsNull(InfoId(agent));
        Assert.IsEmpty(ToRoom(agent));
    }

    [TestMethod]
    [DataRow("", true)]
    [DataRow("service-unavailable", true)]
    [DataRow("feature-not-implemented", true)]
    [DataRow("item-not-found", true)]
    [DataRow("not-acceptable", false)]
    [DataRow("not-allowed", false)]
    [DataRow("something-else", false)]
    public void ItIsAskedWhetherWeAreStillInIt(string condition, bool isIn)
    {
        TestAgent agent = Entered();
        agent.Run(601_000);
        string id = PingId(agent)!;
        agent.Hears("<iq type='" + (condition.Length > 0 ? "error" : "result") + "' id='" + id + "' from='" + Me + "'>"
            + (condition.Length > 0 ? Error(condition) : "") + "</iq>");
        agent.Run(10_000);
        Assert.AreEqual(isIn, InfoId(agent) == null);
        agent.Run(500_000);
        Assert.IsNull(PingId(agent));
        agent.Run(100_000);
        Assert.AreEqual(isIn, PingId(agent) != null);
    }

    [TestMethod]
    public void AQuestionThatIsNotAnsweredIsAskedAgainAndThenItIsJoinedAnew()
    {
        TestAgent agent = Entered();
        agent.Run(601_000);
        Assert.IsNotNull(PingId(agent));
        agent.Run(130_000);
        Assert.IsNull(InfoId(agent));
        agent.Run(30_000);
        Assert.IsNotNull(InfoId(agent));
    }

    /// <summary>The room may send the question back to us: that is answered as any of a stranger.</summary>
    [TestMethod]
    public void OurOwnPingIsAnsweredAsOfAStranger()
    {
        TestAgent agent = Entered();
        Element answer = DeviceCommand.Ask(agent, Me, "get", "<ping xmlns='urn:xmpp:ping'/>");
        Assert.AreEqual("service-unavailable", DeviceCommand.Condition(answer));
    }

    [TestMethod]
    public void AResumedStreamIsStillInTheRoom()
    {
        TestAgent agent = Entered("<sm xmlns='urn:xmpp:sm:3'/>");
        // The presence that has joined the room.
        agent.Handled++;
        agent.Hears(Occupant(Boss, "operator@example.com/x", ""));
        Reconnect(agent);
        Assert.IsTrue(agent.Log.Has(LogLevel.Info, "the stream is resumed"));
        Assert.IsNull(InfoId(agent));
        Assert.IsEmpty(ToRoom(agent));
        Assert.AreEqual("boss: temperature 21.4 °C", Body(agent, Boss, "greenhouse: temperature"));
    }

    [TestMethod]
    public void ANewStreamIsNot()
    {
        TestAgent agent = Entered();
        Reconnect(agent);
        Assert.AreEqual(Me, AnswerInfo(agent).Single().Attribute("to"));
    }

    [TestMethod]
    public void ItIsLeftWithAReason()
    {
        TestAgent agent = Entered();
        agent.Transport.ForgetSent();
        agent.Agent.Stop("maintenance");
        agent.Agent.Turn();
        Element[] presences = agent.Presences();
        Assert.AreEqual(Me, presences[0].Attribute("to"));
        Assert.AreEqual("unavailable", presences[0].Attribute("type"));
        Assert.AreEqual("maintenance", presences[0].TextOf("status"));
        Assert.IsNull(presences[1].Attribute("to"));
        Assert.AreEqual("maintenance", presences[1].TextOf("status"));
    }

    [TestMethod]
    public void AlarmsArePostedWithReadingAndTime()
    {
        TestAgent agent = Entered();
        agent.Transport.ForgetSent();
        agent.Board.Temperature.Value = 312;
        agent.Run(1_300);
        Element post = Posts(agent).Single();
        Assert.AreEqual(Address, post.Attribute("to"));
        Assert.StartsWith("alarm: temperature 31.2 °C is above 30 °C (2026-11-22T23:", post.TextOf("body")!);
        agent.Run(60_000);
        agent.Board.Temperature.Value = 214;
        agent.Run(1_300);
        Assert.StartsWith("alarm is over: temperature 21.4 °C", Posts(agent)[1].TextOf("body")!);
        Assert.HasCount(2, Posts(agent));
    }

    [TestMethod]
    public void OneThatComesBeforeWeAreInIsPostedThen()
    {
        TestAgent agent = Online(options => options.Sensors.For("temperature").Above = 30_000);
        agent.Board.Temperature.Value = 312;
        agent.Run(5_000);
        Assert.IsEmpty(Posts(agent));
        AnswerInfo(agent);
        Enter(agent);
        agent.Run(1_000);
        Assert.HasCount(1, Posts(agent));
    }

    [TestMethod]
    public void OneThatComesAndGoesDoesNotFloodTheRoom()
    {
        TestAgent agent = Entered();
        agent.Transport.ForgetSent();
        for (int i = 0; i < 60; i++)
        {
            agent.Board.Temperature.Value = i % 2 == 0 ? 312 : 214;
            agent.Run(1_000);
        }

        Assert.IsLessThan(14, Posts(agent).Length);
    }

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
        foreach (string presence in presences)
            agent.Transport.Arrive(presence);
        agent.Agent.Turn();
        long before = GC.GetAllocatedBytesForCurrentThread();
        while (agent.Transport.HasUnread)
            agent.Agent.Turn();
        Assert.IsLessThan(100, GC.GetAllocatedBytesForCurrentThread() - before);
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

    [TestMethod]
    public void AMessageThatTheRoomDoesNotTakeSaysThatWeAreOut()
    {
        TestAgent agent = Entered();
        agent.Hears("<message type='error' from='" + Address + "'>" + Error("not-acceptable") + "</message>");
        agent.Run(6_000);
        Assert.IsNotNull(InfoId(agent));
        AnswerInfo(agent);
        Enter(agent);
        agent.Hears("<message type='error' from='" + Address + "'>" + Error("forbidden") + "</message>");
        Assert.IsTrue(agent.Log.Has(LogLevel.Warning, "room " + Address + ": it refuses a message: forbidden"));
    }

    [TestMethod]
    [DataRow("<message from='other@conference.example.com'><x xmlns='http://jabber.org/protocol/muc#user'><invite from='owner@example.com'/></x></message>")]
    [DataRow("<message from='owner@example.com/x'><body>come to the room</body><x xmlns='jabber:x:conference' jid='other@conference.example.com'/></message>")]
    public void InvitationsAreNotFollowed(string invitation)
    {
        TestAgent agent = TestAgent.Online();
        for (int i = 0; i < 100; i++)
            Assert.IsEmpty(agent.Hears(invitation));
        Assert.AreEqual(1, agent.Log.Lines.Count(static line => line.Contains("ignored an invitation to a room from o", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow("room = fleet@conference.example.org", "")]
    [DataRow("room = conference.example.org", "device.conf:3: room: a room such as fleet@conference.example.org, not conference.example.org")]
    [DataRow("room = fleet@conference.example.org/me", "device.conf:3: room: a room such as fleet@conference.example.org, not fleet@conference.example.org/me")]
    [DataRow("room = fleet@example.org", "device.conf:3: room: a room is at a service of its own, such as conference.example.org")]
    [DataRow("nick = greenhouse", "device.conf:3: nick: there is no room; write room = fleet@conference.example.org")]
    [DataRow("room-password = x", "device.conf:3: room-password: there is no room; write room = fleet@conference.example.org")]
    [DataRow("exchange = pump@example.org, Pump house, Garden; cellar@example.org", "")]
    [DataRow("exchange = pump@example.org/x", "device.conf:3: exchange: account, name, group; ... with at least the account, not pump@example.org/x")]
    [DataRow("exchange = pump@example.org, a, b, c", "device.conf:3: exchange: account, name, group; ... with at least the account, not pump@example.org, a, b, c")]
    public void TheKeysSayWhatIsWrong(string keys, string fault)
    {
        ConfigurationReader reader = ConfigurationReader.Read("device.conf",
            System.Text.Encoding.UTF8.GetBytes("jid = d@example.org\npassword = secret\n" + keys));
        Assert.AreEqual(fault, reader.Fault.Length > 0 ? reader.Fault : reader.Configuration.CheckAgainst(new TestBoard()));
    }

    static TestAgent Online(TestAgent.Preparation? more = null, string features = "")
    {
        TestAgent agent = new TestAgent(options =>
        {
            options.Fleet.Room = Jid.Parse(Me);
            more?.Invoke(options);
        })
        {
            Features = features,
        };
        agent.Board.Temperature.Value = 214;
        agent.LogIn();
        agent.Run(1_000);
        return agent;
    }

    static TestAgent Entered(string features = "", TestAgent.Preparation? more = null)
    {
        TestAgent agent = Online(options =>
        {
            options.Sensors.For("temperature").Above = 30_000;
            more?.Invoke(options);
        }, features);
        AnswerInfo(agent);
        Enter(agent);
        return agent;
    }

    static void Enter(TestAgent agent, string codes = Open)
    {
        agent.Hears(Occupant(Me, "device@example.com/agent", "<status code='110'/>" + codes));
        agent.Transport.ForgetSent();
    }

    static void Reconnect(TestAgent agent)
    {
        agent.Transport.Cut("the cable");
        agent.Agent.Turn();
        agent.Transport.ForgetSent();
        agent.LogIn();
        agent.Run(1_000);
    }

    static string Occupant(string name, string real, string more, string type = "") =>
        "<presence from='" + name + "'" + (type.Length > 0 ? " type='" + type + "'" : "") + "><x xmlns='http://jabber.org/protocol/muc#user'>"
        + "<item affiliation='member' role='participant'" + (real.Length > 0 ? " jid='" + real + "'" : "") + "/>" + more + "</x></presence>";

    static string Refusal(string name, string condition) => "<presence type='error' from='" + name + "'>" + Error(condition) + "</presence>";

    static string Error(string condition) => "<error type='cancel'><" + condition + " xmlns='" + Stanzas + "'/></error>";

    /// <summary>Answers what was asked about the room; the presence that is then sent to it.</summary>
    static Element[] AnswerInfo(TestAgent agent, string? answer = null)
    {
        string id = InfoId(agent)!;
        answer ??= "<query xmlns='http://jabber.org/protocol/disco#info'><identity category='conference' type='text'/>"
            + "<feature var='http://jabber.org/protocol/muc'/></query>";
        string type = answer.StartsWith("<error", StringComparison.Ordinal) ? "error" : "result";
        return [.. agent.Hears("<iq type='" + type + "' id='" + id + "' from='" + Address + "'>" + answer + "</iq>").Where(static sent => sent.Name == "presence")];
    }

    static string? InfoId(TestAgent agent) => Asked(agent, " to='" + Address + "'", "disco#info");

    static string? PingId(TestAgent agent) => Asked(agent, " to='" + Me + "'", "urn:xmpp:ping");

    static string? Asked(TestAgent agent, string to, string what)
    {
        string? sent = agent.Transport.AllSent().LastOrDefault(text =>
            text.StartsWith("<iq type='get'", StringComparison.Ordinal) && text.Contains(to, StringComparison.Ordinal) && text.Contains(what, StringComparison.Ordinal));
        return sent == null ? null : Element.Parse(sent).Attribute("id");
    }

    static Element[] ToRoom(TestAgent agent) => [.. agent.Presences().Where(static sent =>
        sent.Attribute("to") is { } to && to.StartsWith(Address, StringComparison.Ordinal))];

    static Element[] Posts(TestAgent agent) => [.. agent.Transport.AllSent()
        .Where(static sent => sent.StartsWith("<message type='groupchat'", StringComparison.Ordinal)).Select(Element.Parse)];

    /// <summary>What is answered in the room to what somebody says there; null for nothing.</summary>
    static string? Body(TestAgent agent, string from, string said)
    {
        Element[] sent = ChatTests.Hear(agent, "<message type='groupchat' from='" + from + "'><body>" + said + "</body></message>");
        if (sent.Length == 0)
            return null;
        Assert.AreEqual(Address, sent.Single().Attribute("to"));
        Assert.AreEqual("groupchat", sent[0].Attribute("type"));
        return sent[0].TextOf("body");
    }
}
