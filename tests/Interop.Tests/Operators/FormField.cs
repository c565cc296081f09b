using System.Linq;
using System.Text.Json.Nodes;

namespace Presentity.Interop.Tests.Operators;

/// <summary>A field of a data form (XEP-0004 §3.2).</summary>
public sealed class FormField(JsonNode field)
{
    public string Type => (string)field["type"]!;

    public string Label => (string)field["label"]!;

    /// <summary>As on the wire, several values one a line.</summary>
    public string Value => field["value"] is JsonArray values
        ? string.Join('\n', values.Select(value => (string)value!))
        : (string?)field["value"] ?? "";
}
