using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>XEP-0198 §5: a cut, or a restart, of which nobody notices anything.</summary>
[TestClass]
public sealed class ResumptionTests
{
    const string Managed = "<sm xmlns='urn:xmpp:sm:3'/>";

    [TestMethod]
    public void AfterACutNothingIsToldAgain()
    {
        TestAgent agent = Online();
        agent.Transport.Cut("the cable");
        agent.Agent.Turn();
        Assert.IsNull(agent.Agent.Address);
        agent.Transport.ForgetSent();
        agent.LogIn();
        agent.Run(20_000);
        Assert.AreEqual("device@example.com/agent", agent.Agent.Address!.ToString());
        Assert.IsTrue(agent.Log.Has(LogLevel.Info, "the stream is resumed"));
        Assert.AreEqual(0, agent.CountPresences());
        Assert.IsFalse(agent.Transport.AllSent().Any(sent => sent.StartsWith("<iq", StringComparison.Ordinal)), string.Concat(agent.Transport.AllSent()));
    }

    [TestMethod]
    public void WhatHasChangedMeanwhileIsToldOnce()
    {
        TestAgent agent = Online();
        agent.Transport.Cut("the cable");
        agent.Agent.Turn();
        agent.Board.Temperature.Value = 300;
        agent.Transport.ForgetSent();
        agent.LogIn();
        agent.Run(35_000);
        Assert.AreEqual(1, agent.CountPresences());
        Assert.Contains("30.0 °C", agent.LastPresence().TextOf("status")!);
    }

    [TestMethod]
    public void AStreamThatTheServerHasForgottenBeginsAnew()
    {
        TestAgent agent = Online();
        agent.Resumes = false;
        agent.Transport.Cut("the cable");
        agent.Agent.Turn();
        agent.Transport.ForgetSent();
        agent.LogIn();
        agent.Run(1_000);
        Assert.AreEqual(1, agent.CountPresences());
        Assert.IsTrue(agent.Transport.AllSent().Any(sent => sent.Contains("jabber:iq:roster")));
    }

    [TestMethod]
    public void ARestartIsNotNoticed()
    {
        MemoryStore store = new();
        TestAgent agent = Online(store);
        agent.Agent.StopForRestart("restarting");
        agent.Agent.Turn();
        Assert.IsTrue(agent.Agent.IsStopped);
        Assert.IsTrue(agent.Transport.AllSent().All(sent => sent.StartsWith("<a ", StringComparison.Ordinal)), string.Concat(agent.Transport.AllSent()));
        Assert.HasCount(1, store.Files);

        TestAgent next = new(options => options.Store = store) { Features = Managed, Handled = agent.Handled };
        Assert.IsEmpty(store.Files);
        next.Board.Temperature.Value = 214;
        next.LogIn();
        next.Run(60_000);
        Assert.IsTrue(next.Log.Has(LogLevel.Info, "the stream is resumed"));
        Assert.IsFalse(next.Transport.AllSent().Any(sent => sent.StartsWith("<enable", StringComparison.Ordinal)));
        // Who may see the device may have changed with the restart.
        Assert.HasCount(1, next.Transport.AllSent().Where(sent => sent.Contains("jabber:iq:roster")).ToArray());
        Assert.IsInRange(1, 2, next.CountPresences());
    }

    [TestMethod]
    public void WithoutResumptionOrAStoreARestartSaysGoodbye()
    {
        foreach (TestAgent agent in new[] { Online(), TestAgent.Online(options => options.Store = new MemoryStore()) })
        {
            agent.Agent.StopForRestart("restarting");
            agent.Agent.Turn();
            Assert.AreEqual("<presence type='unavailable'><status>restarting</status></presence>", agent.Transport.AllSent()[0]);
        }
    }

    [TestMethod]
    public void WhatWasKeptForAnotherAccountIsNotUsed()
    {
        MemoryStore store = new();
        store.Files["stream.state"] = Encoding.UTF8.GetBytes("presentity stream 1\nother@example.com/agent\nexample.com:5223\nsm1\n\n0\n0\n0\n0\n");
        TestAgent agent = new(options => options.Store = store) { Features = Managed };
        Assert.IsTrue(agent.Log.Has(LogLevel.Warning, "a stream that was kept is not of this account and server: a new one begins"));
        Assert.IsEmpty(store.Files);
        agent.LogIn();
        Assert.IsTrue(agent.Transport.AllSent().All(sent => !sent.StartsWith("<resume", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void WhatCannotBeRemovedIsNotUsedTwice()
    {
        MemoryStore store = new() { IsStuck = true };
        store.Files["stream.state"] = Encoding.UTF8.GetBytes("presentity stream 1\ndevice@example.com/agent\nexample.com:5223\nsm1\n\n0\n0\n0\n0\n");
        TestAgent agent = new(options => options.Store = store) { Features = Managed };
        agent.LogIn();
        Assert.IsFalse(agent.Log.Has(LogLevel.Info, "the stream is resumed"));
    }

    /// <summary>XEP-0478: a server that takes little gets what people read.</summary>
    [TestMethod]
    public void WhereLittleIsTakenPresenceHasNoFields()
    {
        TestAgent agent = TestAgent.Online(null, "<limits xmlns='urn:xmpp:stream-limits:0'><max-bytes>300</max-bytes></limits>");
        agent.Board.Temperature.Value = 300;
        agent.Run(31_000);
        Assert.AreEqual(1, agent.CountPresences());
        Assert.Contains("30.0 °C", agent.LastPresence().TextOf("status")!);
        Assert.IsNull(agent.LastPresence().Find("timestamp"));
        Assert.IsTrue(agent.Transport.AllSent().All(sent => Encoding.UTF8.GetByteCount(sent) <= 300));
    }

    static TestAgent Online(IStore? store = null)
    {
        TestAgent agent = TestAgent.Online(options => options.Store = store, Managed);
        Assert.IsGreaterThan(1, agent.Handled);
        return agent;
    }
}
