using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>How a device logs in to ejabberd, with whatever it offers.</summary>
/// <remarks>ejabberd 23.01 offers channel binding also over TLS 1.3, but to what RFC 9266 forbids there, and names no type: so the device
/// does without, and does not say that it could.</remarks>
[TestClass]
public sealed class EjabberdLoginTests
{
    static EjabberdServer Ejabberd => SharedRig.Ejabberd;

    [TestMethod]
    [DataRow("gamma.test", "SCRAM-SHA-512")]
    [DataRow("sha1.gamma.test", "SCRAM-SHA-1")]
    [DataRow("sha256.gamma.test", "SCRAM-SHA-256")]
    [DataRow("sha512.gamma.test", "SCRAM-SHA-512")]
    public async Task StrongestMechanismOverBothKindsOfTls(string host, string mechanism)
    {
        foreach (bool direct in new[] { false, true })
        {
            DeviceConfiguration configuration = await ConfigureAsync(host);
            await AssertInAsync(direct ? configuration.WithDirectTls() : configuration, "TLS 1.3", mechanism);
        }
    }

    [TestMethod]
    public async Task OverTls12()
    {
        DeviceConfiguration configuration = await ConfigureAsync(EjabberdServer.Domain);
        configuration.Keys["server"] = $"{RigServer.Address}:{Ejabberd.Tls12Port}";
        await AssertInAsync(configuration, "TLS 1.2", "SCRAM-SHA-512");
    }

    // DIGEST-MD5, which it offers too, is historic (RFC 6331) and never used.
    [TestMethod]
    [DataRow("gamma.test", "DIGEST-MD5 PLAIN SCRAM-SHA-1 SCRAM-SHA-1-PLUS SCRAM-SHA-256 SCRAM-SHA-256-PLUS SCRAM-SHA-512 SCRAM-SHA-512-PLUS")]
    [DataRow("sha1.gamma.test", "PLAIN SCRAM-SHA-1 SCRAM-SHA-1-PLUS")]
    [DataRow("sha256.gamma.test", "PLAIN SCRAM-SHA-256 SCRAM-SHA-256-PLUS")]
    [DataRow("sha512.gamma.test", "PLAIN SCRAM-SHA-512 SCRAM-SHA-512-PLUS")]
    [DataRow("plainonly.gamma.test", "PLAIN")]
    public async Task HostsOfferTheirMechanisms(string host, string mechanisms)
    {
        await using Operator user = await Operator.LogInAsync(Ejabberd, await Ejabberd.AddAccountAsync("user", host));
        Assert.AreEqual(mechanisms, string.Join(' ', user.Offered));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task CertificateInPlaceOfAPassword(bool direct)
    {
        DeviceConfiguration configuration = await CertifiedAsync(Ejabberd.ClientCertificate);
        configuration.Keys.Remove("password");
        if (direct)
        {
            configuration.Keys["tls"] = "direct";
            configuration.Keys["server"] = $"{RigServer.Address}:{Ejabberd.DirectCertificatePort}";
        }

        await AssertInAsync(configuration, "TLS 1.3", "EXTERNAL");
    }

    [TestMethod]
    public async Task CertificateOfNoAuthority()
    {
        DeviceConfiguration configuration = await CertifiedAsync(Ejabberd.ForeignCertificate);
        configuration.Keys.Remove("password");
        await using Device device = Device.StartToFail(configuration);
        Assert.AreNotEqual(0, await device.ExitAsync());
        device.AssertOneLine("disconnected:");
    }

    [TestMethod]
    public async Task PlainOnlyWhereItIsAllowed()
    {
        DeviceConfiguration configuration = await ConfigureAsync("plainonly.gamma.test");
        await using (Device device = Device.StartToFail(configuration))
        {
            Assert.AreEqual(3, await device.ExitAsync());
            device.AssertOneLine("it offers PLAIN");
        }

        Assert.IsFalse(Ejabberd.HasLoggedIn(configuration.Account));
        configuration.Keys["plain"] = "allow";
        await AssertInAsync(configuration, "TLS 1.3", "PLAIN");
        await AssertInAsync(configuration.WithDirectTls(), "TLS 1.3", "PLAIN");
    }

    [TestMethod]
    public async Task WrongPasswordIsSaid()
    {
        DeviceConfiguration configuration = await ConfigureAsync(EjabberdServer.Domain);
        configuration.Keys["password"] = "wrong";
        await using Device device = Device.StartToFail(configuration);
        Assert.AreEqual(3, await device.ExitAsync());
        device.AssertOneLine("password", configuration.Account.Jid);
        Assert.IsFalse(Ejabberd.HasLoggedIn(configuration.Account));
    }

    static async Task AssertInAsync(DeviceConfiguration configuration, string tls, string mechanism)
    {
        await using Device device = Device.Start(configuration);
        Assert.EndsWith($"connected as {configuration.Account.Jid}/agent with {tls}, {mechanism}", await device.ConnectedAsync());
        Assert.AreEqual(mechanism, Ejabberd.LoginOf(configuration.Account));
    }

    static async Task<DeviceConfiguration> ConfigureAsync(string host) =>
        new(Ejabberd, await Ejabberd.AddAccountAsync("device", host));

    static async Task<DeviceConfiguration> CertifiedAsync(string certificate)
    {
        var configuration = new DeviceConfiguration(Ejabberd, await Ejabberd.AddAsync("device@" + EjabberdServer.Domain, "not used"));
        configuration.Keys["server"] = $"{RigServer.Address}:{Ejabberd.CertificatePort}";
        configuration.Keys["certificate"] = certificate;
        return configuration;
    }
}
