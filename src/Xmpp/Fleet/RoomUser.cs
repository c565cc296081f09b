using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>What a room says about somebody in it, or about itself: an item and status codes (XEP-0045 §15.6). Reused.</summary>
/// <remarks>An occupant may write such an element himself. A room takes it out, or there are two: then neither is believed.</remarks>
sealed class RoomUser
{
    internal const int Banned = 301;
    internal const int Renamed = 303;
    internal const int Kicked = 307;
    internal const int NoMember = 321;
    internal const int MembersOnly = 322;

    /// <summary>The slot of the real address; <see cref="XmlCursor.None"/> when it is not told.</summary>
    internal int Jid;

    /// <summary>Whether it is about us (110).</summary>
    internal bool IsSelf;

    /// <summary>Whether everybody there sees the real addresses (100).</summary>
    internal bool IsOpen;

    /// <summary>Whether they do from now on (172), or do no more (173, 174).</summary>
    internal bool IsNowOpen;

    internal bool IsNowHidden;

    /// <summary>Whether the room has been made by our joining it (201).</summary>
    internal bool IsCreated;

    /// <summary>Whether the room is no more.</summary>
    internal bool IsDestroyed;

    /// <summary>Why somebody is out: one of the codes above, another, or 0.</summary>
    internal int Reason;

    /// <summary>Looks at a stanza of a room.</summary>
    internal void Read(Stanza stanza)
    {
        Jid = XmlCursor.None;
        IsSelf = false;
        IsOpen = false;
        IsNowOpen = false;
        IsNowHidden = false;
        IsCreated = false;
        IsDestroyed = false;
        Reason = 0;
        XmlCursor cursor = stanza.AtTop();
        int top = cursor.Node;
        int found = 0;
        int node = top;
        for (bool more = cursor.MoveToFirstChild(); more; more = cursor.MoveToNext(top))
        {
            if (!cursor.Is(Ns.RoomUser, Word.X))
                continue;
            node = cursor.Node;
            found++;
        }

        if (found != 1 || !stanza.IsWhole)
            return;
        cursor.MoveTo(node);
        int items = 0;
        for (bool more = cursor.MoveToFirstChild(); more; more = cursor.MoveToNext(node))
        {
            if (cursor.Is(Ns.RoomUser, Word.Item))
            {
                Jid = ++items == 1 ? cursor.Attribute(Word.Jid) : XmlCursor.None;
            }
            else if (cursor.Is(Ns.RoomUser, Word.Destroy))
            {
                IsDestroyed = true;
            }
            else if (cursor.Is(Ns.RoomUser, Word.Status) && cursor.TryGetInteger(cursor.Attribute(Word.Code), out int code))
            {
                Note(code);
            }
        }
    }

    void Note(int code)
    {
        IsOpen |= code == 100;
        IsSelf |= code == 110;
        IsNowOpen |= code == 172;
        IsNowHidden |= code == 173 || code == 174;
        IsCreated |= code == 201;
        // Of several the least: a ban is not made a kick by what comes behind it.
        if (code > 300 && (Reason == 0 || code < Reason))
            Reason = code;
    }
}
