namespace Presentity.Xmpp;

/// <summary>Of a device that has more commands, the list is longer, and so are forms.</summary>
public sealed partial class SessionOptions
{
    const int UsualOutputBytes = 3072;
}
