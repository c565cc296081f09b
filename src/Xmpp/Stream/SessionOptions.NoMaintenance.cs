namespace Presentity.Xmpp;

/// <summary>What the answers of a device take that has no more commands than its board.</summary>
public sealed partial class SessionOptions
{
    const int UsualOutputBytes = 2048;
}
