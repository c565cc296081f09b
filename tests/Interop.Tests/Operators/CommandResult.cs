using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace Presentity.Interop.Tests.Operators;

/// <summary>What a step of an ad-hoc command brought (XEP-0050 §2.4), as slixmpp reads it.</summary>
public sealed class CommandResult(JsonNode answer)
{
    public string Node => (string)answer["node"]!;

    public string SessionId => (string)answer["sessionid"]!;

    /// <summary>`executing`, `completed` or `canceled`.</summary>
    public string Status => (string)answer["status"]!;

    /// <summary>What may come next: `next`, `prev`, `complete`.</summary>
    public IReadOnlyList<string> Actions => [.. answer["actions"]!.AsArray().Select(action => (string)action!)];

    /// <summary>All notes for people, one a line.</summary>
    public string Notes => string.Join('\n', answer["notes"]!.AsArray().Select(note => (string)note![1]!));

    /// <summary>The form's type, `form` to fill in or `result`; null without a form.</summary>
    public string? FormType => (string?)answer["form"]?["type"];

    /// <summary>The form's fields by name; empty without a form.</summary>
    public IReadOnlyDictionary<string, FormField> Fields => answer["form"]?["fields"] is JsonObject fields
        ? fields.ToDictionary(field => field.Key, field => new FormField(field.Value!))
        : new Dictionary<string, FormField>();

    public override string ToString() => (string)answer["stanza"]!;
}
