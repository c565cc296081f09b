using System;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Loopback;

namespace Presentity.Tool.Tests;

/// <summary><c>presentity run</c> against the server in the process, which can be made to do wrong.</summary>
[TestClass]
public sealed class RunTests
{
    const string Password = "a-password-of-some-length";

    string folder = "";

    public required TestContext TestContext { get; init; }

    [TestInitialize]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("presentity-test-").FullName;

    [TestCleanup]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [TestMethod]
    [DataRow("password = wrong", 3, "does not accept the password of device@localhost")]
    [DataRow("server = 127.0.0.1:9", 5, "127.0.0.1:9 cannot be reached")]
    public async Task FailureIsOneLineAndACode(string instead, int code, string said)
    {
        await using LoopbackServer server = Start(new LoopbackOptions());
        await AssertFailsAsync(server, code, said, instead);
    }

    [TestMethod]
    [DataRow("expired", "expired")]
    [DataRow("self-signed", "is self-signed")]
    [DataRow("other host", "other.example, not localhost")]
    [DataRow("unknown authority", "was issued by \"Test CA\", which is not in")]
    public async Task CertificateThatCannotBeTrusted(string which, string said)
    {
        using CertificateAuthority authority = new("Test CA");
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 certificate = which switch
        {
            "expired" => authority.Issue("localhost", now.AddDays(-20), now.AddDays(-10)),
            "self-signed" => CertificateAuthority.SelfSigned("localhost"),
            "other host" => authority.Issue("other.example"),
            _ => authority.Issue("localhost"),
        };
        await using LoopbackServer server = Start(new LoopbackOptions { Certificate = certificate });
        if (which != "unknown authority")
            authority.WriteTo(Path.Combine(folder, "ca.pem"));
        await AssertFailsAsync(server, 4, said);
        Assert.IsEmpty(server.Sessions);
    }

    [TestMethod]
    [DataRow("PLAIN")]
    public async Task NothingWeakerThanScram(string mechanism)
    {
        await using LoopbackServer server = Start(new LoopbackOptions { Mechanisms = [mechanism] });
        await AssertFailsAsync(server, 3, $"(SCRAM); it offers {mechanism}");
    }

    [TestMethod]
    [DataRow(Fault.Garbage, Moment.Header, 5, "does not speak XMPP")]
    [DataRow(Fault.Garbage, Moment.Session, 5, "bad XML")]
    [DataRow(Fault.Oversized, Moment.TlsFeatures, 5, "more than fits before the login")]
    [DataRow(Fault.Cut, Moment.Challenge, 5, "connection")]
    public async Task ServerThatDoesNotBehave(Fault fault, Moment moment, int code, string said)
    {
        await using LoopbackServer server = Start(new LoopbackOptions { Misbehaviour = new Misbehaviour { Fault = fault, At = moment } });
        await AssertFailsAsync(server, code, said);
    }

    [TestMethod]
    public async Task SaysGoodbyeAndHidesSecrets()
    {
        await using LoopbackServer server = Start(new LoopbackOptions());
        using ToolProcess device = new("run", "--config", Configure(server), "--verbose");
        await device.PrintsAsync(text => text.Contains("<fields", StringComparison.Ordinal), "presence");
        device.Terminate();
        Assert.AreEqual(0, await device.ExitAsync());
        Assert.Contains("connected as device@localhost/agent with TLS 1.3, SCRAM-SHA-256\n", device.Output);
        Assert.Contains("-> <presence type='unavailable'><status>switched off</status></presence>\n", device.Output);
        Assert.MatchesRegex("-> .*</stream:stream>\n", device.Output);
        Assert.Contains("(login, not shown)", device.Output);
        foreach (string secret in new[] { Password, Convert.ToBase64String(Encoding.UTF8.GetBytes(Password)), "<auth ", "<authenticate ", "<challenge", "<response", "<success", "secret-token" })
            Assert.DoesNotContain(secret, device.Output);
    }

    [TestMethod]
    public async Task ComesBackWhenTheServerDoes()
    {
        using CertificateAuthority authority = new("Test CA");
        using X509Certificate2 certificate = authority.Issue("localhost");
        authority.WriteTo(Path.Combine(folder, "ca.pem"));
        LoopbackServer server = Start(new LoopbackOptions { Certificate = certificate });
        int port = server.StartTlsPort;
        using ToolProcess device = new("run", "--config", Configure(server));
        await device.PrintsAsync(text => Count(text, "connected as") == 1, "connected");
        server.CutAll();
        await device.PrintsAsync(text => Count(text, "connected as") == 2, "connected after a cut");
        await server.DisposeAsync();
        await device.PrintsAsync(text => Count(text, "disconnected: ") >= 2, "disconnected");
        await using LoopbackServer again = Start(new LoopbackOptions { StartTlsPort = port, Certificate = certificate });
        await device.PrintsAsync(text => Count(text, "connected as") == 3, "connected to the new server");
        device.Terminate();
        Assert.AreEqual(0, await device.ExitAsync());
    }

    [TestMethod]
    public async Task SignalIsHeardWhileAServerIsSilent()
    {
        using TcpListener silent = new(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        await using LoopbackServer server = Start(new LoopbackOptions());
        int port = ((System.Net.IPEndPoint)silent.LocalEndpoint).Port;
        using ToolProcess device = new("run", "--config", Configure(server, $"server = 127.0.0.1:{port}", "tls = direct"));
        using Socket accepted = await silent.AcceptSocketAsync(TestContext.CancellationToken);
        device.Terminate();
        Assert.AreEqual(0, await device.ExitAsync());
    }

    async Task AssertFailsAsync(LoopbackServer server, int code, string said, params string[] instead)
    {
        using ToolProcess device = await ToolProcess.RunAsync("", "run", "--config", Configure(server, instead), "--exit-on-failure");
        Assert.AreEqual(code, device.ExitCode, device.Output);
        string line = device.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        Assert.Contains("disconnected: ", line);
        Assert.Contains(said, line);
        Assert.DoesNotContain("next attempt", line);
        Assert.DoesNotContain("   at ", device.Output);
        Assert.IsEmpty(device.Errors);
    }

    static LoopbackServer Start(LoopbackOptions options)
    {
        LoopbackServer server = new(options);
        server.AddAccount("device", Password);
        server.Start();
        return server;
    }

    string Configure(LoopbackServer server, params string[] instead)
    {
        string authority = Path.Combine(folder, "ca.pem");
        if (!File.Exists(authority))
            server.Authority.WriteTo(authority);
        string[] lines =
        [
            "jid = device@localhost", $"password = {Password}", $"server = 127.0.0.1:{server.StartTlsPort}", "ca = ca.pem", "board = simulated",
        ];
        string Key(string line) => line.Split(' ')[0];
        string file = Path.Combine(folder, "device.conf");
        File.WriteAllLines(file, [.. lines.Where(line => instead.All(other => Key(other) != Key(line))), .. instead]);
        return file;
    }

    static int Count(string text, string part) => text.Split(part).Length - 1;
}
