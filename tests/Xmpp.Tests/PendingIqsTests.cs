using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Xmpp.Tests;

/// <summary>Requests of ours: how many may wait, and for how long. Whose answer counts is in the transcripts.</summary>
[TestClass]
public sealed class PendingIqsTests
{
    readonly PendingIqs pending = new PendingIqs(Jid.Parse("device@example.com")!);

    [TestMethod]
    public void Six_wait_and_no_more()
    {
        for (int id = 1; id <= 6; id++)
            Assert.AreEqual(id, pending.Add(null, new Reply(), 1000));
        Reply seventh = new Reply();
        Assert.AreEqual(0, pending.Add(null, seventh, 500));
        Assert.AreEqual(1000, pending.NextDeadline);
        pending.Expire(1000);
        Assert.AreEqual(0, seventh.Abandonments);
        Assert.AreEqual(7, pending.Add(null, new Reply(), 2000));
    }

    [TestMethod]
    public void Each_is_given_up_at_its_own_time_and_once()
    {
        Reply early = new Reply();
        Reply late = new Reply();
        Assert.AreEqual(long.MaxValue, pending.NextDeadline);
        pending.Add(null, late, 2000);
        pending.Add(null, early, 1000);
        Assert.AreEqual(1000, pending.NextDeadline);
        pending.Expire(999);
        Assert.AreEqual(0, early.Abandonments);
        pending.Expire(1000);
        Assert.AreEqual(1, early.Abandonments);
        Assert.AreEqual(0, late.Abandonments);
        Assert.AreEqual(2000, pending.NextDeadline);
        pending.Expire(5000);
        pending.Expire(6000);
        Assert.AreEqual(1, early.Abandonments);
        Assert.AreEqual(1, late.Abandonments);
        Assert.AreEqual(long.MaxValue, pending.NextDeadline);
    }

    [TestMethod]
    public void The_end_of_the_session_gives_up_on_all_and_ids_go_on()
    {
        Reply[] replies = new Reply[6];
        for (int i = 0; i < 6; i++)
            pending.Add(null, replies[i] = new Reply(), 1000 + i);
        pending.Clear();
        foreach (Reply reply in replies)
            Assert.AreEqual(1, reply.Abandonments);
        Assert.AreEqual(7, pending.Add(null, new Reply(), 1000));
    }

    [TestMethod]
    public void Who_is_given_up_may_ask_again_at_once()
    {
        Reply again = new Reply { Again = pending };
        pending.Add(null, again, 1000);
        pending.Expire(1000);
        Assert.AreEqual(1, again.Abandonments);
        Assert.AreEqual(2000, pending.NextDeadline);
    }

    sealed class Reply : IIqReply
    {
        public int Abandonments { get; private set; }

        public PendingIqs? Again { get; set; }

        public void Receive(Stanza answer) => Assert.Fail("nothing was answered");

        public void Abandoned()
        {
            Abandonments++;
            if (Again != null)
                Again.Add(null, this, 2000);
        }
    }
}
