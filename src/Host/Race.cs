using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using Presentity.Platform;

namespace Presentity.Host;

/// <summary>Connects to the first of a host's addresses that takes it up (RFC 8305, "Happy Eyeballs").</summary>
/// <remarks>The next attempt begins when the last one has failed, or has had no answer for a quarter of a second. IPv6 and IPv4 take
/// turns. So a family that leads nowhere costs a moment, and not the time of the other.</remarks>
sealed class Race
{
    const int HeadStartMs = 250;
    const int LongestMs = 1_000_000;

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
    /// <param name="winner">Where it is connected to; null when nobody took it up.</param>
    /// <returns>The connected socket, the caller's; null when nobody took it up.</returns>
    public Socket? Run(Deadline deadline, out IPEndPoint? winner)
    {
        var places = new Queue<IPEndPoint>(waiting);
        var running = new List<Lane>();
        Lane? first = null;
        while (first == null && (places.Count > 0 || running.Count > 0))
        {
            if (places.TryDequeue(out IPEndPoint? place) && Start(place) is { } started)
                running.Add(started);
            if (running.Find(lane => lane.IsConnected) is { } atOnce)
                first = atOnce;
            else if (running.Count > 0)
                first = Wait(running, places.Count > 0 ? Math.Min(HeadStartMs, deadline.Left) : deadline.Left);
            if (first == null && deadline.Left == 0)
                break;
        }

        // The others are called off.
        foreach (Lane other in running)
            if (other != first)
                other.Socket.Dispose();
        winner = first?.Place;
        if (first == null)
            TimeIsOver();
        else
            waiting.Remove(first.Place);
        return first?.Socket;
    }

    /// <summary>How an address of the host is told: <c>xmpp.example.org:5222 (192.0.2.1)</c>.</summary>
    public string Place(IPEndPoint address) =>
        IPAddress.TryParse(Target.Host, out _) ? address.ToString() : $"{Target.Host}:{address.Port} ({address.Address})";

    /// <returns>Null when it has failed at once.</returns>
    Lane? Start(IPEndPoint place)
    {
        Socket? socket = null;
        try
        {
            socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, Blocking = false };
            var lane = new Lane(place, socket);
            return Goes(lane) ? lane : null;
        }
        catch (SocketException e)
        {
            socket?.Dispose();
            Fail(place, e);
            return null;
        }
    }

    /// <summary>Waits until one of them has ended, and takes out those that have failed.</summary>
    /// <returns>One that is connected, or null.</returns>
    Lane? Wait(List<Lane> running, int milliseconds)
    {
        List<Socket> done = [.. running.Select(lane => lane.Socket)], failed = [.. done];
        Socket.Select(null, done, failed, Math.Min(milliseconds, LongestMs) * 1000);
        foreach (Lane lane in running.FindAll(lane => done.Contains(lane.Socket) || failed.Contains(lane.Socket)))
        {
            if (!Goes(lane))
                running.Remove(lane);
            else if (lane.IsConnected)
                return lane;
        }
        return null;
    }

    /// <summary>Begins to connect, or finds out what came of it: the same call, without waiting.</summary>
    /// <returns>False when it has failed.</returns>
    bool Goes(Lane lane)
    {
        try
        {
            lane.Socket.Connect(lane.Place);
            lane.IsConnected = true;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.IsConnected)
        {
            lane.IsConnected = true;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress or SocketError.AlreadyInProgress)
        {
            return true;
        }
        catch (SocketException e)
        {
            lane.Socket.Dispose();
            Fail(lane.Place, e);
            return false;
        }
        lane.Socket.Blocking = true;
        return true;
    }

    void Fail(IPEndPoint place, SocketException e)
    {
        waiting.Remove(place);
        // Without the address, which Connect puts behind it.
        string reason = Sentence.Part(new SocketException((int)e.SocketErrorCode).Message);
        attempts.Add(Place(place), new Outcome(TransportStatus.Unreachable,
            $"{Place(place)} cannot be reached: {reason}; check that the server runs and that server = host:port is right", reason));
    }

    void TimeIsOver()
    {
        foreach (IPEndPoint place in waiting)
            attempts.Add(Place(place), new Outcome(TransportStatus.TimedOut,
                $"{Place(place)} did not answer in time; check the network, a firewall, and that server = host:port is right"));
        waiting.Clear();
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

    sealed class Lane(IPEndPoint place, Socket socket)
    {
        public readonly IPEndPoint Place = place;

        public readonly Socket Socket = socket;

        public bool IsConnected;
    }
}
