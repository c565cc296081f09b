using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>An access list that is read and changed while the device runs.</summary>
public sealed partial class AccessList
{
    /// <summary>How many there are on it.</summary>
    public int Count => members.Length;

    /// <summary>An account or a domain on it, by its place from 0.</summary>
    public Jid MemberAt(int index) => members[index];

    /// <summary>The role that the list gives it.</summary>
    public Role RoleAt(int index) => roles[index];

    /// <summary>Whether there are owners besides those on it.</summary>
    internal bool HasOtherOwners
    {
        get
        {
            bool hasOthers = false;
            LookForOwners(ref hasOthers);
            return hasOthers;
        }
    }

    /// <summary>Gives a role instead of those that the list gives.</summary>
    /// <param name="member">An account or a domain.</param>
    /// <param name="role"><see cref="Role.None"/> takes it off the list.</param>
    public void Set(Jid member, Role role)
    {
        Jid[] oldMembers = members;
        Role[] oldRoles = roles;
        members = new Jid[0];
        roles = new Role[0];
        for (int i = 0; i < oldMembers.Length; i++)
            if (!oldMembers[i].Matches(member.Bytes, 0, member.Bytes.Length))
                Add(oldMembers[i], oldRoles[i]);
        if (role != Role.None)
            Add(member, role);
    }
}
