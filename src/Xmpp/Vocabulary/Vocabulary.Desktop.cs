namespace Presentity.Xmpp;

/// <summary>The words that only the desktop knows: they are numbered behind those that the chip knows too.</summary>
public static partial class Vocabulary
{
    const string MoreNames =
        " urn:xmpp:features:rosterver urn:xmpp:features:pre-approval urn:xmpp:blocking " +
        "sub approved blocklist block unblock " +
        "urn:nf:iot:sd:1.0 urn:nf:iot:ctr:1.0 urn:xmpp:avatar:data urn:xmpp:avatar:metadata " +
        "nd f n m p s i resp more ts v q b u ctr ar l db metadata bytes width height";
}

/// <summary>The namespaces that only the desktop knows.</summary>
public static partial class Ns
{
    /// <summary><c>urn:xmpp:features:rosterver</c></summary>
    public const int RosterVersioning = Word.LastOfMaintenance + 1;

    /// <summary><c>urn:xmpp:features:pre-approval</c></summary>
    public const int PreApproval = Word.LastOfMaintenance + 2;

    /// <summary><c>urn:xmpp:blocking</c></summary>
    public const int Blocking = Word.LastOfMaintenance + 3;

    /// <summary><c>urn:nf:iot:sd:1.0</c></summary>
    public const int NeuroFoundationSensorData = Word.LastOfMaintenance + 9;

    /// <summary><c>urn:nf:iot:ctr:1.0</c></summary>
    public const int NeuroFoundationControl = Word.LastOfMaintenance + 10;

    /// <summary><c>urn:xmpp:avatar:data</c></summary>
    public const int AvatarData = Word.LastOfMaintenance + 11;

    /// <summary><c>urn:xmpp:avatar:metadata</c></summary>
    public const int AvatarMetadata = Word.LastOfMaintenance + 12;
}

/// <summary>The names and values that only the desktop knows.</summary>
public static partial class Word
{
    public const int Sub = LastOfMaintenance + 4;
    public const int Approved = LastOfMaintenance + 5;

    public const int Blocklist = LastOfMaintenance + 6;
    public const int Block = LastOfMaintenance + 7;
    public const int Unblock = LastOfMaintenance + 8;

    public const int Nd = LastOfMaintenance + 13;
    public const int F = LastOfMaintenance + 14;
    public const int N = LastOfMaintenance + 15;
    public const int M = LastOfMaintenance + 16;
    public const int P = LastOfMaintenance + 17;
    public const int S = LastOfMaintenance + 18;
    public const int I = LastOfMaintenance + 19;
    public const int Resp = LastOfMaintenance + 20;
    public const int More = LastOfMaintenance + 21;
    public const int Ts = LastOfMaintenance + 22;
    public const int V = LastOfMaintenance + 23;
    public const int Q = LastOfMaintenance + 24;
    public const int B = LastOfMaintenance + 25;
    public const int U = LastOfMaintenance + 26;
    public const int Ctr = LastOfMaintenance + 27;
    public const int Ar = LastOfMaintenance + 28;
    public const int L = LastOfMaintenance + 29;
    public const int Db = LastOfMaintenance + 30;
    public const int Metadata = LastOfMaintenance + 31;
    public const int Bytes = LastOfMaintenance + 32;
    public const int Width = LastOfMaintenance + 33;
    public const int Height = LastOfMaintenance + 34;
}
