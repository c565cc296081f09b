using System;
using System.Diagnostics;
using System.IO;

namespace Presentity.Benchmarks.Network;

/// <summary>A throw-away Prosody on loopback, by the scripts of tests/servers.</summary>
sealed class ProsodyServer : IDisposable
{
    /// <summary>A virtual host as a Prosody out of the box: SCRAM-SHA-1, 10,000 iterations.</summary>
    public const string Domain = "sha1.alpha.test";

    public const string Address = "127.0.0.1";

    readonly string directory = Path.Combine(Path.GetTempPath(), "presentity-benchmark-" + Path.GetRandomFileName());

    public ProsodyServer()
    {
        Port = Random.Shared.Next(15_000, 32_000);
        Run("start");
    }

    public int Port { get; }

    public string AuthoritiesFile => Path.Combine(directory, "certs", "ca.crt");

    /// <summary>A directory that goes with the server.</summary>
    public string Scratch => Directory.CreateDirectory(Path.Combine(directory, "scratch")).FullName;

    /// <summary>Makes an account: its address and password.</summary>
    public (string Jid, string Password) Add(string user)
    {
        Run("add", $"{user}@{Domain}", user + "-secret");
        return ($"{user}@{Domain}", user + "-secret");
    }

    public void Dispose()
    {
        Run("stop");
        Directory.Delete(directory, recursive: true);
    }

    void Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(AppContext.BaseDirectory, "servers", "prosody.sh"), .. arguments]);
        start.Environment["RIG_BASE"] = directory;
        start.Environment["RIG_PORT_BASE"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        // As much as Prosody logs out of the box.
        start.Environment["RIG_LOG"] = "info";
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"prosody.sh {arguments[0]} failed; is Prosody there? tests/servers/install-deps.sh installs it");
    }
}
