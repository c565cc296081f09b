namespace Presentity.Platform;

/// <summary>A transport that knows what its TLS connection, and no other, has (RFC 5056). The chip's TLS does not tell.</summary>
public interface IChannelBinding
{
    /// <summary>Whether TLS is in place and the certificate was verified.</summary>
    bool IsSecure { get; }

    /// <summary>What both ends of the connection know, and nobody between them.</summary>
    /// <param name="type">A registered name: <c>tls-exporter</c> (RFC 9266), <c>tls-server-end-point</c> (RFC 5929 §4).</param>
    /// <returns>The data; null without TLS, or when the platform does not have this type for this connection.</returns>
    byte[]? ChannelBinding(string type);
}
