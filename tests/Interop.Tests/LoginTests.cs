using System.IO;
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

    // RFC 4013: what a person types is not what the server has stored, and means the same.
    [TestMethod]
    public async Task PasswordIsPrepared()
    {
        Account account = await Prosody.AddAsync("prepared@" + ProsodyServer.Domain, "p \u00E4a=,<&\"'x");
        var configuration = new DeviceConfiguration(Prosody, account);
        configuration.Keys["password"] = "p\u00A0a\u0308\u00AA=,<&\"'\u00ADx";
        await using Device device = Device.Start(configuration);
        Assert.EndsWith("with TLS 1.3, SCRAM-SHA-256", await device.ConnectedAsync());
    }

    [TestMethod]
    public async Task PlainWhereItIsAllowed()
    {
        DeviceConfiguration configuration = await ConfigureAsync("plainonly.alpha.test", direct: false);
        configuration.Keys["plain"] = "allow";
        await using Device device = Device.Start(configuration);
        Assert.EndsWith("with TLS 1.3, PLAIN", await device.ConnectedAsync());
    }

    // With TLS 1.2 Prosody offers SCRAM with channel binding, but to tls-unique alone. "y" it would take for an attack.
    [TestMethod]
    public async Task BindingThatWeLackIsDoneWithout()
    {
        await using ProsodyServer server = await ProsodyServer.StartAsync(tls: "1.2");
        foreach (bool direct in new[] { false, true })
        {
            var configuration = new DeviceConfiguration(server, await server.AddAccountAsync("device"));
            await using Device device = Device.Start(direct ? configuration.WithDirectTls() : configuration);
            Assert.EndsWith("with TLS 1.2, SCRAM-SHA-256", await device.ConnectedAsync());
        }
    }

    [TestMethod]
    public async Task WhatWasUsedIsKnownAfterARestart()
    {
        DeviceConfiguration configuration = await ConfigureAsync(ProsodyServer.Domain, direct: false);
        string file = configuration.Write();
        await using (Device device = Device.Start(file))
        {
            await device.ConnectedAsync();
            device.Terminate();
            await device.ExitAsync();
        }

        // The same account at a server that knows no more than SHA-1.
        await using Device again = Device.StartToFail(await MovedAsync(file, configuration.Account));
        Assert.AreEqual(3, await again.ExitAsync());
        again.AssertOneLine("no longer offers the mechanism used before", "it was SCRAM-SHA-256", "remove", file + ".state");
    }

    /// <summary>Lets a device's file believe that it is another account's, which the server offers less.</summary>
    static async Task<string> MovedAsync(string file, Account account)
    {
        Account weaker = await Prosody.AddAccountAsync("device", "sha1.alpha.test");
        string text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace(account.Jid, weaker.Jid).Replace(account.Password, weaker.Password));
        string memory = Path.Combine(file + ".state", "login");
        await File.WriteAllTextAsync(memory, (await File.ReadAllTextAsync(memory)).Replace(account.Jid, weaker.Jid));
        return file;
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
