using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Loopback;

namespace Presentity.Tool.Tests;

/// <summary><c>presentity provision</c>: what it asks, what it writes, and that a device can live on it.</summary>
[TestClass]
public sealed class ProvisionTests
{
    const string Password = "a-password-of-some-length";

    string folder = "";

    string File => Path.Combine(folder, "device.conf");

    [TestInitialize]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("presentity-test-").FullName;

    [TestCleanup]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [TestMethod]
    [DataRow("starttls", "scram.sha-1,scram.sha-256", "SCRAM-SHA-256", "SCRAM-SHA-1")]
    [DataRow("direct", "scram.sha-1,scram.sha-256,scram.sha-512", "SCRAM-SHA-512", "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512")]
    public async Task KeysOfEveryMechanismOfferedTakeThePlaceOfThePassword(string tls, string keys, string strongest, params string[] mechanisms)
    {
        if (mechanisms.Length == 1)
            mechanisms = [strongest, .. mechanisms];
        await using LoopbackServer server = Start(new LoopbackOptions { Mechanisms = mechanisms });
        using ToolProcess tool = await ProvisionAsync(
            $"device@localhost\n{Password}\nyou@localhost\nhome net\nwifi secret\n", server, "--tls", tls, "--board", "simulated");

        Assert.AreEqual(0, tool.ExitCode, string.Join('\n', tool.Errors));
        string[] lines = System.IO.File.ReadAllLines(File);
        CollectionAssert.AreEqual(keys.Split(','), lines.Select(line => line.Split(' ')[0]).Where(key => key.StartsWith("scram")).ToArray());
        Assert.Contains("owner = you@localhost", lines);
        Assert.Contains("wifi.ssid = home net", lines);
        Assert.Contains("wifi.password = wifi secret", lines);
        Assert.Contains("ca = device-ca.pem", lines);
        string claim = lines.Single(line => line.StartsWith("claim = "))[8..];
        Assert.MatchesRegex("^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$", claim);
        Assert.Contains(claim, tool.Output);
        Assert.DoesNotContain(Password, string.Join('\n', lines) + tool.Output);
        Assert.DoesNotContain("wifi secret", tool.Output);
        Assert.AreEqual(server.Authority.Pem.ReplaceLineEndings("\n").Trim(), System.IO.File.ReadAllText(Path.Combine(folder, "device-ca.pem")).Trim());
        if (!OperatingSystem.IsWindows())
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Contains(strongest, await RunUntilConnectedAsync());
    }

    [TestMethod]
    public async Task WhatAPersonHasWrittenStays()
    {
        await using LoopbackServer server = Start(new LoopbackOptions());
        string[] written =
        [
            "# My greenhouse", "jid = device@localhost", $"password = {Password}", $"server = 127.0.0.1:{server.StartTlsPort}", "ca = mine.pem",
            "", "# at night it is enough", "sensor.light.interval = 60", "board = simulated", "owner = you@localhost", "wifi.ssid = home",
            "wifi.password = wifi secret", "claim = MINE-MINE", "scram.sha-512 = of another password",
        ];
        System.IO.File.WriteAllLines(File, written);
        server.Authority.WriteTo(Path.Combine(folder, "mine.pem"));
        using ToolProcess tool = await ToolProcess.RunAsync("", "provision", "--config", File);

        Assert.AreEqual(0, tool.ExitCode, string.Join('\n', tool.Errors));
        string[] lines = System.IO.File.ReadAllLines(File);
        string[] expected =
        [
            written[0], written[1], written[3], "ca = device-ca.pem", .. written[5..13],
        ];
        CollectionAssert.AreEqual(expected, lines[1..].Where(line => !line.StartsWith("scram.")).ToArray());
        Assert.HasCount(2, lines.Where(line => line.StartsWith("scram.")));
        await RunUntilConnectedAsync();
    }

    [TestMethod]
    public async Task WhatWasThereStaysWhenALoginFails()
    {
        await using LoopbackServer server = Start(new LoopbackOptions());
        string text = $"jid = device@localhost\npassword = wrong\nowner = you@localhost\nserver = 127.0.0.1:{server.StartTlsPort}\nca = device-ca.pem\n";
        System.IO.File.WriteAllText(File, text);
        server.Authority.WriteTo(Path.Combine(folder, "device-ca.pem"));
        string authority = System.IO.File.ReadAllText(Path.Combine(folder, "device-ca.pem"));
        using ToolProcess tool = await ToolProcess.RunAsync("", "provision", "--config", File);
        Assert.AreEqual(3, tool.ExitCode, string.Join('\n', tool.Errors));
        Assert.AreEqual(text, System.IO.File.ReadAllText(File));
        Assert.AreEqual(authority, System.IO.File.ReadAllText(Path.Combine(folder, "device-ca.pem")));
        Assert.HasCount(2, Directory.GetFiles(folder));
    }

    [TestMethod]
    public async Task TheFileOfAnotherDeviceIsLeftAlone()
    {
        await using LoopbackServer server = Start(new LoopbackOptions());
        System.IO.File.WriteAllText(File, "jid = other@localhost\n");
        using ToolProcess tool = await ProvisionAsync(Answers, server, "--jid", "device@localhost");
        Assert.AreEqual(2, tool.ExitCode);
        Assert.HasCount(1, tool.Errors);
        Assert.Contains("this file is for other@localhost, not for device@localhost", tool.Errors[0]);
        Assert.AreEqual("jid = other@localhost\n", System.IO.File.ReadAllText(File));
    }

    [TestMethod]
    public async Task ADeviceWhosePasswordWasSetAnewSaysWhatToDo()
    {
        await using (LoopbackServer server = Start(new LoopbackOptions()))
            Assert.AreEqual(0, (await ProvisionAsync(Answers, server, "--board", "simulated")).ExitCode);
        await using LoopbackServer anew = Start(new LoopbackOptions());
        anew.Authority.WriteTo(Path.Combine(folder, "device-ca.pem"));
        string[] lines = System.IO.File.ReadAllLines(File);
        System.IO.File.WriteAllLines(File, lines.Select(line => line.StartsWith("server") ? $"server = 127.0.0.1:{anew.StartTlsPort}" : line));
        using ToolProcess device = await ToolProcess.RunAsync("", "run", "--config", File, "--exit-on-failure");
        Assert.AreEqual(3, device.ExitCode);
        Assert.Contains("the server's salt or iteration count (10000) is no longer that of the keys; run presentity provision again", device.Output);
    }

    [TestMethod]
    [DataRow("device@localhost\nwrong\n\n\n", 3, "does not accept the password of device@localhost")]
    [DataRow("device\nx\n\n\n", 2, "device.conf: jid: an account such as device@example.org, not device")]
    [DataRow("", 2, "jid: missing")]
    [DataRow("device@localhost\n", 2, "the password is missing; type it when asked")]
    [DataRow("device@localhost\nx\nyou@localhost/phone\n\n", 2, "owner: an account without a resource")]
    [DataRow("device@localhost\nx\n\nhome\nshort\n", 2, "wifi.password: 8 to 64 characters")]
    [DataRow("device@localhost\nx\n\nhome\nwifi secret \n", 2, "wifi.password: a space at its beginning or end would be lost")]
    public async Task AWrongAnswerIsOneLine(string answers, int code, string said)
    {
        await using LoopbackServer server = Start(new LoopbackOptions());
        AssertFailed(await ProvisionAsync(answers, server), code, said);
    }

    [TestMethod]
    public async Task AServerThatIsNotThereOrNotSafeIsOneLine()
    {
        await using LoopbackServer server = Start(new LoopbackOptions { Mechanisms = ["PLAIN"] });
        AssertFailed(await ProvisionAsync(Answers, server), 3, "the server offers no mechanism that is safe");
        AssertFailed(await ToolProcess.RunAsync(Answers, "provision", "--config", File, "--server", "127.0.0.1:9"), 5, "127.0.0.1:9 cannot be reached");
        using CertificateAuthority other = new();
        other.WriteTo(Path.Combine(folder, "ca.pem"));
        string place = $"127.0.0.1:{server.StartTlsPort}";
        AssertFailed(await ToolProcess.RunAsync(Answers, "provision", "--config", File, "--server", place, "--ca", Path.Combine(folder, "ca.pem")),
            4, "the certificate was issued by");
        AssertFailed(await ToolProcess.RunAsync(Answers, "provision", "--config", File, "--server", place, "--ca", "missing.pem"),
            2, "ca: there is no file missing.pem");
    }

    [TestMethod]
    public async Task AFolderThatIsNotThereIsOneLine()
    {
        await using LoopbackServer server = Start(new LoopbackOptions());
        string authority = Path.Combine(folder, "ca.pem");
        server.Authority.WriteTo(authority);
        string missing = Path.Combine(folder, "missing", "device.conf");
        using ToolProcess tool = await ToolProcess.RunAsync(
            Answers, "provision", "--config", missing, "--server", $"127.0.0.1:{server.StartTlsPort}", "--ca", authority);
        Assert.AreEqual(2, tool.ExitCode);
        Assert.HasCount(1, tool.Errors);
        Assert.Contains("there is no folder", tool.Errors[0]);
    }

    static string Answers => $"device@localhost\n{Password}\nyou@localhost\n\n";

    void AssertFailed(ToolProcess tool, int code, string said)
    {
        Assert.AreEqual(code, tool.ExitCode, string.Join('\n', tool.Errors));
        Assert.HasCount(1, tool.Errors);
        Assert.Contains(said, tool.Errors[0]);
        Assert.IsEmpty(Directory.GetFiles(folder, "device*"), "A failure leaves no configuration.");
        tool.Dispose();
    }

    async Task<ToolProcess> ProvisionAsync(string answers, LoopbackServer server, params string[] more)
    {
        string authority = Path.Combine(folder, "ca.pem");
        server.Authority.WriteTo(authority);
        int port = more.Contains("direct") ? server.DirectTlsPort : server.StartTlsPort;
        return await ToolProcess.RunAsync(answers, ["provision", "--config", File, "--server", $"127.0.0.1:{port}", "--ca", authority, .. more]);
    }

    async Task<string> RunUntilConnectedAsync()
    {
        using ToolProcess device = new("run", "--config", File);
        await device.PrintsAsync(output => output.Contains("connected as "), "the device is connected");
        device.Terminate();
        Assert.AreEqual(0, await device.ExitAsync());
        return device.Output;
    }

    static LoopbackServer Start(LoopbackOptions options)
    {
        LoopbackServer server = new(options);
        server.AddAccount("device", Password);
        server.Start();
        return server;
    }
}
