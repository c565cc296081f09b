namespace Presentity.Xmpp;

/// <summary>The words of what brings a session back, numbered behind those that every device has.</summary>
public static partial class Vocabulary
{
    const string ResumptionNames =
        " urn:xmpp:sm:3 urn:xmpp:stream-limits:0 " +
        "sm enable enabled resume resumed failed previd h max location r a handled-count-too-high send-count " +
        "limits max-bytes idle-seconds";
}

/// <summary>The namespaces of what brings a session back.</summary>
public static partial class Ns
{
    /// <summary><c>urn:xmpp:sm:3</c></summary>
    public const int StreamManagement = Word.LastOfAll + 1;

    /// <summary><c>urn:xmpp:stream-limits:0</c></summary>
    public const int StreamLimits = Word.LastOfAll + 2;
}

/// <summary>The names of what brings a session back.</summary>
public static partial class Word
{
    /// <summary>The last word in <c>Word.cs</c>, which every device has.</summary>
    internal const int LastOfAll = Chat;

    /// <summary>The last word here.</summary>
    internal const int LastOfResumption = IdleSeconds;

    public const int Sm = LastOfAll + 3;
    public const int Enable = LastOfAll + 4;
    public const int Enabled = LastOfAll + 5;
    public const int Resume = LastOfAll + 6;
    public const int Resumed = LastOfAll + 7;
    public const int Failed = LastOfAll + 8;
    public const int Previd = LastOfAll + 9;
    public const int H = LastOfAll + 10;
    public const int Max = LastOfAll + 11;
    public const int Location = LastOfAll + 12;
    public const int R = LastOfAll + 13;
    public const int A = LastOfAll + 14;
    public const int HandledCountTooHigh = LastOfAll + 15;
    public const int SendCount = LastOfAll + 16;

    public const int Limits = LastOfAll + 17;
    public const int MaxBytes = LastOfAll + 18;
    public const int IdleSeconds = LastOfAll + 19;
}
