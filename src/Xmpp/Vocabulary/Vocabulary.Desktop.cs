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
    public const int RosterVersioning = Word.LastOfMachines + 1;

    /// <summary><c>urn:xmpp:features:pre-approval</c></summary>
    public const int PreApproval = Word.LastOfMachines + 2;

    /// <summary><c>urn:xmpp:blocking</c></summary>
    public const int Blocking = Word.LastOfMachines + 3;

    /// <summary><c>urn:nf:iot:sd:1.0</c></summary>
    public const int NeuroFoundationSensorData = Word.LastOfMachines + 10;

    /// <summary><c>urn:nf:iot:ctr:1.0</c></summary>
    public const int NeuroFoundationControl = Word.LastOfMachines + 11;

    /// <summary><c>urn:xmpp:avatar:data</c></summary>
    public const int AvatarData = Word.LastOfMachines + 12;

    /// <summary><c>urn:xmpp:avatar:metadata</c></summary>
    public const int AvatarMetadata = Word.LastOfMachines + 13;
}

/// <summary>The names and values that only the desktop knows.</summary>
public static partial class Word
{
    public const int Sub = LastOfMachines + 4;
    public const int Approved = LastOfMachines + 5;
    public const int Group = LastOfMachines + 6;

    public const int Blocklist = LastOfMachines + 7;
    public const int Block = LastOfMachines + 8;
    public const int Unblock = LastOfMachines + 9;

    public const int Nd = LastOfMachines + 14;
    public const int F = LastOfMachines + 15;
    public const int N = LastOfMachines + 16;
    public const int M = LastOfMachines + 17;
    public const int P = LastOfMachines + 18;
    public const int S = LastOfMachines + 19;
    public const int I = LastOfMachines + 20;
    public const int Resp = LastOfMachines + 21;
    public const int More = LastOfMachines + 22;
    public const int Ts = LastOfMachines + 23;
    public const int V = LastOfMachines + 24;
    public const int Q = LastOfMachines + 25;
    public const int B = LastOfMachines + 26;
    public const int U = LastOfMachines + 27;
    public const int Ctr = LastOfMachines + 28;
    public const int Ar = LastOfMachines + 29;
    public const int L = LastOfMachines + 30;
    public const int Db = LastOfMachines + 31;
    public const int Metadata = LastOfMachines + 32;
    public const int Bytes = LastOfMachines + 33;
    public const int Width = LastOfMachines + 34;
    public const int Height = LastOfMachines + 35;
}
