using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace Presentity.Interop.Tests.Rig;

/// <summary>A network between a device and its server that can lose the connection, at any byte.</summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly ConcurrentDictionary<Socket, bool> sockets = new();
    readonly CancellationTokenSource stopping = new();
    readonly int target;
    readonly Task accepting;
    long left = long.MaxValue;

    /// <summary>Passes on to a port of 127.0.0.1.</summary>
    public CuttingProxy(int target)
    {
        this.target = target;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public string Address => $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>Breaks what there is, without a word to either side.</summary>
    public void Cut()
    {
        foreach (Socket socket in sockets.Keys)
        {
            try
            {
                socket.LingerState = new LingerOption(true, 0);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // It is gone already.
            }

            socket.Close();
        }
    }

    /// <summary>Breaks what there is once so many more bytes have passed, in both directions together.</summary>
    public void CutAfter(int bytes) => Interlocked.Exchange(ref left, bytes);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        Cut();
        await accepting;
        stopping.Dispose();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ConnectAsync(await listener.AcceptSocketAsync(stopping.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The proxy has stopped.
        }
    }

    async Task ConnectAsync(Socket client)
    {
        using (client)
        using (var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        {
            client.NoDelay = true;
            server.NoDelay = true;
            sockets[client] = true;
            sockets[server] = true;
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, target);
                await Task.WhenAny(PassAsync(client, server), PassAsync(server, client));
            }
            catch (SocketException)
            {
                // Nobody is there, and the client learns it when its connection is closed.
            }

            sockets.TryRemove(client, out bool _);
            sockets.TryRemove(server, out bool _);
        }
    }

    async Task PassAsync(Socket from, Socket to)
    {
        byte[] buffer = new byte[4096];
        try
        {
            while (await from.ReceiveAsync(buffer) is var count and > 0)
            {
                long after = Interlocked.Add(ref left, -count);
                int passing = after >= 0 ? count : (int)Math.Max(0, count + after);
                await to.SendAsync(buffer.AsMemory(0, passing));
                if (after >= 0)
                    continue;
                Interlocked.Exchange(ref left, long.MaxValue);
                Cut();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The connection was cut, here or by an end.
        }
    }
}
