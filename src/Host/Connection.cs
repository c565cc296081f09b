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

    readonly Action ring;
    readonly int writeTimeoutMs;
    Stream stream;
    Arrival arrival;
    SslStream? tls;

    /// <param name="socket">Connected; disposed of with this.</param>
    /// <param name="options">For the write timeout.</param>
    /// <param name="ring">Called on any thread when a <see cref="Read"/> that found nothing should be tried again.</param>
    public Connection(Socket socket, TransportOptions options, Action ring)
    {
        socket.SendTimeout = writeTimeoutMs = options.WriteTimeoutMs;
        this.ring = ring;
        stream = new PromptStream(socket);
        arrival = new Arrival(stream, socket, ring);
    }

    /// <summary>Why the last read or write failed.</summary>
    public string Failure { get; private set; } = "";

    /// <summary><c>TLS 1.3</c>; empty in plaintext.</summary>
    public string Protection => tls == null ? "" : tls.SslProtocol == SslProtocols.Tls13 ? "TLS 1.3" : "TLS 1.2";

    public bool IsSecure => tls != null;

    /// <summary>Puts TLS under it. After a failure there is nothing to do but dispose.</summary>
    public Outcome Secure(TlsHandshake handshake, string domain, bool direct, Deadline deadline)
    {
        if (tls != null)
            return new Outcome(TransportStatus.HandshakeFailed, "TLS is in place already");
        var secured = new SslStream(stream);
        stream = secured;
        Outcome outcome = handshake.Run(secured, domain, direct, deadline);
        if (outcome.IsOk)
        {
            tls = secured;
            arrival = new Arrival(secured, bare: null, ring);
        }
        return outcome;
    }

    /// <summary>What has arrived, without waiting.</summary>
    /// <returns>The bytes read; 0 when there are none yet: it will ring; -1 when the connection is gone.</returns>
    public int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            if (!arrival.HasCome())
                return 0;
            int read = stream.Read(buffer, offset, count);
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

    /// <returns>False when the connection is gone, or the server has not taken the bytes in time.</returns>
    public bool Write(byte[] buffer, int offset, int count)
    {
        try
        {
            stream.Write(buffer, offset, count);
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
            if (tls != null && Failure.Length == 0)
                tls.ShutdownAsync().Wait(FarewellMs);
        }
        catch (Exception e) when (e is AggregateException || IsLoss(e))
        {
            // The server was faster. There is nobody left to say good-bye to.
        }
        stream.Dispose();
    }

    static bool IsLoss(Exception e) =>
        e is IOException or SocketException or AuthenticationException or ObjectDisposedException
            or Win32Exception or CryptographicException;

    static string Words(Exception e) => Sentence.Part(e.GetBaseException().Message);
}
