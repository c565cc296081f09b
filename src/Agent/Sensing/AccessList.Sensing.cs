using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Who is told of an alarm.</summary>
public sealed partial class AccessList
{
    /// <summary>The next of the accounts that may act on an alarm.</summary>
    /// <param name="at">0 for the first; moved on.</param>
    /// <returns>Null behind the last.</returns>
    internal Jid? NextToAlarm(ref int at)
    {
        while (at < members.Length)
        {
            int member = at++;
            if (Permission.Allows(roles[member], Permission.ToSet) && members[member].HasLocal)
                return members[member];
        }

        Jid? other = null;
        LookForNext(Permission.ToSet, ref at, ref other);
        return other;
    }
}
