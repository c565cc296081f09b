namespace Presentity.Xmpp;

/// <summary>A device that does without it has no words for what brings a session back.</summary>
public static partial class Vocabulary
{
    const string ResumptionNames = "";
}
