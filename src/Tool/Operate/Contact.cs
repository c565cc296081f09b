using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Presentity.Tool.Operate;

/// <summary>A contact in the operator's roster, as its last presence shows it. Never changed: a new presence makes a new one.</summary>
/// <param name="Address">Its account.</param>
/// <param name="Subscription">What the roster says of the subscription (RFC 6121 §2.1.2.5).</param>
/// <param name="FullAddress">The address that the last presence came from; empty while offline.</param>
/// <param name="Show"><c>online</c>, <c>away</c>, <c>dnd</c>, <c>offline</c> ...</param>
/// <param name="Status">The status line; may be empty.</param>
/// <param name="Readings">The readings in the presence (XEP-0323), by name, as people read them.</param>
sealed record Contact(
    string Address, string Subscription, string FullAddress, string Show, string Status, IReadOnlyDictionary<string, string> Readings)
{
    static readonly XNamespace Client = "jabber:client";
    static readonly XNamespace SensorData = "urn:xmpp:iot:sensordata";
    static readonly Dictionary<string, string> NoReadings = [];

    /// <summary>A contact of whom nothing is known but the roster.</summary>
    internal Contact(string address, string subscription)
        : this(address, subscription, "", "offline", "", NoReadings)
    {
    }

    internal bool IsOnline => FullAddress.Length > 0;

    /// <summary>The same contact after a presence of type available or unavailable.</summary>
    internal Contact After(XElement presence)
    {
        string status = presence.Element(Client + "status")?.Value ?? "";
        if (presence.Attribute("type") != null)
            return this with { FullAddress = "", Show = "offline", Status = status, Readings = NoReadings };
        return this with
        {
            FullAddress = (string?)presence.Attribute("from") ?? Address,
            Show = presence.Element(Client + "show")?.Value ?? "online",
            Status = status,
            Readings = presence.Descendants(SensorData + "timestamp").Elements().GroupBy(field => (string?)field.Attribute("name") ?? "")
                .ToDictionary(field => field.Key, field => Text(field.First())),
        };
    }

    /// <summary>Whether the change from another state is worth telling at once: not just a number that drifts.</summary>
    internal bool DiffersFrom(Contact before) =>
        Show != before.Show || IsOnline != before.IsOnline || Switches(Readings) != Switches(before.Readings);

    static string Switches(IReadOnlyDictionary<string, string> readings) =>
        string.Join(' ', readings.Where(reading => reading.Value is "on" or "off").Select(reading => reading.Key + reading.Value));

    static string Text(XElement field)
    {
        string value = (string?)field.Attribute("value") ?? "";
        if (field.Name.LocalName == "boolean")
            return value is "true" or "1" ? "on" : "off";
        return $"{value} {(string?)field.Attribute("unit")}".TrimEnd();
    }
}
