using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>What a desktop's configuration has besides.</summary>
public sealed partial class DeviceConfiguration
{
    /// <summary><c>certificate</c>: the PEM file with the certificate that names the account; empty for none.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary><c>certificate.key</c>: the PEM file with its private key; empty when it is in the same file.</summary>
    public string CertificateKeyFile { get; set; } = "";

    /// <summary><c>plain = allow</c>: whether a server that offers nothing better gets the password itself.</summary>
    public bool AllowsPlain { get; set; }

    /// <summary><c>iterations.least</c>: the fewest rounds of SCRAM that are accepted (RFC 7677 §4).</summary>
    public int LeastIterations { get; set; } = 4096;

    /// <summary><c>iterations.most</c>: the most rounds that are computed.</summary>
    public int MostIterations { get; set; } = 500_000;

    partial void Equip(Credentials credentials)
    {
        credentials.HasCertificate = CertificateFile.Length > 0;
        credentials.AllowsPlain = AllowsPlain;
        credentials.LeastIterations = LeastIterations;
        credentials.MostIterations = MostIterations;
    }
}
