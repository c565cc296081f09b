using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Presentity.Host;

namespace Presentity.Benchmarks.Network;

/// <summary>The session beside libstrophe and beside a bare <see cref="System.Net.Security.SslStream"/>, on a real Prosody on loopback.</summary>
/// <remarks>The machine may be busy with other things, so everybody has a turn in every round, and what is told is the median over the
/// rounds: of times, and of the ratios within a round.</remarks>
static class NetworkBenchmark
{
    const int Rounds = 15, Pings = 400, ManagedPings = 10;

    // The JIT has settled only after some seconds.
    const int WarmUpPings = 6000;
    const int WarmUpConnects = 20;
    const int SettleMs = 1500;

    internal static void Run(string? device)
    {
        // As presentity run does with a CA file.
        SystemAuthorities.LeaveUnread();
        using var server = new ProsodyServer();
        string strophe = PeerProgram.Build(server.Scratch, "strophe", "-lstrophe");
        string[] peer = Peer(strophe, server);
        Console.WriteLine($"Prosody on loopback, STARTTLS, TLS 1.3, SCRAM-SHA-1 with 10,000 iterations; {Rounds} rounds.\n");
        MeasurePings(server, peer);
        MeasureConnects(server, peer, device);
    }

    static void MeasurePings(ProsodyServer server, string[] peer)
    {
        (string jid, string password) = server.Add("ours");
        using var ours = new OurClient(server, jid, password);
        ours.Connect();
        (jid, password) = server.Add("probe");
        using var probe = new SslProbe(server, jid, password);
        using var strophe = new Child("bound", peer);
        // As it is unless told otherwise: what it asks behind each stanza leaves as a segment of its own and waits for the server's
        // system to acknowledge the first, 40 ms. A few are enough.
        (jid, password) = server.Add("managed");
        using var managed = new Child("bound", [peer[0], jid, password, .. peer[3..], "sm"]);
        ours.Pings(WarmUpPings);
        probe.Pings(WarmUpPings);
        var table = new Table("ping, median of 400", "µs");
        for (int round = 0; round < Rounds; round++)
        {
            table.Add("Presentity", Median(ours.Pings(Pings)) / 1000);
            table.Add("SslStream probe", Median(probe.Pings(Pings)) / 1000);
            table.Add("libstrophe, without stream management", Median(Times(strophe.Ask(Pings.ToString()))) / 1000);
            table.Add("libstrophe", Median(Times(managed.Ask(ManagedPings.ToString()))) / 1000);
        }
        table.Write("Presentity", ("SslStream probe", 1.3), ("libstrophe, without stream management", 0.65), ("libstrophe", 0.65));
        ours.Close();
    }

    static void MeasureConnects(ProsodyServer server, string[] peer, string? device)
    {
        (string jid, string password) = server.Add("again");
        using var ours = new OurClient(server, jid, password);
        for (int i = 0; i < WarmUpConnects; i++)
            Reconnect(ours);
        string configuration = device == null ? "" : Configuration(server);
        var table = new Table("to the bound resource", "ms");
        var memory = new Table("peak memory", "MB");
        for (int round = 0; round < Rounds; round++)
        {
            table.Add("Presentity, reconnect", Reconnect(ours).TotalMilliseconds);
            Cold("libstrophe, cold", table, memory, "bound", peer);
            if (device != null)
                Cold("presentity run, cold", table, memory, "connected as", device, "run", "--config", configuration);
        }
        table.Write("Presentity, reconnect", ("libstrophe, cold", 0.1));
        if (device == null)
            return;
        table.Write("presentity run, cold", ("libstrophe, cold", 0.9));
        memory.Write("presentity run, cold", ("libstrophe, cold", double.NaN));
    }

    static TimeSpan Reconnect(OurClient ours)
    {
        TimeSpan time = ours.Connect();
        ours.Close();
        return time;
    }

    static void Cold(string name, Table times, Table memory, string bound, params string[] command)
    {
        using var child = new Child(bound, command);
        times.Add(name, child.BoundAfter.TotalMilliseconds);
        // Until the roster has come and the first presence is out.
        System.Threading.Thread.Sleep(SettleMs);
        memory.Add(name, child.PeakMegabytes);
    }

    static string[] Peer(string program, ProsodyServer server)
    {
        (string jid, string password) = server.Add("strophe");
        return [program, jid, password, ProsodyServer.Address, server.Port.ToString(), server.AuthoritiesFile];
    }

    static string Configuration(ProsodyServer server)
    {
        (string jid, string password) = server.Add("device");
        string file = Path.Combine(server.Scratch, "device.conf");
        File.WriteAllText(file, $"jid = {jid}\npassword = {password}\nserver = {ProsodyServer.Address}:{server.Port}\n"
            + $"ca = {server.AuthoritiesFile}\nboard = simulated\n");
        return file;
    }

    static IEnumerable<double> Times(string line) =>
        line.Split(' ').Select(time => double.Parse(time, System.Globalization.CultureInfo.InvariantCulture));

    static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>What came of the rounds.</summary>
    sealed class Table(string what, string unit)
    {
        readonly Dictionary<string, List<double>> rows = [];

        public void Add(string name, double value)
        {
            if (!rows.TryGetValue(name, out List<double>? values))
                rows[name] = values = [];
            values.Add(value);
        }

        /// <summary>Writes one row and those that it is compared with, each with the ratio and what it is to be at most.</summary>
        public void Write(string subject, params (string Name, double Most)[] others)
        {
            Console.WriteLine($"| {what} | median, {unit} | least to most | ratio | at most |");
            Console.WriteLine("|---|---:|---:|---:|---:|");
            Console.WriteLine($"| {subject} | {Figures(subject)} | | |");
            foreach ((string name, double most) in others)
            {
                double ratio = Median(rows[subject].Zip(rows[name], (one, other) => one / other));
                Console.WriteLine($"| {name} | {Figures(name)} | {ratio:0.00} | {(double.IsNaN(most) ? "" : most.ToString("0.00"))} |");
            }
            Console.WriteLine();
        }

        string Figures(string name) => $"{Median(rows[name]):0.0} | {rows[name].Min():0.0} to {rows[name].Max():0.0}";
    }
}
