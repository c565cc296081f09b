namespace Presentity.Platform;

/// <summary>Where a connection is to go.</summary>
/// <param name="host">Host name or address literal.</param>
/// <param name="port">TCP port, 1 to 65535; 0 asks the platform to find hosts and ports by SRV (RFC 6120 §3.2.1) from <paramref name="host"/>.</param>
/// <param name="domain">The XMPP domain, which the certificate must name (RFC 6120 §13.7.1).</param>
/// <param name="directTls">TLS from the first byte (XEP-0368) instead of STARTTLS.</param>
/// <param name="eitherTls">With port 0: whichever of the two the DNS names, and STARTTLS where it names none.</param>
public sealed class ServerEndpoint(string host, int port, string domain, bool directTls, bool eitherTls = false)
{
    public readonly string Host = host;

    public readonly int Port = port;

    public readonly string Domain = domain;

    public readonly bool DirectTls = directTls;

    public readonly bool EitherTls = eitherTls;
}
