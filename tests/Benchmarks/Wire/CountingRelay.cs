using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace Presentity.Benchmarks.Wire;

/// <summary>Stands between one client and a server on loopback, and counts what the client sends.</summary>
sealed class CountingRelay : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);

    internal CountingRelay(int server)
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = RelayAsync(server);
    }

    internal int Port { get; }

    /// <summary>Bytes that were sent so far.</summary>
    internal int Sent { get; private set; }

    public void Dispose() => listener.Dispose();

    async Task RelayAsync(int server)
    {
        using TcpClient near = await listener.AcceptTcpClientAsync();
        using TcpClient far = new();
        await far.ConnectAsync(IPAddress.Loopback, server);
        Task back = far.GetStream().CopyToAsync(near.GetStream());
        byte[] buffer = new byte[4096];
        try
        {
            int count;
            while ((count = await near.GetStream().ReadAsync(buffer)) > 0)
            {
                Sent += count;
                await far.GetStream().WriteAsync(buffer.AsMemory(0, count));
            }

            await back;
        }
        catch (IOException)
        {
            // One of the two is gone: there is no more to count.
        }
    }
}
