using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;

namespace Presentity.Host.Tests;

/// <summary>Every certificate that must be refused is, for the reason and in the words that help; by a real handshake.</summary>
[TestClass]
public sealed class CertificateTests
{
    const string Domain = "alpha.test";

    static readonly TestAuthority Authority = new("Test CA");
    static readonly TestAuthority Intermediate = new("Test Intermediate", Authority);
    static readonly TestAuthority Stranger = new("Strange CA");

    [ClassCleanup]
    public static void Clean()
    {
        foreach (TestAuthority authority in new[] { Authority, Intermediate, Stranger })
            authority.Dispose();
    }

    [TestMethod]
    public void Right_certificate_is_accepted() => Check(Authority.Issue([Domain]), TransportStatus.Ok, "");

    [TestMethod]
    public void One_of_many_names_is_enough() => Check(Authority.Issue(["other.test", Domain]), TransportStatus.Ok, "");

    [TestMethod]
    public void International_domain_is_compared_in_ASCII()
    {
        using var server = new LoopbackServer(LoopbackServer.Tls(Authority.Issue(["xn--bcher-kva.test"])));
        foreach (string domain in new[] { "bücher.test", "xn--bcher-kva.test" })
        {
            using var transport = new SocketTransport(new TransportOptions { AuthoritiesFile = Authority.File });
            TransportStatus status = transport.Connect(server.Endpoint(domain, directTls: true), Link.Enough);
            Assert.AreEqual(TransportStatus.Ok, status, transport.Failure);
        }
    }

    [TestMethod]
    public void Chain_with_intermediate_is_accepted() =>
        Check(Intermediate.Issue([Domain], sent: Intermediate), TransportStatus.Ok, "");

    [TestMethod]
    public void Missing_intermediate_is_named() =>
        Check(Intermediate.Issue([Domain]), TransportStatus.CertificateUntrusted,
            $"the certificate was issued by \"Test Intermediate\", which is not in {Authority.File}; give its CA file with ca = FILE");

    [TestMethod]
    public void Expired()
    {
        DateTimeOffset end = TestAuthority.Now.AddDays(-3);
        Check(Authority.Issue([Domain], TestAuthority.Now.AddDays(-30), end), TransportStatus.CertificateExpired,
            $"the certificate of alpha.test expired on {Day(end)}; renew it on the server");
    }

    [TestMethod]
    public void Not_yet_valid()
    {
        DateTimeOffset begin = TestAuthority.Now.AddDays(3);
        Check(Authority.Issue([Domain], begin, TestAuthority.Now.AddDays(30)), TransportStatus.CertificateExpired,
            $"the certificate of alpha.test is not valid before {Day(begin)}; "
            + "set the clock of this machine right, or install a valid one on the server");
    }

    [TestMethod]
    public void Expired_intermediate_is_named()
    {
        DateTimeOffset end = TestAuthority.Now.AddDays(-3);
        using var old = new TestAuthority("Old Intermediate", Authority, end);
        Check(old.Issue([Domain], sent: old), TransportStatus.CertificateExpired,
            $"the certificate of the authority \"Old Intermediate\" expired on {Day(end)}; renew it on the server");
    }

    [TestMethod]
    public void Other_host() =>
        Check(Authority.Issue(["other.test"]), TransportStatus.CertificateHostMismatch,
            "the certificate is for other.test, not alpha.test; set server or the domain right, or install the right certificate");

    [TestMethod]
    public void Other_hosts_are_not_listed_without_end() =>
        Check(Authority.Issue(["a.test", "b.test", "c.test", "d.test", "e.test"]), TransportStatus.CertificateHostMismatch,
            "the certificate is for a.test, b.test, c.test and 2 more, not alpha.test; "
            + "set server or the domain right, or install the right certificate");

    [TestMethod]
    public void Wildcard_covers_the_level_below_only() =>
        Check(Authority.Issue(["*.alpha.test"]), TransportStatus.CertificateHostMismatch,
            "the certificate is for *.alpha.test, not alpha.test; set server or the domain right, or install the right certificate");

    [TestMethod]
    public void Unknown_issuer() =>
        Check(Stranger.Issue([Domain]), TransportStatus.CertificateUntrusted,
            $"the certificate was issued by \"Strange CA\", which is not in {Authority.File}; give its CA file with ca = FILE");

    [TestMethod]
    public void Unknown_issuer_to_the_system() =>
        Check(Stranger.Issue([Domain]), TransportStatus.CertificateUntrusted,
            "the certificate was issued by \"Strange CA\", which is not trusted here; give its CA file with ca = FILE",
            authoritiesFile: null);

    [TestMethod]
    public void Unknown_issuer_that_sends_its_root() =>
        Check(Stranger.Issue([Domain], sent: Stranger), TransportStatus.CertificateUntrusted,
            $"the certificate was issued by \"Strange CA\", which is not in {Authority.File}; give its CA file with ca = FILE");

    [TestMethod]
    public void Untrusted_comes_before_expired_and_other_host() =>
        Check(Stranger.Issue(["other.test"], TestAuthority.Now.AddDays(-9), TestAuthority.Now.AddDays(-3)),
            TransportStatus.CertificateUntrusted,
            $"the certificate was issued by \"Strange CA\", which is not in {Authority.File}; give its CA file with ca = FILE");

    [TestMethod]
    public void Self_signed()
    {
        using X509Certificate2 certificate = TestAuthority.SelfSigned(Domain);
        Check(Context(certificate), TransportStatus.CertificateUntrusted,
            $"the certificate of alpha.test is self-signed and not in {Authority.File}; "
            + "give it with ca = FILE, or install one from an authority");
        Check(Context(certificate), TransportStatus.CertificateUntrusted,
            "the certificate of alpha.test is self-signed and not trusted here; give it with ca = FILE, or install one from an authority",
            authoritiesFile: null);
    }

    [TestMethod]
    public void Self_signed_that_is_given_is_accepted()
    {
        using X509Certificate2 certificate = TestAuthority.SelfSigned(Domain);
        WithFile(certificate.ExportCertificatePem(), file => Check(Context(certificate), TransportStatus.Ok, "", file));
    }

    [TestMethod]
    public void Any_of_several_authorities_in_the_file_is_trusted() =>
        WithFile(Stranger.Pem + Authority.Pem, file =>
        {
            Check(Stranger.Issue([Domain]), TransportStatus.Ok, "", file);
            Check(Authority.Issue([Domain]), TransportStatus.Ok, "", file);
        });

    [TestMethod]
    public void Intermediate_that_the_server_forgot_is_taken_from_the_file() =>
        WithFile(Intermediate.Pem + Authority.Pem, file => Check(Intermediate.Issue([Domain]), TransportStatus.Ok, "", file));

    [TestMethod]
    public void Certificate_for_clients_is_refused()
    {
        string failure = Check(Authority.Issue([Domain], forClients: true), TransportStatus.CertificateUntrusted, null);
        StringAssert.StartsWith(failure, "the certificate of alpha.test is not acceptable: ");
        StringAssert.EndsWith(failure, "; install a right one on the server");
    }

    [TestMethod]
    public void Missing_file_of_authorities()
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        string failure = Check(Authority.Issue([Domain]), TransportStatus.AuthoritiesUnreadable, null, file);
        StringAssert.StartsWith(failure, $"the CA file {file} cannot be read: ");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("no certificate at all")]
    public void File_without_authorities(string content) => WithFile(content, file =>
        Check(Authority.Issue([Domain]), TransportStatus.AuthoritiesUnreadable,
            $"the CA file {file} has no certificate in it; set ca to a PEM file (-----BEGIN CERTIFICATE-----)", file));

    [TestMethod]
    public void File_with_a_broken_certificate() => WithFile("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", file =>
    {
        string failure = Check(Authority.Issue([Domain]), TransportStatus.AuthoritiesUnreadable, null, file);
        StringAssert.StartsWith(failure, $"the CA file {file} cannot be read: ");
    });

    [TestMethod]
    public void Resumed_session_is_judged_again()
    {
        // The TLS library may resume the session of a moment ago; that must not lend its trust.
        using var server = new LoopbackServer(LoopbackServer.Tls(Authority.Issue([Domain])));
        for (int i = 0; i < 3; i++)
            Assert.AreEqual(TransportStatus.Ok, Attempt(server, Authority.File, direct: true, out string failure), failure);
        Assert.AreEqual(TransportStatus.CertificateUntrusted, Attempt(server, Stranger.File, direct: true, out _));
    }

    static string Check(SslStreamCertificateContext certificate, TransportStatus expected, string? sentence) =>
        Check(certificate, expected, sentence, Authority.File);

    /// <summary>Tries direct TLS and STARTTLS; both must end alike.</summary>
    static string Check(SslStreamCertificateContext certificate, TransportStatus expected, string? sentence, string? authoritiesFile)
    {
        using var server = new LoopbackServer(LoopbackServer.Tls(certificate));
        foreach (bool direct in new[] { true, false })
        {
            TransportStatus status = Attempt(server, authoritiesFile, direct, out string failure);
            Assert.AreEqual(expected, status, failure);
            if (sentence == null)
                sentence = failure;
            Assert.AreEqual(sentence, failure);
            Assert.IsFalse(failure.Any(char.IsControl), failure);
        }
        return sentence!;
    }

    static TransportStatus Attempt(LoopbackServer server, string? authoritiesFile, bool direct, out string failure)
    {
        using var transport = new SocketTransport(new TransportOptions { AuthoritiesFile = authoritiesFile });
        TransportStatus status = transport.Connect(server.Endpoint(Domain, direct), Link.Enough);
        if (!direct && status == TransportStatus.Ok)
        {
            Assert.IsFalse(transport.IsSecure);
            status = transport.Secure(Domain, Link.Enough);
        }
        failure = transport.Failure;
        Assert.AreEqual(status == TransportStatus.Ok, transport.IsSecure);
        Assert.AreEqual(status == TransportStatus.Ok, transport.Protection.Length > 0);
        Assert.AreEqual(status == TransportStatus.Ok, transport.Write([1], 0, 1), "a connection that is refused carries nothing");
        return status;
    }

    static SslStreamCertificateContext Context(X509Certificate2 certificate) =>
        SslStreamCertificateContext.Create(certificate, null, offline: true);

    static void WithFile(string content, Action<string> test)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, content);
            test(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
