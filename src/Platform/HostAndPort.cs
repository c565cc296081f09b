namespace Presentity.Platform;

/// <summary>A host with or without a port, as a person or a server writes it: <c>host</c>, <c>host:port</c>, <c>[address]:port</c>.</summary>
public sealed class HostAndPort
{
    HostAndPort(string host, int port)
    {
        Host = host;
        Port = port;
    }

    /// <summary>Name or address literal, without brackets; not empty.</summary>
    public readonly string Host;

    /// <summary>1 to 65535; 0 when none is given, -1 when what is given is no such number.</summary>
    public readonly int Port;

    /// <summary>Takes it apart.</summary>
    /// <returns>Null when it is none of the three.</returns>
    public static HostAndPort? Parse(string text)
    {
        int colon = text.LastIndexOf(':');
        bool literal = text.IndexOf('[') == 0;
        int close = text.IndexOf(']');
        if (literal && (close < 2 || (close < text.Length - 1 && colon != close + 1)))
            return null;
        bool hasPort = literal ? colon > close : colon >= 0;
        string host = hasPort ? text.Substring(0, colon) : text;
        if (literal)
            host = text.Substring(1, close - 1);
        int port = 0;
        if (hasPort && (!int.TryParse(text.Substring(colon + 1), out port) || port < 1 || port > 65535))
            port = -1;
        if (host.Length == 0 || (!literal && host.IndexOf(':') >= 0) || host.IndexOf(' ') >= 0)
            return null;
        return new HostAndPort(host, port);
    }
}
