namespace Presentity.Xmpp;

/// <summary>A device that neither is chatted with nor tells alarms has no words of messages.</summary>
public static partial class Vocabulary
{
    const string ChatNames = "";
}

/// <summary>Where the others go on counting.</summary>
public static partial class Word
{
    internal const int LastOfChat = LastOfAdmission;
}
