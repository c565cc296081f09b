namespace Presentity.Xmpp;

/// <summary>A device that remembers nothing has no words for it.</summary>
public static partial class Vocabulary
{
    const string HistoryNames = "";
}

/// <summary>Where the words that follow are numbered from.</summary>
public static partial class Word
{
    internal const int LastOfHistory = LastOfMachines;
}
