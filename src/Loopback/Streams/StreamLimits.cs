using Presentity.Xml;

namespace Presentity.Loopback;

/// <summary>How much of a client's XML the server is ready to hold.</summary>
static class StreamLimits
{
    /// <summary>Before the client has logged in: enough for that.</summary>
    public static XmlLimits Stranger => new() { Bytes = 10_000, Nodes = 256 };

    /// <summary>After that.</summary>
    /// <param name="stanzaBytes">The largest stanza; beside it there is room for the stream header.</param>
    public static XmlLimits Client(int stanzaBytes) => new()
    {
        Bytes = stanzaBytes + 1024,
        Nodes = 256 + (stanzaBytes / 16),
        Depth = 64,
        Attributes = 64,
        Namespaces = 64 + (stanzaBytes / 32),
    };
}
