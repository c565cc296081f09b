namespace Presentity.Xmpp;

/// <summary>A roster to be looked through again.</summary>
public sealed partial class Roster
{
    /// <summary>Has the roster asked for in the next turn: who has which role has changed.</summary>
    public void LookAgain() => again = true;
}
