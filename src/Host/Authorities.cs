using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Presentity.Platform;

namespace Presentity.Host;

/// <summary>The authorities to trust, and the rules by which a chain of certificates is judged.</summary>
static class Authorities
{
    /// <summary>Makes the rules: no revocation lists, no fetching of missing certificates, as on the chip.</summary>
    /// <param name="file">PEM file with the only authorities to trust; null for those of the operating system.</param>
    /// <param name="policy">Without authorities unless the outcome is <see cref="TransportStatus.Ok"/>.</param>
    public static Outcome Policy(string? file, out X509ChainPolicy policy)
    {
        policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        if (file == null)
            return Outcome.Ok;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return Unreadable($"the CA file {file} cannot be read: {Sentence.Part(e.Message)}");
        }
        return policy.CustomTrustStore.Count > 0 ? Outcome.Ok : Unreadable($"the CA file {file} has no certificate in it");
    }

    static Outcome Unreadable(string what) =>
        new(TransportStatus.AuthoritiesUnreadable, what + "; set ca to a PEM file (-----BEGIN CERTIFICATE-----)");
}
