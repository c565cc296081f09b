using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>The keys that a desktop has besides.</summary>
[TestClass]
public sealed class DesktopConfigurationTests
{
    const string Account = "jid = device@example.org\nboard = simulated\n";

    [TestMethod]
    public void EveryKey()
    {
        ConfigurationReader reader = Read("password = secret\ncertificate = c.pem\ncertificate.key = k.pem\nplain = allow\n"
            + "iterations.least = 1000\niterations.most = 20000\n");
        Assert.AreEqual("", reader.Fault);
        Assert.AreEqual("c.pem", reader.Configuration.CertificateFile);
        Assert.AreEqual("k.pem", reader.Configuration.CertificateKeyFile);
        Credentials credentials = reader.Configuration.Options().Session.Credentials;
        Assert.IsTrue(credentials.AllowsPlain);
        Assert.IsTrue(credentials.HasCertificate);
        Assert.AreEqual(1000, credentials.LeastIterations);
        Assert.AreEqual(20000, credentials.MostIterations);
    }

    [TestMethod]
    public void WithoutThem()
    {
        Credentials credentials = Read("password = secret\n").Configuration.Options().Session.Credentials;
        Assert.IsFalse(credentials.AllowsPlain);
        Assert.IsFalse(credentials.HasCertificate);
        Assert.AreEqual(4096, credentials.LeastIterations);
        Assert.AreEqual(500_000, credentials.MostIterations);
    }

    [TestMethod]
    public void ACertificateNeedsNoPassword() => Assert.AreEqual("", Read("certificate = c.pem\n").Fault);

    [TestMethod]
    [DataRow("password = secret\nplain = yes\n", "device.conf:4: plain: allow or refuse, not yes")]
    [DataRow("certificate = c.pem\nplain = allow\n", "device.conf:4: plain: PLAIN sends the password, and there is none")]
    [DataRow("password = secret\niterations.least = 0\n", "device.conf:4: iterations.least: 1 to 100000000, not 0")]
    [DataRow("password = secret\niterations.most = many\n", "device.conf:4: iterations.most: 1 to 100000000, not many")]
    [DataRow("password = secret\niterations.most = 4095\n", "device.conf:4: iterations: least is 4096, and most is 4095")]
    [DataRow("password = secret\niterations.other = 1\n", "device.conf:4: iterations.other: there is no such key")]
    [DataRow("password = secret\ncertificate.key = k.pem\n", "device.conf:4: certificate.key: a key without its certificate; write certificate = FILE")]
    [DataRow("password = a\u0007b\n", "device.conf:3: password: a character that none may have (U+0007)")]
    [DataRow("password = \u06271\n", "device.conf:3: password: letters of both directions of writing, or an end that is not of its letters' direction")]
    [DataRow("", "device.conf: password: missing")]
    public void FaultsAreOneLine(string more, string fault) => Assert.AreEqual(fault, Read(more).Fault);

    [TestMethod]
    public void APasswordMayHaveMoreThanAscii() => Assert.AreEqual("", Read("password = p\u00E4\u00DFw\u00F6rt \U0001F511\n").Fault);

    static ConfigurationReader Read(string more) => ConfigurationReader.Read("device.conf", Encoding.UTF8.GetBytes(Account + more));
}
