namespace Presentity.Xmpp;

/// <summary>A device that is on its own has no words for what makes it one of many.</summary>
public static partial class Vocabulary
{
    const string FleetNames = "";
}

/// <summary>Where the words that follow are numbered from.</summary>
public static partial class Word
{
    internal const int LastOfFleet = LastOfHistory;
}
