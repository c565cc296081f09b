using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace Presentity.Host;

/// <summary>Lets one thread wait for a socket, and any other end that wait: by a datagram that it sends to itself.</summary>
sealed class Waker : IDisposable
{
    const int LongestMs = 1_000_000;

    readonly Socket bell = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    readonly List<Socket> watched = new(2);
    readonly byte[] stroke = new byte[1];
    int isRung;

    public Waker()
    {
        bell.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        // Connected with itself: nobody else is heard.
        bell.Connect(bell.LocalEndPoint!);
    }

    /// <summary>Ends the wait, this one or the next. Any thread may call.</summary>
    public void Ring()
    {
        if (Interlocked.Exchange(ref isRung, 1) != 0)
            return;
        try
        {
            bell.Send(stroke);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Nobody waits any more.
        }
    }

    /// <summary>Waits until there is something to read from the socket, the bell rings, or the time is over; which of them, is not said.</summary>
    public void Wait(Socket socket, int milliseconds)
    {
        watched.Clear();
        watched.Add(bell);
        watched.Add(socket);
        Socket.Select(watched, null, null, Math.Min(milliseconds, LongestMs) * 1000);
        if (watched.Count == 0 || watched[0] != bell)
            return;
        bell.Receive(stroke);
        Volatile.Write(ref isRung, 0);
    }

    public void Dispose() => bell.Dispose();
}
