using System;
using System.IO;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Presentity.Host.Tests;

/// <summary>An authority that issues certificates, and its CA file.</summary>
sealed class TestAuthority : IDisposable
{
    const string ServerAuthentication = "1.3.6.1.5.5.7.3.1", ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    public static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly X509Certificate2 certificate;

    public TestAuthority(string name, TestAuthority? issuer = null, DateTimeOffset? notAfter = null)
    {
        CertificateRequest request = Request(name, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        DateTimeOffset end = notAfter ?? Now.AddYears(10);
        certificate = issuer == null ? request.CreateSelfSigned(Now.AddYears(-10), end) : issuer.Sign(request, Now.AddYears(-9), end);
        File = Path.GetTempFileName();
        System.IO.File.WriteAllText(File, Pem);
    }

    /// <summary>Path of the PEM file with this authority's certificate.</summary>
    public string File { get; }

    public string Pem => certificate.ExportCertificatePem() + "\n";

    /// <summary>A certificate for a server, with its chain up to, not including, this authority.</summary>
    public SslStreamCertificateContext Issue(
        string[] hosts, DateTimeOffset? notBefore = null, DateTimeOffset? notAfter = null,
        bool forClients = false, TestAuthority? sent = null)
    {
        using var leafKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = Leaf(hosts, leafKey, forClients);
        using X509Certificate2 leaf = Sign(request, notBefore ?? Now.AddDays(-1), notAfter ?? Now.AddDays(30));
        return SslStreamCertificateContext.Create(
            Portable(leaf.CopyWithPrivateKey(leafKey)), sent == null ? null : [sent.certificate], offline: true);
    }

    /// <summary>A certificate that vouches for itself.</summary>
    public static X509Certificate2 SelfSigned(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Portable(Leaf([host], key, forClients: false).CreateSelfSigned(Now.AddDays(-1), Now.AddDays(30)));
    }

    public void Dispose()
    {
        System.IO.File.Delete(File);
        certificate.Dispose();
        key.Dispose();
    }

    // By name and key, because that does not mind a certificate that outlives its issuer's.
    X509Certificate2 Sign(CertificateRequest request, DateTimeOffset notBefore, DateTimeOffset notAfter) =>
        request.Create(
            certificate.SubjectName, X509SignatureGenerator.CreateForECDsa(key), notBefore, notAfter, RandomNumberGenerator.GetBytes(8));

    static CertificateRequest Request(string name, ECDsa key) => new($"CN={name}", key, HashAlgorithmName.SHA256);

    static CertificateRequest Leaf(string[] hosts, ECDsa key, bool forClients)
    {
        CertificateRequest request = Request(hosts[0], key);
        var names = new SubjectAlternativeNameBuilder();
        foreach (string host in hosts)
            names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        var use = new Oid(forClients ? ClientAuthentication : ServerAuthentication);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([use], false));
        return request;
    }

    // TLS of Windows wants a key that has been through a PKCS #12 file.
    static X509Certificate2 Portable(X509Certificate2 made)
    {
        using (made)
            return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
    }
}
