using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;
using Presentity.Xml;

namespace Presentity.Xmpp.Tests;

/// <summary>XEP-0198: counters across their end, and a stream that outlives its process.</summary>
[TestClass]
public sealed class StreamManagementTests
{
    const string Ping = "<iq type='get' id='p' from='owner@example.com/home'><ping xmlns='urn:xmpp:ping'/></iq>";
    const string Pong = "<iq type='result' id='p' to='owner@example.com/home'></iq>";
    const string Request = "<r xmlns='urn:xmpp:sm:3'/>";

    [TestMethod]
    public void Our_count_goes_on_behind_its_end()
    {
        TestDevice device = Resumed(State("7"), "4294967294");
        Assert.AreEqual(Pong + Request, device.Answers(Ping));
        Assert.AreEqual(0, device.Hears("<a xmlns='urn:xmpp:sm:3' h='4294967295'/>").Length);
        Assert.AreEqual(Pong + Request, device.Answers(Ping));
        Assert.AreEqual(Pong, device.Answers(Ping));
        Assert.AreEqual(Request, device.Answers("<a xmlns='urn:xmpp:sm:3' h='0'/>"));
        Assert.AreEqual(0, device.Hears("<a xmlns='urn:xmpp:sm:3' h='1'/>").Length);
        Assert.AreEqual(SessionState.Online, device.Session.State);
        device.Hears("<a xmlns='urn:xmpp:sm:3' h='2'/>");
        Assert.AreEqual(SessionEnd.Violation, device.Session.End);
        Assert.IsTrue(device.Stage.Transport.AllSent()[0].IndexOf("h='2' send-count='1'") > 0);
    }

    [TestMethod]
    public void The_servers_count_goes_on_behind_its_end()
    {
        TestDevice device = Resumed(State("4294967295"), "4294967294");
        Assert.AreEqual("<a xmlns='urn:xmpp:sm:3' h='4294967295'/>", Acknowledgement(device));
        device.Hears("<message/>");
        Assert.AreEqual("<a xmlns='urn:xmpp:sm:3' h='0'/>", Acknowledgement(device));
        device.Hears("<message/>");
        Assert.AreEqual("<a xmlns='urn:xmpp:sm:3' h='1'/>", Acknowledgement(device));
    }

    /// <summary>XEP-0198 §4: one answer does for all that comes within its time.</summary>
    [TestMethod]
    public void Questions_behind_each_stanza_have_one_answer()
    {
        TestDevice device = ManagedDevice.Create();
        for (int i = 0; i < 5; i++)
        {
            Assert.AreEqual(0, device.Hears("<message/>" + Request).Length);
            device.Stage.Clock.Advance(49);
        }

        device.Turn(0);
        Assert.AreEqual(0, device.Stage.Transport.AllSent().Length);
        device.Stage.Clock.Advance(5);
        device.Turn(0);
        Assert.AreEqual("<a xmlns='urn:xmpp:sm:3' h='5'/>", device.Stage.Transport.LastSent());
        device.Stage.Transport.ForgetSent();
        device.Stage.Clock.Advance(1000);
        device.Turn(0);
        Assert.AreEqual(0, device.Stage.Transport.AllSent().Length);
    }

    /// <summary>The device wakes for an acknowledgement that is due.</summary>
    [TestMethod]
    public void An_acknowledgement_ends_the_wait_for_input()
    {
        TestDevice device = ManagedDevice.Create();
        device.Hears(Request);
        long asked = device.Stage.Clock.Milliseconds;
        while (device.Stage.Transport.AllSent().Length == 0)
            device.Turn(10_000);
        Assert.AreEqual(250, device.Stage.Clock.Milliseconds - asked);
    }

    [TestMethod]
    public void A_stream_outlives_its_process()
    {
        TestDevice device = ManagedDevice.Create();
        device.Do("presence");
        device.Hears(Ping);
        device.Hears("<a xmlns='urn:xmpp:sm:3' h='1'/>");
        device.Hears(Ping);
        device.Stage.Transport.ForgetSent();
        byte[]? state = device.Session.Suspend();
        CollectionAssert.AreEqual(new string[] { "<a xmlns='urn:xmpp:sm:3' h='2'/>" }, device.Stage.Transport.AllSent());
        Assert.AreEqual(SessionState.Closed, device.Session.State);
        Assert.IsFalse(device.Stage.Transport.IsOpen);
        Assert.IsFalse(device.Session.CanResume);
        Assert.IsNull(device.Session.Suspend());

        TestDevice next = new TestDevice(new Stage());
        Assert.IsTrue(next.Session.Restore(state!));
        Assert.IsTrue(next.Session.CanResume);
        next.LogInAgain();
        Assert.AreEqual("<resume xmlns='urn:xmpp:sm:3' h='2' previd='some-long-sm-id'/>", next.Stage.Transport.LastSent());
        string[] sent = next.Hears("<resumed xmlns='urn:xmpp:sm:3' h='2' previd='some-long-sm-id'/>");
        CollectionAssert.AreEqual(new string[] { Pong, Request }, sent);
        Assert.AreEqual("device@example.com/agent", next.Session.Bound!.ToString());
        Assert.IsTrue(next.Session.IsResumed);
    }

    [TestMethod]
    public void A_stream_that_is_cut_already_outlives_its_process_too()
    {
        TestDevice device = ManagedDevice.Create();
        device.Hears(Ping);
        device.Stage.Transport.Cut();
        device.Turn(0);
        byte[]? state = device.Session.Suspend();
        TestDevice next = new TestDevice(new Stage());
        Assert.IsTrue(next.Session.Restore(state!));
    }

    [TestMethod]
    public void Ids_of_requests_go_on_so_that_a_late_answer_meets_nobody_else()
    {
        TestDevice device = Resumed(State("7"), "4294967294");
        device.Stage.Transport.ForgetSent();
        device.Do("ask");
        Assert.IsTrue(device.Stage.Transport.LastSent().StartsWith("<iq type='get' id='42'"));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("\n\n\n\n\n\n\n\n\n\n")]
    [DataRow("presentity stream 2\ndevice@example.com/agent\nserver.example.com:5222\nid\n\n7\n8\n0\n41\n")]
    [DataRow("presentity stream 1\nother@example.com/agent\nserver.example.com:5222\nid\n\n7\n8\n0\n41\n")]
    [DataRow("presentity stream 1\ndevice@example.com\nserver.example.com:5222\nid\n\n7\n8\n0\n41\n")]
    [DataRow("presentity stream 1\ndevice@example.com/agent\nserver.example.net:5222\nid\n\n7\n8\n0\n41\n")]
    [DataRow("presentity stream 1\ndevice@example.com/agent\nserver.example.com:5223\nid\n\n7\n8\n0\n41\n")]
    [DataRow("presentity stream 1\ndevice@example.com/agent\nserver.example.com:5222\n\n\n7\n8\n0\n41\n")]
    [DataRow("presentity stream 1\ndevice@example.com/agent\nserver.example.com:5222\nid\n\nx\n8\n0\n41\n")]
    [DataRow("presentity stream 1\ndevice@example.com/agent\nserver.example.com:5222\nid\n\n7\n-8\n0\n41\n")]
    [DataRow("presentity stream 1\ndevice@example.com/agent\nserver.example.com:5222\nid\n\n7\n8\n0\n")]
    public void What_is_kept_is_for_one_account_at_one_server(string state)
    {
        TestDevice device = new TestDevice(new Stage());
        Assert.IsFalse(device.Session.Restore(Encoding.UTF8.GetBytes(state)));
        Assert.IsFalse(device.Session.CanResume);
    }

    [TestMethod]
    public void What_is_kept_and_cut_anywhere_does_no_harm()
    {
        byte[] state = Encoding.UTF8.GetBytes(State("7") + Pong + "\n-3\n" + Pong + "\n");
        for (int length = 0; length < state.Length; length += Scale.Of(1, 20))
        {
            byte[] part = new byte[length];
            System.Array.Copy(state, part, length);
            new TestDevice(new Stage()).Session.Restore(part);
        }

        Assert.IsTrue(new TestDevice(new Stage()).Session.Restore(state));
    }

    /// <summary>What the device says in time when it is asked how much it has handled.</summary>
    static string Acknowledgement(TestDevice device)
    {
        Assert.AreEqual(0, device.Hears(Request).Length);
        device.Stage.Clock.Advance(250);
        device.Turn(0);
        Assert.AreEqual(1, device.Stage.Transport.AllSent().Length);
        return device.Stage.Transport.LastSent();
    }

    static string State(string handled) =>
        "presentity stream 1\ndevice@example.com/agent\nserver.example.com:5222\nid &\n\n" + handled + "\n4294967294\n0\n41\n";

    /// <summary>A device that has resumed what another process of it has left.</summary>
    static TestDevice Resumed(string state, string handled)
    {
        TestDevice device = new TestDevice(new Stage());
        Assert.IsTrue(device.Session.Restore(Encoding.UTF8.GetBytes(state)));
        device.LogInAgain();
        device.Hears("<resumed xmlns='urn:xmpp:sm:3' h='" + handled + "' previd='id &amp;'/>");
        Assert.AreEqual(SessionState.Online, device.Session.State);
        return device;
    }
}
