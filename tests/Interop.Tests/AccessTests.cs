using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>Deny by default: what viewers may not, and that a stranger learns nothing.</summary>
[TestClass]
public sealed class AccessTests
{
    static readonly string[] changing = ["indicator-off", "indicator-on", "pump-off", "pump-on", "set-actuators"];

    static Installation installation = null!;

    static string Jid => installation.Jid;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _) => installation = await Installation.StartAsync(SharedRig.Prosody);

    [ClassCleanup]
    public static async Task StopAsync() => await installation.DisposeAsync();

    [TestMethod]
    public async Task ViewerIsOfferedWhatReads()
    {
        IReadOnlyDictionary<string, string> commands = await installation.Viewer.CommandsAsync(Jid);
        Assert.Contains("read-sensors", commands.Keys);
        Assert.Contains("device-status", commands.Keys);
        Assert.IsEmpty(commands.Keys.Intersect(changing));
    }

    [TestMethod]
    [DataRow("pump-on")]
    [DataRow("pump-off")]
    [DataRow("indicator-on")]
    [DataRow("indicator-off")]
    [DataRow("set-actuators")]
    public async Task ViewerMayChangeNothing(string command) =>
        await Refusal.AssertAsync("auth", "forbidden", () => installation.Viewer.ExecuteAsync(Jid, command));

    [TestMethod]
    public async Task RefusedCommandDoesNothing()
    {
        await installation.Operator.ExecuteAsync(Jid, "pump-off");
        await Refusal.AssertAsync("auth", "forbidden", () => installation.Viewer.ExecuteAsync(Jid, "pump-on"));
        CommandResult form = await installation.Operator.ExecuteAsync(Jid, "set-actuators");
        Assert.AreEqual("0", form.Fields["pump"].Value);
        await installation.Operator.CancelAsync(Jid, form);
    }

    [TestMethod]
    public async Task StrangersSubscriptionIsRefused()
    {
        await using Operator stranger = await installation.StrangerAsync();
        Assert.IsFalse(await stranger.SubscribeAsync(installation.BareJid));
        Assert.DoesNotContain("to", (await stranger.RosterAsync()).Values);

        // What changes now would reach a subscriber before the viewer's own copy was followed by a later request's answer.
        int since = installation.Viewer.Presences.Count;
        await installation.Operator.ExecuteAsync(Jid, "pump-on");
        await installation.Viewer.SeeAsync(Jid, presence => presence.Status.Contains("pump on", StringComparison.Ordinal), "the pump on", since);
        await installation.Operator.ExecuteAsync(Jid, "pump-off");
        await stranger.RosterAsync();
        Assert.IsFalse(stranger.Presences.Since(0).Any(presence => presence.From == Jid), "A stranger saw the device's presence.");
    }

    [TestMethod]
    public async Task StrangerIsAnsweredAsIfNobodyWereThere()
    {
        await using Operator stranger = await installation.StrangerAsync();
        await AssertNobodyAsync(() => stranger.PingAsync(Jid));
        await AssertNobodyAsync(() => stranger.DiscoInfoAsync(Jid));
        await AssertNobodyAsync(() => stranger.CommandsAsync(Jid));
        await AssertNobodyAsync(() => stranger.VersionAsync(Jid));
        await AssertNobodyAsync(() => stranger.TimeAsync(Jid));
        await AssertNobodyAsync(() => stranger.LastActivityAsync(Jid));
        await AssertNobodyAsync(() => stranger.ExecuteAsync(Jid, "read-sensors"));
        await AssertNobodyAsync(() => stranger.ExecuteAsync(Jid, "pump-on"));
    }

    [TestMethod]
    public async Task OneWhoUnsubscribesSeesNoMore()
    {
        Account account = installation.Viewer.Account;
        await using Operator viewer = await Operator.LogInAsync(SharedRig.Prosody, account, "tablet");
        await viewer.SeeAsync(Jid, presence => presence.IsAvailable, "the device");
        await viewer.UnsubscribeAsync(installation.BareJid);
        await viewer.SeeAsync(Jid, presence => presence.Type == "unavailable", "the end of presence after unsubscribing");
        Assert.AreEqual("none", (await viewer.RosterAsync())[installation.BareJid]);

        Assert.IsTrue(await viewer.SubscribeAsync(installation.BareJid), "It may come back.");
    }

    static Task AssertNobodyAsync(Func<Task> request) => Refusal.AssertAsync("cancel", "service-unavailable", request);
}
