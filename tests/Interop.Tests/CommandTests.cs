using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>Every ad-hoc command, found and run by those who may (XEP-0050), with its effect read back.</summary>
[TestClass]
public sealed class CommandTests : InstalledTests<CommandTests>
{
    static readonly string[] all =
    [
        "alarms", "command-log", "device-status", "history", "identify", "indicator-off", "indicator-on", "pump-off", "pump-on", "read-chosen",
        "read-sensors", "safe-mode", "set-actuators", "timer",
    ];

    [TestMethod]
    [DataRow("owner", "access alarm-settings name-and-location publishing-settings restart")]
    [DataRow("operator", "")]
    public async Task AreAllListedWithAName(string role, string more)
    {
        IReadOnlyDictionary<string, string> commands = await Installation.As(role).CommandsAsync(Jid);
        string[] wanted = [.. all, .. more.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        CollectionAssert.AreEqual(wanted.Order().ToArray(), commands.Keys.Order().ToArray());
        Assert.DoesNotContain("", commands.Values);
    }

    [TestMethod]
    [DataRow("owner", "pump")]
    [DataRow("operator", "pump")]
    [DataRow("owner", "indicator")]
    [DataRow("operator", "indicator")]
    public async Task SwitchesSwitch(string role, string name)
    {
        Operator user = Installation.As(role);
        foreach (string state in new[] { "on", "off", "on", "on", "off" })
        {
            CommandResult result = await user.ExecuteAsync(Jid, $"{name}-{state}");
            Assert.AreEqual("completed", result.Status);
            Assert.MatchesRegex($"(?i){name} (is )?{state}", result.Notes);
            Assert.AreEqual(state == "on" ? "1" : "0", (await ActuatorsAsync(user)).Fields[name].Value);
        }
    }

    [TestMethod]
    [DataRow("owner")]
    [DataRow("operator")]
    public async Task SwitchingShowsInPresenceAtOnce(string role)
    {
        foreach (string state in new[] { "on", "off" })
        {
            int since = Viewer.Presences.Count;
            await Installation.As(role).ExecuteAsync(Jid, "pump-" + state);
            await Viewer.SeeAsync(
                Jid, presence => presence.Status.Contains("pump " + state, StringComparison.Ordinal), "the pump " + state, since);
        }
    }

    [TestMethod]
    [DataRow("owner")]
    [DataRow("operator")]
    [DataRow("viewer")]
    public async Task SensorsAreRead(string role)
    {
        CommandResult result = await Installation.As(role).ExecuteAsync(Jid, "read-sensors");
        Assert.AreEqual("completed", result.Status);
        Assert.AreEqual("result", result.FormType);
        Assert.IsInRange(-40, 85, Leading(result.Fields["temperature"].Value));
        Assert.IsInRange(0, 100, Leading(result.Fields["humidity"].Value));
        Assert.IsGreaterThanOrEqualTo(0, Leading(result.Fields["light"].Value));
        Assert.IsTrue(result.Fields.ContainsKey("button"));
    }

    [TestMethod]
    [DataRow("owner")]
    [DataRow("operator")]
    [DataRow("viewer")]
    public async Task StatusTellsAboutTheDevice(string role)
    {
        CommandResult result = await Installation.As(role).ExecuteAsync(Jid, "device-status");
        Assert.AreEqual("completed", result.Status);
        Assert.AreEqual("result", result.FormType);
        Assert.IsTrue(result.Fields.ContainsKey("uptime"), result.ToString());
    }

    [TestMethod]
    [DataRow("owner")]
    [DataRow("operator")]
    public async Task IdentifyShowsWhichDeviceItIs(string role)
    {
        CommandResult result = await Installation.As(role).ExecuteAsync(Jid, "identify");
        Assert.AreEqual("completed", result.Status);
        Assert.AreNotEqual("", result.Notes);
    }

    [TestMethod]
    [DataRow("owner")]
    [DataRow("operator")]
    public async Task FormSetsAllActuators(string role)
    {
        Operator user = Installation.As(role);
        foreach ((string pump, string indicator, string fan) in new[] { ("1", "0", "40"), ("0", "1", "100"), ("0", "0", "0") })
        {
            CommandResult form = await ActuatorsAsync(user, cancel: false);
            Assert.AreEqual("boolean", form.Fields["pump"].Type);
            Assert.AreEqual("boolean", form.Fields["indicator"].Type);
            Assert.AreEqual("text-single", form.Fields["fan"].Type);
            Assert.DoesNotContain("", form.Fields.Values.Select(field => field.Label));
            Assert.Contains("complete", form.Actions);

            CommandResult done = await user.SubmitAsync(
                Jid, form, new Dictionary<string, string> { ["pump"] = pump, ["indicator"] = indicator, ["fan"] = fan });
            Assert.AreEqual("completed", done.Status);

            CommandResult after = await ActuatorsAsync(user);
            Assert.AreEqual($"{pump} {indicator} {fan}", string.Join(' ', new[] { "pump", "indicator", "fan" }.Select(name => after.Fields[name].Value)));
        }
    }

    [TestMethod]
    [DataRow("fan", "101")]
    [DataRow("fan", "-1")]
    [DataRow("fan", "fast")]
    [DataRow("pump", "perhaps")]
    [DataRow("nothing", "1")]
    public async Task BadFormChangesNothing(string name, string value)
    {
        CommandResult form = await ActuatorsAsync(Operator, cancel: false);
        var values = form.Fields.Where(field => field.Value.Type != "hidden").ToDictionary(field => field.Key, field => field.Value.Value);
        values["indicator"] = values["indicator"] == "1" ? "0" : "1";
        values[name] = value;
        await Refusal.AssertAsync("modify", "bad-request", () => Operator.SubmitAsync(Jid, form, values));
        CommandResult after = await ActuatorsAsync(Operator);
        Assert.AreEqual(form.Fields["indicator"].Value, after.Fields["indicator"].Value);
    }

    [TestMethod]
    public async Task BlankFieldLeavesItsActuatorAsItIs()
    {
        foreach ((string fan, string indicator) in new[] { ("30", "0"), ("", "1"), ("", "0") })
        {
            CommandResult form = await ActuatorsAsync(Operator, cancel: false);
            var values = new Dictionary<string, string> { ["fan"] = fan, ["indicator"] = indicator };
            Assert.AreEqual("completed", (await Operator.SubmitAsync(Jid, form, values)).Status);
            CommandResult after = await ActuatorsAsync(Operator);
            Assert.AreEqual("30 " + indicator, after.Fields["fan"].Value + " " + after.Fields["indicator"].Value);
        }
    }

    [TestMethod]
    public async Task CancelledFormChangesNothing()
    {
        CommandResult form = await ActuatorsAsync(Operator, cancel: false);
        CommandResult cancelled = await Operator.CancelAsync(Jid, form);
        Assert.AreEqual("canceled", cancelled.Status);
        await Refusal.AssertAsync("modify", "bad-request", () => Operator.SubmitAsync(
            Jid, form, new Dictionary<string, string> { ["pump"] = "1", ["indicator"] = "1", ["fan"] = "7" }));
        Assert.AreNotEqual("7", (await ActuatorsAsync(Operator)).Fields["fan"].Value);
    }

    [TestMethod]
    public async Task SessionsAreTheirOwnersAlone()
    {
        CommandResult form = await ActuatorsAsync(Operator, cancel: false);
        await Refusal.AssertAsync("modify", "bad-request", () => Owner.SubmitAsync(
            Jid, form, new Dictionary<string, string> { ["pump"] = "1", ["indicator"] = "1", ["fan"] = "8" }));
        await Operator.CancelAsync(Jid, form);
    }

    /// <summary>The form with the actuators as they are now.</summary>
    static async Task<CommandResult> ActuatorsAsync(Operator user, bool cancel = true)
    {
        CommandResult form = await user.ExecuteAsync(Jid, "set-actuators");
        Assert.AreEqual("executing", form.Status);
        Assert.AreEqual("form", form.FormType);
        if (cancel)
            await user.CancelAsync(Jid, form);
        return form;
    }

    /// <summary>The number that a text such as `21.4 °C` begins with.</summary>
    static double Leading(string text) => double.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture);
}
