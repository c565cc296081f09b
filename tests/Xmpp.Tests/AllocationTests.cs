using System;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>A turn in the steady state allocates nothing, whatever comes of those things that come every day.</summary>
[TestClass]
public sealed class AllocationTests
{
    const int Times = 200;

    [TestMethod]
    [DataRow("<iq type='get' id='s2c1' from='example.com' to='device@example.com/agent'><ping xmlns='urn:xmpp:ping'/></iq>", 1)]
    [DataRow("<iq type='get' id='p1' from='owner@example.com/home'><ping xmlns='urn:xmpp:ping'/></iq>", 1)]
    [DataRow("<iq type='get' id='p2' from='stranger@example.net/x'><ping xmlns='urn:xmpp:ping'/></iq>", 1)]
    [DataRow("<iq type='get' id='t1' from='viewer@example.com/home'><time xmlns='urn:xmpp:time'/></iq>", 1)]
    [DataRow("<iq type='get' id='v1' from='viewer@example.com/home'><query xmlns='jabber:iq:version'/></iq>", 1)]
    [DataRow("<iq type='get' id='l1' from='viewer@example.com/home'><query xmlns='jabber:iq:last'/></iq>", 1)]
    [DataRow("<iq type='get' id='d1' from='viewer@example.com/home'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>", 1)]
    [DataRow("<iq type='get' id='i1' from='owner@example.com/home'><query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands'/></iq>", 1)]
    [DataRow("<iq type='get' id='u1' from='viewer@example.com/home'><query xmlns='urn:example:unheard-of'><a b='c'>d</a></query></iq>", 1)]
    [DataRow("<iq type='set' id='r1'><query xmlns='jabber:iq:roster' ver='7'><item jid='owner@example.com' subscription='both'/></query></iq>", 1)]
    [DataRow("<presence from='owner@example.com/home' xml:lang='de'><show>away</show><status>Mittag &amp; zurück</status></presence>", 0)]
    [DataRow("<presence from='stranger@example.net/x' type='unavailable'/>", 0)]
    [DataRow("<message type='chat' from='stranger@example.net/x'><body>Lorem ipsum</body><x xmlns='urn:example:x'/></message>", 0)]
    [DataRow(" ", 0)]
    public void Of_what_comes_every_day(string stanza, int answers)
    {
        TestDevice device = Create();
        byte[] bytes = Encoding.UTF8.GetBytes(stanza);
        foreach (Split split in new[] { Split.Whole, Split.Bytes, Split.Pieces(7) })
        {
            Feed(device, bytes, split);
            Assert.AreEqual(answers, device.Stage.Transport.SentCount, split.Name);
            Assert.AreEqual(0, Allocation.Least(() => FeedOften(device, bytes, split)), split.Name);
        }
    }

    [TestMethod]
    public void Of_a_stanza_that_does_not_fit()
    {
        TestDevice device = Create();
        byte[] bytes = Encoding.UTF8.GetBytes(
            "<iq type='get' id='x' from='viewer@example.com/home'><query xmlns='urn:example:x'>" + new string('x', 10000) + "</query></iq>");
        Feed(device, bytes, Split.Whole);
        Assert.AreEqual(1, device.Stage.Transport.SentCount);
        Assert.AreEqual(0, Allocation.Least(() => FeedOften(device, bytes, Split.Whole)));
    }

    [TestMethod]
    public void Of_a_ping_of_ours_and_its_answer()
    {
        TestDevice device = Create();
        int id = 0;
        Assert.AreEqual(0, Allocation.Least(() =>
        {
            for (int i = 0; i < Times; i++)
            {
                device.Session.Turn(60000);
                device.Session.Turn(1);
                Assert.IsTrue(device.Session.Pending.NextDeadline != long.MaxValue);
                device.Stage.Transport.ForgetSent();
                Arrive(device.Stage.Transport, Answer, ++id);
                device.Session.Turn(0);
                Assert.IsTrue(device.Session.Pending.NextDeadline == long.MaxValue);
            }
        }));
    }

    [TestMethod]
    public void Of_silence()
    {
        TestDevice device = Create();
        device.Session.Turn(10);
        Assert.AreEqual(0, Allocation.Least(() =>
        {
            for (int i = 0; i < Times; i++)
                device.Session.Turn(10);
        }));
    }

    static readonly byte[] Answer = Encoding.ASCII.GetBytes("<iq type='result' id='000'/>");

    static TestDevice Create()
    {
        TestDevice device = OnlineDevice.Create();
        // Those of the transcripts keep what they hear.
        device.Session.Router!.Presence = new Subscriptions(device.Session, device.Stage.Log);
        device.Session.Router.Messages = null;
        return device;
    }

    static void FeedOften(TestDevice device, byte[] bytes, Split split)
    {
        for (int i = 0; i < Times; i++)
            Feed(device, bytes, split);
    }

    static void Feed(TestDevice device, byte[] bytes, Split split)
    {
        ScriptedTransport transport = device.Stage.Transport;
        transport.ForgetSent();
        for (int start = 0; start < bytes.Length;)
        {
            int end = Math.Min(bytes.Length, split.End(start));
            transport.Arrive(bytes, start, end - start);
            start = end;
        }

        while (transport.HasUnread)
            device.Session.Turn(0);
    }

    static void Arrive(ScriptedTransport transport, byte[] answer, int id)
    {
        answer[^6] = (byte)('0' + id / 100);
        answer[^5] = (byte)('0' + id / 10 % 10);
        answer[^4] = (byte)('0' + id % 10);
        transport.Arrive(answer, 0, answer.Length);
    }
}
