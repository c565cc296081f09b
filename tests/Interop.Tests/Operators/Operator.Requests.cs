using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace Presentity.Interop.Tests.Operators;

/// <summary>The questions an operator asks by IQ, one method for each extension.</summary>
public sealed partial class Operator
{
    /// <summary>The roster as the server has it: subscription by bare JID, `none`, `to`, `from` or `both`.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RosterAsync() =>
        (await AskAsync("roster"))!.AsObject().ToDictionary(item => item.Key, item => (string)item.Value!["subscription"]!);

    /// <summary>XEP-0030 disco#info.</summary>
    public async Task<DiscoInfo> DiscoInfoAsync(string jid, string? node = null)
    {
        JsonNode info = (await AskAsync("disco_info", new() { ["jid"] = jid, ["node"] = node }))!;
        return new DiscoInfo(
            (string)info["node"]!,
            [.. info["identities"]!.AsArray().Select(identity => $"{identity!["category"]}/{identity["type"]}/{identity["name"]}")],
            [.. info["features"]!.AsArray().Select(feature => (string)feature!)]);
    }

    /// <summary>XEP-0030 disco#items: the names by node.</summary>
    public async Task<IReadOnlyDictionary<string, string>> DiscoItemsAsync(string jid, string? node = null) =>
        (await AskAsync("disco_items", new() { ["jid"] = jid, ["node"] = node }))!.AsArray()
            .ToDictionary(item => (string?)item!["node"] ?? "", item => (string?)item!["name"] ?? "");

    /// <summary>The commands that are offered to this operator (XEP-0050 §2.2): names by node.</summary>
    public Task<IReadOnlyDictionary<string, string>> CommandsAsync(string jid) => DiscoItemsAsync(jid, "http://jabber.org/protocol/commands");

    /// <summary>What the disco#info behind a presence hashes to, by slixmpp and by a second, independent computation.</summary>
    public async Task<(string Slixmpp, string Recomputed)> HashCapabilitiesAsync(Presence presence)
    {
        (string node, string ver, string hash) = presence.Capabilities!.Value;
        JsonNode both = (await AskAsync("caps", new() { ["jid"] = presence.From, ["node"] = node, ["ver"] = ver, ["hash"] = hash }))!;
        return ((string)both["slixmpp"]!, (string)both["recomputed"]!);
    }

    /// <summary>Runs an ad-hoc command's first step.</summary>
    public Task<CommandResult> ExecuteAsync(string jid, string node) => CommandAsync(jid, node, "execute", null, null);

    /// <summary>Submits a form to a command under way; `complete` ends it, `next` asks for another step.</summary>
    public Task<CommandResult> SubmitAsync(
        string jid, CommandResult step, IReadOnlyDictionary<string, string> values, string action = "complete") =>
        CommandAsync(jid, step.Node, action, step.SessionId, values);

    /// <summary>Goes back to the stage before.</summary>
    public Task<CommandResult> BackAsync(string jid, CommandResult step) => CommandAsync(jid, step.Node, "prev", step.SessionId, null);

    /// <summary>Gives up a command under way.</summary>
    public Task<CommandResult> CancelAsync(string jid, CommandResult step) => CommandAsync(jid, step.Node, "cancel", step.SessionId, null);

    /// <summary>XEP-0199: the round-trip time.</summary>
    public async Task<TimeSpan> PingAsync(string jid) => TimeSpan.FromSeconds((double)(await AskAsync("ping", new() { ["jid"] = jid }))!);

    /// <summary>XEP-0092: name, version, operating system; empty when not told.</summary>
    public async Task<(string Name, string Version, string System)> VersionAsync(string jid)
    {
        JsonNode answer = (await AskAsync("version", new() { ["jid"] = jid }))!;
        return ((string?)answer["name"] ?? "", (string?)answer["version"] ?? "", (string?)answer["os"] ?? "");
    }

    /// <summary>XEP-0202: the device's time.</summary>
    public async Task<DateTimeOffset> TimeAsync(string jid)
    {
        JsonNode answer = (await AskAsync("time", new() { ["jid"] = jid }))!;
        return DateTimeOffset.Parse((string)answer["utc"]!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
    }

    /// <summary>XEP-0012: how long ago the device was last used.</summary>
    public async Task<TimeSpan> LastActivityAsync(string jid) =>
        TimeSpan.FromSeconds((int)(await AskAsync("last_activity", new() { ["jid"] = jid }))!);

    /// <summary>Any request, with any children; the answer.</summary>
    /// <param name="type">`get` or `set`.</param>
    /// <param name="payload">The children, one after the other.</param>
    public async Task<XElement> IqAsync(string to, string type, string payload) =>
        XElement.Parse((string)(await AskAsync("iq", new() { ["to"] = to, ["type"] = type, ["payload"] = payload }))!);

    async Task<CommandResult> CommandAsync(
        string jid, string node, string action, string? session, IReadOnlyDictionary<string, string>? values)
    {
        JsonNode? form = values is null ? null : new JsonObject(values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value)));
        return new CommandResult((await AskAsync("command", new()
        {
            ["jid"] = jid,
            ["node"] = node,
            ["action"] = action,
            ["sessionid"] = session,
            ["values"] = form,
        }))!);
    }
}
