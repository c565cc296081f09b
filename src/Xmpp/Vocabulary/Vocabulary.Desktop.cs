namespace Presentity.Xmpp;

/// <summary>The words that only the desktop knows: they are numbered behind those that the chip knows too.</summary>
public static partial class Vocabulary
{
    const string MoreNames =
        " urn:xmpp:features:rosterver urn:xmpp:features:pre-approval urn:xmpp:blocking " +
        "sub approved group blocklist block unblock";
}

/// <summary>The namespaces that only the desktop knows.</summary>
public static partial class Ns
{
    /// <summary><c>urn:xmpp:features:rosterver</c></summary>
    public const int RosterVersioning = Word.LastOfChat + 1;

    /// <summary><c>urn:xmpp:features:pre-approval</c></summary>
    public const int PreApproval = Word.LastOfChat + 2;

    /// <summary><c>urn:xmpp:blocking</c></summary>
    public const int Blocking = Word.LastOfChat + 3;
}

/// <summary>The names and values that only the desktop knows.</summary>
public static partial class Word
{
    public const int Sub = LastOfChat + 4;
    public const int Approved = LastOfChat + 5;
    public const int Group = LastOfChat + 6;

    public const int Blocklist = LastOfChat + 7;
    public const int Block = LastOfChat + 8;
    public const int Unblock = LastOfChat + 9;
}
