using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;
using Presentity.Xmpp;
using static Presentity.Agent.Tests.TestRoom;

namespace Presentity.Agent.Tests;

/// <summary>The fleet's room: joined, looked after, left; alarms in it.</summary>
[TestClass]
public sealed class RoomTests
{
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
}
