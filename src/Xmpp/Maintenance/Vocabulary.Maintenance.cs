namespace Presentity.Xmpp;

/// <summary>The words of what operators look after a device by, numbered behind those of what programs ask.</summary>
public static partial class Vocabulary
{
    const string MaintenanceNames = " list-multi reported";
}

/// <summary>The names of what operators look after a device by.</summary>
public static partial class Word
{
    public const int ListMulti = LastOfMachines + 1;
    public const int Reported = LastOfMachines + 2;

    /// <summary>The last word here.</summary>
    internal const int LastOfMaintenance = Reported;
}
