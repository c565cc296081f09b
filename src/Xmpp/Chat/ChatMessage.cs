using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Why a message is not obeyed.</summary>
public enum Stale
{
    /// <summary>It is: somebody has sent it here, just now.</summary>
    No,

    /// <summary>It was kept on its way (XEP-0203, XEP-0091).</summary>
    Delayed,

    /// <summary>Its time is over (XEP-0131), or it cannot be told whether it is.</summary>
    Expired,

    /// <summary>It is a copy of what somebody has written to somebody else (XEP-0280, XEP-0297).</summary>
    Copied,

    /// <summary>What it says is encrypted (XEP-0380).</summary>
    Encrypted,

    /// <summary>It is larger than the device reads.</summary>
    TooLong,
}

/// <summary>One message of a chat: what it says, and what its sender would like to be told about it. Reused.</summary>
public sealed class ChatMessage
{
    /// <summary><see cref="MessageType.Of"/>.</summary>
    public int Type;

    /// <summary>The slot of the first body's text; <see cref="XmlCursor.None"/> for no body, or an empty one.</summary>
    public int Body;

    /// <summary>The slot of the thread's name (RFC 6121 §5.2.5).</summary>
    public int Thread;

    /// <summary>Whether it has a body at all.</summary>
    public bool HasBody;

    /// <summary>Whether a receipt is asked for (XEP-0184 §5.2), and can be given.</summary>
    public bool WantsReceipt;

    /// <summary>Whether the sender's client knows chat states (XEP-0085 §5.1): there is one in it.</summary>
    public bool HasState;

    /// <summary>Whether it comes by way of a room (XEP-0045 §7.5), or invites to one.</summary>
    public bool IsFromRoom;

    /// <summary>Why it is not to be obeyed.</summary>
    public Stale Stale;

    /// <summary>Looks at a message.</summary>
    /// <param name="message">Holds during the call that handles it.</param>
    /// <param name="unixSeconds">What time it is; -1 while that is not known.</param>
    public void Read(Stanza message, long unixSeconds)
    {
        Type = MessageType.Of(message);
        Body = XmlCursor.None;
        Thread = XmlCursor.None;
        HasBody = false;
        WantsReceipt = false;
        HasState = false;
        IsFromRoom = Type == Word.Groupchat;
        Stale = message.IsWhole ? Stale.No : Stale.TooLong;
        bool isReceipt = false;
        XmlCursor cursor = message.AtTop();
        int top = cursor.Node;
        for (bool more = cursor.MoveToFirstChild(); more; more = cursor.MoveToNext(top))
        {
            switch (cursor.Namespace)
            {
                case Ns.Client:
                    ReadText(cursor);
                    break;
                case Ns.Receipts:
                    isReceipt |= cursor.LocalName == Word.Received;
                    WantsReceipt |= cursor.LocalName == Word.Request;
                    break;
                case Ns.ChatStates:
                    HasState = true;
                    break;
                case Ns.RoomUser:
                    IsFromRoom = true;
                    break;
                default:
                    Doubt(cursor, unixSeconds);
                    break;
            }
        }

        WantsReceipt &= !isReceipt && message.Id != XmlCursor.None;
    }

    void ReadText(XmlCursor child)
    {
        if (child.LocalName == Word.Thread)
        {
            Thread = child.Text();
        }
        else if (child.LocalName == Word.Body && !HasBody)
        {
            HasBody = true;
            // RFC 6121 §5.2.3: text and nothing else.
            Body = child.CountChildren() == 0 ? child.Text() : XmlCursor.None;
        }
    }

    void Doubt(XmlCursor child, long unixSeconds)
    {
        switch (child.Namespace)
        {
            case Ns.Delay:
            case Ns.LegacyDelay:
                Stale = Stale.Delayed;
                break;
            case Ns.Shim:
                if (IsExpired(child, unixSeconds))
                    Stale = Stale.Expired;
                break;
            case Ns.Carbons:
            case Ns.Forward:
                Stale = Stale.Copied;
                break;
            case Ns.Encryption:
                Stale = Stale.Encrypted;
                break;
        }
    }

    /// <summary>XEP-0131: a TTL in seconds, from Created on, or from now where that is not told.</summary>
    static bool IsExpired(XmlCursor headers, long unixSeconds)
    {
        bool hasTtl = false;
        bool isGood = true;
        int ttl = 0;
        long created = unixSeconds;
        int parent = headers.Node;
        for (bool more = headers.MoveToFirstChild(); more; more = headers.MoveToNext(parent))
        {
            int name = headers.AttributeWord(Word.Name);
            if (name == Word.Ttl)
            {
                hasTtl = true;
                isGood &= headers.TryGetInteger(headers.Text(), out ttl);
            }
            else if (name == Word.Created)
            {
                created = XmppDateTime.Read(headers, headers.Text());
                isGood &= created >= 0 && unixSeconds >= 0;
            }
        }

        headers.MoveTo(parent);
        return hasTtl && (!isGood || ttl <= 0 || created + ttl < unixSeconds);
    }
}
