using System;
using System.ComponentModel;
using System.IO;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Presentity.Platform;

namespace Presentity.Host;

/// <summary>One socket from being connected to closing, in plaintext or, later, under TLS.</summary>
sealed class Connection : IDisposable
{
    const int FarewellMs = 1000;

    readonly Socket socket;
    readonly PolledStream wire;
    readonly Waker waker;
    readonly int writeTimeoutMs;
    SslStream? tls;
    Arrival? arrival;

    /// <param name="socket">Connected; disposed of with this.</param>
    /// <param name="options">For the write timeout.</param>
    /// <param name="waker">Waits for it.</param>
    public Connection(Socket socket, TransportOptions options, Waker waker)
    {
        this.socket = socket;
        this.waker = waker;
        socket.SendTimeout = writeTimeoutMs = options.WriteTimeoutMs;
        wire = new PolledStream(socket);
    }

    /// <summary>Why the last read or write failed.</summary>
    public string Failure { get; private set; } = "";

    /// <summary><c>TLS 1.3</c>; empty in plaintext.</summary>
    public string Protection => !IsSecure ? "" : tls!.SslProtocol == SslProtocols.Tls13 ? "TLS 1.3" : "TLS 1.2";

    public bool IsSecure => arrival != null;

    /// <summary>What both ends of the TLS connection know (RFC 5056); null without TLS, or when there is none of this type.</summary>
    public byte[]? ChannelBinding(string type) => IsSecure ? ChannelBindings.Of(tls!, type) : null;

    /// <summary>Puts TLS under it. After a failure there is nothing to do but dispose.</summary>
    public Outcome Secure(TlsHandshake handshake, string domain, bool direct, Deadline deadline)
    {
        if (tls != null)
            return new Outcome(TransportStatus.HandshakeFailed, "TLS is in place already");
        tls = new SslStream(wire);
        wire.ReadBy = deadline;
        Outcome outcome = handshake.Run(tls, domain, direct);
        wire.ReadBy = null;
        if (outcome.IsOk)
            arrival = new Arrival(tls, wire, waker.Ring);
        return outcome;
    }

    /// <summary>What has arrived, without waiting.</summary>
    /// <returns>The bytes read; 0 when there are none yet; -1 when the connection is gone.</returns>
    public int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            if (!(arrival?.HasCome() ?? socket.Poll(0, SelectMode.SelectRead)))
                return 0;
            int read = arrival != null ? tls!.Read(buffer, offset, count) : wire.Read(buffer, offset, count);
            if (read > 0)
                return read;
            Failure = "the server closed the connection";
        }
        catch (Exception e) when (IsLoss(e))
        {
            Failure = "the connection was lost: " + Words(e);
        }
        return -1;
    }

    /// <summary>Waits until <see cref="Read"/> should be tried again.</summary>
    public void Wait(int milliseconds)
    {
        wire.AcknowledgeAtOnce();
        waker.Wait(socket, milliseconds);
    }

    /// <returns>False when the connection is gone, or the server has not taken the bytes in time.</returns>
    public bool Write(byte[] buffer, int offset, int count)
    {
        try
        {
            if (tls != null)
                tls.Write(buffer, offset, count);
            else
                wire.Write(buffer, offset, count);
            return true;
        }
        catch (Exception e) when (IsLoss(e))
        {
            Failure = e.GetBaseException() is SocketException { SocketErrorCode: SocketError.TimedOut }
                ? $"the server has not taken what was sent for {writeTimeoutMs / 1000.0:0.#} s"
                : "the connection was lost: " + Words(e);
            return false;
        }
    }

    /// <summary>Says good-bye where TLS has a word for it (close_notify, RFC 6120 §4.4); waits at most a second until it is sent.</summary>
    public void Dispose()
    {
        try
        {
            socket.SendTimeout = FarewellMs;
            if (IsSecure && Failure.Length == 0)
                tls!.ShutdownAsync().GetAwaiter().GetResult();
        }
        catch (Exception e) when (IsLoss(e))
        {
            // The server was faster. There is nobody left to say good-bye to.
        }
        tls?.Dispose();
        wire.Dispose();
    }

    static bool IsLoss(Exception e) =>
        e is IOException or SocketException or AuthenticationException or ObjectDisposedException
            or Win32Exception or CryptographicException;

    static string Words(Exception e) => Sentence.Part(e.GetBaseException().Message);
}
