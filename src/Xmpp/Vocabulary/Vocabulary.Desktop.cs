namespace Presentity.Xmpp;

/// <summary>The words that only the desktop knows: they are numbered behind those that the chip knows too.</summary>
public static partial class Vocabulary
{
    const string MoreNames =
        " urn:xmpp:features:rosterver urn:xmpp:features:pre-approval urn:xmpp:blocking " +
        "sub approved group blocklist block unblock " +
        "groupchat headline normal";
}

/// <summary>The namespaces that only the desktop knows.</summary>
public static partial class Ns
{
    /// <summary><c>urn:xmpp:features:rosterver</c></summary>
    public const int RosterVersioning = Word.LastOfResumption + 1;

    /// <summary><c>urn:xmpp:features:pre-approval</c></summary>
    public const int PreApproval = Word.LastOfResumption + 2;

    /// <summary><c>urn:xmpp:blocking</c></summary>
    public const int Blocking = Word.LastOfResumption + 3;
}

/// <summary>The names and values that only the desktop knows.</summary>
public static partial class Word
{
    public const int Sub = LastOfResumption + 4;
    public const int Approved = LastOfResumption + 5;
    public const int Group = LastOfResumption + 6;

    public const int Blocklist = LastOfResumption + 7;
    public const int Block = LastOfResumption + 8;
    public const int Unblock = LastOfResumption + 9;

    public const int Groupchat = LastOfResumption + 10;
    public const int Headline = LastOfResumption + 11;
    public const int Normal = LastOfResumption + 12;
}
