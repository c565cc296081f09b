using System;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using nanoFramework.Runtime.Native;
using Presentity.Platform;
using GC = nanoFramework.Runtime.Native.GC;

namespace Presentity.Nano;

/// <summary>The transport of the chip: a socket, and TLS by the firmware's mbedTLS.</summary>
/// <remarks>
/// A socket and an <c>SslStream</c> serve for one attempt and are never used again, whatever came of it. Until TLS is in place the
/// caller's own thread reads the socket, so that nothing is read ahead of the handshake; from then on a <see cref="Reader"/> does.
/// The handshake is native code that stops every thread, and no time-out reaches into it: a server that accepts a connection and then
/// says nothing can hold a device that was told <c>tls = direct</c> until it closes, or TCP gives up. With STARTTLS it has to speak
/// first.
/// </remarks>
public sealed class NanoTransport : ITransport
{
    // While there is no TLS yet, and so no reader to ring the bell.
    const int SliceMs = 100;
    const int FarewellMs = 1000;
    const int PieceBytes = 1024;
    const int LeastMs = 100;

    // What mbedTLS returns when the certificate does not pass (MBEDTLS_ERR_X509_CERT_VERIFY_FAILED).
    const int CertificateRefused = -0x2700;

    readonly IClock clock;
    readonly INetwork network;
    readonly X509Certificate? authority;
    readonly ServerLookup lookup;
    readonly AutoResetEvent bell = new AutoResetEvent(false);
    byte[] piece = new byte[PieceBytes];
    Socket? socket;
    SslStream? tls;
    Reader? reader;
    bool woken;
    ServerTargets? targets;
    ServerTarget? target;
    IPAddress[] addresses = new IPAddress[0];
    int nextAddress;
    string domain = "";

    /// <param name="clock">A certificate cannot be checked before it knows the calendar.</param>
    /// <param name="network">Without it nothing is tried: looking up a name would stop every thread for half a minute.</param>
    /// <param name="authorities">The authorities to trust, PEM; null for those that are stored on the chip.</param>
    public NanoTransport(IClock clock, INetwork network, byte[]? authorities)
    {
        this.clock = clock;
        this.network = network;
        lookup = new ServerLookup(clock);
        if (authorities != null)
            authority = new X509Certificate(Terminated(authorities));
    }

    public bool IsSecure => reader != null;

    // The class library does not say which version was agreed on.
    public string Protection => "";

    public string Failure { get; private set; } = "";

    public bool HasAnother => targets != null && (targets.Count > 0 || nextAddress < addresses.Length);

    public TransportStatus Connect(ServerEndpoint? endpoint, int timeoutMs)
    {
        long until = clock.Milliseconds + timeoutMs;
        Close();
        Failure = "";
        if (!network.IsUp(0))
            return Fail(TransportStatus.Unreachable, "no " + network.Name);
        if (clock.UnixSeconds < 0)
            return Fail(TransportStatus.Unreachable, "the time is not known yet, and without it no certificate can be checked; waiting for a time server");
        if (endpoint != null)
        {
            domain = endpoint.Domain;
            nextAddress = addresses.Length;
            targets = lookup.Locate(endpoint, timeoutMs);
            if (targets.Count == 0)
                return Fail(TransportStatus.HostNotFound, endpoint.Host + " says in the DNS that it does not offer this; check server and tls");
        }

        // Of several failures the status of the one that came furthest, and the words of all.
        TransportStatus furthest = TransportStatus.HostNotFound;
        string failures = "";
        while (HasAnother)
        {
            TransportStatus status = TryNext(until);
            if (status == TransportStatus.Ok)
                return status;
            if (status > furthest)
                furthest = status;
            failures += Failure + "; ";
        }

        return Fail(furthest, failures + "check server, the network and its name server");
    }

    /// <summary>Tries one address of a host, or finds out that the host has none.</summary>
    TransportStatus TryNext(long until)
    {
        if (nextAddress == addresses.Length)
        {
            target = targets!.Next()!;
            addresses = Dialling.Resolve(target.Host);
            nextAddress = 0;
            if (addresses.Length == 0)
                return Fail(TransportStatus.HostNotFound, target.Host + " has no address");
        }

        // An equal share of the time for each that is left.
        int share = (int)(until - clock.Milliseconds) / (targets!.Count + addresses.Length - nextAddress);
        if (share < LeastMs)
            share = LeastMs;
        socket = Dialling.Connect(new IPEndPoint(addresses[nextAddress++], target!.Port), share, out TransportStatus status, out string failure);
        if (socket == null)
            return Fail(status, target.Host + ":" + target.Port.ToString() + failure);
        return target.DirectTls ? Secure(domain, share) : status;
    }

    public TransportStatus Secure(string domain, int timeoutMs)
    {
        if (socket == null || tls != null)
            return Fail(TransportStatus.HandshakeFailed, tls == null ? "there is no connection to secure" : "TLS is in place already");
        try
        {
            tls = new SslStream(socket);
            // Today's firmware does not look at it during the handshake.
            socket.ReceiveTimeout = timeoutMs;
            // VerifyPeer, by its name the same, verifies nothing.
            tls.SslVerification = SslVerification.CertificateRequired;
            if (authority == null)
                tls.AuthenticateAsClient(domain, SslProtocols.Tls12 | SslProtocols.Tls13);
            else
                tls.AuthenticateAsClient(domain, null, authority, SslProtocols.Tls12 | SslProtocols.Tls13);
            socket.ReceiveTimeout = Timeout.Infinite;
            targets = null;
            reader = new Reader(tls, piece, bell);
            return TransportStatus.Ok;
        }
        catch (Exception e)
        {
            Close();
            return Refused(domain, e);
        }
    }

    public int Read(byte[] buffer, int offset, int count, int timeoutMs)
    {
        long until = clock.Milliseconds + timeoutMs;
        while (socket != null)
        {
            int read = reader != null ? reader.Take(buffer, offset, count) : Receive(buffer, offset, count, until);
            if (read > 0)
                return read;
            if (read < 0)
                break;
            long left = until - clock.Milliseconds;
            if (woken || left <= 0)
            {
                woken = false;
                return 0;
            }

            if (reader != null)
                bell.WaitOne((int)left, true);
        }

        if (Failure.Length == 0)
            Failure = "the server closed the connection, or it was lost";
        Close();
        return -1;
    }

    public bool Write(byte[] buffer, int offset, int count)
    {
        try
        {
            if (tls != null)
            {
                tls.Write(buffer, offset, count);
                return true;
            }

            while (socket != null && count > 0)
            {
                int sent = socket.Send(buffer, offset, count, SocketFlags.None);
                offset += sent;
                count -= sent;
            }

            return socket != null;
        }
        catch (Exception e)
        {
            Failure = "the connection was lost while sending (" + Describe(e) + ")";
            return false;
        }
    }

    public void Wake()
    {
        woken = true;
        bell.Set();
    }

    public void Close()
    {
        SslStream? closing = tls;
        try
        {
            if (closing != null)
                closing.Dispose();
        }
        catch (Exception)
        {
            // The connection was gone before.
        }

        Dialling.Close(socket);
        // A thread that cannot be brought to its end keeps the buffer; it must not write into the next connection's.
        if (reader != null && !reader.Stop(FarewellMs))
            piece = new byte[PieceBytes];
        socket = null;
        tls = null;
        reader = null;
        // What is left of a session goes before the next one begins, which needs some 40 KB in one place.
        if (closing != null)
            GC.Run(true);
    }

    /// <summary>Reads the bare socket.</summary>
    /// <returns>The bytes read; 0 when none have come in a slice of the time; -1 when the connection is gone.</returns>
    int Receive(byte[] buffer, int offset, int count, long until)
    {
        try
        {
            long left = until - clock.Milliseconds;
            int slice = left < SliceMs ? left < 0 ? 0 : (int)left : SliceMs;
            if (!socket!.Poll(slice * 1000, SelectMode.SelectRead))
                return 0;
            int read = socket.Receive(buffer, offset, count, SocketFlags.None);
            return read > 0 ? read : -1;
        }
        catch (Exception e)
        {
            Failure = "the connection was lost (" + Describe(e) + ")";
            return -1;
        }
    }

    TransportStatus Refused(string domain, Exception e)
    {
        if (e is SocketException refused && refused.ErrorCode == CertificateRefused)
            return Fail(TransportStatus.CertificateUntrusted, "the certificate of " + domain
                + " was not accepted: it is over, for another host, or not of an authority that this device trusts; set ca, or flash the right one");
        return Fail(TransportStatus.HandshakeFailed, "TLS with " + domain + " failed (" + Describe(e)
            + "): a certificate that is over, for another host or of an unknown authority, or a server without TLS 1.2 and 1.3");
    }

    TransportStatus Fail(TransportStatus status, string failure)
    {
        Failure = failure;
        return status;
    }

    static string Describe(Exception e) =>
        e is SocketException socketException ? "error " + socketException.ErrorCode.ToString() : e.GetType().Name + " " + e.Message;

    // mbedTLS wants the text's end marked.
    static byte[] Terminated(byte[] pem)
    {
        if (pem.Length > 0 && pem[pem.Length - 1] == 0)
            return pem;
        byte[] terminated = new byte[pem.Length + 1];
        Array.Copy(pem, terminated, pem.Length);
        return terminated;
    }
}
