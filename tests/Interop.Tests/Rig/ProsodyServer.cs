using System;
using System.Collections.Generic;
using System.Globalization;
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

    /// <summary>Where its pages are, when it has any.</summary>
    public string WebAddress => $"https://{domain}:{StartTlsPort + 3}/";

    IEnumerable<string> Log => File.ReadLines(Path.Combine(Folder, "prosody.log"));

    /// <inheritdoc/>
    public override bool HasLoggedIn(Account account) =>
        Log.Any(line => line.EndsWith("Authenticated as " + account.Jid, StringComparison.Ordinal));

    /// <summary>How often the log says this.</summary>
    public int CountLogged(string what) => Log.Count(line => line.Contains(what, StringComparison.Ordinal));

    /// <summary>Starts one.</summary>
    /// <param name="tls">The highest version of TLS that it offers.</param>
    /// <param name="stanzaBytes">The largest stanza that it takes from a client.</param>
    public static async Task<ProsodyServer> StartAsync(string tls = "1.3", int stanzaBytes = 262_144)
    {
        var server = new ProsodyServer(tls);
        server.Set("RIG_STANZA_BYTES", stanzaBytes.ToString(CultureInfo.InvariantCulture));
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts one of version 13, with its community modules for SASL 2, Bind 2 and tokens.</summary>
    /// <param name="tls">The highest version of TLS that it offers.</param>
    /// <param name="tokenSeconds">How long a token is good for.</param>
    public static async Task<ProsodyServer> StartNewerAsync(string tls = "1.3", int tokenSeconds = 86400)
    {
        var server = new ProsodyServer(tls);
        server.Set("RIG_SASL2", "yes");
        server.Set("RIG_TOKEN_TTL", tokenSeconds.ToString(CultureInfo.InvariantCulture));
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts one that serves pages, and clients in them, over HTTPS.</summary>
    /// <param name="writePages">Told a folder that is not there yet, makes it with the pages.</param>
    public static async Task<ProsodyServer> StartWebAsync(string domain, Func<string, string> writePages)
    {
        var server = new ProsodyServer("1.3", domain);
        server.Set("RIG_WEB", writePages(Path.Combine(server.Scratch, "pages")));
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts one that puts accounts into a group of each other's rosters (mod_groups).</summary>
    /// <param name="group">What it is called.</param>
    /// <param name="names">Whose accounts.</param>
    public static async Task<(ProsodyServer Server, Account[] Accounts)> StartWithGroupAsync(string group, params string[] names)
    {
        var server = new ProsodyServer("1.3");
        Account[] accounts = await Task.WhenAll(Array.ConvertAll(names, name => server.AddAccountAsync(name)));
        string file = Path.Combine(server.Scratch, "groups.txt");
        await File.WriteAllLinesAsync(file, [$"[{group}]", .. accounts.Select(static account => account.Jid)]);
        server.Set("RIG_GROUPS", file);
        await server.StartAgainAsync();
        return (server, accounts);
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

    /// <summary>Gives an account that has not logged in yet a roster, as Prosody keeps it.</summary>
    /// <param name="contacts">Bare addresses, with their subscriptions.</param>
    public void WriteRoster(Account account, IEnumerable<(string Jid, string Subscription)> contacts)
    {
        string[] parts = account.Jid.Split('@');
        string folder = Path.Combine(Folder, "data", Encode(parts[1]), "roster");
        Directory.CreateDirectory(folder);
        IEnumerable<string> items = contacts.Select(
            contact => $"\t[\"{contact.Jid}\"] = {{ [\"subscription\"] = \"{contact.Subscription}\"; [\"groups\"] = {{}}; }};");
        File.WriteAllLines(
            Path.Combine(folder, Encode(parts[0]) + ".dat"),
            ["return {", "\t[false] = { [\"version\"] = 1; [\"pending\"] = {}; };", .. items, "};"]);
    }

    /// <inheritdoc/>
    public override Task<Account> AddAccountAsync(string name, string? host = null) => AddNewAsync(name, host ?? domain);

    // Its file names: everything but letters and digits becomes %xx.
    static string Encode(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"%{(int)c:x2}"));
}
