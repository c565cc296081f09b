using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>What operators look after a device by, through slixmpp's XEP-0050, on a real Prosody.</summary>
[TestClass]
public sealed class MaintenanceTests : InstalledTests<MaintenanceTests>
{
    [TestMethod]
    [DataRow("publishing-settings", "interval", "60", "-1")]
    [DataRow("alarm-settings", "alarm-above", "100000", "hot")]
    public async Task SettingsGoForthAndBack(string node, string key, string good, string bad)
    {
        CommandResult first = await Owner.ExecuteAsync(Jid, node);
        Assert.AreEqual("executing next", first.Status + " " + string.Join(' ', first.Actions));
        Assert.AreEqual("list-multi", first.Fields["sensors"].Type);
        CommandResult second = await Owner.SubmitAsync(Jid, first, Values("sensors", "humidity"), "next");
        Assert.AreEqual("complete prev", string.Join(' ', second.Actions.Order()));
        Assert.AreEqual(first.SessionId, second.SessionId);
        CommandResult back = await Owner.BackAsync(Jid, second);
        Assert.AreEqual("humidity", back.Fields["sensors"].Value);
        await Refusal.AssertAsync("modify", "bad-request", () => Owner.SubmitAsync(Jid, back, Values("sensors", "light")));
        await Refusal.AssertAsync("modify", "bad-request", () => Owner.BackAsync(Jid, back));
        second = await Owner.SubmitAsync(Jid, back, Values("sensors", "light"), "next");
        string before = second.Fields["light." + key].Value;
        await Refusal.AssertAsync("modify", "bad-request", () => Owner.SubmitAsync(Jid, second, Values("light." + key, bad)));
        Assert.AreEqual(before, (await FieldsAsync(node)).Fields["light." + key].Value);

        CommandResult again = await FieldsAsync(node);
        Assert.AreEqual("canceled", (await Owner.CancelAsync(Jid, again)).Status);
        await Refusal.AssertAsync("modify", "bad-request", () => Owner.SubmitAsync(Jid, again, Values("light." + key, good)));

        CommandResult done = await Owner.SubmitAsync(Jid, await FieldsAsync(node), Values("light." + key, good));
        Assert.AreEqual("completed", done.Status);
        Assert.AreEqual($"light.{key} = {good}", done.Notes);
        Assert.AreEqual(good, (await FieldsAsync(node)).Fields["light." + key].Value);
    }

    [TestMethod]
    public async Task WhatWasDoneIsTold()
    {
        CommandResult form = await Operator.ExecuteAsync(Jid, "timer");
        CommandResult on = await Operator.SubmitAsync(Jid, form, Values("actuator", "pump", "value", "on", "duration", "2 s"));
        Assert.AreEqual("pump is on for 2 s", on.Notes);
        await Viewer.SeeAsync(Jid, presence => presence.Status.Contains("pump on", StringComparison.Ordinal), "the pump on");
        await Viewer.SeeAsync(Jid, presence => presence.Status.Contains("pump off", StringComparison.Ordinal), "the pump off", Viewer.Presences.Count);
        await Operator.ChatAsync(Jid, "fan 30");
        CommandResult log = await Owner.ExecuteAsync(Jid, "command-log");
        string[] lines = log.Notes.Split('\n');
        Assert.EndsWith(" chat: fan is 30 %", lines[0]);
        Assert.MatchesRegex("^[0-9-]+T[0-9:]+Z operator[^ ]+ timer: pump is on for 2 s$", lines[1]);
        Assert.AreEqual("result", log.FormType);
        Assert.Contains(":reported>", log.ToString());
        Assert.Contains("alarms", (await Viewer.CommandsAsync(Jid)).Keys);
        Assert.AreEqual("no alarms", (await Viewer.ExecuteAsync(Jid, "alarms")).Notes);
    }

    [TestMethod]
    [DataRow("operator", "restart")]
    [DataRow("operator", "publishing-settings")]
    [DataRow("operator", "name-and-location")]
    [DataRow("viewer", "command-log")]
    [DataRow("viewer", "timer")]
    [DataRow("viewer", "safe-mode")]
    public async Task WhatIsNotPermittedIsNotThere(string role, string node)
    {
        Assert.DoesNotContain(node, (await Installation.As(role).CommandsAsync(Jid)).Keys);
        await Refusal.AssertAsync("auth", "forbidden", () => Installation.As(role).ExecuteAsync(Jid, node));
    }

    /// <summary>A device of its own: it goes away and comes back.</summary>
    [TestMethod]
    public async Task ARestartIsAnsweredAndKeepsWhatWasSet()
    {
        await using Installation one = await Installation.StartAsync(SharedRig.Prosody);
        await one.Owner.SubmitAsync(
            one.Jid, await one.Owner.ExecuteAsync(one.Jid, "name-and-location"), Values("name", "Shed & pond", "location", "52.1,11.6", "place", "out there"));
        Assert.Contains("client/bot/Shed & pond", (await one.Viewer.DiscoInfoAsync(one.Jid)).Identities);
        await one.Operator.ExecuteAsync(one.Jid, "pump-on");
        CommandResult safe = await one.Operator.SubmitAsync(
            one.Jid, await one.Operator.ExecuteAsync(one.Jid, "safe-mode"), Values("safe-mode", "1", "confirm", "1"));
        Assert.StartsWith("safe mode: ", safe.Notes);
        await one.Viewer.SeeAsync(one.Jid, presence => presence.Status.Contains("safe mode", StringComparison.Ordinal), "safe mode");

        int since = one.Viewer.Presences.Count;
        int lines = one.Device.Log.Count;
        CommandResult form = await one.Owner.ExecuteAsync(one.Jid, "restart");
        Assert.AreEqual("executing", form.Status);
        CommandResult done = await one.Owner.SubmitAsync(one.Jid, form, Values("confirm", "1"));
        Assert.AreEqual("completed restarting", done.Status + " " + done.Notes);
        await one.Viewer.SeeAsync(one.Jid, presence => !presence.IsAvailable && presence.Status == "restarting", "the goodbye", since);
        await one.Device.ConnectedAsync(lines);
        since = one.Viewer.Presences.Count;
        Presence back = await one.Viewer.SeeAsync(one.Jid, presence => presence.IsAvailable, "the device again", since - 1);
        Assert.Contains("safe mode", back.Status);
        Assert.Contains("client/bot/Shed & pond", (await one.Viewer.DiscoInfoAsync(one.Jid)).Identities);
        (string slixmpp, string recomputed) = await one.Viewer.HashCapabilitiesAsync(back);
        Assert.AreEqual(back.Capabilities!.Value.Item2, recomputed);
        Assert.AreEqual(back.Capabilities!.Value.Item2, slixmpp);
        Assert.Contains("obeys nobody in safe mode", (await one.Owner.ExecuteAsync(one.Jid, "pump-on")).Notes);
        await one.Operator.SubmitAsync(one.Jid, await one.Operator.ExecuteAsync(one.Jid, "safe-mode"), Values("safe-mode", "0", "confirm", "true"));
        Assert.AreEqual("pump is on", (await one.Owner.ExecuteAsync(one.Jid, "pump-on")).Notes);
    }

    /// <summary>The second form, of one sensor.</summary>
    static async Task<CommandResult> FieldsAsync(string node) =>
        await Owner.SubmitAsync(Jid, await Owner.ExecuteAsync(Jid, node), Values("sensors", "light"), "next");

    static Dictionary<string, string> Values(params string[] pairs) =>
        Enumerable.Range(0, pairs.Length / 2).ToDictionary(i => pairs[2 * i], i => pairs[(2 * i) + 1]);
}
