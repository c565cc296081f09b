using System;
using System.IO;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Presentity.Host;

/// <summary>The certificate that a client shows in the TLS handshake, from PEM files (RFC 6120 §13.7.2, XEP-0178).</summary>
public static class ClientCertificate
{
    /// <summary>Reads it.</summary>
    /// <param name="file">The certificate first, then those between it and its authority, if any.</param>
    /// <param name="keyFile">Its private key, without a password; may be the same file.</param>
    /// <param name="context">What TLS takes; null when it cannot be used.</param>
    /// <returns>What is wrong, in one line that names the file; empty when nothing is.</returns>
    public static string Read(string file, string keyFile, out SslStreamCertificateContext? context)
    {
        context = null;
        try
        {
            X509Certificate2 certificate = Usable(X509Certificate2.CreateFromPemFile(file, keyFile));
            X509Certificate2Collection chain = [];
            chain.ImportFromPemFile(file);
            context = SslStreamCertificateContext.Create(certificate, chain, offline: true);
            DateTime now = DateTime.Now;
            return now > certificate.NotAfter || now < certificate.NotBefore
                ? $"the certificate in {file} is valid from {certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd} only"
                : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            string which = file == keyFile ? file : $"{file} with {keyFile}";
            return $"no certificate with its key can be read from {which}: {Sentence.Part(e.Message)}";
        }
    }

    // TLS of Windows takes only a key that has been through a PKCS #12 file.
    static X509Certificate2 Usable(X509Certificate2 read)
    {
        if (!OperatingSystem.IsWindows())
            return read;
        using (read)
            return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pfx), null);
    }
}
