namespace Presentity.Xmpp;

/// <summary>A device that does without it has no words for what brings a session back, but one that others need, too.</summary>
public static partial class Vocabulary
{
    // What lets people in, and what programs ask, have them, too.
    const string ResumptionNames = " token max";
}

/// <summary>Where the others go on counting.</summary>
public static partial class Word
{
    /// <summary>The last word in <c>Word.cs</c>, which every device has.</summary>
    internal const int LastOfAll = ScramSha512;

    public const int Token = LastOfAll + 1;
    public const int Max = LastOfAll + 2;

    internal const int LastOfResumption = Max;
}
