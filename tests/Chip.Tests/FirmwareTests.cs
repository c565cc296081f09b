using System;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Boards.Simulated;
using Presentity.Firmware;
using Presentity.Platform;
using Presentity.TestKit;

namespace Presentity.Chip.Tests;

/// <summary>From power-on to a session or a restart, in fake time.</summary>
[TestClass]
public sealed class FirmwareTests
{
    const string Good = "jid = device@example.com\npassword = secret\nowner = owner@example.com\nserver = example.com:5223\ntls = direct\n";

    readonly HookedClock clock = new();
    readonly TestNetwork network = new();
    readonly TestMachine machine = new();
    readonly TestStore store = new();
    readonly RecordingLog log = new();
    readonly ScriptedTransport transport;
    byte[]? trusted;

    public FirmwareTests() => transport = new ScriptedTransport(clock.Time) { ConnectStatus = TransportStatus.Unreachable };

    [TestMethod]
    public void TheBootSaysWhatADeviceIs()
    {
        store["device.conf"] = Good + "claim = 12345678\n";
        Run();
        Assert.AreEqual("Info: Presentity 0.1.0 on Simulated greenhouse (ESP32_REV3, nanoFramework 1.17.0.334), 60 kB free", log.Lines[0]);
        Assert.AreEqual("Info: this device is xmpp:device@example.com", log.Lines[1]);
        Assert.IsTrue(log.Has(LogLevel.Info, "Wi-Fi: 192.0.2.7"));
        Assert.IsTrue(log.Has(LogLevel.Warning, "the configuration has a password"));
        Assert.IsFalse(log.Lines.Any(line => line.Contains("secret", StringComparison.Ordinal)), "A password is never said.");
        Assert.IsFalse(log.Lines.Any(line => line.Contains("12345678", StringComparison.Ordinal)), "There is an owner: nobody needs the claim code.");
    }

    [TestMethod]
    public void ADeviceWithoutOwnerSaysItsClaimCode()
    {
        store["device.conf"] = Good.Replace("owner = owner@example.com\n", "claim = 12345678\n", StringComparison.Ordinal);
        Run();
        Assert.IsTrue(log.Has(LogLevel.Info, "it has no owner yet; its claim code is 12345678"));
    }

    [TestMethod]
    public void TheAuthorityComesFromTheStore()
    {
        store["device.conf"] = Good + "ca = ca.pem\n";
        store["ca.pem"] = "-----BEGIN";
        Run();
        Assert.AreEqual("-----BEGIN", Encoding.UTF8.GetString(trusted!));
    }

    [TestMethod]
    public void AnAuthorityThatIsNotThereIsSaid()
    {
        store["device.conf"] = Good + "ca = ca.pem\n";
        Run();
        Assert.IsNull(trusted);
        Assert.IsTrue(log.Has(LogLevel.Error, "device.conf:6: ca: there is no such file on the device"));
    }

    [TestMethod]
    [DataRow(null, "device.conf: there is no such file on the device; flash it with the right one")]
    [DataRow("jid = device\n", "device.conf:1: jid: an account such as device@example.org, not device; flash it with the right one")]
    [DataRow("jid = device@example.com\npassword = x\nsensor.noise.interval = 5\n", "device.conf:3: sensor.noise: there is no such sensor")]
    public void WithoutAConfigurationItAsksForOneEveryMinuteAndGoesOnWhenThereIs(string? wrong, string said)
    {
        if (wrong != null)
            store["device.conf"] = wrong;
        int asked = 0;
        clock.Sleeping = milliseconds =>
        {
            if (milliseconds == 60_000 && ++asked == 3)
                store["device.conf"] = Good;
        };
        Run();
        Assert.AreEqual(3, log.Lines.Count(line => line.StartsWith("Error: " + said, StringComparison.Ordinal)), string.Join('\n', log.Lines));
        Assert.IsTrue(log.Has(LogLevel.Info, "this device is"));
    }

    [TestMethod]
    public void AStoreThatCannotBeReadIsSaidInItsWords()
    {
        store.Failure = "I:\\device.conf cannot be read";
        clock.Sleeping = _ => store["device.conf"] = Good;
        Run();
        Assert.IsTrue(log.Has(LogLevel.Error, "I:\\device.conf cannot be read; flash it"));
    }

    [TestMethod]
    public void FifteenMinutesWithoutASessionEndInARestart()
    {
        store["device.conf"] = Good;
        long began = clock.Milliseconds;
        Run();
        Assert.AreEqual(1, machine.Restarts);
        Assert.IsTrue(log.Has(LogLevel.Error, "no session for 15 minutes; restarting"));
        Assert.IsInRange(15 * 60_000, 17 * 60_000, clock.Milliseconds - began);
        Assert.IsGreaterThan(4, transport.Connects);
    }

    [TestMethod]
    public void ANetworkThatIsAwayIsBegunAnewNowAndThenAndTriedAtOnceWhenItIsBack()
    {
        store["device.conf"] = Good;
        network.Up = false;
        long began = clock.Milliseconds;
        int connectsBefore = -1;
        clock.Sleeping = _ =>
        {
            if (connectsBefore >= 0 || clock.Milliseconds - began < 660_000)
                return;
            connectsBefore = transport.Connects;
            network.Up = true;
            transport.ConnectStatus = TransportStatus.Ok;
        };
        long connected = 0;
        clock.Looking = () =>
        {
            if (connected == 0 && transport.IsOpen)
                connected = clock.Time.Milliseconds;
        };
        Run();
        Assert.AreEqual(3, network.Starts, "Once at the start, and every five minutes for eleven: the firmware connects by itself too.");
        Assert.IsTrue(log.Has(LogLevel.Warning, "no Wi-Fi for five minutes; connecting anew"));
        Assert.IsLessThan(662_000, connected - began);
    }

    [TestMethod]
    public void AFaultIsSaidAndEndsInARestart()
    {
        store["device.conf"] = Good;
        clock.Sleeping = milliseconds =>
        {
            if (milliseconds != 10_000)
                throw new InvalidOperationException("of a test");
        };
        Run();
        Assert.AreEqual(1, machine.Restarts);
        Assert.IsTrue(log.Has(LogLevel.Error, "a fault of the firmware: InvalidOperationException of a test; restarting"));
    }

    void Run()
    {
        ITransport Transport(byte[]? authorities)
        {
            trusted = authorities;
            return transport;
        }

        new DeviceFirmware(new SimulatedBoard(clock), network, machine, clock, new TestCrypto(), store, log, Transport).Run();
    }

    /// <summary>Fake time that tells when somebody sleeps or looks.</summary>
    sealed class HookedClock : IClock
    {
        internal FakeClock Time { get; } = new();

        internal Action<int>? Sleeping { get; set; }

        internal Action? Looking { get; set; }

        public long UnixSeconds => Time.UnixSeconds;

        public long Milliseconds
        {
            get
            {
                Looking?.Invoke();
                return Time.Milliseconds;
            }
        }

        public void Sleep(int milliseconds)
        {
            Sleeping?.Invoke(milliseconds);
            Time.Sleep(milliseconds);
        }
    }
}
