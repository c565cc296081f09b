using System;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>The rig itself: what the other tests take for granted about the server and the operators.</summary>
[TestClass]
public sealed class RigTests
{
    static ProsodyServer Prosody => SharedRig.Prosody;

    [TestMethod]
    public async Task OperatorsMeet()
    {
        await using Operator one = await Operator.LogInAsync(Prosody, await Prosody.AddAccountAsync("one"));
        await using Operator two = await Operator.LogInAsync(Prosody, await Prosody.AddAccountAsync("two"), direct: true);

        Assert.IsTrue(await one.SubscribeAsync(two.Jid));
        Presence presence = await one.SeeAsync(two.FullJid, presence => presence.IsAvailable, "the other's presence");
        (string slixmpp, string recomputed) = await one.HashCapabilitiesAsync(presence);
        Assert.AreEqual(presence.Capabilities!.Value.Ver, slixmpp);
        Assert.AreEqual(presence.Capabilities.Value.Ver, recomputed);

        Assert.Contains("urn:xmpp:ping", (await one.DiscoInfoAsync(two.FullJid)).Features);
        Assert.IsLessThan(Patience.Short, await one.PingAsync(two.FullJid));
        Assert.AreEqual("to", (await one.RosterAsync())[two.Jid]);
        Assert.IsEmpty(await one.CommandsAsync(two.FullJid));

        await two.SayAsync(one.FullJid, "hello");
        await one.Messages.WaitAsync(message => message.Value == "hello", Patience.Short, "the message");
        await two.LogOutAsync();
        await one.SeeAsync(two.FullJid, presence => presence.Type == "unavailable", "the end of the other");
    }

    [TestMethod]
    [DataRow("alpha.test", "PLAIN SCRAM-SHA-1 SCRAM-SHA-256", DisplayName = "the main host")]
    [DataRow("sha1.alpha.test", "PLAIN SCRAM-SHA-1", DisplayName = "a Prosody as it comes")]
    [DataRow("sha256.alpha.test", "PLAIN SCRAM-SHA-256", DisplayName = "the stronger hash")]
    [DataRow("plainonly.alpha.test", "PLAIN", DisplayName = "PLAIN alone")]
    public async Task HostsOfferTheirMechanisms(string host, string mechanisms)
    {
        Account account = await Prosody.AddAccountAsync("user", host);
        Assert.IsFalse(Prosody.HasLoggedIn(account));
        await using Operator user = await Operator.LogInAsync(Prosody, account);
        Assert.IsTrue(Prosody.HasLoggedIn(account));
        Assert.AreEqual(mechanisms, string.Join(' ', user.Offered));
        Assert.AreEqual("TLSv1.3", user.Tls);
    }

    [TestMethod]
    [DataRow("expired.alpha.test", "expired")]
    [DataRow("selfsigned.alpha.test", "self-signed")]
    [DataRow("wronghost.alpha.test", "Hostname mismatch")]
    public async Task OperatorsRefuseBadCertificates(string host, string why)
    {
        Account account = await Prosody.AddAccountAsync("user", host);
        foreach (bool direct in new[] { false, true })
        {
            RefusedException refused = await Assert.ThrowsExactlyAsync<RefusedException>(
                () => Operator.LogInAsync(Prosody, account, direct: direct));
            Assert.AreEqual("certificate", refused.Condition);
            Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public async Task ErrorsArriveAsErrors()
    {
        await using Operator user = await Operator.LogInAsync(Prosody, await Prosody.AddAccountAsync("user"));
        RefusedException refused = await Assert.ThrowsExactlyAsync<RefusedException>(
            () => user.IqAsync(ProsodyServer.Domain, "get", "<nothing xmlns='urn:example:nothing'/>"));
        Assert.AreEqual("service-unavailable", refused.Condition);
        Assert.AreEqual("cancel", refused.Type);
    }

    [TestMethod]
    public async Task KilledServerComesBackWithItsAccounts()
    {
        await using ProsodyServer server = await ProsodyServer.StartAsync();
        Account account = await server.AddAccountAsync("user");
        Operator before = await Operator.LogInAsync(server, account);
        await server.KillAsync();
        await before.Closed.WaitAsync(Patience.Short);

        await server.StartAgainAsync();
        await using Operator after = await Operator.LogInAsync(server, account);
        Assert.AreEqual("SCRAM-SHA-256", after.Mechanism);
    }
}
