namespace Presentity.Xmpp;

/// <summary>The words of what is remembered, numbered behind those of what programs ask.</summary>
public static partial class Vocabulary
{
    const string HistoryNames = " historicalSecond historicalMinute historicalHour historicalDay historicalOther";
}

/// <summary>The names and values of what is remembered.</summary>
public static partial class Word
{
    public const int HistoricalSecond = LastOfMachines + 1;
    public const int HistoricalMinute = LastOfMachines + 2;
    public const int HistoricalHour = LastOfMachines + 3;
    public const int HistoricalDay = LastOfMachines + 4;
    public const int HistoricalOther = LastOfMachines + 5;

    /// <summary>The last word here.</summary>
    internal const int LastOfHistory = HistoricalOther;
}
