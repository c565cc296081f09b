using System.Linq;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Xmpp;

namespace Presentity.Loopback.Tests;

/// <summary>A device logs in with every mechanism, over both kinds of TLS, bound to the channel in every way that there is.</summary>
[TestClass]
public sealed class MechanismTests
{
    const string Exporter = "tls-exporter", EndPoint = "tls-server-end-point";

    [TestMethod]
    [DataRow("SCRAM-SHA-1", false)]
    [DataRow("SCRAM-SHA-256", true)]
    [DataRow("SCRAM-SHA-512", false)]
    [DataRow("SCRAM-SHA-1-PLUS", true)]
    [DataRow("SCRAM-SHA-256-PLUS", false)]
    [DataRow("SCRAM-SHA-512-PLUS", true)]
    public async Task EveryHashWithAndWithoutBinding(string mechanism, bool direct)
    {
        foreach (bool newer in new[] { false, true })
        {
            await using LoopbackServer server = DeviceLogin.Serve(new LoopbackOptions { Mechanisms = [mechanism], Sasl2 = newer });
            using var device = new DeviceLogin { DirectTls = direct };
            await AssertInAsync(device, server, "TLS 1.3, " + mechanism);
        }
    }

    [TestMethod]
    [DataRow(SslProtocols.Tls13, Exporter, "TLS 1.3")]
    [DataRow(SslProtocols.Tls13, EndPoint, "TLS 1.3")]
    [DataRow(SslProtocols.Tls12, EndPoint, "TLS 1.2")]
    public async Task EveryTypeOfBinding(SslProtocols tls, string type, string version)
    {
        await using LoopbackServer server = DeviceLogin.Serve(new LoopbackOptions
        {
            TlsProtocols = tls,
            Mechanisms = ["SCRAM-SHA-256-PLUS"],
            ChannelBindings = [type],
        });
        using var device = new DeviceLogin();
        await AssertInAsync(device, server, version + ", SCRAM-SHA-256-PLUS");
    }

    // RFC 9266 §3: not with TLS 1.2, unless more is known of the handshake.
    [TestMethod]
    public async Task TheExporterIsForTls13()
    {
        await using LoopbackServer server = DeviceLogin.Serve(new LoopbackOptions
        {
            TlsProtocols = SslProtocols.Tls12,
            Mechanisms = ["SCRAM-SHA-256-PLUS", "SCRAM-SHA-256"],
            ChannelBindings = [Exporter],
        });
        using var device = new DeviceLogin();
        await AssertInAsync(device, server, "TLS 1.2, SCRAM-SHA-256");
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task CertificateOfTheAccount(bool direct)
    {
        await using LoopbackServer server = DeviceLogin.Serve(new LoopbackOptions { Mechanisms = ["SCRAM-SHA-512-PLUS", "EXTERNAL"] });
        using X509Certificate2 certificate = server.Authority.IssueTo("device@localhost");
        using var device = new DeviceLogin { DirectTls = direct, Credentials = new Credentials("device", "") };
        device.Show(certificate);
        await AssertInAsync(device, server, "TLS 1.3, EXTERNAL");
    }

    [TestMethod]
    public async Task WithoutACertificateThereIsNoEXTERNAL()
    {
        await using LoopbackServer server = DeviceLogin.Serve(new LoopbackOptions { Mechanisms = ["SCRAM-SHA-512-PLUS", "EXTERNAL"] });
        using var device = new DeviceLogin();
        await AssertInAsync(device, server, "TLS 1.3, SCRAM-SHA-512-PLUS");
    }

    [TestMethod]
    public async Task CertificateOfAnother()
    {
        await using LoopbackServer server = DeviceLogin.Serve(new LoopbackOptions { Mechanisms = ["EXTERNAL"] });
        server.AddAccount("other", "other-pass");
        using X509Certificate2 certificate = server.Authority.IssueTo("other@localhost");
        using var device = new DeviceLogin();
        device.Show(certificate);
        LoginOutcome outcome = await device.RunAsync(server);
        Assert.AreEqual(SessionEnd.Authentication, outcome.End, outcome.Text);
        Assert.Contains("does not accept the certificate for device@localhost: invalid-authzid", outcome.Text);
    }

    [TestMethod]
    public async Task CertificateOfAnotherAuthority()
    {
        await using LoopbackServer server = DeviceLogin.Serve(new LoopbackOptions { Mechanisms = ["EXTERNAL"] });
        using var another = new CertificateAuthority("Another CA");
        using X509Certificate2 certificate = another.IssueTo("device@localhost");
        using var device = new DeviceLogin();
        device.Show(certificate);
        LoginOutcome outcome = await device.RunAsync(server);
        // With TLS 1.3 the client's handshake is over before the server has looked: it is then the connection that is lost.
        Assert.AreEqual(SessionEnd.Network, outcome.End, outcome.Text);
        Assert.IsEmpty(server.Sessions);
    }

    [TestMethod]
    public async Task PlainIfItMay()
    {
        await using LoopbackServer server = DeviceLogin.Serve(new LoopbackOptions { Mechanisms = ["PLAIN"] });
        using var device = new DeviceLogin();
        LoginOutcome outcome = await device.RunAsync(server);
        Assert.AreEqual(SessionEnd.Authentication, outcome.End);
        Assert.Contains("no mechanism that is safe (SCRAM); it offers PLAIN", outcome.Text);
        device.Credentials.AllowsPlain = true;
        await AssertInAsync(device, server, "TLS 1.3, PLAIN");
        device.Credentials = new Credentials("device", "wrong") { AllowsPlain = true };
        outcome = await device.RunAsync(server);
        Assert.Contains("does not accept the password of device@localhost", outcome.Text);
    }

    static async Task AssertInAsync(DeviceLogin device, LoopbackServer server, string security)
    {
        LoginOutcome outcome = await device.RunAsync(server);
        Assert.AreEqual(SessionEnd.None, outcome.End, outcome.Text);
        Assert.AreEqual(security, outcome.Security);
    }
}
