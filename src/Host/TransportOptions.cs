using System.Net;

namespace Presentity.Host;

/// <summary>What a <see cref="SocketTransport"/> can be told.</summary>
public sealed class TransportOptions
{
    /// <summary>PEM file with the only authorities to trust; null trusts those of the operating system. Read anew for each
    /// handshake, so that a replaced file counts at the next connection.</summary>
    public string? AuthoritiesFile { get; init; }

    /// <summary>PEM file with the certificate to show where a server asks for one; null for none. Read anew for each
    /// handshake.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>PEM file with the private key of <see cref="CertificateFile"/>; null when it is in the same file.</summary>
    public string? CertificateKeyFile { get; init; }

    /// <summary>The name server to ask for everything; null asks those of the operating system, and its hosts file.</summary>
    public IPEndPoint? NameServer { get; init; }

    /// <summary>The longest that one write may wait for the server to take it, in milliseconds; then the connection is given up.</summary>
    public int WriteTimeoutMs { get; init; } = 30_000;
}
