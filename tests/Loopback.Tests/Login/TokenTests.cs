using System;
using System.IO;
using System.Security.Authentication;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Host;
using Presentity.Xmpp;

namespace Presentity.Loopback.Tests;

/// <summary>A device that has logged in once comes back with a token (XEP-0484), over real TLS.</summary>
[TestClass]
public sealed class TokenTests
{
    static readonly string[] Plus = ["SCRAM-SHA-256-PLUS", "SCRAM-SHA-256"];

    // The stream header, and two messages each way of SCRAM; in the older profile a second header and a resource, too.
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task OnlineAfterOneRoundTripPastTls(bool direct)
    {
        using var device = new DeviceLogin { DirectTls = direct };
        await using (LoopbackServer older = DeviceLogin.Serve(new LoopbackOptions { Sasl2 = false }))
        {
            AssertCost(await device.RunAsync(older), "TLS 1.3, SCRAM-SHA-256", roundTrips: 5, derivations: 1, hmacs: 4);
            AssertCost(await device.RunAsync(older), "TLS 1.3, SCRAM-SHA-256", roundTrips: 5, derivations: 0, hmacs: 2);
        }

        await using LoopbackServer server = DeviceLogin.Serve(new LoopbackOptions());
        AssertCost(await device.RunAsync(server), "TLS 1.3, SCRAM-SHA-256", roundTrips: 3, derivations: 1, hmacs: 4);
        for (int i = 0; i < 3; i++)
            AssertCost(await device.RunAsync(server), "TLS 1.3, HT-SHA-256-EXPR", roundTrips: 1, derivations: 0, hmacs: 2);
    }

    [TestMethod]
    [DataRow(SslProtocols.Tls13, "HT-SHA-256-EXPR HT-SHA-256-ENDP HT-SHA-256-NONE", "TLS 1.3, HT-SHA-256-EXPR")]
    [DataRow(SslProtocols.Tls13, "HT-SHA-256-UNIQ HT-SHA-256-NONE HT-SHA-256-ENDP", "TLS 1.3, HT-SHA-256-ENDP")]
    [DataRow(SslProtocols.Tls12, "HT-SHA-256-EXPR HT-SHA-256-ENDP HT-SHA-256-NONE", "TLS 1.2, HT-SHA-256-ENDP")]
    [DataRow(SslProtocols.Tls13, "HT-SHA-256-NONE", "TLS 1.3, HT-SHA-256-NONE")]
    public async Task TheBestBindingThereIs(SslProtocols tls, string mechanisms, string security)
    {
        using var device = new DeviceLogin();
        await using LoopbackServer server = DeviceLogin.Serve(new LoopbackOptions { TlsProtocols = tls, TokenMechanisms = mechanisms.Split(' ') });
        await device.RunAsync(server);
        Assert.AreEqual(security, (await device.RunAsync(server)).Security);
    }

    // What is bound to the channel cannot be passed on by whoever has a certificate that is trusted; a token must not undo that.
    [TestMethod]
    public async Task WhoBindsItsLoginsTakesNoTokenWithout()
    {
        using var device = new DeviceLogin();
        await using (LoopbackServer server = DeviceLogin.Serve(new LoopbackOptions { Mechanisms = Plus, TokenMechanisms = ["HT-SHA-256-NONE"] }))
            for (int i = 0; i < 2; i++)
                Assert.AreEqual("TLS 1.3, SCRAM-SHA-256-PLUS", (await device.RunAsync(server)).Security);
        await using LoopbackServer better = DeviceLogin.Serve(new LoopbackOptions { Mechanisms = Plus });
        await device.RunAsync(better);
        Assert.AreEqual("TLS 1.3, HT-SHA-256-EXPR", (await device.RunAsync(better)).Security);
    }

    [TestMethod]
    public async Task ATokenThatIsRefusedIsFollowedByThePassword()
    {
        using var device = new DeviceLogin();
        await using LoopbackServer server = DeviceLogin.Serve(new LoopbackOptions());
        await device.RunAsync(server);
        server.RevokeTokens("device");
        Assert.AreEqual("TLS 1.3, SCRAM-SHA-256", (await device.RunAsync(server)).Security);
        Assert.Contains("the server does not take the token; logging in without it", device.Log.ToString());
        Assert.AreEqual("TLS 1.3, HT-SHA-256-EXPR", (await device.RunAsync(server)).Security);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task AServerWithoutTokensGetsThePassword(bool newer)
    {
        using var device = new DeviceLogin();
        await using (LoopbackServer server = DeviceLogin.Serve(new LoopbackOptions()))
            await device.RunAsync(server);
        await using LoopbackServer without = DeviceLogin.Serve(new LoopbackOptions { Sasl2 = newer, TokenMechanisms = [] });
        Assert.AreEqual("TLS 1.3, SCRAM-SHA-256", (await device.RunAsync(without)).Security);
        Assert.Contains("the server offers no login with the token; logging in without it", device.Log.ToString());
    }

    // The offer is taken away by somebody with a certificate that is trusted: what was used before is asked for all the same.
    [TestMethod]
    [DataRow(false, "SCRAM-SHA-256", "SCRAM-SHA-256-PLUS, and the best now is SCRAM-SHA-256")]
    [DataRow(true, "SCRAM-SHA-256", "SCRAM-SHA-256-PLUS, and the best now is SCRAM-SHA-256")]
    [DataRow(true, "PLAIN", "no mechanism that is safe (SCRAM); it offers PLAIN")]
    public async Task ATokenDoesNotMakeForgetWhatWasUsed(bool newer, string shown, string said)
    {
        using var device = new DeviceLogin();
        await using (LoopbackServer server = DeviceLogin.Serve(new LoopbackOptions { Mechanisms = Plus }))
            for (int i = 0; i < 2; i++)
                await device.RunAsync(server);
        await using LoopbackServer attacker = DeviceLogin.Serve(new LoopbackOptions { Mechanisms = [shown], Sasl2 = newer, TokenMechanisms = [] });
        LoginOutcome outcome = await device.RunAsync(attacker);
        Assert.AreEqual(SessionEnd.Authentication, outcome.End);
        Assert.Contains(said, outcome.Text);
    }

    [TestMethod]
    [DataRow(true, false)]
    [DataRow(false, true)]
    public async Task AServerThatDoesNotKnowTheTokenIsLeft(bool wrong, bool none)
    {
        var store = new FolderStore(Directory.CreateTempSubdirectory("presentity-test-").FullName, null);
        using var device = new DeviceLogin { Credentials = Remembering(store) };
        await using (LoopbackServer server = DeviceLogin.Serve(new LoopbackOptions()))
        {
            await device.RunAsync(server);
            Assert.HasCount(5, TokenLines(store));
        }

        // It takes any token, and cannot prove that it knows it.
        await using LoopbackServer attacker = DeviceLogin.Serve(
            new LoopbackOptions { Misbehaviour = new Misbehaviour { WrongSignature = wrong, NoSignature = none, TakesAnyToken = true } });
        LoginOutcome outcome = await device.RunAsync(attacker);
        Assert.AreEqual(SessionEnd.Authentication, outcome.End, outcome.Text);
        Assert.Contains("the server sent no proof that it knows the token", outcome.Text);
        Assert.AreEqual("", TokenLines(store)[4], "The token is kept.");
    }

    [TestMethod]
    public async Task LoggedInAsAnother()
    {
        using var device = new DeviceLogin();
        await using LoopbackServer server = DeviceLogin.Serve(new LoopbackOptions { Misbehaviour = new Misbehaviour { Identity = "other@localhost/agent" } });
        LoginOutcome outcome = await device.RunAsync(server);
        Assert.AreEqual(SessionEnd.Authentication, outcome.End, outcome.Text);
        Assert.Contains("the server has logged in another than device@localhost", outcome.Text);
    }

    [TestMethod]
    public async Task TheTokenOutlivesTheProgramAndIsForItsOwnerAlone()
    {
        string folder = Directory.CreateTempSubdirectory("presentity-test-").FullName;
        var store = new FolderStore(folder, null);
        await using LoopbackServer server = DeviceLogin.Serve(new LoopbackOptions { TokenRotation = TimeSpan.Zero });
        string address = "";
        string last = "";
        for (int i = 0; i < 3; i++)
        {
            using var device = new DeviceLogin { Credentials = Remembering(store) };
            LoginOutcome outcome = await device.RunAsync(server);
            Assert.AreEqual(i == 0 ? "TLS 1.3, SCRAM-SHA-256" : "TLS 1.3, HT-SHA-256-EXPR", outcome.Security);
            string[] lines = TokenLines(store);
            // A new one each time, to the same client.
            Assert.AreNotEqual(last, lines[4]);
            Assert.AreEqual(address, i == 0 ? "" : outcome.Address);
            Assert.DoesNotContain(lines[4], device.Log.ToString());
            Assert.DoesNotContain(lines[1], device.Log.ToString());
            address = outcome.Address;
            last = lines[4];
        }

        if (!OperatingSystem.IsWindows())
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, Credentials.TokenFile)));
        Directory.Delete(folder, recursive: true);
    }

    static Credentials Remembering(FolderStore store)
    {
        var credentials = new Credentials("device", "device-pass");
        credentials.RememberIn(store, "device@localhost");
        return credentials;
    }

    static string[] TokenLines(FolderStore store) => Encoding.UTF8.GetString(store.Read(Credentials.TokenFile)!).Split('\n');

    static void AssertCost(LoginOutcome outcome, string security, int roundTrips, int derivations, int hmacs)
    {
        Assert.AreEqual(SessionEnd.None, outcome.End, outcome.Text);
        Assert.AreEqual(security, outcome.Security);
        Assert.AreEqual(roundTrips, outcome.RoundTrips, "round trips");
        Assert.AreEqual(derivations, outcome.Derivations, "derivations");
        Assert.AreEqual(hmacs, outcome.Hmacs, "HMACs");
    }
}
