namespace Presentity.Xmpp;

/// <summary>The words of messages, numbered behind those of what lets people in. Alarms have them too (../../Agent/Sensing).</summary>
public static partial class Vocabulary
{
    const string ChatNames =
        " urn:xmpp:receipts http://jabber.org/protocol/chatstates http://jabber.org/protocol/shim " +
        "jabber:x:delay urn:xmpp:carbons:2 urn:xmpp:forward:0 http://jabber.org/protocol/muc#user urn:xmpp:eme:0 " +
        "thread request received active composing headers header TTL Created groupchat headline normal " +
        "body chat";
}

/// <summary>The namespaces of chat.</summary>
public static partial class Ns
{
    /// <summary><c>urn:xmpp:receipts</c></summary>
    public const int Receipts = Word.LastOfAdmission + 1;

    /// <summary><c>http://jabber.org/protocol/chatstates</c></summary>
    public const int ChatStates = Word.LastOfAdmission + 2;

    /// <summary><c>http://jabber.org/protocol/shim</c></summary>
    public const int Shim = Word.LastOfAdmission + 3;

    /// <summary><c>jabber:x:delay</c></summary>
    public const int LegacyDelay = Word.LastOfAdmission + 4;

    /// <summary><c>urn:xmpp:carbons:2</c></summary>
    public const int Carbons = Word.LastOfAdmission + 5;

    /// <summary><c>urn:xmpp:forward:0</c></summary>
    public const int Forward = Word.LastOfAdmission + 6;

    /// <summary><c>http://jabber.org/protocol/muc#user</c></summary>
    public const int RoomUser = Word.LastOfAdmission + 7;

    /// <summary><c>urn:xmpp:eme:0</c></summary>
    public const int Encryption = Word.LastOfAdmission + 8;
}

/// <summary>The names and values of chat.</summary>
public static partial class Word
{
    public const int Thread = LastOfAdmission + 9;
    public const int Request = LastOfAdmission + 10;
    public const int Received = LastOfAdmission + 11;

    public const int Active = LastOfAdmission + 12;
    public const int Composing = LastOfAdmission + 13;

    public const int Headers = LastOfAdmission + 14;
    public const int Header = LastOfAdmission + 15;
    public const int Ttl = LastOfAdmission + 16;
    public const int Created = LastOfAdmission + 17;

    public const int Groupchat = LastOfAdmission + 18;
    public const int Headline = LastOfAdmission + 19;
    public const int Normal = LastOfAdmission + 20;

    public const int Body = LastOfAdmission + 21;
    public const int Chat = LastOfAdmission + 22;

    /// <summary>The last word here.</summary>
    internal const int LastOfChat = Chat;
}
