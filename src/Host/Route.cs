using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using Presentity.Platform;

namespace Presentity.Host;

/// <summary>The way to a server: its hosts, and the addresses of the one whose turn it is. Each is tried once.</summary>
/// <param name="endpoint">The server.</param>
/// <param name="targets">Its hosts.</param>
/// <param name="names">Knows their addresses.</param>
sealed class Route(ServerEndpoint endpoint, ServerTargets targets, NameLookup names)
{
    Race? race;

    /// <summary>Whether something is left to try.</summary>
    public bool HasAnother => targets.Count > 0 || race is { Left: > 0 };

    /// <summary>Goes on until there is a connection, under TLS where that comes first, or nothing is left.</summary>
    /// <param name="open">Makes a connection of a connected socket.</param>
    /// <param name="handshake">Puts TLS under it.</param>
    /// <param name="deadline">When to give up; each host gets an equal share of what is left, and so does each address of it.</param>
    /// <param name="connection">Null unless the outcome is <see cref="TransportStatus.Ok"/>; then the caller disposes of it.</param>
    public Outcome Go(Func<Socket, Connection> open, TlsHandshake handshake, Deadline deadline, out Connection? connection)
    {
        connection = null;
        var attempts = new Attempts(endpoint.Domain);
        while (connection == null && HasAnother)
        {
            bool goesOn = race is { Left: > 0 };
            Deadline share = deadline.Share(targets.Count + (goesOn ? 1 : 0));
            if (!goesOn)
                race = Resolve(targets.Next()!, share, attempts);
            while (connection == null && race is { Left: > 0 })
                connection = Try(race, open, handshake, share, attempts);
        }
        return connection == null ? attempts.Sum() : Outcome.Ok;
    }

    Race? Resolve(ServerTarget target, Deadline deadline, Attempts attempts)
    {
        Outcome outcome = names.Addresses(target.Host, deadline, out IReadOnlyList<IPAddress> addresses);
        if (outcome.IsOk)
            return new Race(target, addresses, attempts);
        attempts.Add(target.Host, outcome);
        return null;
    }

    Connection? Try(Race addresses, Func<Socket, Connection> open, TlsHandshake handshake, Deadline deadline, Attempts attempts)
    {
        if (addresses.Run(deadline, out IPEndPoint? place) is not { } socket)
            return null;
        Connection opened = open(socket);
        if (!addresses.Target.DirectTls)
            return opened;
        Outcome outcome = opened.Secure(handshake, endpoint.Domain, direct: true, deadline.Share(addresses.Left + 1));
        if (outcome.IsOk)
            return opened;
        attempts.Add(addresses.Place(place!), outcome);
        opened.Dispose();
        return null;
    }
}
