using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace Presentity.Loopback;

/// <summary>Accepts connections on one port of 127.0.0.1.</summary>
sealed class Listener
{
    readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    readonly CancellationTokenSource stopping = new();
    readonly Task accepting;

    /// <summary>Begins at once.</summary>
    /// <param name="port">0 for one that is free.</param>
    /// <param name="accepted">Becomes the owner of each socket; must not block or throw.</param>
    /// <exception cref="SocketException">The port is taken.</exception>
    public Listener(int port, Action<Socket> accepted)
    {
        try
        {
            // Those that it accepts inherit this.
            socket.NoDelay = true;
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }

        accepting = AcceptAsync(accepted);
    }

    public int Port => ((IPEndPoint)socket.LocalEndPoint!).Port;

    /// <summary>No connection is accepted after this.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await accepting;
        socket.Dispose();
        stopping.Dispose();
    }

    async Task AcceptAsync(Action<Socket> accepted)
    {
        while (true)
        {
            try
            {
                accepted(await socket.AcceptAsync(stopping.Token));
            }
            catch (SocketException) when (!stopping.IsCancellationRequested)
            {
                // The client was gone before it was accepted, or the process has no descriptors left for it.
                await Task.Delay(10);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                return;
            }
        }
    }
}
