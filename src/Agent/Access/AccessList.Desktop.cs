using System;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Who is on the list, for the desktop alone.</summary>
public sealed partial class AccessList
{
    /// <summary>The accounts on the list: no domains, each once.</summary>
    /// <param name="own">The device's own, which is not among them.</param>
    public Jid[] Accounts(Jid own)
    {
        Jid[] accounts = Array.FindAll(members, member => member.HasLocal && !member.Matches(own.Bytes, 0, own.BareLength));
        return Array.FindAll(accounts, account => Array.Find(accounts, other => other.ToString() == account.ToString()) == account);
    }
}
