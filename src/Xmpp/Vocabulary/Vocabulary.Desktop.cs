namespace Presentity.Xmpp;

/// <summary>The words that only the desktop knows: they are numbered behind those that the chip knows too.</summary>
public static partial class Vocabulary
{
    const string MoreNames =
        " urn:xmpp:features:rosterver urn:xmpp:features:pre-approval urn:xmpp:blocking " +
        "sub approved group blocklist block unblock " +
        "chat groupchat headline normal";
}

/// <summary>The namespaces that only the desktop knows.</summary>
public static partial class Ns
{
    /// <summary><c>urn:xmpp:features:rosterver</c></summary>
    public const int RosterVersioning = Word.LastOfBoth + 1;

    /// <summary><c>urn:xmpp:features:pre-approval</c></summary>
    public const int PreApproval = Word.LastOfBoth + 2;

    /// <summary><c>urn:xmpp:blocking</c></summary>
    public const int Blocking = Word.LastOfBoth + 3;
}

/// <summary>The names and values that only the desktop knows.</summary>
public static partial class Word
{
    /// <summary>The last word in <c>Word.cs</c>.</summary>
    internal const int LastOfBoth = ScramSha512;

    public const int Sub = LastOfBoth + 4;
    public const int Approved = LastOfBoth + 5;
    public const int Group = LastOfBoth + 6;

    public const int Blocklist = LastOfBoth + 7;
    public const int Block = LastOfBoth + 8;
    public const int Unblock = LastOfBoth + 9;

    public const int Chat = LastOfBoth + 10;
    public const int Groupchat = LastOfBoth + 11;
    public const int Headline = LastOfBoth + 12;
    public const int Normal = LastOfBoth + 13;
}
