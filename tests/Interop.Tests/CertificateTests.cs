using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>Certificates that must be refused: one line says why, and no password was risked.</summary>
[TestClass]
public sealed class CertificateTests
{
    static ProsodyServer Prosody => SharedRig.Prosody;

    [TestMethod]
    [DataRow("expired.alpha.test", false, "expired")]
    [DataRow("expired.alpha.test", true, "expired")]
    [DataRow("selfsigned.alpha.test", false, "self-signed")]
    [DataRow("selfsigned.alpha.test", true, "self-signed")]
    [DataRow("wronghost.alpha.test", false, "elsewhere.test")]
    [DataRow("wronghost.alpha.test", true, "elsewhere.test")]
    public async Task BadCertificateEndsIt(string host, bool direct, string why)
    {
        var configuration = new DeviceConfiguration(Prosody, await Prosody.AddAccountAsync("device", host));
        if (direct)
            configuration.WithDirectTls();
        await AssertRefusedAsync(configuration, "certificate", host, why);
    }

    [TestMethod]
    public async Task UnknownAuthorityEndsIt()
    {
        var configuration = new DeviceConfiguration(Prosody, await Prosody.AddAccountAsync("device"));
        configuration.Keys.Remove("ca");   // leaves the system's authorities, which know nothing of the rig's
        await AssertRefusedAsync(configuration, "certificate", "ca = ");
    }

    static async Task AssertRefusedAsync(DeviceConfiguration configuration, params string[] words)
    {
        await using Device device = Device.StartToFail(configuration);
        Assert.AreEqual(4, await device.ExitAsync());
        device.AssertOneLine(words);
        Assert.IsFalse(Prosody.HasLoggedIn(configuration.Account));
    }
}
