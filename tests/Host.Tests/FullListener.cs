using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Host.Tests;

/// <summary>A port whose queue is full: the system leaves further attempts to connect without any answer.</summary>
sealed class FullListener : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly List<Socket> waiting = [];

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public static FullListener Create()
    {
        var full = new FullListener();
        full.listener.Start(backlog: 1);
        for (int i = 0; i < 100; i++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            full.waiting.Add(socket);
            Task connecting = socket.ConnectAsync(IPAddress.Loopback, full.Port);
            if (!connecting.Wait(300))
                return full;
        }
        Assert.Inconclusive("the queue of this system does not fill");
        return full;
    }

    public void Dispose()
    {
        foreach (Socket socket in waiting)
            socket.Dispose();
        listener.Dispose();
    }
}
