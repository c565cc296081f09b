using System;
using System.Collections.Generic;
using Presentity.Platform;

namespace Presentity.Host;

/// <summary>What was tried in vain, to be told in one line.</summary>
/// <param name="domain">The XMPP domain that it was tried for.</param>
sealed class Attempts(string domain)
{
    const int PlacesToTell = 8;

    readonly List<string> places = [];
    Outcome furthest = Outcome.Ok;

    /// <summary>Notes an attempt that failed.</summary>
    /// <remarks>The statuses are declared in the order of how far an attempt came: a name without address, nobody there, no
    /// answer, a certificate. A server with a wrong certificate on its first address matters more than nobody on its second.</remarks>
    /// <param name="place">Host, port and address, as far as known.</param>
    /// <param name="outcome">What came of it.</param>
    public void Add(string place, Outcome outcome)
    {
        places.Add($"{place}: {outcome.InShort}");
        if (places.Count == 1 || outcome.Status >= furthest.Status)
            furthest = outcome;
    }

    /// <summary>All of it: the attempt that came furthest, and a list when there were several.</summary>
    public Outcome Sum()
    {
        if (places.Count < 2)
            return furthest;
        string list = string.Join("; ", places.GetRange(0, Math.Min(places.Count, PlacesToTell)))
            + (places.Count > PlacesToTell ? $"; and {places.Count - PlacesToTell} more" : "");
        return new Outcome(furthest.Status, furthest.Status > TransportStatus.TimedOut
            ? $"{furthest.Failure} (tried: {list})"
            : $"{domain} cannot be reached (tried: {list}); check the network, and that the server runs");
    }
}
