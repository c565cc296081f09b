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

/// <summary>A real server with data, certificates and ports of its own, by a script in tests/servers.</summary>
/// <param name="script">Its name.</param>
/// <param name="settings">What the script is told besides where to work: <c>NAME=value</c>.</param>
public abstract class RigServer(string script, params string[] settings) : IAsyncDisposable
{
    const int Ports = 6;

    readonly List<string> settings = [.. settings];

    static int accounts;
    static int nextPort;

    public static string Address => "127.0.0.1";

    /// <summary>Whether there are the newer servers, with SASL 2: where tests/servers/install-deps.sh puts them.</summary>
    public static bool HasNewer => File.Exists("/usr/local/lib/presentity-rig/newer/usr/bin/prosody");

    public int StartTlsPort { get; } = FreePorts();

    public int DirectTlsPort => StartTlsPort + 1;

    /// <summary>The throw-away CA: the only trust anchor of every client.</summary>
    public string CaFile => Path.Combine(Folder, "certs", "ca.crt");

    /// <summary>A directory for files of the tests; it goes with the server.</summary>
    public string Scratch => Directory.CreateDirectory(Path.Combine(Folder, "scratch")).FullName;

    /// <summary>Tells the script more, before it is run for the first time.</summary>
    protected void Set(string name, string value) => settings.Add(name + "=" + value);

    /// <summary>Where everything is that the server has.</summary>
    protected string Folder { get; } = Path.Combine(Path.GetTempPath(), "presentity-rig-" + Path.GetRandomFileName());

    /// <summary>The server's own word on whether an account has ever passed authentication.</summary>
    public abstract bool HasLoggedIn(Account account);

    /// <summary>An account that nobody else uses: the name with a number behind it.</summary>
    /// <param name="host">Null for the main virtual host.</param>
    public abstract Task<Account> AddAccountAsync(string name, string? host = null);

    /// <summary>An account of just this name and password.</summary>
    public async Task<Account> AddAsync(string jid, string password)
    {
        await RunAsync("add", jid, password);
        return new Account(jid, password);
    }

    /// <summary>The same with a host.</summary>
    protected Task<Account> AddNewAsync(string name, string host)
    {
        string number = Interlocked.Increment(ref accounts).ToString(CultureInfo.InvariantCulture);
        return AddAsync(name + number + "@" + host, "secret of " + name + number);
    }

    /// <summary>Gives an account another password, as its owner or an administrator may at any time.</summary>
    public Task SetPasswordAsync(Account account, string password) => RunAsync("add", account.Jid, password);

    /// <summary>Starts the server on the same ports with the same data after it was stopped or killed.</summary>
    public async Task StartAgainAsync()
    {
        await RunAsync("start");
        Reaper.Watch(int.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "pid")), CultureInfo.InvariantCulture));
    }

    /// <summary>SIGKILL: no closing stream tag, as in a crash.</summary>
    public Task KillAsync() => RunAsync("kill");

    /// <summary>An orderly stop: streams are closed with system-shutdown.</summary>
    public Task StopAsync() => RunAsync("stop");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }

    async Task RunAsync(params string[] arguments)
    {
        List<string> said = [];
        string path = Path.Combine(AppContext.BaseDirectory, "servers", script);
        string[] command = ["RIG_BASE=" + Folder, "RIG_PORT_BASE=" + StartTlsPort, .. settings, "bash", path, .. arguments];
        await using ChildProcess shell = ChildProcess.Start("env", command, Say, Say);
        int code = await shell.ExitAsync(TimeSpan.FromSeconds(90));
        Assert.AreEqual(0, code, $"{script} {string.Join(' ', arguments)}:\n{string.Join('\n', said)}");

        void Say(string line)
        {
            lock (said) said.Add(line);
        }
    }

    /// <summary>Neighbouring ports that nobody has, below those that outgoing connections get; never the same twice.</summary>
    static int FreePorts()
    {
        Interlocked.CompareExchange(ref nextPort, Random.Shared.Next(15_000, 30_000), 0);
        while (true)
        {
            int port = Interlocked.Add(ref nextPort, Ports) - Ports;
            if (Enumerable.Range(port, Ports).All(IsFree))
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
