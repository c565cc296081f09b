namespace Presentity.Platform;

/// <summary>A host to try, as an SRV record names it (RFC 2782), or as somebody has said.</summary>
/// <param name="host">Name or address literal.</param>
/// <param name="port">TCP port, 1 to 65535.</param>
/// <param name="directTls">Whether TLS begins with the first byte: the record was one of <c>_xmpps-client</c> (XEP-0368 §3).</param>
/// <param name="priority">0 to 65535; the lowest is tried first.</param>
/// <param name="weight">0 to 65535; the odds among those of one priority.</param>
public sealed class ServerTarget(string host, int port, bool directTls, int priority, int weight)
{
    public readonly string Host = host;

    public readonly int Port = port;

    public readonly bool DirectTls = directTls;

    internal readonly int Priority = priority;

    internal readonly int Weight = weight;
}
