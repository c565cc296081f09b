using System;
using System.Diagnostics;
using System.Linq;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;

namespace Presentity.Host.Tests;

/// <summary>What the transport offers in the handshake, and peers that will not or cannot shake hands.</summary>
[TestClass]
public sealed class HandshakeTests
{
    const string Domain = "alpha.test";

    static readonly TestAuthority Authority = new("Handshake CA");

    [ClassCleanup]
    public static void Clean() => Authority.Dispose();

    [TestMethod]
    [DataRow(SslProtocols.Tls12, "TLS 1.2")]
    [DataRow(SslProtocols.Tls13, "TLS 1.3")]
    public void Version_is_told(SslProtocols version, string expected)
    {
        using var server = new LoopbackServer(LoopbackServer.Tls(Authority.Issue([Domain]), protocols: version));
        using SocketTransport transport = Transport();
        Assert.AreEqual(TransportStatus.Ok, transport.Connect(server.Endpoint(Domain, directTls: true), Link.Enough), transport.Failure);
        Assert.AreEqual(expected, transport.Protection);
        transport.Close();
        Assert.AreEqual("", transport.Protection);
    }

    [TestMethod]
    [DataRow(true, "xmpp-client")]
    [DataRow(false, "")]
    public async Task Server_sees_domain_as_SNI_and_ALPN_only_with_direct_TLS(bool direct, string protocol)
    {
        var seen = new TaskCompletionSource<(string, string)>();
        using var server = new LoopbackServer(LoopbackServer.Tls(Authority.Issue([Domain]), tls =>
        {
            seen.SetResult((tls.TargetHostName, tls.NegotiatedApplicationProtocol.ToString()));
            return tls.ReadAsync(new byte[1]).AsTask();
        }));
        using SocketTransport transport = Transport();
        TransportStatus status = transport.Connect(server.Endpoint(Domain, direct), Link.Enough);
        if (!direct)
            status = transport.Secure(Domain, Link.Enough);
        Assert.AreEqual(TransportStatus.Ok, status, transport.Failure);
        Assert.AreEqual((Domain, protocol), await seen.Task);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Silent_server_costs_the_time_given(bool direct)
    {
        using var server = new LoopbackServer(LoopbackServer.Silent);
        using SocketTransport transport = Transport();
        var time = Stopwatch.StartNew();
        TransportStatus status = transport.Connect(server.Endpoint(Domain, direct), 400);
        if (!direct)
        {
            Assert.AreEqual(TransportStatus.Ok, status);
            status = transport.Secure(Domain, 400);
        }
        Assert.AreEqual(TransportStatus.TimedOut, status);
        Assert.IsInRange(350, 3000, time.ElapsedMilliseconds);
        Assert.AreEqual("alpha.test did not finish the TLS handshake in time; check that the port is right", transport.Failure);
    }

    [TestMethod]
    [DataRow("<?xml version='1.0'?><stream:stream>", DisplayName = "plaintext XMPP")]
    [DataRow("HTTP/1.1 400 Bad Request\r\n\r\n", DisplayName = "HTTP")]
    [DataRow("\x15\x03\x01\x00\x02\x02\x46", DisplayName = "alert protocol_version")]
    [DataRow("", DisplayName = "end")]
    public void Server_without_TLS(string answer)
    {
        using var server = new LoopbackServer(async stream =>
        {
            await stream.ReadAtLeastAsync(new byte[4096], 100);
            await stream.WriteAsync(Encoding.Latin1.GetBytes(answer));
        });
        using SocketTransport transport = Transport();
        Assert.AreEqual(TransportStatus.HandshakeFailed, transport.Connect(server.Endpoint(Domain, directTls: true), Link.Enough));
        Console.WriteLine(transport.Failure);
        StringAssert.StartsWith(transport.Failure, "no agreement on TLS with alpha.test: ");
        StringAssert.EndsWith(transport.Failure,
            "; the server must offer TLS 1.2 or 1.3, and from the first byte (or set tls = starttls)");
        Assert.IsFalse(transport.Failure.Any(char.IsControl), transport.Failure);
    }

    [TestMethod]
    public void Secure_without_a_connection()
    {
        using SocketTransport transport = Transport();
        Assert.AreEqual(TransportStatus.Unreachable, transport.Secure(Domain, Link.Enough));
        Assert.AreEqual("there is no connection to secure", transport.Failure);
    }

    [TestMethod]
    public void Secure_twice()
    {
        using var link = new Link(tls: true);
        Assert.AreEqual(TransportStatus.HandshakeFailed, link.Transport.Secure(Link.Domain, Link.Enough));
        Assert.AreEqual("TLS is in place already", link.Transport.Failure);
        Assert.IsFalse(link.Transport.IsSecure);
    }

    [TestMethod]
    public void Close_says_good_bye()
    {
        using var link = new Link(tls: true, protocols: SslProtocols.Tls12);
        link.Transport.Close();
        // Below TLS: with 1.2 the type of a record can be seen from outside. 21 is an alert, which close_notify is.
        Assert.AreEqual(21, link.Wire.ReadByte());
    }

    static SocketTransport Transport() => new(new TransportOptions { AuthoritiesFile = Authority.File });
}
