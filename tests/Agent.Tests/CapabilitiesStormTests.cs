using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>Capabilities without a storm (XEP-0115): a device tells its own, and asks for nobody's.</summary>
[TestClass]
public sealed class CapabilitiesStormTests
{
    const string Caps = "<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='https://example.org/client' ver='";

    [TestMethod]
    [DataRow("")]
    [DataRow("conference.example.com")]
    public void AThousandContactsComeOnlineAndNothingIsSent(string room)
    {
        TestAgent agent = TestAgent.Online(options => options.Fleet.Room = room.Length > 0 ? Presentity.Xmpp.Jid.Parse("fleet@" + room + "/me") : null);
        string[] presences = [.. Enumerable.Range(0, 1_000).Select(static number =>
            "<presence from='c" + number + "@example.com/x'><show>away</show>" + Caps + number + "'/></presence>")];
        agent.Hears(presences[0]);
        agent.Transport.ForgetSent();
        Assert.IsLessThan(100, Crowd.Allocates(agent, presences));
        Assert.IsEmpty(agent.Transport.AllSent());
    }

    /// <summary>All ask at once what the hash stands for: each is answered from memory, and the readings go on meanwhile.</summary>
    [TestMethod]
    public void WhatOurCapabilitiesStandForIsAnsweredFromMemory()
    {
        TestAgent agent = TestAgent.Online();
        agent.Board.Pump.TrySet(1);
        agent.Run(1_500);
        string node = agent.LastPresence().Find("c")!.Attribute("node") + "#" + agent.LastPresence().Find("c")!.Attribute("ver");
        string query = "<query xmlns='http://jabber.org/protocol/disco#info' node='" + node + "'/>";
        DeviceCommand.Ask(agent, "viewer@example.com/x", "get", query);
        for (int i = 0; i < 20; i++)
            agent.Transport.Arrive("<iq type='get' id='q" + i + "' from='viewer@example.com/x'>" + query + "</iq>");
        agent.Transport.ForgetSent();
        agent.Agent.Turn();
        while (agent.Transport.HasUnread)
            agent.Agent.Turn();
        string[] answers = [.. agent.Transport.AllSent().Where(static sent => sent.StartsWith("<iq type='result'", StringComparison.Ordinal))];
        Assert.HasCount(20, answers);
        Assert.IsTrue(answers.All(answer => answer.Substring(answer.IndexOf("<query", StringComparison.Ordinal)) == answers[0].Substring(answers[0].IndexOf("<query", StringComparison.Ordinal))));
    }

    /// <summary>A login asks for the roster and what the server can do, and for nothing else; presence goes out once.</summary>
    [TestMethod]
    public void ALoginAsksForLittle()
    {
        TestAgent agent = new TestAgent
        {
            Roster = "<query xmlns='jabber:iq:roster'>" + string.Concat(Enumerable.Range(0, 1_000).Select(static number =>
                "<item jid='viewer" + number + "@example.com' subscription='both'/>")) + "</query>",
        };
        agent.LogIn();
        agent.Run(1_000);
        string[] asked = [.. agent.Transport.AllSent().Where(static sent => sent.StartsWith("<iq type='get'", StringComparison.Ordinal))];
        Assert.HasCount(2, asked);
        Assert.AreEqual(1, agent.Presences().Count(static presence => presence.Attribute("to") == null));
    }

    /// <summary>Short presence has capabilities where it must: the first, and what is urgent.</summary>
    [TestMethod]
    public void AReadingThatDriftsDoesNotRepeatThem()
    {
        TestAgent agent = TestAgent.Online(options => options.IsPresenceShort = true);
        for (int i = 1; i <= 5; i++)
        {
            agent.Board.Temperature.Value = 214 + i;
            agent.Run(31_000);
        }

        Assert.IsGreaterThan(3, agent.CountPresences());
        Assert.IsTrue(agent.Presences().All(static presence => presence.Find("c") == null));
    }
}
