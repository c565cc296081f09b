using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Who has which role: accounts and whole domains. Who is not on it has none.</summary>
public sealed partial class AccessList : IAccess
{
    Jid[] members = new Jid[0];
    Role[] roles = new Role[0];

    /// <summary>Gives a role.</summary>
    /// <param name="member">An account, or a domain for everybody there.</param>
    /// <param name="role">Of several that apply to a sender, the greatest counts.</param>
    public void Add(Jid member, Role role)
    {
        Jid[] moreMembers = new Jid[members.Length + 1];
        Role[] moreRoles = new Role[members.Length + 1];
        for (int i = 0; i < members.Length; i++)
        {
            moreMembers[i] = members[i];
            moreRoles[i] = roles[i];
        }

        moreMembers[members.Length] = member;
        moreRoles[members.Length] = role;
        members = moreMembers;
        roles = moreRoles;
    }

    /// <summary>Whether anybody is the device's owner.</summary>
    public bool HasOwner
    {
        get
        {
            for (int i = 0; i < roles.Length; i++)
                if (roles[i] == Role.Owner)
                    return true;
            bool hasOthers = false;
            LookForOwners(ref hasOthers);
            return hasOthers;
        }
    }

    public Role RoleOf(byte[] address, int start, int length)
    {
        Role greatest = Role.None;
        for (int i = 0; i < members.Length; i++)
            if (roles[i] > greatest && IsMember(members[i], address, start, length))
                greatest = roles[i];
        LookElsewhere(address, start, length, ref greatest);
        return greatest;
    }

    // Those of who has a role by a group of the roster, and who can have none (../Fleet).
    partial void LookElsewhere(byte[] address, int start, int length, ref Role role);

    partial void LookForOwners(ref bool hasOwners);

    partial void LookForNext(Role least, ref int at, ref Jid? next);

    static bool IsMember(Jid member, byte[] address, int start, int length)
    {
        if (member.HasLocal)
            return member.MatchesBare(address, start, length);

        // Everybody at the domain, but not the domain itself: that is the server.
        int bare = Jid.BareLengthOf(address, start, length);
        for (int at = 0; at < bare; at++)
            if (address[start + at] == '@')
                return member.MatchesDomain(address, start + at + 1, bare - at - 1);
        return false;
    }
}
