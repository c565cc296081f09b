using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Who has a role because the server has put him into a group of the device's roster. Of all other contacts nothing is
/// kept.</summary>
/// <remarks>Nobody has one before the roster of the present session has said so: what was true in the last may be so no more.</remarks>
public sealed class GroupMembers
{
    /// <summary>The most that are kept; those beyond have no role.</summary>
    public const int Most = 64;

    readonly RoleGroups groups;
    readonly Jid own;
    readonly ILog log;
    Jid[] contacts = new Jid[0];
    Role[] roles = new Role[0];
    bool[] isKnown = new bool[0];
    bool[] isSeen = new bool[0];
    bool hasComplained;

    /// <summary>By these groups.</summary>
    /// <param name="groups">Which give a role.</param>
    /// <param name="own">The device's account, which has none by them.</param>
    /// <param name="log">Told when there are too many.</param>
    public GroupMembers(RoleGroups groups, Jid own, ILog log)
    {
        this.groups = groups;
        this.own = own;
        this.log = log;
    }

    /// <summary>How many there are.</summary>
    public int Count;

    /// <summary>Whether any group gives a role.</summary>
    public bool AreAny => groups.Count > 0;

    /// <summary>Whether any group makes owners.</summary>
    public bool HaveOwners => groups.HaveOwners;

    /// <summary>One of them, by its place from 0.</summary>
    public Jid At(int index) => contacts[index];

    /// <summary>The role that its groups give it.</summary>
    public Role RoleAt(int index) => isKnown[index] ? roles[index] : Role.None;

    /// <summary>The role of an address by the groups of its account.</summary>
    public Role RoleOf(byte[] address, int start, int length)
    {
        int place = Find(address, start, length);
        return place < 0 ? Role.None : RoleAt(place);
    }

    /// <summary>A new session: none counts until its roster has come.</summary>
    public void Doubt()
    {
        for (int i = 0; i < Count; i++)
            isKnown[i] = false;
    }

    /// <summary>The roster has come.</summary>
    /// <param name="isWhole">Whether its contacts follow; otherwise all is as it was.</param>
    public void Begin(bool isWhole)
    {
        for (int i = 0; i < Count; i++)
        {
            isSeen[i] = false;
            isKnown[i] |= !isWhole;
        }
    }

    /// <summary>A contact is in these groups now.</summary>
    /// <param name="item">At the contact, where it stays.</param>
    public void Note(XmlCursor item)
    {
        int jid = item.Attribute(Word.Jid);
        int start = item.Start(jid);
        int length = item.Length(jid);
        int place = Find(item.Bytes, start, length);
        Role role = item.AttributeWord(Word.Subscription) == Word.Remove ? Role.None : groups.RoleOf(item);
        if (role == Role.None)
        {
            if (place >= 0)
                Remove(place);
            return;
        }

        if (place < 0)
            place = Add(Jid.Parse(item.Bytes, start, length));
        if (place < 0)
            return;
        roles[place] = role;
        isSeen[place] = true;
        isKnown[place] = true;
    }

    /// <summary>Those were all contacts: who was not among them is gone.</summary>
    public void End()
    {
        for (int i = Count - 1; i >= 0; i--)
            if (!isSeen[i])
                Remove(i);
    }

    int Find(byte[] address, int start, int length)
    {
        for (int i = 0; i < Count; i++)
            if (contacts[i].MatchesBare(address, start, length))
                return i;
        return -1;
    }

    /// <summary>Only an account is somebody: not a whole domain, not a resource.</summary>
    int Add(Jid? contact)
    {
        if (contact == null || !contact.HasLocal || contact.HasResource
            || own.MatchesBare(contact.Bytes, 0, contact.Bytes.Length))
            return -1;
        if (Count == Most)
        {
            if (!hasComplained)
            {
                log.Write(LogLevel.Warning, "more than " + Most.ToString() + " contacts are in groups that give a role: "
                    + contact.ToString() + " and others have none");
            }


            hasComplained = true;
            return -1;
        }

        if (Count == contacts.Length)
            Grow();
        contacts[Count] = contact;
        return Count++;
    }

    void Grow()
    {
        int most = Count + 8;
        Jid[] moreContacts = new Jid[most];
        Role[] moreRoles = new Role[most];
        bool[] moreKnown = new bool[most];
        bool[] moreSeen = new bool[most];
        for (int i = 0; i < Count; i++)
        {
            moreContacts[i] = contacts[i];
            moreRoles[i] = roles[i];
            moreKnown[i] = isKnown[i];
            moreSeen[i] = isSeen[i];
        }

        contacts = moreContacts;
        roles = moreRoles;
        isKnown = moreKnown;
        isSeen = moreSeen;
    }

    void Remove(int place)
    {
        Count--;
        contacts[place] = contacts[Count];
        roles[place] = roles[Count];
        isKnown[place] = isKnown[Count];
        isSeen[place] = isSeen[Count];
    }
}
