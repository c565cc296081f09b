using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>What a device has read is read out by slixmpp's own plugins (XEP-0323, XEP-0050). It keeps a value for each two seconds
/// here, so that there is something soon.</summary>
[TestClass]
public sealed class HistoryTests
{
    static MeasuredDevice? device;
    static Operator? viewer;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _)
    {
        ProsodyServer server = SharedRig.Prosody;
        var configuration = new DeviceConfiguration(server, await server.AddAccountAsync("device"));
        Account account = await server.AddAccountAsync("viewer");
        configuration.Keys["viewers"] = account.Jid;
        device = new MeasuredDevice(configuration, historySlotSeconds: 2);
        await device.ConnectedAsync();
        viewer = await Operator.LogInAsync(server, account);
        await Task.Delay(TimeSpan.FromSeconds(9));
    }

    [ClassCleanup]
    public static async Task StopAsync()
    {
        device?.Dispose();
        if (viewer is not null)
            await viewer.DisposeAsync();
    }

    [TestMethod]
    public async Task ThePastIsReadOutTheNewestFirst()
    {
        JsonObject[] calls = await viewer!.ReadOutAsync(device!.Jid, null, ["temperature", "light"], ("historical", "true"));
        Assert.AreEqual("accepted done", (string?)calls[0]["result"] + " " + (string?)calls[^1]["result"]);
        JsonObject[] past = [.. calls[1..^1]];
        Assert.IsGreaterThan(2, past.Length);
        DateTimeOffset[] times = [.. past.Select(call => DateTimeOffset.Parse((string)call["timestamp"]!, CultureInfo.InvariantCulture))];
        // A slot in which the device waited for something else is not there.
        CollectionAssert.AreEqual(times.OrderDescending().Distinct().ToArray(), times);
        Assert.IsTrue(times.All(time => time.ToUnixTimeSeconds() % 2 == 0));
        Assert.IsLessThan(TimeSpan.FromSeconds(30), (DateTimeOffset.UtcNow - times[0]).Duration());
        foreach (JsonObject call in past)
        {
            JsonNode temperature = call["fields"]![0]!;
            Assert.AreEqual("temperature °C", (string?)temperature["name"] + " " + (string?)temperature["unit"]);
            Assert.AreEqual("true", (string?)temperature["flags"]!["historicalMinute"]);
            Assert.AreEqual("light", (string?)call["fields"]![1]!["name"]);
        }
    }

    [TestMethod]
    public async Task BetweenTwoMoments()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        string from = Text(now.AddSeconds(-8));
        string to = Text(now.AddSeconds(-4));
        JsonObject[] calls = await viewer!.ReadOutAsync(device!.Jid, null, ["temperature"], ("historical", "true"), ("from", from), ("to", to));
        string[] times = [.. calls[1..^1].Select(call => (string)call["timestamp"]!)];
        Assert.IsInRange(1, 3, times.Length);
        foreach (string time in times)
            Assert.IsTrue(string.CompareOrdinal(from, time) <= 0 && string.CompareOrdinal(time, to) <= 0, time);

        static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
    }

    [TestMethod]
    public async Task ByCommand()
    {
        CommandResult form = await viewer!.ExecuteAsync(device!.Jid, "history");
        Assert.AreEqual("executing list-single", form.Status + " " + form.Fields["sensor"].Type);
        CommandResult result = await viewer!.SubmitAsync(
            device.Jid, form, new Dictionary<string, string> { ["sensor"] = "temperature", ["from"] = "", ["to"] = "" });
        Assert.AreEqual("completed result", result.Status + " " + result.FormType);
        Assert.MatchesRegex("^temperature .* °C, mean .* °C; in steps of ", result.Notes);
        Assert.StartsWith("temperature ", result.Fields["summary"].Value);
        Assert.IsGreaterThan(0, XElement.Parse(result.ToString()).Descendants("{jabber:x:data}item").Count());
    }

    [TestMethod]
    public async Task ABadMomentIsRefused()
    {
        CommandResult form = await viewer!.ExecuteAsync(device!.Jid, "history");
        await Refusal.AssertAsync("modify", "bad-request", () => viewer!.SubmitAsync(
            device!.Jid, form, new Dictionary<string, string> { ["sensor"] = "temperature", ["from"] = "yesterday" }));
    }
}
