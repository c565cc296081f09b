using System;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Loopback;
using Presentity.Xmpp;

namespace Presentity.Attacks.Tests;

/// <summary>A server, or somebody before it who has its certificate, does what it must not in a login: each attack ends it, in plain
/// words, and in both profiles of SASL.</summary>
[TestClass]
public sealed class LoginAttackTests
{
    static readonly string[] Everything =
        ["SCRAM-SHA-512-PLUS", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-1-PLUS", "SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN"];

    [TestMethod]
    public Task WrongSignature() => AssertCaughtAsync(new Misbehaviour { WrongSignature = true }, "the server sent a wrong signature");

    [TestMethod]
    public Task NoSignature() => AssertCaughtAsync(new Misbehaviour { NoSignature = true }, "the server sent no signature");

    [TestMethod]
    public Task ForeignNonce() => AssertCaughtAsync(new Misbehaviour { ForeignNonce = true }, "a nonce that does not continue ours");

    [TestMethod]
    public Task NonceThatAddsNothing() => AssertCaughtAsync(
        new Misbehaviour { Challenge = challenge => "r=" + challenge[2..26] + challenge[challenge.IndexOf(',')..] },
        "a nonce that does not continue ours");

    [TestMethod]
    [DataRow(1, "only 1 iterations, fewer than 4096")]
    [DataRow(4095, "only 4095 iterations, fewer than 4096")]
    [DataRow(10_000_000, "10000000 iterations, more than 500000")]
    public Task Iterations(int count, string said) => AssertCaughtAsync(new Misbehaviour { AnnouncedIterations = count }, said);

    [TestMethod]
    [DataRow("*", "the server sent something that is not base 64")]
    [DataRow("=", "the server sent something that is not base 64")]
    public Task BrokenBase64(string more, string said) => AssertCaughtAsync(new Misbehaviour { Encoded = text => text + more }, said);

    [TestMethod]
    public async Task ExtensionsThatMustBeUnderstood()
    {
        await AssertCaughtAsync(new Misbehaviour { Challenge = challenge => "m=more," + challenge }, "a message that is not SCRAM");
        await AssertCaughtAsync(new Misbehaviour { Challenge = challenge => challenge + ",m=more" }, "an extension that nobody knows");
    }

    [TestMethod]
    public Task PlainAlone() => AssertCaughtAsync(new Misbehaviour { ShownMechanisms = ["PLAIN"], ShownBindings = [] }, "it offers PLAIN");

    // XEP-0474: it is the first login, and nothing is known of the server.
    [TestMethod]
    [DataRow("SCRAM-SHA-1-PLUS SCRAM-SHA-1", "tls-exporter tls-server-end-point", DisplayName = "mechanisms")]
    [DataRow("SCRAM-SHA-512-PLUS SCRAM-SHA-256-PLUS SCRAM-SHA-1-PLUS SCRAM-SHA-512 SCRAM-SHA-256 SCRAM-SHA-1 PLAIN", "tls-unique", DisplayName = "types")]
    public Task ChangedOffer(string mechanisms, string types) => AssertCaughtAsync(
        new Misbehaviour { ShownMechanisms = mechanisms.Split(' '), ShownBindings = types.Split(' ') },
        "the server's offer of mechanisms has been changed on the way; this may be an attack");

    [TestMethod]
    public Task WrongHashOfTheOffer() => AssertCaughtAsync(
        new Misbehaviour { Challenge = challenge => challenge[..challenge.IndexOf(",h=")] + ",h=AAAA" },
        "the server's offer of mechanisms has been changed on the way");

    // The server is told by "y" that the client could have bound the login, and knows that it did offer it (RFC 5802 §6).
    [TestMethod]
    public async Task BindingTakenAway()
    {
        var options = new LoopbackOptions
        {
            Mechanisms = Everything,
            SignsOffer = false,
            Misbehaviour = new Misbehaviour { ShownMechanisms = ["SCRAM-SHA-512", "SCRAM-SHA-256"], ShownBindings = [] },
        };
        await AssertCaughtAsync(options, new Credentials("device", "device-pass"), "somebody between us has taken them away");
    }

    [TestMethod]
    public Task BindingTypesWithoutMechanisms() => AssertCaughtAsync(
        new Misbehaviour { ShownMechanisms = ["SCRAM-SHA-512", "SCRAM-SHA-256"] }, "somebody may have taken it away: nothing was sent");

    [TestMethod]
    [DataRow("SCRAM-SHA-512 SCRAM-SHA-1", "", "it was SCRAM-SHA-512-PLUS, and the best now is SCRAM-SHA-512", DisplayName = "the binding is gone")]
    [DataRow("SCRAM-SHA-256-PLUS", "tls-exporter", "it was SCRAM-SHA-512-PLUS, and the best now is SCRAM-SHA-256-PLUS", DisplayName = "the hash is gone")]
    [DataRow("PLAIN", "", "it was SCRAM-SHA-512-PLUS, and the best now is PLAIN", DisplayName = "all is gone")]
    public async Task WhatWasUsedIsNotForgotten(string mechanisms, string types, string said)
    {
        var credentials = new Credentials("device", "device-pass") { AllowsPlain = true };
        await using (LoopbackServer server = Serve(new LoopbackOptions { Mechanisms = Everything }))
        {
            var device = new AttackedDevice(server.StartTlsPort, server.Authority) { Credentials = credentials, LeavesAtOnce = true };
            Assert.Contains("TLS 1.3, SCRAM-SHA-512-PLUS", (await device.SufferAsync()).Log);
        }

        // Somebody else's server, with a hash that fits what it shows.
        var options = new LoopbackOptions { Mechanisms = mechanisms.Split(' '), ChannelBindings = types.Split(' ') };
        await AssertCaughtAsync(options, credentials, said);
    }

    static Task AssertCaughtAsync(Misbehaviour misbehaviour, string said) => AssertCaughtAsync(
        new LoopbackOptions { Mechanisms = Everything, Misbehaviour = misbehaviour }, new Credentials("device", "device-pass"), said);

    static async Task AssertCaughtAsync(LoopbackOptions options, Credentials credentials, string said)
    {
        foreach (bool direct in new[] { false, true })
            foreach (bool newer in new[] { false, true })
                await AssertCaughtAsync(options with { Sasl2 = newer }, credentials, said, direct);
    }

    static async Task AssertCaughtAsync(LoopbackOptions options, Credentials credentials, string said, bool direct)
    {
        await using LoopbackServer server = Serve(options);
        int port = direct ? server.DirectTlsPort : server.StartTlsPort;
        var device = new AttackedDevice(port, server.Authority) { Credentials = credentials, DirectTls = direct };
        // Ten million rounds would take longer.
        (await device.SufferAsync()).AssertEnd(SessionEnd.Authentication, said, TimeSpan.FromSeconds(5));
        // By SASL 2 the server has begun a session when the device finds out that it cannot be believed.
        for (int wait = 0; wait < 500 && server.Sessions.Count > 0; wait++)
            await Task.Delay(10);
        Assert.IsEmpty(server.Sessions);
    }

    static LoopbackServer Serve(LoopbackOptions options)
    {
        var server = new LoopbackServer(options);
        server.AddAccount("device", "device-pass");
        server.Start();
        return server;
    }
}
