using System;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;

namespace Presentity.Host.Tests;

/// <summary>The seam between plaintext and TLS (RFC 6120 §5.4.3.3): no byte of either side of it may get to the other.</summary>
[TestClass]
public sealed class StartTlsTests
{
    const string Proceed = "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";
    const string Injected = "<iq type='set' id='evil'/>";

    [TestMethod]
    public void Bytes_behind_proceed_are_seen_in_plaintext()
    {
        using var link = new Link(tls: false);
        link.Peer.Write(Encoding.UTF8.GetBytes(Proceed + Injected));
        Assert.AreEqual(Proceed + Injected, Encoding.UTF8.GetString(link.Read(Proceed.Length + Injected.Length)));
        Assert.IsFalse(link.Transport.IsSecure);
    }

    [TestMethod]
    public void Bytes_that_the_caller_left_unread_are_not_taken_over()
    {
        using var link = new Link(tls: false);
        link.Peer.Write(Encoding.UTF8.GetBytes(Proceed + Injected));
        Assert.AreEqual(Proceed, Encoding.UTF8.GetString(link.Read(Proceed.Length)));

        Assert.AreEqual(TransportStatus.HandshakeFailed, link.Transport.Secure(Link.Domain, Link.Enough));
        Assert.AreEqual(-1, link.Transport.Read(new byte[100], 0, 100, 0), "a connection that could not be secured is closed");
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(50)]
    public void A_read_that_timed_out_takes_nothing_from_the_handshake(int timeoutMs)
    {
        using var link = new Link(tls: false);
        link.Peer.Write(Encoding.UTF8.GetBytes(Proceed));
        Assert.AreEqual(Proceed, Encoding.UTF8.GetString(link.Read(Proceed.Length)));
        Assert.AreEqual(0, link.Transport.Read(new byte[100], 0, 100, timeoutMs));

        Assert.AreEqual(TransportStatus.Ok, link.Secure(), link.Transport.Failure);

        Assert.IsTrue(link.Transport.IsSecure);
        link.Peer.Write("<stream>"u8);
        Assert.AreEqual("<stream>", Encoding.UTF8.GetString(link.Read(8)));
        Assert.IsTrue(link.Transport.Write("<auth/>"u8.ToArray(), 0, 7));
        var answer = new byte[7];
        link.Peer.ReadExactly(answer);
        Assert.AreEqual("<auth/>", Encoding.UTF8.GetString(answer));
    }
}
