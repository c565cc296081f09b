using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>SASL 2, Bind 2 and tokens (XEP-0388, XEP-0386, XEP-0484) with real servers: Prosody 13 with its
/// community modules, and ejabberd 24.</summary>
[TestClass]
public sealed class TokenTests
{
    [ClassInitialize]
    public static void RequireServer(TestContext _)
    {
        if (!RigServer.HasNewer)
            Assert.Inconclusive(
                "There are no servers with SASL 2: tests/servers/install-deps.sh unpacks them where the distribution has them (Debian 12).");
    }

    [TestMethod]
    [DataRow(ProsodyServer.Domain, "1.3", "TLS 1.3, SCRAM-SHA-256-PLUS", "TLS 1.3, HT-SHA-256-EXPR")]
    // There it has tls-unique, which .NET has not; nor has the chip anything to bind to.
    [DataRow(ProsodyServer.Domain, "1.2", "TLS 1.2, SCRAM-SHA-256", "TLS 1.2, HT-SHA-256-NONE")]
    [DataRow(EjabberdServer.Domain, "1.3", "TLS 1.3, SCRAM-SHA-512-PLUS", "TLS 1.3, HT-SHA-256-EXPR")]
    public async Task ACutDeviceIsBackWithItsTokenAndItsStream(string host, string tls, string first, string then)
    {
        await using RigServer server = await StartAsync(host, tls);
        await using CuttingProxy proxy = new(server.StartTlsPort);
        await using Installation installation = await Installation.StartAsync(server, proxy.Address, direct: true);
        Assert.Contains("connected as " + installation.Jid + " with " + first, string.Join('\n', installation.Device.Log.Since(0)));
        Assert.StartsWith(installation.BareJid + "/agent", installation.Jid);
        int since = installation.Operator.Presences.Count;
        for (int i = 0; i < 3; i++)
        {
            int lines = installation.Device.Log.Count;
            proxy.Cut();
            Assert.EndsWith($"connected as {installation.Jid} with {then}", await installation.Device.ConnectedAsync(lines));
            await installation.Device.Log.WaitAsync(
                line => line.Contains("the stream is resumed"), Patience.Long, "the stream is resumed", lines);
            Assert.AreEqual("completed", (await installation.Operator.ExecuteAsync(installation.Jid, "pump-on")).Status);
        }

        Assert.IsFalse(
            installation.Operator.Presences.Since(since).Any(presence => presence.From == installation.Jid && !presence.IsAvailable),
            "The operator was told that the device is gone.");
    }

    [TestMethod]
    [DataRow(ProsodyServer.Domain)]
    [DataRow(EjabberdServer.Domain)]
    public async Task ARestartTakesTheTokenAndTheStreamWithIt(string host)
    {
        await using RigServer server = await StartAsync(host);
        await using Installation installation = await Installation.StartAsync(server, keepsStream: true, direct: true);
        installation.Device.Terminate();
        Assert.AreEqual(0, await installation.Device.ExitAsync());
        await using Device next = installation.StartAgain();
        Assert.EndsWith($"connected as {installation.Jid} with TLS 1.3, HT-SHA-256-EXPR", await next.ConnectedAsync());
        await next.Log.WaitAsync(line => line.Contains("the stream is resumed"), Patience.Long, "the stream is resumed");
    }

    [TestMethod]
    public async Task AServerThatHasForgottenTheStreamBindsANewOneWithTheToken()
    {
        await using ProsodyServer server = await ProsodyServer.StartNewerAsync();
        await using Installation installation = await Installation.StartAsync(server, direct: true);
        int lines = installation.Device.Log.Count;
        await server.KillAsync();
        await installation.Device.Log.WaitAsync(line => line.Contains("disconnected"), Patience.Long, "the device is disconnected", lines);
        await server.StartAgainAsync();
        // The same resource: the server makes it of the client's id.
        Assert.EndsWith($"connected as {installation.Jid} with TLS 1.3, HT-SHA-256-EXPR", await installation.Device.ConnectedAsync(lines));
        Assert.IsFalse(installation.Device.Log.Since(lines).Any(line => line.Contains("the stream is resumed")));
    }

    // A token of somebody else's, and none of the server's at all.
    [TestMethod]
    [DataRow(ProsodyServer.Domain, "secret-token:fast-wrong")]
    [DataRow(ProsodyServer.Domain, "x")]
    [DataRow(EjabberdServer.Domain, "x")]
    public async Task AWrongTokenIsFollowedByThePassword(string host, string token)
    {
        await using RigServer server = await StartAsync(host);
        var configuration = new DeviceConfiguration(server, await server.AddAccountAsync("device"));
        string file = await LogInAsync(configuration);
        Change(file, 4, token);
        await AssertFallsBackAsync(file);
        Assert.AreNotEqual(token, Lines(file)[4]);
    }

    [TestMethod]
    public async Task AnExpiredTokenIsFollowedByThePassword()
    {
        await using ProsodyServer server = await ProsodyServer.StartNewerAsync(tokenSeconds: 1);
        var configuration = new DeviceConfiguration(server, await server.AddAccountAsync("device"));
        string file = await LogInAsync(configuration);
        await Task.Delay(TimeSpan.FromSeconds(3));
        // The device knows, too, and does not try.
        await using (Device device = Device.Start(file))
            Assert.EndsWith("TLS 1.3, SCRAM-SHA-256-PLUS", await device.ConnectedAsync());
        await Task.Delay(TimeSpan.FromSeconds(3));
        // It does not know the time, say.
        Change(file, 3, "0");
        await AssertFallsBackAsync(file);
    }

    static async Task<RigServer> StartAsync(string host, string tls = "1.3") =>
        host == EjabberdServer.Domain ? await EjabberdServer.StartNewerAsync() : await ProsodyServer.StartNewerAsync(tls);

    static async Task<string> LogInAsync(DeviceConfiguration configuration)
    {
        string file = configuration.Write();
        await using Device device = Device.Start(file);
        Assert.EndsWith("-PLUS", await device.ConnectedAsync());
        device.Terminate();
        Assert.AreEqual(0, await device.ExitAsync());
        return file;
    }

    static async Task AssertFallsBackAsync(string file)
    {
        await using Device device = Device.Start(file);
        Assert.EndsWith("-PLUS", await device.ConnectedAsync());
        device.AssertOneLine("the server does not take the token; logging in without it");
        device.Terminate();
        Assert.AreEqual(0, await device.ExitAsync());
    }

    static string TokenFile(string file) => Path.Combine(file + ".state", "token");

    static string[] Lines(string file) => File.ReadAllText(TokenFile(file)).Split('\n');

    static void Change(string file, int line, string text)
    {
        string[] lines = Lines(file);
        lines[line] = text;
        File.WriteAllText(TokenFile(file), string.Join('\n', lines));
    }
}
