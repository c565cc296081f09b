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
    // TCP_KEEPIDLE of lwIP, which the class library has no name for; the firmware hands on what it does not know.
    const SocketOptionName TcpKeepIdle = (SocketOptionName)3;
    const int ProbeAfterSeconds = 120;
    const int SendTimeoutMs = 15000;

    readonly IPEndPoint place;
    Socket? socket;
    bool isConnected;
    string failure = "";

    Dialling(IPEndPoint place) => this.place = place;

    /// <summary>Connects.</summary>
    /// <param name="place">Address and port.</param>
    /// <param name="timeoutMs">The most that connecting may take, at least 1.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="failure">The same for a person, as the end of a sentence.</param>
    /// <returns>The connected socket, the caller's to close; null when there is none.</returns>
    internal static Socket? Connect(IPEndPoint place, int timeoutMs, out TransportStatus status, out string failure)
    {
        Dialling attempt = new Dialling(place);
        Thread thread = new Thread(attempt.Run);
        thread.Start();
        bool ended = thread.Join(timeoutMs);
        status = attempt.isConnected ? TransportStatus.Ok : ended ? TransportStatus.Unreachable : TransportStatus.TimedOut;
        failure = ended ? " cannot be reached: " + attempt.failure : " did not answer in time";
        if (attempt.isConnected)
            return attempt.socket;
        Close(attempt.socket);
        return null;
    }

    /// <summary>Closes, whatever state the socket is in; ends whoever waits on it.</summary>
    internal static void Close(Socket? socket)
    {
        try
        {
            if (socket != null)
                socket.Close();
        }
        catch (Exception)
        {
            // Closed by the firmware together with TLS.
        }
    }

    /// <summary>Has TCP look, after two minutes of silence, whether the server is still there; a quarter of an hour later it gives up.
    /// No time-out reaches into a handshake: this is what ends one whose server is gone in the middle of it.</summary>
    static void Probe(Socket socket)
    {
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, TcpKeepIdle, ProbeAfterSeconds);
        }
        catch (Exception)
        {
            // A firmware without it: two hours instead, or never.
        }
    }

    /// <summary>The addresses of a host, of both families; none when it has none.</summary>
    internal static IPAddress[] Resolve(string host)
    {
        try
        {
            return Dns.GetHostEntry(host).AddressList;
        }
        catch (Exception)
        {
            // An unknown name is a SocketException; what else it may be depends on the firmware.
            return new IPAddress[0];
        }
    }

    void Run()
    {
        try
        {
            Socket made = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket = made;
            made.SendTimeout = SendTimeoutMs;
            Probe(made);
            made.Connect(place);
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
