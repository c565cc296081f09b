using System;
using System.IO;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Loopback.Tests;

/// <summary>The server's certificate, and those that tests give it instead.</summary>
[TestClass]
public sealed class CertificateTests
{
    [TestMethod]
    [DataRow(SslProtocols.Tls12)]
    [DataRow(SslProtocols.Tls13)]
    public async Task TheOwnCertificateIsGoodForThoseWhoTrustTheAuthority(SslProtocols version)
    {
        await using LoopbackServer server = TestServer.Start(new LoopbackOptions { TlsProtocols = version });
        await using RawClient client = await RawClient.ConnectDirectAsync(server, "xmpp-client");

        Assert.AreEqual(version, client.Tls!.SslProtocol);
        Assert.AreEqual("xmpp-client", client.Tls.NegotiatedApplicationProtocol.ToString());
    }

    [TestMethod]
    public async Task AClientWithoutAlpnIsWelcomeAndOneWithAnotherIsNot()
    {
        await using LoopbackServer server = TestServer.Start();
        await using (RawClient client = await RawClient.ConnectDirectAsync(server))
            Assert.AreEqual("localhost", (string?)(await client.OpenAsync()).Attribute("from"));

        await Assert.ThrowsAsync<AuthenticationException>(() => RawClient.ConnectDirectAsync(server, "h2"));
    }

    [TestMethod]
    public async Task OtherCertificatesAreShownAndRefused()
    {
        using var authority = new CertificateAuthority();
        using X509Certificate2 expired = authority.Issue("localhost", DateTimeOffset.UtcNow.AddDays(-30), DateTimeOffset.UtcNow.AddDays(-1));
        using X509Certificate2 wrongHost = authority.Issue("other.example");
        using X509Certificate2 good = authority.Issue("localhost");
        using X509Certificate2 selfSigned = CertificateAuthority.SelfSigned("localhost");

        Assert.AreEqual(SslPolicyErrors.None, await VerdictAsync(good, authority));
        Assert.AreEqual(SslPolicyErrors.RemoteCertificateChainErrors, await VerdictAsync(expired, authority));
        Assert.AreEqual(SslPolicyErrors.RemoteCertificateNameMismatch, await VerdictAsync(wrongHost, authority));
        Assert.AreEqual(SslPolicyErrors.RemoteCertificateChainErrors, await VerdictAsync(selfSigned, authority));
    }

    [TestMethod]
    public void TheAuthorityIsWrittenWithoutItsKey()
    {
        string path = Path.GetTempFileName();
        try
        {
            using var authority = new CertificateAuthority("Test CA");
            authority.WriteTo(path);
            using X509Certificate2 read = X509CertificateLoader.LoadCertificateFromFile(path);

            Assert.AreEqual("CN=Test CA", read.Subject);
            Assert.IsFalse(read.HasPrivateKey);
            Assert.DoesNotContain("PRIVATE", File.ReadAllText(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    static async Task<SslPolicyErrors> VerdictAsync(X509Certificate2 certificate, CertificateAuthority trusted)
    {
        await using LoopbackServer server = TestServer.Start(new LoopbackOptions { Certificate = certificate });
        using var tcp = new System.Net.Sockets.TcpClient("127.0.0.1", server.DirectTlsPort);
        await using var tls = new SslStream(tcp.GetStream());
        var verdict = (SslPolicyErrors)(-1);
        using X509Certificate2 root = X509Certificate2.CreateFromPem(trusted.Pem);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { root },
                RevocationMode = X509RevocationMode.NoCheck,
            },
            RemoteCertificateValidationCallback = (_, _, _, errors) =>
            {
                verdict = errors;
                return true;
            },
        });
        return verdict;
    }
}
