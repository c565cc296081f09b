using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Host;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>`presentity provision` at a real server: keys in place of the password, and a device that lives on them.</summary>
[TestClass]
public sealed class ProvisionTests
{
    static ProsodyServer Prosody => SharedRig.Prosody;

    [TestMethod]
    [DataRow("sha1.alpha.test", false, "scram.sha-1", "SCRAM-SHA-1")]
    [DataRow("sha1.alpha.test", true, "scram.sha-1", "SCRAM-SHA-1")]
    [DataRow("sha256.alpha.test", false, "scram.sha-256", "SCRAM-SHA-256")]
    public async Task ADeviceLogsInWithKeysAlone(string host, bool direct, string key, string mechanism)
    {
        DeviceConfiguration configuration = await ConfigureAsync(host, direct);
        string file = await ProvisionAsync(configuration);
        string keys = File.ReadLines(file).Single(line => line.StartsWith("scram", StringComparison.Ordinal));
        Assert.StartsWith(key + " = 10000 ", keys);
        Assert.DoesNotContain(configuration.Account.Password, await File.ReadAllTextAsync(file));
        await using Device device = Device.Start(file);
        Assert.EndsWith($"connected as {configuration.Account.Jid}/agent with TLS 1.3, {mechanism}", await device.ConnectedAsync());
    }

    /// <summary>What the chip cannot afford does not happen: two HMACs are a login.</summary>
    [TestMethod]
    [DataRow("sha1.alpha.test", "SCRAM-SHA-1")]
    [DataRow("sha256.alpha.test", "SCRAM-SHA-256")]
    public async Task ALoginWithKeysDerivesNothing(string host, string mechanism)
    {
        string file = await ProvisionAsync(await ConfigureAsync(host, direct: false));
        Agent.DeviceConfiguration configuration = Agent.ConfigurationReader.Read(file, await File.ReadAllBytesAsync(file)).Configuration;
        CountingCrypto crypto = new();
        SystemClock clock = new();
        using SocketTransport transport = new(new TransportOptions
        {
            AuthoritiesFile = Path.Combine(Path.GetDirectoryName(file)!, configuration.AuthoritiesFile),
        });
        Xmpp.XmppSession session = new(configuration.Options().Session, transport, clock, crypto,
            new ConsoleLog(TextWriter.Null, clock, verbose: false), Xmpp.Vocabulary.Create(), new Xml.XmlLimits());
        session.Open();
        while (session.State == Xmpp.SessionState.Negotiating)
            session.Turn(1000);
        Assert.AreEqual(Xmpp.SessionState.Online, session.State, session.EndText);
        Assert.EndsWith(mechanism, session.Security);
        session.Close();
        while (session.State != Xmpp.SessionState.Closed)
            session.Turn(1000);
        Assert.AreEqual(0, crypto.Derivations);
        Assert.AreEqual(2, crypto.Hmacs);
    }

    [TestMethod]
    public async Task APasswordThatWasSetAnewIsSaid()
    {
        DeviceConfiguration configuration = await ConfigureAsync("sha1.alpha.test", direct: false);
        string file = await ProvisionAsync(configuration);
        await Prosody.SetPasswordAsync(configuration.Account, "another secret");
        await using Device device = Device.StartToFail(file);
        Assert.AreEqual(3, await device.ExitAsync());
        device.AssertOneLine("salt or iteration count (10000)", "run presentity provision again");
    }

    /// <summary>Prosody makes a new salt for each login where it stores plain passwords.</summary>
    [TestMethod]
    public async Task AServerWhoseSaltChangesIsSaid()
    {
        DeviceConfiguration configuration = await ConfigureAsync(ProsodyServer.Domain, direct: false);
        string file = configuration.Write();
        await using Device provision = Device.Provision(file);
        Assert.AreEqual(3, await provision.ExitAsync());
        provision.AssertOneLine("makes a new salt for every login, so that keys are of no use", "internal_hashed");
        Assert.Contains("password = " + configuration.Account.Password, await File.ReadAllTextAsync(file), "The file is as it was.");
    }

    static async Task<DeviceConfiguration> ConfigureAsync(string host, bool direct)
    {
        DeviceConfiguration configuration = new(Prosody, await Prosody.AddAccountAsync("device", host));
        configuration.Keys["owner"] = "owner@" + host;
        return direct ? configuration.WithDirectTls() : configuration;
    }

    static async Task<string> ProvisionAsync(DeviceConfiguration configuration)
    {
        string file = configuration.Write();
        await using Device provision = Device.Provision(file);
        Assert.AreEqual(0, await provision.ExitAsync(), string.Join('\n', provision.Log.Since(0)));
        Assert.DoesNotContain(configuration.Account.Password, string.Join('\n', provision.Log.Since(0)));
        return file;
    }
}
