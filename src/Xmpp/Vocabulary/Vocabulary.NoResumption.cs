namespace Presentity.Xmpp;

/// <summary>A device that does without it has no words for what brings a session back.</summary>
public static partial class Vocabulary
{
    const string ResumptionNames = "";
}

/// <summary>Where the others go on counting.</summary>
public static partial class Word
{
    /// <summary>The last word in <c>Word.cs</c>, which every device has.</summary>
    internal const int LastOfAll = Chat;

    internal const int LastOfResumption = LastOfAll;
}
