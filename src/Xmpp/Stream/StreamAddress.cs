using Presentity.Platform;

namespace Presentity.Xmpp;

/// <summary>Where a server sends us: <c>host</c>, <c>host:port</c>, <c>[2001:db8::1]:port</c>.</summary>
static class StreamAddress
{
    /// <summary>The most bytes that one may have: a host name, and a port.</summary>
    internal const int Longest = 261;

    /// <summary>Reads one.</summary>
    /// <param name="text">As the server sent it.</param>
    /// <param name="usual">Where we go otherwise: domain and TLS are the same there.</param>
    /// <returns>Null when it is none.</returns>
    internal static ServerEndpoint? Parse(string text, ServerEndpoint usual)
    {
        int bracket = text.LastIndexOf(']');
        int colon = text.LastIndexOf(':');
        int port = usual.DirectTls ? 5223 : 5222;
        string host = text;
        // An IPv6 address without brackets has no port.
        if (colon > bracket && (bracket > 0 || colon == text.IndexOf(':')))
        {
            host = text.Substring(0, colon);
            if (!int.TryParse(text.Substring(colon + 1), out port) || port < 1 || port > 65535)
                return null;
        }

        if (bracket > 0 && host.Length == bracket + 1)
            host = host.Substring(1, bracket - 1);
        return host.Length == 0 ? null : new ServerEndpoint(host, port, usual.Domain, usual.DirectTls);
    }
}
