namespace Presentity.Xmpp;

/// <summary>The words of what operators look after a device by, numbered behind those of what makes it one of many.</summary>
public static partial class Vocabulary
{
    const string MaintenanceNames = " list-multi lang";
}

/// <summary>The names of what operators look after a device by.</summary>
public static partial class Word
{
    public const int ListMulti = LastOfFleet + 1;
    public const int Lang = LastOfFleet + 2;

    /// <summary>The last word here.</summary>
    internal const int LastOfMaintenance = Lang;
}
