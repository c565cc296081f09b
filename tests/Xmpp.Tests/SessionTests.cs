using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;
using Presentity.Xml;

namespace Presentity.Xmpp.Tests;

/// <summary>What a session owes its owner: how long a turn waits, what is sent when, what is logged.</summary>
[TestClass]
public sealed class SessionTests
{
    const string Ping = "<iq type='get' id='1' from='owner@example.com/home'><ping xmlns='urn:xmpp:ping'/></iq>";

    [TestMethod]
    public void A_turn_waits_as_long_as_it_may()
    {
        TestDevice device = OnlineDevice.Create();
        long start = device.Stage.Clock.Milliseconds;
        Assert.IsFalse(device.Session.Turn(1234));
        Assert.AreEqual(1234, device.Stage.Clock.Milliseconds - start);
        Assert.IsFalse(device.Session.Turn(0));
        Assert.AreEqual(1234, device.Stage.Clock.Milliseconds - start);
    }

    [TestMethod]
    public void A_turn_waits_no_longer_than_to_what_is_due()
    {
        TestDevice device = OnlineDevice.Create();
        long start = device.Stage.Clock.Milliseconds;
        device.Session.Turn(int.MaxValue);
        Assert.AreEqual(60000, device.Stage.Clock.Milliseconds - start);
        Assert.AreEqual(1, device.Stage.Transport.SentCount);
        Assert.AreEqual("<iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>", device.Stage.Transport.LastSent());
        device.Session.Turn(int.MaxValue);
        Assert.AreEqual(80000, device.Stage.Clock.Milliseconds - start);
        Assert.AreEqual(SessionEnd.TimedOut, device.Session.End);
    }

    [TestMethod]
    public void A_wait_that_is_woken_says_so_and_a_wait_that_is_over_does_not()
    {
        TestDevice device = OnlineDevice.Create();
        long start = device.Stage.Clock.Milliseconds;
        device.Stage.Transport.Wake();
        Assert.IsTrue(device.Session.Turn(1000));
        Assert.AreEqual(start, device.Stage.Clock.Milliseconds);
        Assert.IsFalse(device.Session.Turn(1000));
        Assert.AreEqual(start + 1000, device.Stage.Clock.Milliseconds);
    }

    [TestMethod]
    public void A_session_that_is_over_does_nothing()
    {
        TestDevice device = OnlineDevice.Create();
        device.Hears("</stream:stream>");
        device.Stage.Transport.ForgetSent();
        long start = device.Stage.Clock.Milliseconds;
        Assert.IsFalse(device.Session.Turn(1000));
        device.Session.Close();
        device.Session.BeginStanza().Start(Word.Presence);
        Assert.IsFalse(device.Session.SendStanza());
        Assert.AreEqual(start, device.Stage.Clock.Milliseconds);
        Assert.AreEqual(0, device.Stage.Transport.SentCount);
        Assert.IsNull(device.Session.Bound);
    }

    [TestMethod]
    public void A_new_stream_knows_nothing_of_how_the_last_one_ended()
    {
        TestDevice device = OnlineDevice.Create();
        device.Hears("<stream:error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>");
        Assert.AreEqual(SessionEnd.StreamError, device.Session.End);
        Assert.AreEqual(Word.Conflict, device.Session.StreamErrorCondition);
        Assert.IsTrue(device.Session.Open());
        Assert.AreEqual(SessionEnd.None, device.Session.End);
        Assert.AreEqual("", device.Session.EndText);
        Assert.AreEqual(0, device.Session.StreamErrorCondition);
        Assert.AreEqual(SessionState.Negotiating, device.Session.State);
    }

    [TestMethod]
    public void Nothing_is_sent_before_the_login_is_done()
    {
        Stage stage = new Stage();
        TestDevice device = new TestDevice(stage);
        device.Open();
        stage.Transport.ForgetSent();
        Assert.IsTrue(device.Do("presence"));
        Assert.AreEqual(0, stage.Transport.SentCount);
        Assert.AreEqual(SessionState.Negotiating, device.Session.State);
        Assert.IsNull(device.Session.Bound);
    }

    [TestMethod]
    public void A_close_is_sent_once()
    {
        TestDevice device = OnlineDevice.Create();
        device.Session.Close();
        device.Session.Close();
        device.Do("presence");
        Assert.AreEqual(1, device.Stage.Transport.SentCount);
        Assert.AreEqual("</stream:stream>", device.Stage.Transport.LastSent());
    }

    [TestMethod]
    public void A_stanza_that_cannot_be_sent_ends_the_session_in_the_next_turn()
    {
        TestDevice device = OnlineDevice.Create();
        device.Stage.Transport.FailsWrites = true;
        XmlWriter writer = device.Session.BeginStanza();
        writer.Start(Word.Presence);
        writer.End();
        Assert.IsFalse(device.Session.SendStanza());
        Assert.AreEqual(SessionState.Online, device.Session.State);
        device.Session.Turn(1000);
        Assert.AreEqual(SessionEnd.Network, device.Session.End);
    }

    [TestMethod]
    public void A_connection_that_takes_no_byte_is_no_session()
    {
        Stage stage = new Stage();
        TestDevice device = new TestDevice(stage);
        stage.Transport.RefusesWrites = true;
        Assert.IsFalse(device.Session.Open());
        Assert.AreEqual(SessionEnd.Network, device.Session.End);
        Assert.IsFalse(stage.Transport.IsOpen);
    }

    [TestMethod]
    [DataRow(TransportStatus.HostNotFound, SessionEnd.Network)]
    [DataRow(TransportStatus.Unreachable, SessionEnd.Network)]
    [DataRow(TransportStatus.TimedOut, SessionEnd.Network)]
    [DataRow(TransportStatus.CertificateExpired, SessionEnd.Tls)]
    [DataRow(TransportStatus.CertificateHostMismatch, SessionEnd.Tls)]
    [DataRow(TransportStatus.CertificateUntrusted, SessionEnd.Tls)]
    [DataRow(TransportStatus.HandshakeFailed, SessionEnd.Tls)]
    [DataRow(TransportStatus.AuthoritiesUnreadable, SessionEnd.Tls)]
    public void What_keeps_from_connecting_is_told_apart(TransportStatus status, SessionEnd end)
    {
        Stage stage = new Stage();
        TestDevice device = new TestDevice(stage);
        stage.Transport.ConnectStatus = status;
        stage.Transport.FailureText = "why";
        Assert.IsFalse(device.Session.Open());
        Assert.AreEqual(end, device.Session.End);
        Assert.AreEqual("why", device.Session.EndText);
        Assert.AreEqual(SessionState.Closed, device.Session.State);
    }

    [TestMethod]
    public void The_wire_is_logged_without_secrets()
    {
        TestDevice device = OnlineDevice.Create(logsWire: true);
        device.Hears(Ping);
        string wire = device.Stage.Log.WireText;
        Assert.Contains("> <starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>", wire);
        Assert.Contains("<mechanism>SCRAM-SHA-256</mechanism>", wire);
        Assert.Contains("> (login, not shown)", wire);
        Assert.Contains("< (login, not shown)", wire);
        Assert.Contains("< " + Ping, wire);
        Assert.Contains("> <iq type='result' id='1'", wire);
        Assert.DoesNotContain("<auth", wire);
        Assert.DoesNotContain("<challenge", wire);
        Assert.DoesNotContain("<response", wire);
        Assert.DoesNotContain("<success", wire);
    }

    [TestMethod]
    public void Everything_in_one_read_is_answered_in_one_turn()
    {
        TestDevice device = OnlineDevice.Create();
        device.Stage.Transport.Arrive(Ping + Ping + Ping);
        device.Session.Turn(1000);
        Assert.AreEqual(3, device.Stage.Transport.SentCount);
    }

    [TestMethod]
    public void Without_a_router_stanzas_are_dropped()
    {
        TestDevice device = OnlineDevice.Create();
        device.Session.Router = null;
        Assert.AreEqual(0, device.Hears(Ping).Length);
        Assert.AreEqual(SessionState.Online, device.Session.State);
    }

    [TestMethod]
    public void Without_anybody_who_takes_them_messages_and_presence_are_dropped()
    {
        TestDevice device = OnlineDevice.Create();
        device.Session.Router!.Messages = null;
        device.Session.Router.Presence = null;
        Assert.AreEqual(0, device.Hears("<message from='owner@example.com/home'/><presence type='subscribe' from='owner@example.com'/>").Length);
        Assert.AreEqual(SessionState.Online, device.Session.State);
    }
}
