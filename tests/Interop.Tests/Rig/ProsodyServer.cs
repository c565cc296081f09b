using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Presentity.Interop.Tests.Rig;

/// <summary>A real Prosody.</summary>
public sealed class ProsodyServer : RigServer
{
    /// <summary>The main virtual host; the others stand below it.</summary>
    public const string Domain = "alpha.test";

    /// <summary>The same of its neighbour.</summary>
    public const string OtherDomain = "beta.test";

    readonly string domain;

    ProsodyServer(string tls, string domain = Domain)
        : base("prosody.sh", "RIG_TLS_MAX=" + tls, "RIG_DOMAIN=" + domain) => this.domain = domain;

    int ServerPort => StartTlsPort + 2;

    IEnumerable<string> Log => File.ReadLines(Path.Combine(Folder, "prosody.log"));

    /// <inheritdoc/>
    public override bool HasLoggedIn(Account account) =>
        Log.Any(line => line.EndsWith("Authenticated as " + account.Jid, StringComparison.Ordinal));

    /// <summary>How often the log says this.</summary>
    public int CountLogged(string what) => Log.Count(line => line.Contains(what, StringComparison.Ordinal));

    /// <summary>Starts one.</summary>
    /// <param name="tls">The highest version of TLS that it offers.</param>
    public static async Task<ProsodyServer> StartAsync(string tls = "1.3")
    {
        var server = new ProsodyServer(tls);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts two, for <see cref="Domain"/> and <see cref="OtherDomain"/>, whose users reach each other.</summary>
    /// <param name="others">More servers that both may reach: <c>domain=port</c>.</param>
    public static async Task<(ProsodyServer First, ProsodyServer Second)> StartFederatedAsync(params string[] others)
    {
        ProsodyServer first = new("1.3"), second = new("1.3", OtherDomain);
        first.Set("RIG_NEIGHBOURS", string.Join(' ', [$"{OtherDomain}={second.ServerPort}", .. others]));
        second.Set("RIG_NEIGHBOURS", string.Join(' ', [$"{Domain}={first.ServerPort}", .. others]));
        second.Set("RIG_AUTHORITY", Path.GetDirectoryName(first.CaFile)!);
        await first.StartAgainAsync();
        await second.StartAgainAsync();
        return (first, second);
    }

    /// <inheritdoc/>
    public override Task<Account> AddAccountAsync(string name, string? host = null) => AddNewAsync(name, host ?? domain);
}
