using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Tool.Tests.Flash;

/// <summary><c>presentity flash</c> with a nanoff that stands in: which calls, with which files, and what is left of them.</summary>
[TestClass]
public sealed class FlashTests : IDisposable
{
    const string Details = "--nanodevice --devicedetails --serialport PORT";
    const string Update = "--target ESP32_REV3 --serialport PORT --update --verbosity minimal";
    const string Deploy = "--nanodevice --deploy --serialport PORT --image IMAGE";

    readonly Bench bench = new();

    public required TestContext TestContext { get; init; }

    public void Dispose()
    {
        // Whatever a test has done: no secret stays behind.
        string[] left = [.. bench.Left];
        string calls = string.Join('\n', bench.Calls);
        bench.Dispose();
        Assert.IsEmpty(left);
        Assert.DoesNotContain("secret", calls);
    }

    [TestMethod]
    public async Task EveryStepInItsOrder()
    {
        using ToolProcess tool = await bench.FlashAsync();
        AssertDone(tool);
        CollectionAssert.AreEqual((string[])[Update, Details, "network", "files", Deploy, Details], Calls());
        Assert.IsTrue(bench.Lines("telemetry").All(value => value == "1"));
        Assert.Contains("ESP32_REV3, firmware 1.17.0.334, Presentity.Esp32DevKit", tool.Output);
        Assert.Contains("xmpp:device@example.org", tool.Output);
        Assert.Contains("it has no owner: write owner = you@example.org into", tool.Output);
        Assert.DoesNotContain("secret", tool.Output);
    }

    [TestMethod]
    public async Task TheFilesAreWhatNanoffAndTheDeviceNeed()
    {
        using ToolProcess tool = await bench.FlashAsync();
        AssertDone(tool);
        using JsonDocument network = JsonDocument.Parse(bench.Given("network.json"));
        JsonElement wifi = network.RootElement.GetProperty("WirelessClient");
        Assert.AreEqual("home \"net\"", wifi.GetProperty("Ssid").GetString());
        Assert.AreEqual("it's + secret", wifi.GetProperty("Password").GetString());
        Assert.AreEqual("WPA2", wifi.GetProperty("Authentication").GetString());
        Assert.AreEqual("AutoConnect", wifi.GetProperty("ConfigurationOption").GetString());
        CollectionAssert.AreEqual((byte[])[.. Encoding.ASCII.GetBytes(Bench.Pem), 0], bench.Given("authority.pem"), "A PEM text ends in a zero.");
        Assert.AreEqual(Bench.Pem, Encoding.ASCII.GetString(bench.Given("device-ca.pem")));
        CollectionAssert.AreEqual(
            Bench.Configuration.Where(line => !line.StartsWith("wifi")).ToArray(), Encoding.UTF8.GetString(bench.Given("device.conf")).TrimEnd().Split('\n'));
        using JsonDocument files = JsonDocument.Parse(bench.Given("files.json"));
        CollectionAssert.AreEqual(
            (string[])["I:\\device.conf.new -", "I:\\device.conf device.conf", "I:\\device-ca.pem.new -", "I:\\device-ca.pem device-ca.pem"],
            files.RootElement.GetProperty("Files").EnumerateArray().Select(file => file.GetProperty("DestinationFilePath").GetString() + " "
                + (file.TryGetProperty("SourceFilePath", out JsonElement source) ? Path.GetFileName(source.GetString()) : "-")).ToArray());
        if (!OperatingSystem.IsWindows())
            Assert.IsTrue(bench.Lines("modes").Where((_, i) => i < 3).All(mode => mode == "UserExecute, UserWrite, UserRead"), string.Join('\n', bench.Lines("modes")));
    }

    [TestMethod]
    public async Task WhatIfRunsNothing()
    {
        using ToolProcess tool = await bench.FlashAsync("--what-if", "no--image");
        AssertDone(tool);
        Assert.IsEmpty(bench.Calls);
        foreach (string part in new[] { "--update", "--networkdeployment", "--filedeployment", "--deploy", "--devicedetails", "-p:NanoPackages=true" })
            Assert.Contains(part, tool.Output);
        Assert.DoesNotContain("secret", tool.Output);
    }

    [TestMethod]
    public async Task WhatIsSkippedIsLeftAlone()
    {
        using ToolProcess tool = await bench.FlashAsync("--skip-firmware", "--skip-network");
        AssertDone(tool);
        CollectionAssert.AreEqual((string[])[Details, "files", Deploy, Details], Calls());
        using ToolProcess application = await bench.FlashAsync("--skip-firmware", "no--config");
        AssertDone(application);
        CollectionAssert.AreEqual((string[])[Details, Deploy, Details], Calls()[4..]);
    }

    [TestMethod]
    public async Task OptionsOfTheFirmwareAreHandedOn()
    {
        using ToolProcess tool = await bench.FlashAsync("--firmware-version", "1.17.0.331", "--mass-erase");
        AssertDone(tool);
        Assert.AreEqual(Update + " --fwversion 1.17.0.331 --masserase", Calls()[0]);
    }

    [TestMethod]
    public async Task ABadCableIsTriedOnceMoreSlower()
    {
        bench.Fail("update", "E4000", 1);
        bench["said-update"] = "*** Hold down the BOOT/FLASH button in ESP32 board ***\n";
        using ToolProcess tool = await bench.FlashAsync();
        AssertDone(tool);
        Assert.AreEqual(Update + " --baud 115200", Calls()[1]);
        Assert.Contains("hold the board's BOOT button down", tool.Output);
    }

    [TestMethod]
    public async Task ADeviceMayTakeItsTimeToComeBack()
    {
        bench.Fail("details", "E2001", 2);
        using ToolProcess tool = await bench.FlashAsync("--patience", "20");
        AssertDone(tool);
        CollectionAssert.AreEqual((string[])[Details, Details, Details], Calls()[1..4]);
    }

    /// <summary>Whatever goes wrong, the same command again ends well.</summary>
    [TestMethod]
    [DataRow("update", "E4000", "the firmware is not written: no answer from the chip", "(nanoff: E4000)")]
    [DataRow("details", "E2001", "the device at PORT does not answer", "press RESET")]
    [DataRow("network", "E2002", "the network settings are not written: nanoff says \"Error E2002: Error executing operation", "press RESET")]
    [DataRow("files", "E2000", "the configuration is not copied: nanoff says \"Error E2000", "press RESET")]
    [DataRow("deploy", "E2002", "the application is not deployed: nanoff says \"Error E2002", "press RESET")]
    public async Task AStepThatFailsIsOneLineAndTheNextRunRepairs(string step, string number, string said, string hint)
    {
        bench.Fail(step, number);
        AssertFailed(await bench.FlashAsync(), 6, said.Replace("PORT", bench.Port, StringComparison.Ordinal), hint);
        Assert.IsEmpty(bench.Left);
        bench.Fail(step, number, 0);
        int before = bench.Calls.Count;
        using ToolProcess again = await bench.FlashAsync();
        AssertDone(again);
        CollectionAssert.AreEqual((string[])[Update, Details, "network", "files", Deploy, Details], Calls()[before..]);
    }

    /// <summary>nanoff's numbers for what goes wrong with the firmware; where the chip is not to blame, it is not tried twice.</summary>
    [TestMethod]
    [DataRow("E4003", 2, "the chip's flash memory could not be written", "hold BOOT")]
    [DataRow("E6000", 1, "PORT cannot be opened", "close every serial monitor")]
    [DataRow("E9005", 1, "there is no such firmware for ESP32_REV3", "--firmware-version")]
    [DataRow("E9007", 1, "the firmware could not be downloaded", "the internet")]
    public async Task WhyTheFirmwareIsNotWrittenIsSaid(string number, int tries, string said, string hint)
    {
        bench.Fail("update", number);
        AssertFailed(await bench.FlashAsync(), 6, said.Replace("PORT", bench.Port, StringComparison.Ordinal), hint);
        Assert.HasCount(tries, Calls());
    }

    [TestMethod]
    [DataRow("I:\\device.conf")]
    [DataRow("I:\\device-ca.pem")]
    public async Task AFileThatNanoffCouldNotWriteIsAFailureAlthoughItEndsWell(string file)
    {
        bench["refused"] = file;
        AssertFailed(await bench.FlashAsync(), 6, "the configuration is not copied: nanoff could not write " + file);
        Assert.AreEqual("files", Calls()[^1]);
    }

    /// <summary>A wrong device is given no secret.</summary>
    [TestMethod]
    [DataRow("Target:   ESP32_REV3", "Target:   ESP32_C3", "is a ESP32_C3, not a ESP32_REV3")]
    [DataRow("1.17.0.334", "1.16.0.800", "the firmware 1.16.0.800 does not match the packages of the image, which need 1.17.0, 1.17.0.330 or newer")]
    [DataRow("1.17.0.334", "1.17.0.12", "the firmware 1.17.0.12 does not match the packages of the image")]
    [DataRow("1.17.0.334", "1.17.1.334", "the firmware 1.17.1.334 does not match the packages of the image")]
    [DataRow("1.17.0.334", "2.17.0.334", "the firmware 2.17.0.334 does not match the packages of the image")]
    public async Task AnotherDeviceIsLeftAlone(string expected, string found, string said)
    {
        bench["details"] = bench["details"].Replace(expected, found, StringComparison.Ordinal);
        AssertFailed(await bench.FlashAsync("--skip-firmware"), 6, said);
        CollectionAssert.AreEqual((string[])[Details], Calls());
    }

    [TestMethod]
    public async Task WhatRunsIsLookedAt()
    {
        bench["details"] = bench["details"].Replace("Presentity.Esp32DevKit", "Presentity.Esp32DevKitOld", StringComparison.Ordinal);
        AssertFailed(await bench.FlashAsync(), 6, "the application is not on the device");
        Assert.AreEqual(Deploy, Calls()[^2]);
    }

    [TestMethod]
    [DataRow("", "there is no serial port")]
    [DataRow("COM3\nCOM5\n", "there are several serial ports: COM3, COM5; say which with --port")]
    [DataRow("/dev/ttyS0\n/dev/tty.usbmodem1\n", "there is no serial port")]
    public async Task WithoutAPortThereMustBeOneAlone(string ports, string said)
    {
        bench["ports"] = ports;
        AssertFailed(await bench.FlashAsync("no--port"), 2, said);
    }

    [TestMethod]
    public async Task PortsThatCannotBeListedAreOneLine()
    {
        bench.Fail("listports", "E2000");
        AssertFailed(await bench.FlashAsync("no--port"), 6, "the serial ports cannot be listed: nanoff says", "say where the board is with --port");
    }

    [TestMethod]
    public async Task ADeviceThatCameBackElsewhereIsNamed()
    {
        bench["ports"] = "/dev/ttyACM1\n";
        bench.Fail("details", "E2001");
        AssertFailed(await bench.FlashAsync(), 6, "does not answer", "or it is now at /dev/ttyACM1: say so with --port");
    }

    [TestMethod]
    public async Task TheOnlyPortIsFound()
    {
        bench["ports"] = "COM7\n";
        using ToolProcess tool = await bench.FlashAsync("no--port");
        AssertDone(tool);
        Assert.AreEqual("--listports", Calls()[0]);
        Assert.Contains("--serialport COM7", Calls()[1]);
    }

    [TestMethod]
    [DataRow("--board", "Esp32", "--board: there is no board Esp32 for a chip; there is Esp32C3, Esp32DevKit,")]
    [DataRow("--board", "", "--board: say which board; there is Esp32C3, Esp32DevKit,")]
    [DataRow("--board", "Simulated", "--board: there is no board Simulated for a chip")]
    [DataRow("--image", "missing.bin", "--image: there is no file missing.bin")]
    [DataRow("--config", "missing.conf", "missing.conf: there is no such file; make one with presentity provision")]
    [DataRow("--port", "/dev/ttyUSB99", "there is no port /dev/ttyUSB99")]
    [DataRow("--nanoff", "/missing/nanoff", "/missing/nanoff: there is no such program")]
    public async Task AWrongOptionIsOneLine(string option, string value, string said) => AssertFailed(await bench.FlashAsync(option, value), 2, said);

    [TestMethod]
    [DataRow("wifi.ssid = home \"net\"", "", "wifi.ssid: missing")]
    [DataRow("wifi.password = it's + secret", "wifi.password = short", "wifi.password: 8 to 64 characters")]
    [DataRow("jid = device@example.org", "jid = device", "device.conf:2: jid: an account")]
    [DataRow("# My greenhouse", "board = Esp32C3", "device.conf:1: board: the file is for Esp32C3, not for Esp32DevKit")]
    [DataRow("ca = device-ca.pem", "ca = missing.pem", "device.conf:4: ca: there is no file missing.pem")]
    [DataRow("ca = device-ca.pem", "ca = device.conf", "ca: device.conf is no PEM file")]
    public async Task AWrongConfigurationIsOneLineBeforeAnythingIsDone(string line, string instead, string said)
    {
        bench["device.conf"] = bench["device.conf"].Replace(line, instead, StringComparison.Ordinal);
        AssertFailed(await bench.FlashAsync(), 2, said);
        Assert.IsEmpty(bench.Calls);
    }

    [TestMethod]
    public async Task AnImageThatIsTooLargeIsOneLine()
    {
        File.WriteAllBytes(bench.Image, new byte[0x1C0001]);
        AssertFailed(await bench.FlashAsync(), 2, "has 1,835,009 bytes, and the partition of Esp32DevKit has room for 1,835,008");
        Assert.IsEmpty(bench.Calls);
    }

    [TestMethod]
    public async Task EthernetNeedsNoWifi()
    {
        bench["device.conf"] = string.Join('\n', Bench.Configuration.Where(line => !line.StartsWith("wifi")));
        bench["details"] = bench["details"].Replace("ESP32_REV3", "ESP32_OLIMEX", StringComparison.Ordinal).Replace("Esp32DevKit", "OlimexPoe", StringComparison.Ordinal);
        using ToolProcess tool = await bench.FlashAsync("--board", "OlimexPoe");
        AssertDone(tool);
        Assert.DoesNotContain("WirelessClient", Encoding.UTF8.GetString(bench.Given("network.json")));
        Assert.Contains("authority.pem", Encoding.UTF8.GetString(bench.Given("network.json")));
    }

    [TestMethod]
    public async Task APasswordThatIsNotInTheFileIsAskedFor()
    {
        bench["device.conf"] = bench["device.conf"].Replace("wifi.password = it's + secret\n", "", StringComparison.Ordinal);
        using ToolProcess tool = bench.Start();
        tool.Say("another secret");
        Assert.AreEqual(0, await tool.ExitAsync(), string.Join('\n', tool.Errors));
        Assert.Contains("another secret", Encoding.UTF8.GetString(bench.Given("network.json")));
    }

    [TestMethod]
    [DataRow("INT", "network")]
    [DataRow("TERM", "files")]
    [DataRow("HUP", "network")]
    public async Task WhoInterruptsLeavesNothingBehind(string signal, string step)
    {
        bench["slow-" + step] = "";
        using ToolProcess tool = bench.Start();
        await tool.PrintsAsync(_ => Calls().Contains(step), "the step is under way");
        Assert.HasCount(1, bench.Left);
        tool.Signal(signal);
        Assert.AreEqual(1, await tool.ExitAsync());
        Assert.Contains("interrupted; run it again", tool.Errors[0]);
        Assert.IsEmpty(bench.Left);
    }

    /// <summary>nanoff is installed from a NuGet source, in its version, for this tool alone, and then found; it runs on a newer .NET.</summary>
    [TestMethod]
    public async Task TheOneVersionOfNanoffIsInstalledOnce()
    {
        AssertFailed(await bench.FlashAsync("no--nanoff", "--skip-firmware"), 1, "nanoff 2.5.162 cannot be installed", "--nanoff FILE");
        NanoffPackage.Write(bench.Folder);
        for (int i = 0; i < 2; i++)
        {
            using ToolProcess tool = await bench.FlashAsync("no--nanoff", "--skip-firmware");
            AssertDone(tool);
        }

        Assert.HasCount(10, Calls());
        Assert.IsTrue(File.Exists(Path.Combine(bench.Installed, "presentity", "nanoff-2.5.162", "nanoff")));
    }

    /// <summary>Here no registry serves the packages of nanoFramework; where one does, the image is built.</summary>
    [TestMethod]
    public async Task AnImageThatCannotBeBuiltIsOneLine()
    {
        ToolProcess tool = await ToolProcess.RunAsync("", ["flash", "--board", "Esp32C3", "--port", bench.Port, "--skip-firmware", "--nanoff", bench.Port + "-none"], new()
        {
            ["NUGET_PACKAGES"] = Path.Combine(bench.Temporary, "packages"),
            ["RestoreSources"] = bench.Temporary,
        });
        AssertFailed(tool, 1, "Esp32C3 does not build: error : no package source of this machine has the nanoFramework packages");
    }

    string[] Calls() => [.. bench.Calls.Select(call =>
        call.StartsWith("--networkdeployment", StringComparison.Ordinal) ? "network" : call.StartsWith("--filedeployment", StringComparison.Ordinal) ? "files" : call)];

    static void AssertDone(ToolProcess tool) => Assert.AreEqual(0, tool.ExitCode, tool.Output + string.Join('\n', tool.Errors));

    static void AssertFailed(ToolProcess tool, int code, params string[] said)
    {
        using (tool)
        {
            Assert.AreEqual(code, tool.ExitCode, tool.Output + string.Join('\n', tool.Errors));
            Assert.HasCount(1, tool.Errors, string.Join('\n', tool.Errors));
            foreach (string words in said)
                Assert.Contains(words, tool.Errors[0]);
            Assert.DoesNotContain("secret", tool.Errors[0] + tool.Output);
        }
    }
}
