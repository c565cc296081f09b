namespace Presentity.Xmpp;

/// <summary>A device that does without it has no words for what lets people in.</summary>
public static partial class Vocabulary
{
    const string AdmissionNames = "";
}

/// <summary>Where the others go on counting.</summary>
public static partial class Word
{
    internal const int LastOfAdmission = LastOfResumption;
}
