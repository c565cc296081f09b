using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>A configuration that does not hold: one line with file, line and key, exit code 2, and no connection.</summary>
[TestClass]
public sealed class ConfigurationTests
{
    [TestMethod]
    [DataRow("colour", "blue", DisplayName = "an unknown key")]
    [DataRow("tls", "perhaps", DisplayName = "a bad value")]
    [DataRow("server", "127.0.0.1:many", DisplayName = "a port that is none")]
    [DataRow("jid", "@alpha.test", DisplayName = "a JID that is none")]
    [DataRow("board", "chocolate", DisplayName = "a board that does not exist")]
    [DataRow("operators", "one@alpha.test, two@@alpha.test", DisplayName = "a list with a bad JID")]
    public async Task BadLineIsNamed(string key, string value)
    {
        var configuration = new DeviceConfiguration(SharedRig.Prosody, new Account("device@alpha.test", "secret"));
        configuration.Keys.Remove(key);
        configuration.Keys[key] = value;
        string file = configuration.Write();
        int line = Array.IndexOf(File.ReadAllLines(file), $"{key} = {value}") + 1;

        await using Device device = Device.StartToFail(file);
        Assert.AreEqual(2, await device.ExitAsync());
        device.AssertOneLine($"{file}:{line}", key);
    }

    [TestMethod]
    public async Task MissingFileIsNamed()
    {
        string file = Path.Combine(SharedRig.Prosody.Scratch, "missing.conf");
        await using Device device = Device.StartToFail(file);
        Assert.AreEqual(2, await device.ExitAsync());
        device.AssertOneLine(file);
    }

    [TestMethod]
    public async Task MissingAuthorityFileIsNamed()
    {
        var configuration = new DeviceConfiguration(SharedRig.Prosody, new Account("device@alpha.test", "secret"));
        configuration.Keys["ca"] = Path.Combine(SharedRig.Prosody.Scratch, "missing.crt");
        await using Device device = Device.StartToFail(configuration);
        Assert.AreEqual(2, await device.ExitAsync());
        device.AssertOneLine("ca", "missing.crt");
    }
}
