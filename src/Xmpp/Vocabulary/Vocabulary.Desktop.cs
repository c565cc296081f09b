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
    public const int RosterVersioning = Word.LastOfFleet + 1;

    /// <summary><c>urn:xmpp:features:pre-approval</c></summary>
    public const int PreApproval = Word.LastOfFleet + 2;

    /// <summary><c>urn:xmpp:blocking</c></summary>
    public const int Blocking = Word.LastOfFleet + 3;

    /// <summary><c>urn:nf:iot:sd:1.0</c></summary>
    public const int NeuroFoundationSensorData = Word.LastOfFleet + 9;

    /// <summary><c>urn:nf:iot:ctr:1.0</c></summary>
    public const int NeuroFoundationControl = Word.LastOfFleet + 10;

    /// <summary><c>urn:xmpp:avatar:data</c></summary>
    public const int AvatarData = Word.LastOfFleet + 11;

    /// <summary><c>urn:xmpp:avatar:metadata</c></summary>
    public const int AvatarMetadata = Word.LastOfFleet + 12;
}

/// <summary>The names and values that only the desktop knows.</summary>
public static partial class Word
{
    public const int Sub = LastOfFleet + 4;
    public const int Approved = LastOfFleet + 5;

    public const int Blocklist = LastOfFleet + 6;
    public const int Block = LastOfFleet + 7;
    public const int Unblock = LastOfFleet + 8;

    public const int Nd = LastOfFleet + 13;
    public const int F = LastOfFleet + 14;
    public const int N = LastOfFleet + 15;
    public const int M = LastOfFleet + 16;
    public const int P = LastOfFleet + 17;
    public const int S = LastOfFleet + 18;
    public const int I = LastOfFleet + 19;
    public const int Resp = LastOfFleet + 20;
    public const int More = LastOfFleet + 21;
    public const int Ts = LastOfFleet + 22;
    public const int V = LastOfFleet + 23;
    public const int Q = LastOfFleet + 24;
    public const int B = LastOfFleet + 25;
    public const int U = LastOfFleet + 26;
    public const int Ctr = LastOfFleet + 27;
    public const int Ar = LastOfFleet + 28;
    public const int L = LastOfFleet + 29;
    public const int Db = LastOfFleet + 30;
    public const int Metadata = LastOfFleet + 31;
    public const int Bytes = LastOfFleet + 32;
    public const int Width = LastOfFleet + 33;
    public const int Height = LastOfFleet + 34;
}
