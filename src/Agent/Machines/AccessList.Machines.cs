using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Whose accounts there are, to be named to a server.</summary>
public sealed partial class AccessList : IAccounts
{
    /// <summary>The next of the accounts that may read; of everybody at a domain no account is known.</summary>
    public Jid? NextAccount(ref int at)
    {
        while (at < members.Length)
        {
            int member = at++;
            if (Permission.Allows(roles[member], Permission.ToRead) && members[member].HasLocal)
                return members[member];
        }

        return null;
    }
}
