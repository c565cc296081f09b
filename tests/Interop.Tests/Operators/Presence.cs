using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Presentity.Interop.Tests.Operators;

/// <summary>A presence stanza as an operator received it.</summary>
public sealed class Presence(XElement stanza)
{
    static readonly XNamespace client = "jabber:client";
    static readonly XNamespace sensorData = "urn:xmpp:iot:sensordata";
    static readonly XNamespace caps = "http://jabber.org/protocol/caps";

    public string From { get; } = (string?)stanza.Attribute("from") ?? "";

    /// <summary>As on the wire; empty is available.</summary>
    public string Type { get; } = (string?)stanza.Attribute("type") ?? "";

    public bool IsAvailable => Type == "";

    public string Show => (string?)stanza.Element(client + "show") ?? "";

    public string Status => (string?)stanza.Element(client + "status") ?? "";

    /// <summary>The readings for machines (XEP-0323), by name; empty when there are none.</summary>
    public IReadOnlyDictionary<string, Field> Fields { get; } = stanza.Elements(sensorData + "fields").Descendants()
        .Where(element => element.Attribute("value") is not null && element.Attribute("name") is not null)
        .Select(element => new Field(element))
        .ToDictionary(field => field.Name);

    /// <summary>Entity capabilities (XEP-0115): node, ver and hash; null without them.</summary>
    public (string Node, string Ver, string Hash)? Capabilities => stanza.Element(caps + "c") is { } c
        ? ((string)c.Attribute("node")!, (string)c.Attribute("ver")!, (string)c.Attribute("hash")!)
        : null;

    public override string ToString() => stanza.ToString(SaveOptions.DisableFormatting);
}
