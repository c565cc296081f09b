namespace Presentity.Xmpp;

/// <summary>A device that does without it has no words for what brings a session back.</summary>
public static partial class Vocabulary
{
    // What lets people in has it, too.
    const string ResumptionNames = " token";
}

/// <summary>Where the others go on counting.</summary>
public static partial class Word
{
    /// <summary>The last word in <c>Word.cs</c>, which every device has.</summary>
    internal const int LastOfAll = Chat;

    public const int Token = LastOfAll + 1;

    internal const int LastOfResumption = Token;
}
