using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>Floods: each request is answered or refused, in order, nothing grows, and the sensors go on publishing.</summary>
[TestClass]
public sealed class RateLimitTests
{
    const string Ping = "<ping xmlns='urn:xmpp:ping'/>";

    [TestMethod]
    public void AThousandRequestsAreAnsweredOrRefusedInOrder()
    {
        TestAgent agent = TestAgent.Online();
        Element[] sent = Flood(agent, "operator@example.com/x", 1000);
        CollectionAssert.AreEqual(Enumerable.Range(0, 1000).Select(i => "f" + i).ToArray(), sent.Select(answer => answer.Attribute("id")).ToArray());
        string?[] conditions = [.. sent.Select(DeviceCommand.Condition)];
        Assert.HasCount(RateLimit.Burst, conditions.Where(condition => condition == null).ToArray());
        Assert.IsTrue(conditions.Skip(RateLimit.Burst).All(condition => condition == "resource-constraint"));
        Element refused = sent[^1].Find("error")!;
        Assert.AreEqual("wait", refused.Attribute("type"));
        Assert.AreEqual("too many requests; ask again in 1 s", refused.TextOf("text"));
        Assert.HasCount(1, agent.Log.Lines.Where(line => line.Contains("too many requests from operator@example.com/x")).ToArray());
        // Others are heard, and he too after a while.
        Assert.IsNull(DeviceCommand.Condition(DeviceCommand.Ask(agent, "owner@example.com/x", "get", Ping)));
        agent.Clock.Advance(1_000);
        Assert.IsNull(DeviceCommand.Condition(DeviceCommand.Ask(agent, "operator@example.com/y", "get", Ping)));
    }

    [TestMethod]
    public void WhatIsRefusedIsNotDone()
    {
        TestAgent agent = TestAgent.Online();
        Flood(agent, "operator@example.com/x", 100);
        Assert.AreEqual("resource-constraint", DeviceCommand.Condition(DeviceCommand.Execute(agent, "operator@example.com/x", "pump-on")));
        Assert.AreEqual(0, agent.Board.Pump.Sets);
    }

    [TestMethod]
    public void AFloodOfMessagesHasOneLineAndThenSilence()
    {
        TestAgent agent = TestAgent.Online();
        string[] bodies = [.. Enumerable.Range(0, 1000).SelectMany(_ => ChatTests.Say(agent, "operator@example.com/x", "pump on", "<request xmlns='urn:xmpp:receipts'/>"))
            .Select(sent => sent.TextOf("body")!)];
        Assert.HasCount(RateLimit.Burst + 1, bodies);
        Assert.IsTrue(bodies.Take(RateLimit.Burst).All(body => body == "pump is on"));
        Assert.AreEqual("too many messages; wait 1 s", bodies[^1]);
        Assert.AreEqual(RateLimit.Burst, agent.Board.Pump.Sets);
        agent.Clock.Advance(1_000);
        Assert.AreEqual("pump is on", ChatTests.Body(ChatTests.Say(agent, "operator@example.com/x", "pump on")));
    }

    /// <summary>All together are bounded too, so that many accounts are no way around it.</summary>
    [TestMethod]
    public void ManySendersTogetherAreBounded()
    {
        TestAgent agent = TestAgent.Online(options => options.Access.Add(Jid.Parse("example.net")!, Role.Viewer));
        int answered = 0;
        for (int i = 0; i < 1000; i++)
            answered += DeviceCommand.Condition(DeviceCommand.Ask(agent, $"a{i % 50}@example.net/x", "get", Ping)) == null ? 1 : 0;
        Assert.AreEqual(2 * RateLimit.Burst, answered);
    }

    [TestMethod]
    public void AStrangerTakesNothingFromAnybody()
    {
        TestAgent agent = TestAgent.Online();
        Assert.IsTrue(Flood(agent, "stranger@example.com/x", 1000).All(answer => DeviceCommand.Condition(answer) == "service-unavailable"));
        for (int i = 0; i < 1000; i++)
            ChatTests.Say(agent, "stranger@example.com/x", "help");
        Assert.HasCount(RateLimit.Burst, Flood(agent, "operator@example.com/x", 200).Where(answer => DeviceCommand.Condition(answer) == null).ToArray());
    }

    [TestMethod]
    public void OurOwnServerIsNotCounted()
    {
        TestAgent agent = TestAgent.Online();
        foreach (string from in new[] { "example.com", "device@example.com" })
            Assert.IsTrue(Flood(agent, from, 200).All(answer => DeviceCommand.Condition(answer) == null));
    }

    /// <summary>A minute of it: ten a second are answered, and the sensor is published as ever.</summary>
    [TestMethod]
    public void SensorsGoOnPublishing()
    {
        TestAgent agent = TestAgent.Online();
        int answered = 0;
        int presences = 0;
        for (int i = 0; i < 600; i++)
        {
            agent.Board.Temperature.Value = 200 + i;
            answered += Flood(agent, "operator@example.com/x", 20).Count(answer => DeviceCommand.Condition(answer) == null);
            presences += agent.CountPresences();
            agent.Transport.ForgetSent();
            agent.Clock.Advance(100);
            agent.Transport.Wake();
            agent.Agent.Turn();
            presences += agent.CountPresences();
        }

        Assert.IsInRange(600, 680, answered);
        Assert.IsInRange(2, 3, presences);
    }

    [TestMethod]
    public void NothingIsAllocatedForWhatIsNoneTooMany()
    {
        TestAgent agent = TestAgent.Online();
        Assert.AreEqual(0, Allocation.Least(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                agent.Clock.Advance(200);
                agent.Transport.ForgetSent();
                agent.Transport.Arrive(Request, 0, Request.Length);
                while (agent.Transport.HasUnread)
                    agent.Agent.Turn();
            }
        }));
    }

    static readonly byte[] Request = System.Text.Encoding.UTF8.GetBytes("<iq type='get' id='q' from='viewer@example.com/x'>" + Ping + "</iq>");

    static Element[] Flood(TestAgent agent, string from, int count)
    {
        string requests = string.Concat(Enumerable.Range(0, count).Select(i => $"<iq type='get' id='f{i}' from='{from}'>{Ping}</iq>"));
        return [.. agent.Hears(requests).Where(sent => sent.Name == "iq")];
    }
}
