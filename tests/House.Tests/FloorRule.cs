using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace Presentity.House.Tests;

/// <summary>The one rule: a project references only projects on lower floors; Host and Nano know Platform alone; Xml knows
/// nobody.</summary>
internal static class FloorRule
{
    /// <summary>The ground is 1. The boards are one floor, which the tool stands on: it runs them.</summary>
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Platform"] = 1,
        ["Xml"] = 1,
        ["Xmpp"] = 2,
        ["Host"] = 2,
        ["Nano"] = 2,
        ["Drivers"] = 2,
        ["Agent"] = 3,
        ["Loopback"] = 3,
        ["Firmware"] = 4,
        ["boards"] = 5,
        ["Tool"] = 6,
    };

    /// <summary>Those that may know fewer than all below them.</summary>
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Xml"] = [],
        ["Host"] = ["Platform"],
        ["Nano"] = ["Platform"],
        ["Drivers"] = ["Platform"],
        ["boards"] = ["Platform", "Xml", "Xmpp", "Agent", "Nano", "Drivers", "Firmware"],
    };

    /// <summary>What a project may not reference, in words; empty when it keeps the rule.</summary>
    /// <param name="project">The project's path from the root: <c>src/Xml/Xml.csproj</c>.</param>
    /// <param name="references">The projects that it references, by their paths from the root.</param>
    public static IEnumerable<string> Check(string project, IEnumerable<string> references)
    {
        string place = Place(project);
        if (!Floors.TryGetValue(place, out int floor))
            return [$"{project} is on no floor"];

        return references
            .Where(reference => !Floors.TryGetValue(Place(reference), out int other)
                || other >= floor
                || (MayKnow.TryGetValue(place, out string[]? known) && !known.Contains(Place(reference))))
            .Select(reference => $"{project} may not reference {reference}");
    }

    /// <summary>The projects that a project references.</summary>
    /// <param name="project">Its path from the root.</param>
    /// <param name="text">Its text.</param>
    /// <returns>Paths from the root, with slashes.</returns>
    public static IEnumerable<string> References(string project, string text) =>
        XDocument.Parse(text).Descendants("ProjectReference").Select(reference => Resolve(project, reference.Attribute("Include")!.Value));

    private static string Resolve(string project, string reference)
    {
        string full = Path.GetFullPath(Path.Combine("/", Path.GetDirectoryName(project)!, reference.Replace('\\', '/')));
        return Path.GetRelativePath("/", full).Replace('\\', '/');
    }

    private static string Place(string project) => project.Split('/') switch
    {
        ["src", string name, ..] => name,
        ["boards", ..] => "boards",
        _ => "",
    };
}
