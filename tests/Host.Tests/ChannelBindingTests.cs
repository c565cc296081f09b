using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;

namespace Presentity.Host.Tests;

/// <summary>What a login can be bound to: the same at both ends of a connection, another on the next, and what OpenSSL itself says.</summary>
[TestClass]
public sealed class ChannelBindingTests
{
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Both_ends_have_the_same_keying_material_and_no_other_connection_has_it(bool direct)
    {
        OnlyOnLinux();
        using var first = new Link(direct);
        using var second = new Link(direct);
        if (!direct)
        {
            Assert.IsNull(first.Transport.ChannelBinding(ChannelBindings.Exporter));
            first.Secure();
            second.Secure();
        }

        byte[]? ours = first.Transport.ChannelBinding(ChannelBindings.Exporter);
        Assert.IsNotNull(ours);
        Assert.HasCount(32, ours);
        CollectionAssert.AreEqual(ours, ChannelBindings.Of((SslStream)first.Peer, ChannelBindings.Exporter));
        CollectionAssert.AreEqual(ours, first.Transport.ChannelBinding(ChannelBindings.Exporter));
        CollectionAssert.AreNotEqual(ours, second.Transport.ChannelBinding(ChannelBindings.Exporter));
        first.Transport.Close();
        Assert.IsNull(first.Transport.ChannelBinding(ChannelBindings.Exporter));
    }

    [TestMethod]
    public void There_is_no_keying_material_with_TLS_1_2_and_none_of_a_type_that_nobody_knows()
    {
        using var link = new Link(tls: true, protocols: SslProtocols.Tls12);
        Assert.IsNull(link.Transport.ChannelBinding(ChannelBindings.Exporter));
        Assert.IsNull(link.Transport.ChannelBinding("tls-unique"));
        Assert.IsNull(link.Transport.ChannelBinding(""));
        Assert.IsNotNull(link.Transport.ChannelBinding(ChannelBindings.ServerEndPoint));
    }

    [TestMethod]
    public void A_stream_without_a_handshake_has_none()
    {
        using var stream = new SslStream(new MemoryStream());
        Assert.IsNull(ChannelBindings.Of(stream, ChannelBindings.Exporter));
        Assert.IsNull(ChannelBindings.Of(stream, ChannelBindings.ServerEndPoint));
    }

    /// <summary>RFC 5929 §4.1: by the hash of the certificate's signature.</summary>
    [TestMethod]
    [DataRow("ECDSA", "SHA256", "SHA256")]
    [DataRow("ECDSA", "SHA384", "SHA384")]
    [DataRow("RSA", "SHA256", "SHA256")]
    [DataRow("RSA", "SHA512", "SHA512")]
    [DataRow("PSS", "SHA256", "SHA256")]
    [DataRow("PSS", "SHA384", "SHA384")]
    public async Task The_server_s_certificate_is_hashed_as_it_was_signed(string key, string signed, string hashed)
    {
        using X509Certificate2 certificate = SelfSigned(key, new HashAlgorithmName(signed));
        (SslStream client, SslStream server) = await HandshakeAsync(certificate);
        await using (client)
        await using (server)
        {
            byte[] expected = CryptographicOperations.HashData(new HashAlgorithmName(hashed), certificate.RawData);
            CollectionAssert.AreEqual(expected, ChannelBindings.Of(client, ChannelBindings.ServerEndPoint));
            CollectionAssert.AreEqual(expected, ChannelBindings.Of(server, ChannelBindings.ServerEndPoint));
        }
    }

    /// <summary>The label and length of RFC 9266, against an OpenSSL that is told them by us.</summary>
    [TestMethod]
    public async Task OpenSSL_exports_the_same()
    {
        OnlyOnLinux();
        string folder = Directory.CreateTempSubdirectory("presentity-test-").FullName;
        using X509Certificate2 certificate = SelfSigned("ECDSA", HashAlgorithmName.SHA256);
        File.WriteAllText(Path.Combine(folder, "server.pem"), certificate.ExportCertificatePem() + "\n" + certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        int port = FreePort();
        ProcessStartInfo start = new("openssl", ["s_server", "-accept", "127.0.0.1:" + port, "-cert", Path.Combine(folder, "server.pem"), "-tls1_3",
            "-naccept", "1", "-keymatexport", "EXPORTER-Channel-Binding", "-keymatexportlen", "32"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        using Process openssl = Start(start);
        try
        {
            using var transport = new SocketTransport(new TransportOptions { AuthoritiesFile = Path.Combine(folder, "server.pem") });
            var endpoint = new ServerEndpoint("127.0.0.1", port, "localhost", directTls: true);
            TransportStatus status = TransportStatus.Unreachable;
            for (int i = 0; i < 100 && status == TransportStatus.Unreachable; i++, await Task.Delay(50))
                status = transport.Connect(endpoint, Link.Enough);
            Assert.AreEqual(TransportStatus.Ok, status, transport.Failure);
            byte[]? ours = transport.ChannelBinding(ChannelBindings.Exporter);
            const string Said = "Keying material: ";
            string? line;
            do
                line = (await openssl.StandardOutput.ReadLineAsync())?.Trim();
            while (line != null && !line.StartsWith(Said, StringComparison.Ordinal));
            Assert.AreEqual(line?[Said.Length..], Convert.ToHexString(ours!));
        }
        finally
        {
            openssl.Kill();
            await openssl.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    static void OnlyOnLinux()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("The TLS of .NET is OpenSSL on Linux alone.");
    }

    static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            throw new AssertInconclusiveException("openssl is not installed.");
        }
    }

    static async Task<(SslStream Client, SslStream Server)> HandshakeAsync(X509Certificate2 certificate)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        var ours = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
        var theirs = new SslStream((await listener.AcceptTcpClientAsync()).GetStream());
        await Task.WhenAll(ours.AuthenticateAsClientAsync("localhost"), theirs.AuthenticateAsServerAsync(certificate));
        return (ours, theirs);
    }

    static X509Certificate2 SelfSigned(string key, HashAlgorithmName hash)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        if (key == "ECDSA")
        {
            using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return Named(new CertificateRequest("CN=localhost", ec, hash)).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        }

        using var rsa = RSA.Create(2048);
        RSASignaturePadding padding = key == "PSS" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return Named(new CertificateRequest("CN=localhost", rsa, hash, padding)).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    static CertificateRequest Named(CertificateRequest request)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
