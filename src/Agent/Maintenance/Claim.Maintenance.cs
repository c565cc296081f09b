using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Who has claimed the device is kept.</summary>
public sealed partial class Claim
{
    /// <summary>Where to; null for nowhere.</summary>
    public CommandLog? Changes;

    partial void Record(Jid who) => Changes?.Note(who.Bytes, 0, who.Bytes.Length, "claim", Outcome);
}
