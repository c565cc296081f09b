namespace Presentity.Xmpp;

/// <summary>A device that does without it has no words for what programs ask.</summary>
public static partial class Vocabulary
{
    const string MachineNames = "";
}

/// <summary>Where the words that follow are numbered from.</summary>
public static partial class Word
{
    internal const int LastOfMachines = LastOfChat;
}
