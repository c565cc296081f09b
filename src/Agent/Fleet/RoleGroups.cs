using System.Text;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Which groups of the roster give which role.</summary>
public sealed class RoleGroups
{
    byte[][] names = new byte[0][];
    Role[] roles = new Role[0];

    /// <summary>How many there are.</summary>
    public int Count => names.Length;

    /// <summary>What a device files contacts under: viewers, operators, owners.</summary>
    public static string[] Filed() => new string[] { "Viewers", "Operators", "Owners" };

    /// <summary>Gives a group a role.</summary>
    /// <param name="name">As it stands in the roster: case matters.</param>
    /// <param name="role">Of several that apply to a contact, the greatest counts.</param>
    public void Add(string name, Role role)
    {
        byte[][] moreNames = new byte[names.Length + 1][];
        Role[] moreRoles = new Role[names.Length + 1];
        for (int i = 0; i < names.Length; i++)
        {
            moreNames[i] = names[i];
            moreRoles[i] = roles[i];
        }

        moreNames[names.Length] = Encoding.UTF8.GetBytes(name);
        moreRoles[names.Length] = role;
        names = moreNames;
        roles = moreRoles;
    }

    /// <summary>Whether a group of this name gives a role.</summary>
    public bool Has(string name)
    {
        for (int i = 0; i < names.Length; i++)
            if (Encoding.UTF8.GetString(names[i], 0, names[i].Length) == name)
                return true;
        return false;
    }

    /// <summary>Whether any group makes owners.</summary>
    public bool HaveOwners
    {
        get
        {
            for (int i = 0; i < roles.Length; i++)
                if (roles[i] == Role.Owner)
                    return true;
            return false;
        }
    }

    /// <summary>The role that a contact has by its groups.</summary>
    /// <param name="item">At the contact, where it stays.</param>
    internal Role RoleOf(XmlCursor item)
    {
        int top = item.Node;
        Role greatest = Role.None;
        for (bool more = item.MoveToFirstChild(); more; more = item.MoveToNext(top))
        {
            if (!item.Is(Ns.Roster, Word.Group))
                continue;
            int text = item.Text();
            for (int i = 0; i < names.Length; i++)
                if (roles[i] > greatest && item.ValueEquals(text, names[i], 0, names[i].Length))
                    greatest = roles[i];
        }

        item.MoveTo(top);
        return greatest;
    }
}
