using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace Presentity.Interop.Tests.Operators;

/// <summary>What a program does with a device, by slixmpp's own plugins.</summary>
public sealed partial class Operator
{
    /// <summary>XEP-0323: what the plugin calls back, in order, until the read-out is over or queued.</summary>
    /// <param name="flags">Such as `momentary`, each with its value.</param>
    public async Task<JsonObject[]> ReadOutAsync(string jid, string[]? nodes = null, string[]? fields = null, params (string Name, string Value)[] flags) =>
        Objects(await AskAsync("read_out", new()
        {
            ["jid"] = jid,
            ["nodes"] = Array(nodes),
            ["fields"] = Array(fields),
            ["flags"] = new JsonObject(flags.Select(flag => KeyValuePair.Create(flag.Name, (JsonNode?)flag.Value))),
        }));

    /// <summary>Takes back the last read-out, which was queued.</summary>
    public async Task<JsonObject[]> CancelReadOutAsync() => Objects(await AskAsync("cancel_read_out"));

    /// <summary>XEP-0325 by IQ: the result, in the plugin's word for it.</summary>
    public async Task<string> ControlAsync(string jid, (string Name, string Type, string Value)[] parameters, string[]? nodes = null) =>
        (string)(await AskAsync("control", new() { ["jid"] = jid, ["parameters"] = Parameters(parameters), ["nodes"] = Array(nodes) }))!["result"]!;

    /// <summary>XEP-0325 by message, which nobody answers.</summary>
    public Task ControlByMessageAsync(string jid, params (string Name, string Type, string Value)[] parameters) =>
        AskAsync("control_by_message", new() { ["jid"] = jid, ["parameters"] = Parameters(parameters) });

    /// <summary>XEP-0009: what the method returns as JSON, or `fault CODE TEXT`.</summary>
    public async Task<string> CallAsync(string jid, string method, params JsonNode[] parameters)
    {
        JsonNode answer = (await AskAsync("call", new() { ["jid"] = jid, ["method"] = method, ["parameters"] = new JsonArray(parameters) }))!;
        return answer["fault"] is { } fault ? $"fault {fault} {answer["text"]}" : answer["result"]!.ToJsonString();
    }

    /// <summary>XEP-0060: the items of a node, by id.</summary>
    public async Task<IReadOnlyDictionary<string, XElement>> PersonalItemsAsync(string bareJid, string node) =>
        (await AskAsync("personal_items", new() { ["jid"] = bareJid, ["node"] = node }))!.AsObject()
            .ToDictionary(item => item.Key, item => XElement.Parse((string)item.Value!));

    /// <summary>XEP-0163: wants to be told of what an account publishes at a node, and lets its server know.</summary>
    public Task TakeInterestAsync(string bareJid, string node) => AskAsync("personal_interest", new() { ["jid"] = bareJid, ["node"] = node });

    /// <summary>XEP-0060: subscribes to a node.</summary>
    public Task SubscribeToNodeAsync(string bareJid, string node) => AskAsync("personal_subscribe", new() { ["jid"] = bareJid, ["node"] = node });

    /// <summary>Makes a node at the own account.</summary>
    public Task MakeNodeAsync(string node, string accessModel) =>
        AskAsync("personal_node", new() { ["node"] = node, ["access_model"] = accessModel });

    static JsonArray? Array(string[]? texts) => texts is null ? null : new JsonArray([.. texts.Select(text => (JsonNode)text)]);

    static JsonArray Parameters((string Name, string Type, string Value)[] parameters) =>
        new([.. parameters.Select(parameter => new JsonArray(parameter.Name, parameter.Type, parameter.Value))]);

    static JsonObject[] Objects(JsonNode? array) => [.. array!.AsArray().Select(one => one!.AsObject())];
}
