using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>Coming, going, and coming back.</summary>
[TestClass]
public sealed class LifeTests
{
    [TestMethod]
    public void ComesBackAndTellsAllAgain()
    {
        TestAgent agent = TestAgent.Online();
        agent.Transport.Cut("the cable");
        agent.Agent.Turn();
        Assert.AreEqual(SessionEnd.Network, agent.Agent.LastEnd);
        Assert.IsTrue(agent.Log.Has(LogLevel.Warning, "disconnected: the cable; next attempt in 1 s"));
        agent.Transport.ForgetSent();
        agent.LogIn();
        agent.Run(1_000);
        Assert.AreEqual("device@example.com/agent", agent.Agent.Address!.ToString());
        Assert.AreEqual(1, agent.CountPresences());
    }

    [TestMethod]
    public void WaitsLongerEachTimeButNotForEver()
    {
        TestAgent agent = new TestAgent();
        agent.Transport.ConnectStatus = TransportStatus.Unreachable;
        agent.Run(60_000);
        Assert.IsInRange(5, 12, agent.Transport.Connects);
        int before = agent.Transport.Connects;
        int hours = Scale.Of(24, 2);
        agent.Run(hours * 3_600_000);
        Assert.IsInRange(hours * 12, hours * 25, agent.Transport.Connects - before);
    }

    [TestMethod]
    [DataRow(SessionEnd.Network, 0, 500)]
    [DataRow(SessionEnd.TimedOut, 0, 500)]
    [DataRow(SessionEnd.Authentication, 0, 15_000)]
    [DataRow(SessionEnd.Tls, 0, 15_000)]
    [DataRow(SessionEnd.StreamError, Word.Conflict, 15_000)]
    [DataRow(SessionEnd.StreamError, Word.SystemShutdown, 500)]
    public void WhatOnlyAPersonCanMendIsNotTriedOften(SessionEnd end, int condition, int least)
    {
        Backoff backoff = new Backoff(new NoChance());
        Assert.AreEqual(least, backoff.Next(end, condition));
        int longest = 0;
        for (int i = 0; i < 20; i++)
        {
            int next = backoff.Next(end, condition);
            longest = next > longest ? next : longest;
        }

        Assert.AreEqual(150_000, longest);
        backoff.Reset();
        Assert.AreEqual(least, backoff.Next(end, condition));
    }

    [TestMethod]
    public void SaysGoodbye()
    {
        TestAgent agent = TestAgent.Online();
        agent.Agent.Stop("switched off");
        agent.Agent.Turn();
        CollectionAssert.AreEqual(
            new string[] { "<presence type='unavailable'><status>switched off</status></presence>", "</stream:stream>" },
            agent.Transport.AllSent());
        Assert.IsFalse(agent.Agent.IsStopped);
        agent.Transport.Arrive("</stream:stream>");
        agent.Run(100);
        Assert.IsTrue(agent.Agent.IsStopped);
    }

    [TestMethod]
    public void ServerThatNeverClosesIsNotWaitedForLong()
    {
        TestAgent agent = TestAgent.Online();
        agent.Agent.Stop("switched off");
        long start = agent.Clock.Milliseconds;
        agent.Run(60_000);
        Assert.IsTrue(agent.Agent.IsStopped);
        Assert.IsLessThanOrEqualTo(3_000, agent.Clock.Milliseconds - start);
    }

    [TestMethod]
    public void StopsWhileOffline()
    {
        TestAgent agent = new TestAgent();
        agent.Transport.ConnectStatus = TransportStatus.Unreachable;
        agent.Run(10_000);
        agent.Agent.Stop("switched off");
        agent.Run(1_000);
        Assert.IsTrue(agent.Agent.IsStopped);
        Assert.AreEqual(0, agent.Transport.SentCount);
    }

    sealed class NoChance : ICrypto
    {
        public bool Supports(HashAlgorithm algorithm) => true;

        public void FillRandom(byte[] buffer, int offset, int count) => Array.Clear(buffer, offset, count);

        public void Hash(HashAlgorithm algorithm, byte[] data, int offset, int count, byte[] output) => throw new NotSupportedException();

        public void Hmac(HashAlgorithm algorithm, byte[] key, byte[] data, int offset, int count, byte[] output) => throw new NotSupportedException();

        public void Pbkdf2(HashAlgorithm algorithm, byte[] password, byte[] salt, int iterations, byte[] output) => throw new NotSupportedException();
    }
}
