using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>What publishing costs in memory: nothing.</summary>
[TestClass]
public sealed class PublishingAllocationTests
{
    /// <summary>A turn that publishes makes no garbage.</summary>
    [TestMethod]
    public void PublishingAllocatesNothing()
    {
        TestAgent agent = TestAgent.Online(options => options.Session.PingAfterMs = int.MaxValue);
        Publish(agent, 200);
        Assert.AreEqual(0, Allocation.Least(agent.Transport.ForgetSent, () => Publish(agent, 50)));
        Assert.AreEqual(50, agent.Transport.SentCount);
    }

    static void Publish(TestAgent agent, int times)
    {
        for (int i = 0; i < times; i++)
        {
            agent.Board.Button.Value ^= 1;
            agent.Transport.Wake();
            long end = agent.Clock.Milliseconds + 300;
            while (agent.Clock.Milliseconds < end)
                agent.Agent.Turn();
        }
    }
}
