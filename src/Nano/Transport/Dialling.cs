using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using Presentity.Platform;

namespace Presentity.Nano;

/// <summary>One attempt to connect, on a thread of its own, because the class library's has no time-out.</summary>
/// <remarks>The look-up of the name is native code that stops every thread, at most 30 s; it comes first, on the caller's thread.</remarks>
sealed class Dialling
{
    readonly IPEndPoint place;
    readonly Socket socket;
    bool isConnected;
    string failure = "";

    Dialling(IPEndPoint place)
    {
        this.place = place;
        socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    }

    /// <summary>Connects.</summary>
    /// <param name="host">Name or address.</param>
    /// <param name="port">1 to 65535.</param>
    /// <param name="timeoutMs">The most that connecting may take.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="failure">The same for a person.</param>
    /// <returns>The connected socket, the caller's to close; null when there is none.</returns>
    internal static Socket? Connect(string host, int port, int timeoutMs, out TransportStatus status, out string failure)
    {
        IPAddress? address = Resolve(host);
        if (address == null)
        {
            status = TransportStatus.HostNotFound;
            failure = host + " has no address; check server and the network's name server";
            return null;
        }

        Dialling attempt = new Dialling(new IPEndPoint(address, port));
        Thread thread = new Thread(attempt.Run);
        thread.Start();
        bool ended = thread.Join(timeoutMs);
        status = attempt.isConnected ? TransportStatus.Ok : ended ? TransportStatus.Unreachable : TransportStatus.TimedOut;
        failure = attempt.isConnected ? "" : host + (ended
            ? " cannot be reached: " + attempt.failure + "; check that the server runs and that server = host:port is right"
            : " did not answer in time; check the network, a firewall, and that server = host:port is right");
        if (attempt.isConnected)
            return attempt.socket;
        attempt.socket.Close();
        return null;
    }

    static IPAddress? Resolve(string host)
    {
        try
        {
            IPAddress[] found = Dns.GetHostEntry(host).AddressList;
            for (int i = 0; i < found.Length; i++)
                if (found[i].AddressFamily == AddressFamily.InterNetwork)
                    return found[i];
        }
        catch (Exception)
        {
            // An unknown name is a SocketException; what else it may be depends on the firmware.
        }

        return null;
    }

    void Run()
    {
        try
        {
            socket.Connect(place);
            isConnected = true;
        }
        catch (SocketException e)
        {
            failure = e.ErrorCode == (int)SocketError.ConnectionRefused ? "refused" : "error " + e.ErrorCode.ToString();
        }
        catch (Exception e)
        {
            failure = e.Message;
        }
    }
}
