namespace Presentity.Xmpp;

/// <summary>The words of what brings a session back, numbered behind those that every device has.</summary>
public static partial class Vocabulary
{
    const string ResumptionNames =
        " urn:xmpp:sm:3 urn:xmpp:stream-limits:0 " +
        "sm enable enabled resume resumed failed previd h max location r a handled-count-too-high send-count " +
        "limits max-bytes idle-seconds " +
        "urn:xmpp:sasl:2 urn:xmpp:bind:0 urn:xmpp:fast:0 " +
        "authentication authenticate initial-response user-agent software inline tag bound additional-data " +
        "authorization-identifier fast request-token token expiry HT-SHA-256-NONE";
}

/// <summary>The namespaces of what brings a session back.</summary>
public static partial class Ns
{
    /// <summary><c>urn:xmpp:sm:3</c></summary>
    public const int StreamManagement = Word.LastOfAll + 1;

    /// <summary><c>urn:xmpp:stream-limits:0</c></summary>
    public const int StreamLimits = Word.LastOfAll + 2;

    /// <summary><c>urn:xmpp:sasl:2</c></summary>
    public const int Sasl2 = Word.LastOfAll + 20;

    /// <summary><c>urn:xmpp:bind:0</c></summary>
    public const int Bind2 = Word.LastOfAll + 21;

    /// <summary><c>urn:xmpp:fast:0</c></summary>
    public const int Fast = Word.LastOfAll + 22;
}

/// <summary>The names of what brings a session back.</summary>
public static partial class Word
{
    /// <summary>The last word in <c>Word.cs</c>, which every device has.</summary>
    internal const int LastOfAll = ScramSha512;

    /// <summary>The last word here.</summary>
    internal const int LastOfResumption = HtSha256None;

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

    public const int Authentication = LastOfAll + 23;
    public const int Authenticate = LastOfAll + 24;
    public const int InitialResponse = LastOfAll + 25;
    public const int UserAgent = LastOfAll + 26;
    public const int Software = LastOfAll + 27;
    public const int Inline = LastOfAll + 28;
    public const int Tag = LastOfAll + 29;
    public const int Bound = LastOfAll + 30;
    public const int AdditionalData = LastOfAll + 31;
    public const int AuthorizationIdentifier = LastOfAll + 32;
    public const int Fast = LastOfAll + 33;
    public const int RequestToken = LastOfAll + 34;
    public const int Token = LastOfAll + 35;
    public const int Expiry = LastOfAll + 36;
    public const int HtSha256None = LastOfAll + 37;
}
