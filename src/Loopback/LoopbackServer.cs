using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;

namespace Presentity.Loopback;

/// <summary>An XMPP server in the process, on 127.0.0.1, for the demo and for tests; not for production.</summary>
/// <remarks>
/// <para>Its TLS, SCRAM and routing are real (RFC 6120, RFC 6121), so that any XMPP client on the machine can join. It has
/// one domain, forgets everything when it stops, and was never meant to be reached from elsewhere.</para>
/// <code>
/// await using var server = new LoopbackServer(new LoopbackOptions());
/// server.AddAccount("device", "secret");
/// server.AddAccount("operator", "secret");
/// server.Subscribe("device", "operator");
/// server.Authority.WriteTo("ca.pem");
/// server.Start();
/// </code>
/// </remarks>
public sealed class LoopbackServer : IAsyncDisposable
{
    readonly LoopbackOptions options;
    readonly Accounts accounts;
    readonly Router router;
    readonly CancellationTokenSource stopping = new();
    readonly ConcurrentDictionary<ClientStream, Task> connections = new();
    readonly X509Certificate2? ownCertificate;
    readonly ServerContext context;
    Listener? startTls;
    Listener? directTls;

    /// <summary>Makes a server that does not listen yet.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Stanzas larger than <see cref="LoopbackOptions.StanzaBytes"/> may be.</exception>
    public LoopbackServer(LoopbackOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.StanzaBytes, 64_000, nameof(options));
        this.options = options;
        accounts = new Accounts(options.Domain.ToLowerInvariant());
        router = new Router(options, accounts);
        ownCertificate = options.Certificate is null ? Authority.Issue(options.Domain) : null;
        var certificate = SslStreamCertificateContext.Create((options.Certificate ?? ownCertificate)!, null, offline: true);
        context = new ServerContext(
            options, accounts, router, Tls(certificate), Tls(certificate, new SslApplicationProtocol("xmpp-client")), stopping.Token);
    }

    /// <summary>Who has issued the server's own certificate; a client has to be told to trust it.</summary>
    public CertificateAuthority Authority { get; } = new();

    /// <summary>The port for STARTTLS, after <see cref="Start"/>.</summary>
    public int StartTlsPort => startTls?.Port ?? 0;

    /// <summary>The port for TLS from the first byte, after <see cref="Start"/>.</summary>
    public int DirectTlsPort => directTls?.Port ?? 0;

    /// <summary>How many connections there are, logged in or not.</summary>
    public int ConnectionCount => connections.Count;

    /// <summary>The full JIDs that are logged in, in order.</summary>
    public IReadOnlyList<string> Sessions => router.Sessions;

    /// <summary>Begins to listen.</summary>
    /// <exception cref="SocketException">A port is taken.</exception>
    public void Start()
    {
        startTls = new Listener(options.StartTlsPort, socket => Accept(socket, isDirect: false));
        directTls = new Listener(options.DirectTlsPort, socket => Accept(socket, isDirect: true));
    }

    /// <summary>Adds an account; at any time.</summary>
    /// <param name="user">What stands before the <c>@</c>; case does not count.</param>
    /// <param name="password">As it is after SASLprep (RFC 4013), which leaves ASCII alone.</param>
    /// <exception cref="ArgumentException">The name cannot be one, or is taken.</exception>
    public void AddAccount(string user, string password) => accounts.Add(user, password, options.ScramIterations);

    /// <summary>Puts two accounts into each other's roster, where each sees the other's presence; at any time.</summary>
    /// <remarks>Neither of them is asked.</remarks>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public void Subscribe(string user, string otherUser) => router.Befriend(Find(user), Find(otherUser));

    /// <summary>Ends the streams of an account with an error.</summary>
    /// <param name="condition">An element name of RFC 6120 §4.9.3.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public int Disconnect(string user, string condition = "reset") => router.Disconnect(Find(user), new StreamException(condition));

    /// <summary>Takes back all tokens of an account (XEP-0484).</summary>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public void RevokeTokens(string user) => Find(user).Tokens.Clear();

    /// <summary>Breaks all connections without a word, as when the power goes, and goes on to listen.</summary>
    public void CutAll()
    {
        foreach (ClientStream connection in connections.Keys)
            connection.Cut();
    }

    /// <summary>Stops to listen, ends all streams with <c>system-shutdown</c>, and waits until they are closed. Cannot be undone.</summary>
    public async Task StopAsync()
    {
        await Task.WhenAll(startTls?.StopAsync() ?? Task.CompletedTask, directTls?.StopAsync() ?? Task.CompletedTask);
        startTls = directTls = null;
        await stopping.CancelAsync();
        router.Stop(new StreamException("system-shutdown"));
        await Task.WhenAll(connections.Values);
    }

    /// <summary>Stops, and forgets all keys.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stopping.Dispose();
        ownCertificate?.Dispose();
        Authority.Dispose();
    }

    SslServerAuthenticationOptions Tls(SslStreamCertificateContext certificate, params SslApplicationProtocol[] protocols) => new()
    {
        ServerCertificateContext = certificate,
        EnabledSslProtocols = options.TlsProtocols,
        ApplicationProtocols = protocols.Length > 0 ? [.. protocols] : null,
        ClientCertificateRequired = Array.IndexOf(options.Mechanisms, "EXTERNAL") >= 0,
        // Who shows none logs in by other means.
        RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not X509Certificate2 client || Authority.HasIssued(client),
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
    };

    Account Find(string user) => accounts.Find(user) ?? throw new ArgumentException($"There is no account '{user}'.", nameof(user));

    void Accept(Socket socket, bool isDirect)
    {
        // Those beyond the limit are told so; those far beyond it are not worth even that.
        int count = connections.Count;
        if (count >= options.MaxConnections * 2)
        {
            socket.Dispose();
            return;
        }

        var connection = new ClientStream(socket, context, isDirect, isRefused: count >= options.MaxConnections);
        Task running = connection.RunAsync();
        connections[connection] = running;
        running.ContinueWith(_ => connections.TryRemove(connection, out Task? _), TaskScheduler.Default);
    }
}
