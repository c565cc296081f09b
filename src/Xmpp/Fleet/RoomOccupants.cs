using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Who of those in a room has a role, by the real address that the room shows. Of the others nothing is kept.</summary>
public sealed class RoomOccupants
{
    /// <summary>The most that are kept; those beyond are nobody.</summary>
    public const int Most = 32;

    readonly IAccess access;
    readonly ILog log;
    byte[][] names = new byte[0][];
    Jid[] people = new Jid[0];
    bool hasComplained;

    /// <summary>By these roles.</summary>
    public RoomOccupants(IAccess access, ILog log)
    {
        this.access = access;
        this.log = log;
    }

    /// <summary>Whether the room shows everybody who is in it. Where it does not, nobody there has a role.</summary>
    public bool AreKnown;

    /// <summary>How many there are.</summary>
    public int Count;

    /// <summary>The role of an occupant, as it is now: no more than is allowed from a room.</summary>
    /// <param name="address">The room, with the name in it.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="length">Its bytes.</param>
    public Role RoleOf(byte[] address, int start, int length)
    {
        int slash = Jid.BareLengthOf(address, start, length) + 1;
        int place = AreKnown && slash < length ? Find(address, start + slash, length - slash) : -1;
        return place < 0 ? Role.None : Permission.FromRoom(access.RoleOf(people[place].Bytes, 0, people[place].Bytes.Length));
    }

    /// <summary>Nobody is known any more.</summary>
    public void Clear()
    {
        Count = 0;
        AreKnown = false;
        names = new byte[0][];
        people = new Jid[0];
    }

    /// <summary>Somebody has come, or has gone.</summary>
    /// <param name="cursor">On whose tape the rest is.</param>
    /// <param name="start">Where his name begins.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="jid">The slot of his real address; <see cref="XmlCursor.None"/> when it is not told, or he is gone.</param>
    internal void Note(XmlCursor cursor, int start, int length, int jid)
    {
        int place = Find(cursor.Bytes, start, length);
        bool isSomebody = jid != XmlCursor.None
            && Permission.Allows(access.RoleOf(cursor.Bytes, cursor.Start(jid), cursor.Length(jid)), Permission.ToRead);
        if (place >= 0 && isSomebody && people[place].Matches(cursor.Bytes, cursor.Start(jid), cursor.Length(jid)))
            return;
        if (place >= 0)
            Remove(place);
        if (isSomebody)
            Add(cursor.Bytes, start, length, Jid.Parse(cursor.Bytes, cursor.Start(jid), cursor.Length(jid)));
    }

    int Find(byte[] bytes, int start, int length)
    {
        for (int i = 0; i < Count; i++)
            if (names[i].Length == length && Octets.Equal(bytes, start, names[i]))
                return i;
        return -1;
    }

    void Add(byte[] bytes, int start, int length, Jid? person)
    {
        if (person == null)
            return;
        if (Count == Most)
        {
            if (!hasComplained)
                log.Write(LogLevel.Warning, "more than " + Most.ToString() + " in the room have a role; the others are not answered there");
            hasComplained = true;
            return;
        }

        if (Count == names.Length)
            Grow();
        byte[] name = new byte[length];
        System.Array.Copy(bytes, start, name, 0, length);
        names[Count] = name;
        people[Count++] = person;
    }

    void Grow()
    {
        byte[][] moreNames = new byte[Count + 8][];
        Jid[] morePeople = new Jid[Count + 8];
        for (int i = 0; i < Count; i++)
        {
            moreNames[i] = names[i];
            morePeople[i] = people[i];
        }

        names = moreNames;
        people = morePeople;
    }

    void Remove(int place)
    {
        Count--;
        names[place] = names[Count];
        people[place] = people[Count];
    }
}
