using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>A contact for whom something is to be done, and the next one behind it.</summary>
sealed class RosterSet
{
    internal RosterSet(Jid contact) => Contact = contact;

    internal readonly Jid Contact;

    /// <summary>What it is called.</summary>
    internal string Name = "";

    /// <summary>Which of the groups it belongs in; below 0 for none.</summary>
    internal int Group;

    internal RosterSet? Next;
}
