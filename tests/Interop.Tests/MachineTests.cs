using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Operators;

namespace Presentity.Interop.Tests;

/// <summary>Programs at work: slixmpp's own plugins for XEP-0323, XEP-0325 and XEP-0009 read the device and set it.</summary>
[TestClass]
public sealed class MachineTests : InstalledTests<MachineTests>
{
    [TestMethod]
    [DataRow("momentary")]
    [DataRow("all")]
    public async Task EverythingIsReadOut(string flag)
    {
        JsonObject[] calls = await Viewer.ReadOutAsync(Jid, flags: (flag, "true"));
        // A device that has been at work for five minutes has a past, too.
        Assert.MatchesRegex("^accepted( fields)+ done$", Results(calls));
        JsonArray fields = calls[1]["fields"]!.AsArray();
        Assert.AreEqual("device", (string?)calls[1]["nodeId"]);
        Assert.AreEqual("temperature humidity light button pump indicator fan", string.Join(' ', fields.Select(field => (string?)field!["name"])));
        JsonNode temperature = fields[0]!;
        Assert.AreEqual("numeric °C", (string?)temperature["typename"] + " " + (string?)temperature["unit"]);
        Assert.IsInRange(-40, 85, double.Parse((string)temperature["value"]!, CultureInfo.InvariantCulture));
        TimeSpan age = DateTimeOffset.UtcNow - DateTimeOffset.Parse((string)calls[1]["timestamp"]!, CultureInfo.InvariantCulture);
        Assert.IsLessThan(TimeSpan.FromSeconds(10), age.Duration());
    }

    [TestMethod]
    public async Task FieldsAreReadByTheirNames()
    {
        JsonObject[] calls = await Viewer.ReadOutAsync(Jid, ["device"], ["light", "pump"], ("momentary", "true"));
        Assert.AreEqual("light pump", string.Join(' ', calls[1]["fields"]!.AsArray().Select(field => (string?)field!["name"])));
    }

    [TestMethod]
    [DataRow(null, "pressure", "there is no field pressure")]
    [DataRow("kitchen", null, "there is one node: device")]
    public async Task WhatThereIsNotIsRejected(string? node, string? field, string text)
    {
        JsonObject[] calls = await Viewer.ReadOutAsync(Jid, node is null ? null : [node], field is null ? null : [field], ("momentary", "true"));
        Assert.AreEqual("rejected", Results(calls));
        Assert.AreEqual(text, (string?)calls[0]["error_msg"]);
    }

    [TestMethod]
    public async Task AReadOutForLaterIsQueuedAndTakenBack()
    {
        string when = DateTime.UtcNow.AddHours(1).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        Assert.AreEqual("queued", Results(await Viewer.ReadOutAsync(Jid, flags: [("momentary", "true"), ("when", when)])));
        Assert.AreEqual("cancelled", Results(await Viewer.CancelReadOutAsync()));
    }

    [TestMethod]
    public async Task ParametersAreSetAtOnceAndReadBack()
    {
        foreach ((string pump, string fan) in new[] { ("true", "40"), ("false", "0") })
        {
            Assert.AreEqual("OK", await Operator.ControlAsync(Jid, [("pump", "boolean", pump), ("fan", "int", fan)]));
            JsonObject[] calls = await Operator.ReadOutAsync(Jid, null, ["pump", "fan"], ("momentary", "true"));
            Assert.AreEqual(pump + " " + fan, string.Join(' ', calls[1]["fields"]!.AsArray().Select(field => (string?)field!["value"])));
        }
    }

    [TestMethod]
    [DataRow("fan", "int", "101", "OtherError")]
    [DataRow("fan", "boolean", "true", "OtherError")]
    [DataRow("pump", "string", "perhaps", "OtherError")]
    [DataRow("heater", "boolean", "true", "NotFound")]
    public async Task OneBadParameterChangesNothing(string name, string type, string value, string result)
    {
        await Operator.ControlAsync(Jid, [("indicator", "boolean", "false")]);
        Assert.AreEqual(result, await Operator.ControlAsync(Jid, [("indicator", "boolean", "true"), (name, type, value)]));
        Assert.AreEqual("{\"value\":false}", await Operator.CallAsync(Jid, "sensor.get", "indicator"));
    }

    [TestMethod]
    public async Task AViewerMayNotSet()
    {
        Assert.AreEqual("InsufficientPrivileges", await Viewer.ControlAsync(Jid, [("pump", "boolean", "true")]));
        Assert.AreEqual("fault 403 operators may", await Viewer.CallAsync(Jid, "actuator.set", "pump", true));
        Assert.AreEqual("{\"value\":false}", await Viewer.CallAsync(Jid, "sensor.get", "pump"));
    }

    [TestMethod]
    public async Task AStrangerGetsNoAnswerButThatNobodyIsThere()
    {
        await using Operator stranger = await Installation.StrangerAsync();
        await Refusal.AssertAsync("cancel", "service-unavailable", () => stranger.CallAsync(Jid, "sensor.list"));
        await Refusal.AssertAsync("cancel", "service-unavailable",
            () => stranger.IqAsync(Jid, "get", "<req xmlns='urn:xmpp:iot:sensordata' seqnr='1'/>"));
    }

    [TestMethod]
    public async Task AMessageSetsNothing()
    {
        await Owner.ControlByMessageAsync(Jid, ("indicator", "boolean", "true"));
        await Owner.PingAsync(Jid);
        Assert.AreEqual("{\"value\":false}", await Owner.CallAsync(Jid, "sensor.get", "indicator"));
    }

    [TestMethod]
    public async Task ProceduresAreCalled()
    {
        Assert.AreEqual("[\"temperature\",\"humidity\",\"light\",\"button\"]", await Viewer.CallAsync(Jid, "sensor.list"));
        Assert.MatchesRegex("^{\"value\":-?[0-9]+\\.[0-9],\"unit\":\"\\\\u00B0C\"}$", await Viewer.CallAsync(Jid, "sensor.get", "temperature"));
        Assert.Contains("\"writable\":[\"pump\",\"indicator\",\"fan\"]", await Viewer.CallAsync(Jid, "device.info"));
        Assert.AreEqual("55", await Operator.CallAsync(Jid, "actuator.set", "fan", 55));
        Assert.AreEqual("0", await Operator.CallAsync(Jid, "actuator.set", "fan", 0.0));
        Assert.StartsWith("fault -32601 ", await Viewer.CallAsync(Jid, "make.coffee"));
        Assert.StartsWith("fault -32602 ", await Operator.CallAsync(Jid, "actuator.set", "fan", 101));
    }

    [TestMethod]
    public async Task WhatItCanIsDiscovered()
    {
        DiscoInfo info = await Viewer.DiscoInfoAsync(Jid);
        foreach (string feature in new[] { "urn:xmpp:iot:sensordata", "urn:xmpp:iot:control", "jabber:iq:rpc", "urn:nf:iot:sd:1.0", "urn:nf:iot:ctr:1.0" })
            Assert.Contains(feature, info.Features);
    }

    static string Results(JsonObject[] calls) => string.Join(' ', calls.Select(call => (string?)call["result"]));
}
