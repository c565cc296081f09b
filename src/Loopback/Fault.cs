namespace Presentity.Loopback;

/// <summary>What a server can do instead of what it should.</summary>
public enum Fault
{
    None,

    /// <summary>Says nothing more, and keeps the connection until the negotiation times out or the client leaves.</summary>
    Silence,

    /// <summary>Sends what is not XML.</summary>
    Garbage,

    /// <summary>Sends a message too large for most, then what it should.</summary>
    Oversized,

    /// <summary>Breaks the connection without a word.</summary>
    Cut,
}
