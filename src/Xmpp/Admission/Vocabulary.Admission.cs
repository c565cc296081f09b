namespace Presentity.Xmpp;

/// <summary>The words of what lets people in, numbered behind those of what brings a session back.</summary>
public static partial class Vocabulary
{
    const string AdmissionNames = " urn:xmpp:pars:0 preauth";
}

/// <summary>The namespace of what lets people in.</summary>
public static partial class Ns
{
    /// <summary><c>urn:xmpp:pars:0</c></summary>
    public const int Pars = Word.LastOfResumption + 1;
}

/// <summary>The names of what lets people in.</summary>
public static partial class Word
{
    public const int Preauth = LastOfResumption + 2;

    /// <summary>The last word here.</summary>
    internal const int LastOfAdmission = Preauth;
}
