namespace Presentity.Xmpp;

/// <summary>The words of what makes a device one of many, numbered behind those of what programs ask.</summary>
public static partial class Vocabulary
{
    const string FleetNames =
        " http://jabber.org/protocol/muc http://jabber.org/protocol/rosterx jabber:x:conference " +
        "group history maxstanzas password invite destroy add muc_nonanonymous";
}

/// <summary>The namespaces of what makes a device one of many.</summary>
public static partial class Ns
{
    /// <summary><c>http://jabber.org/protocol/muc</c></summary>
    public const int Room = Word.LastOfHistory + 1;

    /// <summary><c>http://jabber.org/protocol/rosterx</c></summary>
    public const int RosterExchange = Word.LastOfHistory + 2;

    /// <summary><c>jabber:x:conference</c></summary>
    public const int Conference = Word.LastOfHistory + 3;
}

/// <summary>The names of what makes a device one of many.</summary>
public static partial class Word
{
    public const int Group = LastOfHistory + 4;

    public const int History = LastOfHistory + 5;
    public const int Maxstanzas = LastOfHistory + 6;
    public const int Password = LastOfHistory + 7;
    public const int Invite = LastOfHistory + 8;
    public const int Destroy = LastOfHistory + 9;
    public const int Add = LastOfHistory + 10;
    public const int MucNonanonymous = LastOfHistory + 11;

    /// <summary>The last word here.</summary>
    internal const int LastOfFleet = MucNonanonymous;
}
