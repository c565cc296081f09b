using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Interop.Tests.Rig;

/// <summary>A real Prosody with data, certificates and ports of its own, by the scripts in tests/servers.</summary>
public sealed class ProsodyServer : IAsyncDisposable
{
    /// <summary>The main virtual host; the others stand below it.</summary>
    public const string Domain = "alpha.test";

    static int accounts;
    readonly string directory = Path.Combine(Path.GetTempPath(), "presentity-rig-" + Path.GetRandomFileName());

    ProsodyServer(int port) => StartTlsPort = port;

    public static string Address => "127.0.0.1";

    public int StartTlsPort { get; }

    public int DirectTlsPort => StartTlsPort + 1;

    /// <summary>The throw-away CA: the only trust anchor of every client.</summary>
    public string CaFile => Path.Combine(directory, "certs", "ca.crt");

    /// <summary>A directory for files of the tests; it goes with the server.</summary>
    public string Scratch => Directory.CreateDirectory(Path.Combine(directory, "scratch")).FullName;

    /// <summary>Prosody's own word on whether an account has ever passed authentication.</summary>
    public bool HasLoggedIn(Account account) =>
        File.ReadLines(Path.Combine(directory, "prosody.log")).Any(line => line.EndsWith("Authenticated as " + account.Jid, StringComparison.Ordinal));

    public static async Task<ProsodyServer> StartAsync()
    {
        var server = new ProsodyServer(FreePorts());
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>An account that nobody else uses: the name with a number behind it.</summary>
    public async Task<Account> AddAccountAsync(string name, string host = Domain)
    {
        string number = Interlocked.Increment(ref accounts).ToString(CultureInfo.InvariantCulture);
        var account = new Account(name + number + "@" + host, "secret of " + name + number);
        await RunAsync("add", account.Jid, account.Password);
        return account;
    }

    /// <summary>Gives an account another password, as its owner or an administrator may at any time.</summary>
    public Task SetPasswordAsync(Account account, string password) => RunAsync("add", account.Jid, password);

    /// <summary>Starts the server on the same ports with the same data after it was stopped or killed.</summary>
    public async Task StartAgainAsync()
    {
        await RunAsync("start");
        Reaper.Watch(int.Parse(await File.ReadAllTextAsync(Path.Combine(directory, "pid")), CultureInfo.InvariantCulture));
    }

    /// <summary>SIGKILL: no closing stream tag, as in a crash.</summary>
    public Task KillAsync() => RunAsync("kill");

    /// <summary>An orderly stop: streams are closed with system-shutdown.</summary>
    public Task StopAsync() => RunAsync("stop");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(directory, recursive: true);
    }

    async Task RunAsync(params string[] arguments)
    {
        List<string> said = [];
        string script = Path.Combine(AppContext.BaseDirectory, "servers", "prosody.sh");
        string[] command = ["RIG_BASE=" + directory, "RIG_PORT_BASE=" + StartTlsPort, "bash", script, .. arguments];
        await using ChildProcess shell = ChildProcess.Start("env", command, Say, Say);
        int code = await shell.ExitAsync(TimeSpan.FromSeconds(60));
        Assert.AreEqual(0, code, $"prosody.sh {string.Join(' ', arguments)}:\n{string.Join('\n', said)}");

        void Say(string line)
        {
            lock (said) said.Add(line);
        }
    }

    /// <summary>Two neighbouring ports that nobody has, below those that outgoing connections get.</summary>
    static int FreePorts()
    {
        while (true)
        {
            int port = Random.Shared.Next(15_000, 32_000);
            if (IsFree(port) && IsFree(port + 1))
                return port;
        }
    }

    static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
