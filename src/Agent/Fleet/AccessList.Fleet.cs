using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Who has a role by a group of the roster, and who can have none.</summary>
public sealed partial class AccessList
{
    /// <summary>Those in groups that give a role; null for none.</summary>
    internal GroupMembers? Groups;

    /// <summary>The fleet's room; null for none.</summary>
    internal Jid? Room;

    /// <summary>The role that the list gives an account by its name: neither by its domain nor by a group.</summary>
    internal Role RoleByName(byte[] address, int start, int length)
    {
        Role greatest = Role.None;
        for (int i = 0; i < members.Length; i++)
            if (roles[i] > greatest && members[i].HasLocal && members[i].MatchesBare(address, start, length))
                greatest = roles[i];
        return greatest;
    }

    partial void LookElsewhere(byte[] address, int start, int length, ref Role role)
    {
        Role byGroup = Groups == null ? Role.None : Groups.RoleOf(address, start, length);
        if (byGroup > role)
            role = byGroup;
        // Behind a room stands whoever is in it, whatever a list says of its domain.
        if (role != Role.None && Room != null && IsOfService(address, start, length))
            role = Role.None;
    }

    partial void LookForOwners(ref bool hasOwners) => hasOwners = Groups != null && Groups.HaveOwners;

    /// <summary>Behind those on the list come those in groups, but who is on the list already.</summary>
    partial void LookForNext(Role least, ref int at, ref Jid? next)
    {
        while (Groups != null && at - members.Length < Groups.Count)
        {
            int place = at++ - members.Length;
            Jid contact = Groups.At(place);
            Role byName = RoleByName(contact.Bytes, 0, contact.Bytes.Length);
            if (!Permission.Allows(Groups.RoleAt(place), least) || Permission.Allows(byName, least))
                continue;
            next = contact;
            return;
        }
    }

    /// <summary>Whether it is of the service where the room is.</summary>
    bool IsOfService(byte[] address, int start, int length)
    {
        int bare = Jid.BareLengthOf(address, start, length);
        int domain = 0;
        for (int i = 0; i < bare && domain == 0; i++)
            if (address[start + i] == '@')
                domain = i + 1;
        return Room!.MatchesDomain(address, start + domain, bare - domain);
    }
}
