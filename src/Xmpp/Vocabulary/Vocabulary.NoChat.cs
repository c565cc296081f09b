namespace Presentity.Xmpp;

/// <summary>A device that is not chatted with has no words for it.</summary>
public static partial class Vocabulary
{
    const string ChatNames = "";
}

/// <summary>Where the others go on counting.</summary>
public static partial class Word
{
    internal const int LastOfChat = LastOfAdmission;
}
