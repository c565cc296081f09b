using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>A device at work on ejabberd: what its people see of it and make it do, and that it comes back with its server.</summary>
[TestClass]
public sealed class EjabberdDeviceTests
{
    static Installation? installation;

    static Installation Installation => installation!;

    static string Jid => Installation.Jid;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _) => installation = await Installation.StartAsync(SharedRig.Ejabberd);

    [ClassCleanup]
    public static async Task StopAsync() => await (installation?.DisposeAsync() ?? default);

    [TestMethod]
    public async Task ReadingsAndCapabilitiesAreSeen()
    {
        Presence presence = await Installation.Viewer.SeeAsync(Jid, presence => presence.IsAvailable, "the device's presence");
        Assert.MatchesRegex(@"-?\d+(\.\d+)? °C", presence.Status);
        Assert.IsInRange(-40, 85, presence.Fields["temperature"].Number);
        (string slixmpp, string recomputed) = await Installation.Viewer.HashCapabilitiesAsync(presence);
        Assert.AreEqual(presence.Capabilities!.Value.Ver, slixmpp);
        Assert.AreEqual(presence.Capabilities!.Value.Ver, recomputed);
        Assert.AreEqual("to", (await Installation.Viewer.RosterAsync())[Installation.BareJid]);
    }

    [TestMethod]
    public async Task CommandsRun()
    {
        Operator user = Installation.Operator;
        Assert.HasCount(14, await user.CommandsAsync(Jid));
        foreach (string state in new[] { "on", "off" })
        {
            int since = Installation.Viewer.Presences.Count;
            Assert.AreEqual("completed", (await user.ExecuteAsync(Jid, "pump-" + state)).Status);
            await Installation.Viewer.SeeAsync(
                Jid, presence => presence.Status.Contains("pump " + state, StringComparison.Ordinal), "the pump " + state, since);
        }

        CommandResult form = await user.ExecuteAsync(Jid, "set-actuators");
        var values = new Dictionary<string, string> { ["pump"] = "0", ["indicator"] = "1", ["fan"] = "40" };
        Assert.AreEqual("completed", (await user.SubmitAsync(Jid, form, values)).Status);
        CommandResult after = await user.ExecuteAsync(Jid, "set-actuators");
        Assert.AreEqual("40", after.Fields["fan"].Value);
        Assert.AreEqual("canceled", (await user.CancelAsync(Jid, after)).Status);
        Assert.IsTrue((await user.ExecuteAsync(Jid, "read-sensors")).Fields.ContainsKey("temperature"));
    }

    [TestMethod]
    public async Task WhoMayNotIsRefused()
    {
        await Refusal.AssertAsync("auth", "forbidden", () => Installation.Viewer.ExecuteAsync(Jid, "pump-on"));
        await using Operator stranger = await Installation.StrangerAsync();
        Assert.IsFalse(await stranger.SubscribeAsync(Installation.BareJid));
        await Refusal.AssertAsync("cancel", "service-unavailable", () => stranger.ExecuteAsync(Jid, "pump-on"));
    }

    // Prosody answers a request without exactly one child itself; ejabberd hands it over (RFC 6120 §8.2.3, rule 2).
    [TestMethod]
    [DataRow("")]
    [DataRow("<ping xmlns='urn:xmpp:ping'/><query xmlns='jabber:iq:version'/>")]
    public Task RequestWithoutExactlyOneChildIsBadRequest(string children) =>
        Refusal.AssertAsync("modify", "bad-request", () => Installation.Operator.IqAsync(Jid, "get", children));

    [TestMethod]
    public async Task QuestionsAreAnswered()
    {
        Assert.IsLessThan(Patience.Short, await Installation.Operator.PingAsync(Jid));
        Assert.AreEqual("Presentity", (await Installation.Operator.VersionAsync(Jid)).Name);
        Assert.IsLessThan(TimeSpan.FromSeconds(10), (await Installation.Operator.TimeAsync(Jid) - DateTimeOffset.UtcNow).Duration());
        Assert.IsLessThan(TimeSpan.FromMinutes(20), await Installation.Operator.LastActivityAsync(Jid));
    }

    [TestMethod]
    public async Task PresenceReturnsWithTheServer()
    {
        await using EjabberdServer server = await EjabberdServer.StartAsync();
        await using Installation other = await Installation.StartAsync(server);
        int lines = other.Device.Log.Count;
        // In good order: one that is killed may forget the subscriptions of its last seconds.
        await server.StopAsync();
        await other.Operator.Closed.WaitAsync(Patience.Short);
        await other.Device.Log.WaitAsync(line => line.Contains("disconnected"), Patience.Long, "the device is disconnected", lines);
        await server.StartAgainAsync();
        await other.Device.ConnectedAsync(lines);
        await using Operator returned = await Operator.LogInAsync(server, other.Operator.Account);
        await returned.SeeAsync(other.Jid, presence => presence.IsAvailable, "the device's presence after the restart");
        Assert.AreEqual("completed", (await returned.ExecuteAsync(other.Jid, "pump-on")).Status);
    }
}
