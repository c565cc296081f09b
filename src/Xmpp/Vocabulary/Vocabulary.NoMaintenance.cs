namespace Presentity.Xmpp;

/// <summary>A device that is not looked after by command has no words for it.</summary>
public static partial class Vocabulary
{
    const string MaintenanceNames = "";
}

/// <summary>Where the words that follow are numbered from.</summary>
public static partial class Word
{
    internal const int LastOfMaintenance = LastOfFleet;
}
