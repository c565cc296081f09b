using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Presentity.Loopback;

/// <summary>A throw-away certificate authority. Its key and those of its certificates exist in memory alone.</summary>
public sealed class CertificateAuthority : IDisposable
{
    static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");
    static readonly Oid ClientAuthentication = new("1.3.6.1.5.5.7.3.2");

    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly X509Certificate2 certificate;

    /// <summary>Makes the authority, valid for 30 days from now.</summary>
    public CertificateAuthority(string name = "Presentity Loopback CA")
    {
        CertificateRequest request = Request(name, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
    }

    /// <summary>The authority's certificate, without its key, as PEM.</summary>
    public string Pem => certificate.ExportCertificatePem() + "\n";

    /// <summary>Writes <see cref="Pem"/> to a file.</summary>
    public void WriteTo(string path) => File.WriteAllText(path, Pem);

    /// <summary>Makes a server's certificate; becomes the caller's.</summary>
    /// <param name="host">The DNS name in it.</param>
    /// <param name="notBefore">A day ago, unless said otherwise.</param>
    /// <param name="notAfter">In 30 days, unless said otherwise.</param>
    public X509Certificate2 Issue(string host, DateTimeOffset? notBefore = null, DateTimeOffset? notAfter = null)
    {
        using var leafKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = ServerRequest(host, leafKey);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(certificate, true, false));

        // Signed by name and key, because that lets a test have one from before the authority's time.
        using X509Certificate2 issued = request.Create(
            certificate.SubjectName,
            X509SignatureGenerator.CreateForECDsa(key),
            notBefore ?? DateTimeOffset.UtcNow.AddDays(-1),
            notAfter ?? DateTimeOffset.UtcNow.AddDays(30),
            RandomNumberGenerator.GetBytes(16));
        return Usable(issued.CopyWithPrivateKey(leafKey));
    }

    /// <summary>Makes a client's certificate, with its private key; becomes the caller's.</summary>
    /// <param name="address">The account that it is for.</param>
    public X509Certificate2 IssueTo(string address)
    {
        using var leafKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = Request(address, leafKey);
        request.CertificateExtensions.Add(ClientCertificate.Naming(address));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ClientAuthentication], false));
        using X509Certificate2 issued = request.Create(
            certificate, certificate.NotBefore, certificate.NotAfter, RandomNumberGenerator.GetBytes(16));
        return Usable(issued.CopyWithPrivateKey(leafKey));
    }

    /// <summary>Whether a certificate is one of this authority, and valid now.</summary>
    internal bool HasIssued(X509Certificate2 other)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        return chain.Build(other);
    }

    /// <summary>Makes a server's certificate that vouches for itself; becomes the caller's.</summary>
    public static X509Certificate2 SelfSigned(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Usable(ServerRequest(host, key).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30)));
    }

    public void Dispose()
    {
        certificate.Dispose();
        key.Dispose();
    }

    static CertificateRequest ServerRequest(string host, ECDsa key)
    {
        CertificateRequest request = Request(host, key);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ServerAuthentication], false));
        return request;
    }

    static CertificateRequest Request(string name, ECDsa key)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(name);
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request;
    }

    // TLS of Windows takes only a key that has been through a PKCS #12 file.
    static X509Certificate2 Usable(X509Certificate2 made)
    {
        if (!OperatingSystem.IsWindows())
            return made;
        using (made)
            return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
