using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Interop.Tests.Rig;

/// <summary>A real ejabberd.</summary>
public sealed class EjabberdServer : RigServer
{
    /// <summary>The main virtual host; the others stand below it.</summary>
    public const string Domain = "gamma.test";

    EjabberdServer()
        : base("ejabberd.sh")
    {
    }

    /// <summary>STARTTLS; clients are asked for a certificate.</summary>
    public int CertificatePort => StartTlsPort + 2;

    /// <summary>STARTTLS with TLS 1.2 alone.</summary>
    public int Tls12Port => StartTlsPort + 3;

    /// <summary>Direct TLS; clients are asked for a certificate.</summary>
    public int DirectCertificatePort => StartTlsPort + 5;

    /// <summary>Certificate and key of <c>device@gamma.test</c>, from the server's authority.</summary>
    public string ClientCertificate => Path.Combine(Folder, "certs", "client.pem");

    /// <summary>The same from no authority.</summary>
    public string ForeignCertificate => Path.Combine(Folder, "certs", "client-of-nobody.pem");

    /// <summary>Runs one of its administrators' commands.</summary>
    /// <param name="command">Such as <c>srg_create</c>.</param>
    /// <param name="arguments">As JSON.</param>
    public async Task AdministrateAsync(string command, JsonObject arguments)
    {
        using var client = new HttpClient();
        using var content = new StringContent(arguments.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PostAsync($"http://{Address}:{StartTlsPort + 4}/api/{command}", content);
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <inheritdoc/>
    public override bool HasLoggedIn(Account account) => LoginOf(account) != null;

    /// <summary>The mechanism of an account's last login, as the server logs it; null when it logs none in ten seconds.</summary>
    public string? LoginOf(Account account)
    {
        // The server writes its log when it has the time.
        string? login = null;
        for (int wait = 0; wait < 100 && (login = Logged(account)) == null; wait++)
            Thread.Sleep(100);
        return login;
    }

    string? Logged(Account account)
    {
        const string Before = "Accepted c2s ";
        string? line = File.ReadLines(Path.Combine(Folder, "ejabberd.log"))
            .LastOrDefault(line => line.Contains($" authentication for {account.Jid} ", StringComparison.Ordinal)
                && line.Contains(Before, StringComparison.Ordinal));
        return line?[(line.IndexOf(Before, StringComparison.Ordinal) + Before.Length)..].Split(' ')[0];
    }

    /// <summary>Starts one.</summary>
    public static async Task<EjabberdServer> StartAsync()
    {
        var server = new EjabberdServer();
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts one of version 24, which has SASL 2, Bind 2 and tokens.</summary>
    /// <param name="tokenSeconds">How long a token is good for.</param>
    public static async Task<EjabberdServer> StartNewerAsync(int tokenSeconds = 86400)
    {
        var server = new EjabberdServer();
        server.Set("RIG_SASL2", "yes");
        server.Set("RIG_TOKEN_TTL", tokenSeconds.ToString(CultureInfo.InvariantCulture));
        await server.StartAgainAsync();
        return server;
    }

    /// <inheritdoc/>
    public override Task<Account> AddAccountAsync(string name, string? host = null) => AddNewAsync(name, host ?? Domain);
}
