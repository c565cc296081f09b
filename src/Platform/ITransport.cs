namespace Presentity.Platform;

/// <summary>One byte stream to one server: TCP, later the same TCP under TLS. Blocking, used by one thread.</summary>
/// <remarks>
/// A transport lives for many connections, one at a time: each <see cref="Connect"/> starts with a new socket and
/// ends what was open before. Nothing here throws: what went wrong is the returned <see cref="TransportStatus"/>, with
/// <see cref="Failure"/> in words for a person.
/// </remarks>
public interface ITransport
{
    /// <summary>Opens a connection, to the first of the server's hosts and addresses that takes it up.</summary>
    /// <param name="endpoint">The server to reach; null goes on with what the last call has left: <see cref="HasAnother"/>.</param>
    /// <param name="timeoutMs">The most that name lookup, connecting and the TLS handshake may take together, in milliseconds.</param>
    TransportStatus Connect(ServerEndpoint? endpoint, int timeoutMs);

    /// <summary>Whether there is a host or an address of this server that was not tried since <see cref="Connect"/> was given it. Never
    /// once TLS is in place.</summary>
    bool HasAnother { get; }

    /// <summary>Puts TLS under the open connection (RFC 6120 §5.4.3.3) and checks the certificate against the XMPP domain.</summary>
    /// <param name="domain">The domain that the certificate must name (RFC 6125), also sent as SNI.</param>
    /// <param name="timeoutMs">The most that the handshake may take, in milliseconds.</param>
    TransportStatus Secure(string domain, int timeoutMs);

    /// <summary>Reads what has arrived, waiting for at most <paramref name="timeoutMs"/>.</summary>
    /// <param name="buffer">Filled from <paramref name="offset"/>; stays the caller's.</param>
    /// <param name="offset">Where in <paramref name="buffer"/> to begin.</param>
    /// <param name="count">The most to read; at least 1.</param>
    /// <param name="timeoutMs">How long to wait in milliseconds; 0 only looks.</param>
    /// <returns>The bytes read; 0 when the time ran out or <see cref="Wake"/> was called; -1 when the connection is gone.</returns>
    int Read(byte[] buffer, int offset, int count, int timeoutMs);

    /// <summary>Writes all of it at once (one TLS record where it fits).</summary>
    /// <returns>False when the connection is gone.</returns>
    bool Write(byte[] buffer, int offset, int count);

    /// <summary>Ends a <see cref="Read"/> that waits, now or the next one: something at the device wants attention.
    /// The one member that any thread may call.</summary>
    void Wake();

    /// <summary>Closes what is open; does nothing when nothing is.</summary>
    void Close();

    /// <summary>Whether TLS is in place and the certificate was verified.</summary>
    bool IsSecure { get; }

    /// <summary>What the connection is protected by, for the log: <c>TLS 1.3</c>. Empty without TLS or where the platform does not say.</summary>
    string Protection { get; }

    /// <summary>In words for a person: what the last call that failed met. Empty when none did.</summary>
    string Failure { get; }
}
