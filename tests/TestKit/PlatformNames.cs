using System;
using Presentity.Platform;

namespace Presentity.TestKit;

/// <summary>The names of values of the enums of Platform: on the chip an enum has none.</summary>
public static class PlatformNames
{
    const string Levels = "Info Warning Error";
    const string Algorithms = "Sha1 Sha256 Sha512";

    const string Statuses = "Ok HostNotFound Unreachable TimedOut CertificateExpired CertificateHostMismatch CertificateUntrusted "
        + "HandshakeFailed AuthoritiesUnreadable";

    public static string Of(LogLevel level) => Levels.Split(' ')[(int)level];

    public static string Of(TransportStatus status) => Statuses.Split(' ')[(int)status];

    public static string Of(HashAlgorithm algorithm) => Algorithms.Split(' ')[(int)algorithm];

    public static TransportStatus Status(string name) => (TransportStatus)Place(Statuses, name);

    public static HashAlgorithm Algorithm(string name) => (HashAlgorithm)Place(Algorithms, name);

    static int Place(string names, string name)
    {
        int place = Array.IndexOf(names.Split(' '), name);
        return place >= 0 ? place : throw new ArgumentException(name);
    }
}
