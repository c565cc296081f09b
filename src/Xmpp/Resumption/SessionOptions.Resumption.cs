namespace Presentity.Xmpp;

/// <summary>How a session comes back.</summary>
public sealed partial class SessionOptions
{
    /// <summary>Bytes of the stanzas that are kept until the server has acknowledged them (XEP-0198). An answer needs a few hundred,
    /// presence as much as it has; what there is no room for is given up, the oldest presence first, and never the answer to a command.</summary>
    public int UnackedBytes = 1024;

    /// <summary>Whether stanzas are counted and a stream that was cut is resumed (XEP-0198), where the server does it.</summary>
    public bool ManagesStream = true;

    /// <summary>What the server may show the account's owner of this client (XEP-0388 §2.3): its software.</summary>
    public string Software = "Presentity";

    /// <summary>And what it runs on.</summary>
    public string Device = "device";

    /// <summary>Whether the server is asked for a token to log in with the next time (XEP-0484).</summary>
    public bool UsesToken = true;
}
