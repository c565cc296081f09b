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
    public const int Room = Word.LastOfMachines + 1;

    /// <summary><c>http://jabber.org/protocol/rosterx</c></summary>
    public const int RosterExchange = Word.LastOfMachines + 2;

    /// <summary><c>jabber:x:conference</c></summary>
    public const int Conference = Word.LastOfMachines + 3;
}

/// <summary>The names of what makes a device one of many.</summary>
public static partial class Word
{
    public const int Group = LastOfMachines + 4;

    public const int History = LastOfMachines + 5;
    public const int Maxstanzas = LastOfMachines + 6;
    public const int Password = LastOfMachines + 7;
    public const int Invite = LastOfMachines + 8;
    public const int Destroy = LastOfMachines + 9;
    public const int Add = LastOfMachines + 10;
    public const int MucNonanonymous = LastOfMachines + 11;

    /// <summary>The last word here.</summary>
    internal const int LastOfFleet = MucNonanonymous;
}
