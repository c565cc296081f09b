using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>How a device logs in: always over TLS, with the strongest mechanism offered, never with less than SCRAM.</summary>
[TestClass]
public sealed class LoginTests
{
    static ProsodyServer Prosody => SharedRig.Prosody;

    [TestMethod]
    [DataRow("alpha.test", "SCRAM-SHA-256")]
    [DataRow("sha1.alpha.test", "SCRAM-SHA-1")]
    [DataRow("sha256.alpha.test", "SCRAM-SHA-256")]
    public async Task StrongestMechanismOverBothKindsOfTls(string host, string mechanism)
    {
        foreach (bool direct in new[] { false, true })
        {
            DeviceConfiguration configuration = await ConfigureAsync(host, direct);
            await using Device device = Device.Start(configuration);
            string line = await device.ConnectedAsync();
            Assert.EndsWith($"connected as {configuration.Account.Jid}/agent with TLS 1.3, {mechanism}", line);
            Assert.IsTrue(Prosody.HasLoggedIn(configuration.Account), "Prosody knows of no login.");
        }
    }

    [TestMethod]
    public async Task WrongPasswordIsSaidAndNotTriedAgain()
    {
        DeviceConfiguration configuration = await ConfigureAsync(ProsodyServer.Domain, direct: false);
        configuration.Keys["password"] = "wrong";
        await using Device device = Device.StartToFail(configuration);
        Assert.AreEqual(3, await device.ExitAsync());
        device.AssertOneLine("password", configuration.Account.Jid);
        Assert.IsFalse(Prosody.HasLoggedIn(configuration.Account));
    }

    [TestMethod]
    public async Task UnknownAccountIsSaid()
    {
        var configuration = new DeviceConfiguration(Prosody, new Account("nobody@" + ProsodyServer.Domain, "secret"));
        await using Device device = Device.StartToFail(configuration);
        Assert.AreEqual(3, await device.ExitAsync());
        device.AssertOneLine("password", configuration.Account.Jid);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task PlainAloneIsRefused(bool direct)
    {
        DeviceConfiguration configuration = await ConfigureAsync("plainonly.alpha.test", direct);
        await using Device device = Device.StartToFail(configuration);
        Assert.AreEqual(3, await device.ExitAsync());
        device.AssertOneLine("PLAIN");
        Assert.IsFalse(Prosody.HasLoggedIn(configuration.Account));
    }

    [TestMethod]
    public async Task NobodyListeningIsANetworkFailure()
    {
        DeviceConfiguration configuration = await ConfigureAsync(ProsodyServer.Domain, direct: false);
        configuration.Keys["server"] = ProsodyServer.Address + ":1";
        await using Device device = Device.StartToFail(configuration);
        Assert.AreEqual(5, await device.ExitAsync());
        device.AssertOneLine(ProsodyServer.Address + ":1", "refused");
    }

    static async Task<DeviceConfiguration> ConfigureAsync(string host, bool direct)
    {
        var configuration = new DeviceConfiguration(Prosody, await Prosody.AddAccountAsync("device", host));
        return direct ? configuration.WithDirectTls() : configuration;
    }

}
