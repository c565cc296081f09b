using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Presentity.Platform;

namespace Presentity.Host;

/// <summary>Connects to the first of a host's addresses that takes it up (RFC 8305, "Happy Eyeballs").</summary>
/// <remarks>The next attempt begins when the last one has failed, or has had no answer for a quarter of a second. IPv6 and IPv4 take
/// turns. So a family that leads nowhere costs a moment, and not the time of the other.</remarks>
sealed class Race
{
    const int HeadStartMs = 250;

    readonly List<IPEndPoint> waiting;
    readonly Attempts attempts;

    /// <param name="target">Host and port.</param>
    /// <param name="addresses">Of the host, in the order of preference.</param>
    /// <param name="attempts">Told of each that fails.</param>
    public Race(ServerTarget target, IReadOnlyList<IPAddress> addresses, Attempts attempts)
    {
        Target = target;
        this.attempts = attempts;
        waiting = [.. Alternate(addresses).Select(address => new IPEndPoint(address, target.Port))];
    }

    public ServerTarget Target { get; }

    /// <summary>How many addresses are left to try.</summary>
    public int Left => waiting.Count;

    /// <summary>Runs until somebody takes it up, all have failed, or the time is over. Another run goes on with those that are left.</summary>
    /// <param name="deadline">When to give up.</param>
    /// <param name="winner">Where it is connected to.</param>
    /// <returns>The connected socket, the caller's; null when nobody took it up.</returns>
    public Socket? Run(Deadline deadline, out IPEndPoint winner)
    {
        (Socket? socket, winner) = RunAsync(deadline).GetAwaiter().GetResult();
        return socket;
    }

    /// <summary>How an address of the host is told: <c>xmpp.example.org:5222 (192.0.2.1)</c>.</summary>
    public string Place(IPEndPoint address) =>
        IPAddress.TryParse(Target.Host, out _) ? address.ToString() : $"{Target.Host}:{address.Port} ({address.Address})";

    async Task<(Socket?, IPEndPoint)> RunAsync(Deadline deadline)
    {
        using var cancellation = deadline.Cancellation();
        var places = new Queue<IPEndPoint>(waiting);
        var running = new List<Task<Lane>>();
        Lane? winner = null;
        while (winner == null && (places.Count > 0 || running.Count > 0))
        {
            if (places.TryDequeue(out IPEndPoint? place))
                running.Add(ConnectAsync(place, cancellation.Token));
            Task next = Task.WhenAny(running);
            if (places.Count > 0)
                next = Task.WhenAny(next, Task.Delay(HeadStartMs, cancellation.Token));
            await next.ConfigureAwait(false);
            winner = Finished(running);
        }

        // The others are called off; what has connected meanwhile is closed.
        await cancellation.CancelAsync().ConfigureAwait(false);
        foreach (Lane late in await Task.WhenAll(running).ConfigureAwait(false))
            late.Socket?.Dispose();
        return (winner?.Socket, winner?.Place ?? new IPEndPoint(IPAddress.None, 0));
    }

    /// <summary>Takes out those that have ended, and notes the failures.</summary>
    /// <returns>One that is connected, or null.</returns>
    Lane? Finished(List<Task<Lane>> running)
    {
        while (running.Find(lane => lane.IsCompleted) is { } ended)
        {
            running.Remove(ended);
            Lane lane = ended.Result;
            waiting.Remove(lane.Place);
            if (lane.Socket != null)
                return lane;
            attempts.Add(Place(lane.Place), lane.Outcome);
        }
        return null;
    }

    async Task<Lane> ConnectAsync(IPEndPoint place, CancellationToken cancellation)
    {
        Socket? socket = null;
        try
        {
            socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(place, cancellation).ConfigureAwait(false);
            return new Lane(place, socket, Outcome.Ok);
        }
        catch (OperationCanceledException)
        {
            socket?.Dispose();
            return new Lane(place, null, new Outcome(TransportStatus.TimedOut,
                $"{Place(place)} did not answer in time; check the network, a firewall, and that server = host:port is right"));
        }
        catch (SocketException e)
        {
            socket?.Dispose();
            string reason = Sentence.Part(e.Message);
            return new Lane(place, null, new Outcome(TransportStatus.Unreachable,
                $"{Place(place)} cannot be reached: {reason}; check that the server runs and that server = host:port is right", reason));
        }
    }

    // RFC 8305 §4: the families take turns, beginning with that of the first.
    static IEnumerable<IPAddress> Alternate(IReadOnlyList<IPAddress> addresses)
    {
        List<IPAddress> first = [.. addresses.Where(address => address.AddressFamily == addresses[0].AddressFamily)];
        List<IPAddress> second = [.. addresses.Where(address => address.AddressFamily != addresses[0].AddressFamily)];
        for (int i = 0; i < Math.Max(first.Count, second.Count); i++)
        {
            if (i < first.Count)
                yield return first[i];
            if (i < second.Count)
                yield return second[i];
        }
    }

    sealed record Lane(IPEndPoint Place, Socket? Socket, Outcome Outcome);
}
