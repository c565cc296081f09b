using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Presentity.Interop.Tests.Rig;

/// <summary>A real Prosody.</summary>
public sealed class ProsodyServer : RigServer
{
    /// <summary>The main virtual host; the others stand below it.</summary>
    public const string Domain = "alpha.test";

    ProsodyServer(string tls)
        : base("prosody.sh", "RIG_TLS_MAX=" + tls)
    {
    }

    /// <inheritdoc/>
    public override bool HasLoggedIn(Account account) =>
        File.ReadLines(Path.Combine(Folder, "prosody.log")).Any(line => line.EndsWith("Authenticated as " + account.Jid, StringComparison.Ordinal));

    /// <summary>Starts one.</summary>
    /// <param name="tls">The highest version of TLS that it offers.</param>
    public static async Task<ProsodyServer> StartAsync(string tls = "1.3")
    {
        var server = new ProsodyServer(tls);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>An account that nobody else uses: the name with a number behind it.</summary>
    public Task<Account> AddAccountAsync(string name, string host = Domain) => AddNewAsync(name, host);
}
