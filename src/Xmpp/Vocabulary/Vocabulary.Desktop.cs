namespace Presentity.Xmpp;

/// <summary>The words that only the desktop knows: they are numbered behind those that the chip knows too.</summary>
public static partial class Vocabulary
{
    const string MoreNames =
        " urn:xmpp:features:rosterver urn:xmpp:features:pre-approval urn:xmpp:blocking " +
        "sub approved group blocklist block unblock " +
        "urn:nf:iot:sd:1.0 urn:nf:iot:ctr:1.0 urn:xmpp:avatar:data urn:xmpp:avatar:metadata " +
        "nd f n m p s i resp more ts v q b u ctr ar l db metadata bytes width height";
}

/// <summary>The namespaces that only the desktop knows.</summary>
public static partial class Ns
{
    /// <summary><c>urn:xmpp:features:rosterver</c></summary>
    public const int RosterVersioning = Word.LastOfHistory + 1;

    /// <summary><c>urn:xmpp:features:pre-approval</c></summary>
    public const int PreApproval = Word.LastOfHistory + 2;

    /// <summary><c>urn:xmpp:blocking</c></summary>
    public const int Blocking = Word.LastOfHistory + 3;

    /// <summary><c>urn:nf:iot:sd:1.0</c></summary>
    public const int NeuroFoundationSensorData = Word.LastOfHistory + 10;

    /// <summary><c>urn:nf:iot:ctr:1.0</c></summary>
    public const int NeuroFoundationControl = Word.LastOfHistory + 11;

    /// <summary><c>urn:xmpp:avatar:data</c></summary>
    public const int AvatarData = Word.LastOfHistory + 12;

    /// <summary><c>urn:xmpp:avatar:metadata</c></summary>
    public const int AvatarMetadata = Word.LastOfHistory + 13;
}

/// <summary>The names and values that only the desktop knows.</summary>
public static partial class Word
{
    public const int Sub = LastOfHistory + 4;
    public const int Approved = LastOfHistory + 5;
    public const int Group = LastOfHistory + 6;

    public const int Blocklist = LastOfHistory + 7;
    public const int Block = LastOfHistory + 8;
    public const int Unblock = LastOfHistory + 9;

    public const int Nd = LastOfHistory + 14;
    public const int F = LastOfHistory + 15;
    public const int N = LastOfHistory + 16;
    public const int M = LastOfHistory + 17;
    public const int P = LastOfHistory + 18;
    public const int S = LastOfHistory + 19;
    public const int I = LastOfHistory + 20;
    public const int Resp = LastOfHistory + 21;
    public const int More = LastOfHistory + 22;
    public const int Ts = LastOfHistory + 23;
    public const int V = LastOfHistory + 24;
    public const int Q = LastOfHistory + 25;
    public const int B = LastOfHistory + 26;
    public const int U = LastOfHistory + 27;
    public const int Ctr = LastOfHistory + 28;
    public const int Ar = LastOfHistory + 29;
    public const int L = LastOfHistory + 30;
    public const int Db = LastOfHistory + 31;
    public const int Metadata = LastOfHistory + 32;
    public const int Bytes = LastOfHistory + 33;
    public const int Width = LastOfHistory + 34;
    public const int Height = LastOfHistory + 35;
}
