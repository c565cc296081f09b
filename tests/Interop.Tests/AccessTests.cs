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
public sealed class AccessTests : InstalledTests<AccessTests>
{
    static readonly string[] changing = ["indicator-off", "indicator-on", "pump-off", "pump-on", "set-actuators"];

    [TestMethod]
    public async Task ViewerIsOfferedWhatReads()
    {
        IReadOnlyDictionary<string, string> commands = await Viewer.CommandsAsync(Jid);
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
        await Refusal.AssertAsync("auth", "forbidden", () => Viewer.ExecuteAsync(Jid, command));

    [TestMethod]
    public async Task RefusedCommandDoesNothing()
    {
        await Operator.ExecuteAsync(Jid, "pump-off");
        await Refusal.AssertAsync("auth", "forbidden", () => Viewer.ExecuteAsync(Jid, "pump-on"));
        CommandResult form = await Operator.ExecuteAsync(Jid, "set-actuators");
        Assert.AreEqual("0", form.Fields["pump"].Value);
        await Operator.CancelAsync(Jid, form);
    }

    [TestMethod]
    public async Task StrangersSubscriptionIsRefused()
    {
        await using Operator stranger = await Installation.StrangerAsync();
        Assert.IsFalse(await stranger.SubscribeAsync(Installation.BareJid));
        Assert.DoesNotContain("to", (await stranger.RosterAsync()).Values);

        await ChangeAsync();
        await stranger.RosterAsync();
        Assert.DoesNotContain(Jid, stranger.Presences.Since(0).Select(presence => presence.From));
    }

    [TestMethod]
    public async Task StrangerIsAnsweredAsIfNobodyWereThere()
    {
        await using Operator stranger = await Installation.StrangerAsync();
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
        await using Operator viewer = await Operator.LogInAsync(SharedRig.Prosody, Viewer.Account, "tablet");
        await viewer.SeeAsync(Jid, presence => presence.IsAvailable, "the device");
        await viewer.UnsubscribeAsync(Installation.BareJid);
        Assert.AreEqual("none", (await viewer.RosterAsync())[Installation.BareJid]);

        int since = viewer.Presences.Count;
        await ChangeAsync();
        await viewer.RosterAsync();
        Assert.DoesNotContain(Jid, viewer.Presences.Since(since).Select(presence => presence.From));

        Assert.IsTrue(await viewer.SubscribeAsync(Installation.BareJid), "It may come back.");
    }

    /// <summary>Makes the device send presence; who has been sent it has it before the server answers a later request.</summary>
    static async Task ChangeAsync()
    {
        int since = Operator.Presences.Count;
        await Operator.ExecuteAsync(Jid, "pump-on");
        await Operator.SeeAsync(Jid, presence => presence.Status.Contains("pump on", StringComparison.Ordinal), "the pump on", since);
        await Operator.ExecuteAsync(Jid, "pump-off");
    }

    static Task AssertNobodyAsync(Func<Task> request) => Refusal.AssertAsync("cancel", "service-unavailable", request);
}
