using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>From one host to another: because the server says so (RFC 6120 §4.9.3.19), or because the first came to nothing (§3.2.1).</summary>
[TestClass]
public sealed class OtherHostTests
{
    const string Header =
        "<?xml version='1.0'?><stream:stream from='example.com' id='x' version='1.0' xmlns='jabber:client' "
        + "xmlns:stream='http://etherx.jabber.org/streams'>";

    const string StartTls = "<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:features>";
    const string Proceed = "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";

    [TestMethod]
    [DataRow("other.example.org", "other.example.org", 0)]
    [DataRow("other.example.org:9222", "other.example.org", 9222)]
    [DataRow("192.0.2.1:5222", "192.0.2.1", 5222)]
    [DataRow("[2001:41D0:1:A49b::1]:9222", "2001:41D0:1:A49b::1", 9222)]
    [DataRow(" [2001:db8::1]\n", "2001:db8::1", 0)]
    public void Under_TLS_the_other_host_is_gone_to(string place, string host, int port)
    {
        TestDevice device = Secured();
        device.Hears(Header + Error(place));
        ScriptedTransport transport = device.Stage.Transport;
        Assert.AreEqual(SessionState.Negotiating, device.Session.State);
        Assert.AreEqual(2, transport.Connects);
        Assert.AreEqual(host, transport.Endpoint!.Host);
        Assert.AreEqual(port, transport.Endpoint.Port);
        Assert.AreEqual("example.com", transport.Endpoint.Domain);
        // As the first time: in the clear nothing is said but STARTTLS, and the certificate must be the domain's.
        Assert.IsFalse(transport.Endpoint.DirectTls);
        Secure(device);
        Assert.AreEqual("example.com", transport.SecuredDomain);
        Assert.Contains(place.Trim(), string.Join('\n', device.Stage.Log.Lines.Select(line => line.ToString())));
    }

    [TestMethod]
    public void The_other_host_must_offer_TLS()
    {
        TestDevice device = Secured();
        device.Hears(Header + Error("other.example.org:9222"));
        device.Hears(Header + "<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>SCRAM-SHA-256</mechanism></mechanisms></stream:features>");
        Assert.AreEqual(SessionEnd.Tls, device.Session.End);
    }

    [TestMethod]
    public void From_direct_TLS_it_goes_on_with_direct_TLS()
    {
        var device = new TestDevice(new Stage(new System.Collections.Hashtable { ["direct-tls"] = "" }));
        device.Open();
        device.Hears(Header + Error("other.example.org:443"));
        Assert.AreEqual("other.example.org", device.Stage.Transport.Endpoint!.Host);
        Assert.IsTrue(device.Stage.Transport.Endpoint.DirectTls);
    }

    [TestMethod]
    public void Before_TLS_anybody_may_have_said_so()
    {
        var device = new TestDevice(new Stage());
        device.Open();
        device.Hears(Header + Error("evil.example.net:5222"));
        Assert.AreEqual(SessionState.Closed, device.Session.State);
        Assert.AreEqual(SessionEnd.StreamError, device.Session.End);
        Assert.AreEqual(1, device.Stage.Transport.Connects);
        device.Open();
        Assert.AreEqual("server.example.com", device.Stage.Transport.Endpoint!.Host);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("a b")]
    [DataRow("other.example.org:99999")]
    [DataRow("2001:db8::1")]
    public void What_is_no_host_is_an_end(string place)
    {
        TestDevice device = Secured();
        device.Hears(Header + Error(place));
        Assert.AreEqual(SessionEnd.StreamError, device.Session.End);
        Assert.AreEqual(1, device.Stage.Transport.Connects);
    }

    [TestMethod]
    public void Round_and_round_has_an_end()
    {
        TestDevice device = Secured();
        for (int i = 0; i < 10 && device.Session.State == SessionState.Negotiating; i++)
        {
            device.Hears(Header + Error(i % 2 == 0 ? "b.example.org:1" : "a.example.org:1"));
            if (device.Session.State == SessionState.Negotiating)
                Secure(device);
        }

        Assert.AreEqual(SessionEnd.StreamError, device.Session.End);
        Assert.AreEqual(4, device.Stage.Transport.Connects, "the server, and three that it was sent to");
        // The next session begins at the beginning, with all of its leaps.
        device.Open();
        Assert.AreEqual("server.example.com", device.Stage.Transport.Endpoint!.Host);
    }

    [TestMethod]
    public void A_host_that_is_not_there_ends_the_session_and_the_next_begins_at_the_server()
    {
        TestDevice device = Secured();
        device.Stage.Transport.ConnectStatus = TransportStatus.Unreachable;
        device.Stage.Transport.FailureText = "other.example.org cannot be reached";
        device.Hears(Header + Error("other.example.org"));
        Assert.AreEqual(SessionEnd.Network, device.Session.End);
        Assert.AreEqual("other.example.org cannot be reached", device.Session.EndText);
        device.Stage.Transport.ConnectStatus = TransportStatus.Ok;
        Assert.IsTrue(device.Session.Open());
        Assert.AreEqual("server.example.com", device.Stage.Transport.Endpoint!.Host);
    }

    [TestMethod]
    public void While_online_it_is_an_end_and_the_next_session_begins_there()
    {
        TestDevice device = OnlineDevice.Create();
        device.Hears(Error("other.example.org:9222"));
        Assert.AreEqual(SessionEnd.StreamError, device.Session.End);
        Assert.AreEqual(1, device.Stage.Transport.Connects);
        device.Open();
        Assert.AreEqual("other.example.org", device.Stage.Transport.Endpoint!.Host);
        Assert.AreEqual("example.com", device.Stage.Transport.Endpoint.Domain);
        device.Stage.Transport.Cut("lost");
        device.Turn(1000);
        device.Open();
        Assert.AreEqual("server.example.com", device.Stage.Transport.Endpoint.Host);
    }

    [TestMethod]
    [DataRow("", DisplayName = "says nothing")]
    [DataRow("HTTP/1.1 400 Bad Request", DisplayName = "is no XMPP")]
    [DataRow(Header + "<stream:features/>", DisplayName = "offers no TLS")]
    [DataRow(Header + "<stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>", DisplayName = "knows nothing of it")]
    [DataRow(Header + "</stream:stream>", DisplayName = "closes")]
    public void A_host_that_comes_to_nothing_before_TLS_is_followed_by_the_next(string says)
    {
        var device = new TestDevice(new Stage());
        device.Stage.Transport.Others = 2;
        device.Open();
        long start = device.Stage.Clock.Milliseconds;
        device.Hears(says);
        for (int i = 0; i < 100 && device.Stage.Transport.Connects == 1; i++)
            device.Turn(1000);
        Assert.AreEqual(2, device.Stage.Transport.Connects);
        Assert.IsLessThanOrEqualTo(device.Options.ConnectTimeoutMs, device.Stage.Clock.Milliseconds - start);
        Assert.AreEqual(SessionState.Negotiating, device.Session.State);
        Secure(device);
        Assert.IsFalse(device.Stage.Transport.HasAnother);
        device.Stage.Transport.Cut();
        device.Turn(1000);
        Assert.AreEqual(SessionEnd.Network, device.Session.End);
        Assert.AreEqual(2, device.Stage.Transport.Connects, "behind TLS there is no other host");
    }

    [TestMethod]
    public void A_wrong_certificate_is_followed_by_the_next_host_too()
    {
        var device = new TestDevice(new Stage());
        device.Stage.Transport.Others = 1;
        device.Stage.Transport.SecureStatus = TransportStatus.CertificateHostMismatch;
        device.Open();
        device.Hears(Header + StartTls);
        device.Hears(Proceed);
        Assert.AreEqual(2, device.Stage.Transport.Connects);
        device.Hears(Header + StartTls);
        device.Hears(Proceed);
        Assert.AreEqual(SessionEnd.Tls, device.Session.End);
        Assert.AreEqual(2, device.Stage.Transport.Connects);
    }

    [TestMethod]
    public void The_last_host_ends_the_session()
    {
        var device = new TestDevice(new Stage());
        device.Stage.Transport.Others = 3;
        device.Open();
        for (int i = 0; i < 300 && device.Session.State != SessionState.Closed; i++)
            device.Turn(1000);
        Assert.AreEqual(SessionEnd.TimedOut, device.Session.End);
        Assert.AreEqual(4, device.Stage.Transport.Connects);
    }

    [TestMethod]
    public void Who_is_told_to_stop_tries_nobody_else()
    {
        var device = new TestDevice(new Stage());
        device.Stage.Transport.Others = 3;
        device.Open();
        device.Session.Close();
        for (int i = 0; i < 10; i++)
            device.Turn(1000);
        Assert.AreEqual(SessionEnd.Closed, device.Session.End);
        Assert.AreEqual(1, device.Stage.Transport.Connects);
    }

    static string Error(string place) =>
        "<stream:error><see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>" + place + "</see-other-host></stream:error>";

    /// <summary>A device under TLS, before the login.</summary>
    static TestDevice Secured()
    {
        var device = new TestDevice(new Stage());
        device.Open();
        Secure(device);
        return device;
    }

    static void Secure(TestDevice device)
    {
        device.Hears(Header + StartTls);
        Assert.AreEqual("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>", device.Stage.Transport.LastSent());
        int before = device.Stage.Transport.Secures;
        device.Hears(Proceed);
        Assert.AreEqual(before + 1, device.Stage.Transport.Secures);
        Assert.IsTrue(device.Stage.Transport.IsSecure);
    }
}
