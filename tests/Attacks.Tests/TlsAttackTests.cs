using System;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Loopback;
using Presentity.Xmpp;

namespace Presentity.Attacks.Tests;

/// <summary>Somebody between device and server would have it speak in clear, or with him: it says neither who it is nor its
/// password.</summary>
[TestClass]
public sealed class TlsAttackTests
{
    const string Mechanisms =
        "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>SCRAM-SHA-256</mechanism><mechanism>PLAIN</mechanism>"
        + "</mechanisms>";

    // RFC 6120 §13.9.4
    [TestMethod]
    [DataRow("", DisplayName = "nothing is offered")]
    [DataRow(Mechanisms, DisplayName = "a login is offered instead")]
    public async Task StartTlsTakenAway(string offered)
    {
        HostileConnection? seen = null;
        Ordeal ordeal = await HostileServer.AttackAsync(async server =>
        {
            seen = server;
            await server.OpenAsync($"<stream:features>{offered}</stream:features>");
            await server.HearOutAsync();
        });
        ordeal.AssertEnd(SessionEnd.Tls, "the server offers no TLS: nothing is sent without it");
        AssertNothingGivenAway(seen!.Heard);
    }

    [TestMethod]
    public async Task StartTlsRefused()
    {
        HostileConnection? seen = null;
        Ordeal ordeal = await HostileServer.AttackAsync(async server =>
        {
            seen = server;
            await server.ProceedAsync("<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
            await server.SayAsync($"<stream:features>{Mechanisms}</stream:features>");
            await server.HearOutAsync();
        });
        ordeal.AssertEnd(SessionEnd.Tls, "the server refused to start TLS");
        AssertNothingGivenAway(seen!.Heard);
    }

    // RFC 6120 §5.4.3.3, CVE-2011-0411
    [TestMethod]
    [DataRow(HostileConnection.Header + "<stream:features/>", DisplayName = "a stream")]
    [DataRow("<iq type='set' id='x'><query xmlns='jabber:iq:roster'/></iq>", DisplayName = "a stanza")]
    [DataRow(" ", DisplayName = "a space")]
    public async Task BytesBehindProceed(string bytes)
    {
        HostileConnection? seen = null;
        Ordeal ordeal = await HostileServer.AttackAsync(async server =>
        {
            seen = server;
            await server.ProceedAsync(HostileConnection.Proceed + bytes);
            await server.HearOutAsync();
        });
        ordeal.AssertEnd(SessionEnd.Violation, "somebody put bytes into the stream before TLS was in place; this may be an attack");
        AssertNothingGivenAway(seen!.Heard);
    }

    // The same, once the device has begun its handshake: what comes then cannot be anything but part of that.
    [TestMethod]
    public async Task BytesInsteadOfAHandshake()
    {
        HostileConnection? seen = null;
        Ordeal ordeal = await HostileServer.AttackAsync(async server =>
        {
            seen = server;
            await server.ProceedAsync();
            await server.Raw.ReadAtLeastAsync(new byte[100], 100);
            await server.SayAsync(HostileConnection.Header + $"<stream:features>{Mechanisms}</stream:features>");
            await server.HearOutAsync();
        });
        ordeal.AssertEnd(SessionEnd.Tls, "no agreement on TLS with localhost: ");
        AssertNothingGivenAway(seen!.Heard);
    }

    // RFC 6120 §13.7.2, RFC 6125
    [TestMethod]
    [DataRow("wrong", "the certificate was issued by \"Somebody's CA\", which is not in ")]
    [DataRow("expired", "the certificate of localhost expired on ")]
    [DataRow("early", "the certificate of localhost is not valid before ")]
    [DataRow("self-signed", "the certificate of localhost is self-signed and not in ")]
    [DataRow("host", "the certificate is for elsewhere.example, not localhost; ")]
    public async Task Certificates(string kind, string said)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using var somebody = new CertificateAuthority("Somebody's CA");
        using X509Certificate2 certificate = kind switch
        {
            "wrong" => somebody.Issue("localhost"),
            "expired" => HostileServer.Authority.Issue("localhost", now.AddDays(-30), now.AddDays(-1)),
            "early" => HostileServer.Authority.Issue("localhost", now.AddDays(1), now.AddDays(30)),
            "host" => HostileServer.Authority.Issue("elsewhere.example"),
            _ => CertificateAuthority.SelfSigned("localhost"),
        };
        foreach (bool direct in new[] { false, true })
        {
            HostileConnection? seen = null;
            Ordeal ordeal = await HostileServer.AttackAsync(
                async server =>
                {
                    seen = server;
                    if (!direct)
                        await server.ProceedAsync();
                    await server.TryHandshakeAsync();
                },
                direct, certificate: certificate);
            ordeal.AssertEnd(SessionEnd.Tls, said);
            AssertNothingGivenAway(seen!.Heard);
        }
    }

    /// <summary>RFC 6120 §4.7.1: not even the account.</summary>
    static void AssertNothingGivenAway(string heard)
    {
        Assert.DoesNotContain("auth", heard);
        Assert.DoesNotContain("device", heard);
        Assert.DoesNotContain("from=", heard);
    }
}
