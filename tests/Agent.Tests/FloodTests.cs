using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>Floods over all planes at once: each request has one answer, in the order of their arrival, what else is sent is bounded, memory
/// stays as it is, and the sensors are published meanwhile.</summary>
[TestClass]
public sealed class FloodTests
{
    static readonly string[] senders =
        ["owner@example.com/x", "operator@example.com/x", "viewer@example.com/x", "stranger@example.net/x", "operator@example.com/y", "example.com"];

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void AThousandOfAllPlanes(int seed)
    {
        TestAgent agent = TestAgent.Online();
        // With something to remember.
        agent.Run(1_200_000);
        Flooded(agent, seed);
        (string[] asked, string[] sent, int button) = Flooded(agent, seed);
        XElement[] stanzas = [.. sent.Select(Read)];

        // One answer each, in order.
        string[] answered = [.. stanzas.Where(stanza => stanza.Name.LocalName == "iq" && (string?)stanza.Attribute("id") is ['f', ..])
            .Select(stanza => (string)stanza.Attribute("id")!)];
        CollectionAssert.AreEqual(asked, answered);
        Assert.IsTrue(stanzas.Where(stanza => stanza.Name.LocalName == "iq" && answered.Contains((string?)stanza.Attribute("id")))
            .All(stanza => (string?)stanza.Attribute("type") is "result" or "error"));

        // Of messages no more than there are requests that were let through, with a receipt, a chat state and an answer; the past of two
        // read-outs, a message each half second; and one that says that it is too much, for each account.
        double seconds = FloodMs / 1000.0;
        int mostThrough = (2 * RateLimit.Burst) + (int)(seconds * 20);
        int most = (3 * mostThrough) + (int)(2 * 2 * (seconds + 1)) + senders.Length;
        XElement[] messages = [.. stanzas.Where(stanza => stanza.Name.LocalName == "message")];
        Assert.IsLessThan(most, messages.Length);
        Assert.IsGreaterThan(10, messages.Length);
        Assert.IsFalse(messages.Any(message => ((string)message.Attribute("to")!).StartsWith("stranger", StringComparison.Ordinal)));

        // The button was pressed in the middle of it, and that was told within a second, while it went on.
        int told = Array.FindIndex(sent, text => text.StartsWith("<presence", StringComparison.Ordinal) && text.Contains("button on", StringComparison.Ordinal));
        Assert.IsInRange(button, button + (sent.Length * (1000 + (2 * TurnMs)) / FloodMs), told);
        Assert.IsLessThan(sent.Length - 20, told);
    }

    [TestMethod]
    public void MemoryIsAsAfterTheFirst()
    {
        TestAgent agent = TestAgent.Online();
        agent.Run(600_000);
        var bytes = new long[4];
        var allocated = new long[4];
        for (int round = 0; round < 4; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Flood(agent, seed: 7);
            allocated[round] = GC.GetAllocatedBytesForCurrentThread() - before;
            agent.Transport.ForgetSent();
            agent.Run(300_000);
            bytes[round] = FootprintTests.Kept(agent);
        }

        // A session that was opened may be another one's the next time, with an address of another length.
        Assert.IsInRange(bytes[1] - 200, bytes[1] + 200, bytes[3]);
        Assert.IsInRange(allocated[2] * 0.9, allocated[2] * 1.1, allocated[3]);
    }

    [TestMethod]
    public void WhatIsRefusedHasSetNothing()
    {
        TestAgent agent = TestAgent.Online();
        (string[] _, string[] sent, int _) = Flooded(agent, seed: 11, pressesButton: false);
        int done = sent.Count(text => text.Contains("<set", StringComparison.Ordinal) || text.Contains("pump is ", StringComparison.Ordinal)
            || text.Contains("fan is ", StringComparison.Ordinal) || text.Contains("methodResponse", StringComparison.Ordinal));
        Assert.IsLessThanOrEqualTo(done, agent.Board.Pump.Sets + agent.Board.Fan.Sets);
    }

    const int Turns = 120;
    const int TurnMs = 20;
    const int FloodMs = Turns * TurnMs;

    static (string[] Asked, string[] Sent, int Button) Flooded(TestAgent agent, int seed, bool pressesButton = true)
    {
        agent.Board.Button.Value = 0;
        agent.Run(60_000);
        agent.Transport.ForgetSent();
        (string[] asked, int button) = Flood(agent, seed, pressesButton);
        string[] sent = agent.Transport.AllSent();
        agent.Transport.ForgetSent();
        return (asked, sent, button);
    }

    /// <summary>A thousand requests, and among them what is none, from everybody, a bit later each turn.</summary>
    /// <returns>The ids of the requests, and how much was sent when the button was pressed.</returns>
    static (string[] Asked, int Button) Flood(TestAgent agent, int seed, bool pressesButton = false)
    {
        var dice = new Random(seed);
        var all = new StringBuilder();
        var asked = new List<string>();
        while (asked.Count < 1000)
        {
            string from = senders[dice.Next(senders.Length)];
            if (dice.Next(5) == 0)
            {
                (string _, string kind, string type, string payload) = Planes.Others[dice.Next(Planes.Others.Length)];
                all.Append(Planes.Stanza(kind, type, "o", from, payload));
            }
            else
            {
                (string _, string type, string payload) = Planes.Requests[dice.Next(Planes.Requests.Length)];
                all.Append(Planes.Stanza("iq", type, "f" + asked.Count, from, payload));
                asked.Add("f" + asked.Count);
            }
        }

        byte[] bytes = Encoding.UTF8.GetBytes(all.ToString());
        int button = 0;
        for (int turn = 0; turn < Turns; turn++)
        {
            int start = (int)((long)bytes.Length * turn / Turns);
            int end = (int)((long)bytes.Length * (turn + 1) / Turns);
            agent.Transport.Arrive(bytes, start, end - start);
            if (pressesButton && turn == Turns / 2)
            {
                agent.Board.Button.Value = 1;
                button = agent.Transport.SentCount;
            }

            while (agent.Transport.HasUnread)
                agent.Agent.Turn();
            agent.Clock.Advance(TurnMs);
        }

        return ([.. asked], button);
    }

    static XElement Read(string sent)
    {
        var whole = XElement.Parse($"<s xmlns='jabber:client'>{sent}</s>");
        foreach (XElement element in whole.Descendants())
            if (element.Name.NamespaceName == "jabber:client")
                element.Name = element.Name.LocalName;
        return whole.Elements().First();
    }
}
