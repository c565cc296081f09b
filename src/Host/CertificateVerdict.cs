using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Presentity.Platform;

namespace Presentity.Host;

/// <summary>Puts into words why a certificate is refused. It never accepts what .NET does not.</summary>
/// <param name="domain">The XMPP domain that the certificate must name.</param>
/// <param name="authoritiesFile">The CA file in use; null for the operating system's authorities.</param>
sealed class CertificateVerdict(string domain, string? authoritiesFile)
{
    const int NamesToTell = 3;

    /// <summary>The outcome for what .NET found.</summary>
    /// <remarks>Trust comes first: the dates and names in a certificate of unknown origin mean nothing.</remarks>
    public Outcome Of(SslPolicyErrors errors, X509Certificate? certificate, X509Chain? chain)
    {
        if (errors == SslPolicyErrors.None)
            return Outcome.Ok;
        if (certificate is not X509Certificate2 leaf || chain == null)
            return new Outcome(TransportStatus.HandshakeFailed, $"{domain} showed no certificate; install one on the server");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
            return OfChain(leaf, chain);
        return new Outcome(TransportStatus.CertificateHostMismatch,
            $"the certificate is for {Names(leaf)}, not {domain}; "
            + "set server or the domain right, or install the right certificate");
    }

    Outcome OfChain(X509Certificate2 leaf, X509Chain chain)
    {
        X509ChainStatusFlags found = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        if ((found & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0)
            return Untrusted(leaf, chain);
        if (found == X509ChainStatusFlags.NotTimeValid)
            return OutOfTime(leaf, chain);
        string reasons = string.Join(", ", chain.ChainStatus.Select(status => Sentence.Part(status.StatusInformation)).Distinct());
        return new Outcome(TransportStatus.CertificateUntrusted,
            $"the certificate of {domain} is not acceptable: {reasons}; install a right one on the server");
    }

    Outcome Untrusted(X509Certificate2 leaf, X509Chain chain)
    {
        string where = authoritiesFile == null ? "trusted here" : "in " + authoritiesFile;
        string what = leaf.SubjectName.RawData.AsSpan().SequenceEqual(leaf.IssuerName.RawData)
            ? $"the certificate of {domain} is self-signed and not {where}; give it with ca = FILE, or install one from an authority"
            : $"the certificate was issued by \"{Issuer(chain)}\", which is not {where}; give its CA file with ca = FILE";
        return new Outcome(TransportStatus.CertificateUntrusted, what);
    }

    Outcome OutOfTime(X509Certificate2 leaf, X509Chain chain)
    {
        X509Certificate2 culprit = chain.ChainElements
            .FirstOrDefault(element => element.ChainElementStatus.Any(status => status.Status == X509ChainStatusFlags.NotTimeValid))
            ?.Certificate ?? leaf;
        string whose = culprit.RawDataMemory.Span.SequenceEqual(leaf.RawDataMemory.Span)
            ? "the certificate of " + domain
            : $"the certificate of the authority \"{culprit.GetNameInfo(X509NameType.SimpleName, forIssuer: false)}\"";
        return new Outcome(TransportStatus.CertificateExpired, culprit.NotBefore > DateTime.Now
            ? $"{whose} is not valid before {Day(culprit.NotBefore)}; "
                + "set the clock of this machine right, or install a valid one on the server"
            : $"{whose} expired on {Day(culprit.NotAfter)}; renew it on the server");
    }

    static string Issuer(X509Chain chain) => chain.ChainElements[^1].Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true);

    static string Day(DateTime local) => local.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Names(X509Certificate2 leaf)
    {
        List<string> names =
        [
            .. leaf.Extensions.OfType<X509SubjectAlternativeNameExtension>()
                .SelectMany(san => san.EnumerateDnsNames().Concat(san.EnumerateIPAddresses().Select(ip => ip.ToString()))),
        ];
        if (names.Count == 0)
            names.Add(leaf.GetNameInfo(X509NameType.SimpleName, forIssuer: false) is { Length: > 0 } common ? common : "no host");
        string told = string.Join(", ", names.Take(NamesToTell));
        return names.Count > NamesToTell ? $"{told} and {names.Count - NamesToTell} more" : told;
    }
}
