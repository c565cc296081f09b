using System;
using System.IO;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Loopback.Tests;

/// <summary>A client that says exactly what a test wants, and gives up on every answer after some seconds.</summary>
sealed class RawClient : IAsyncDisposable
{
    public const string Header =
        "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='localhost' version='1.0'>";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly LoopbackServer server;
    readonly TcpClient tcp = new();
    Stream stream = Stream.Null;
    StreamReader reader = new(Stream.Null);

    RawClient(LoopbackServer server) => this.server = server;

    public SslStream? Tls => stream as SslStream;

    public static async Task<RawClient> ConnectAsync(LoopbackServer server)
    {
        var client = new RawClient(server);
        await client.tcp.ConnectAsync("127.0.0.1", server.StartTlsPort);
        client.stream = client.tcp.GetStream();
        return client;
    }

    public static async Task<RawClient> ConnectDirectAsync(LoopbackServer server, params string[] alpn)
    {
        var client = new RawClient(server);
        await client.tcp.ConnectAsync("127.0.0.1", server.DirectTlsPort);
        client.stream = client.tcp.GetStream();
        await client.SecureAsync(alpn);
        return client;
    }

    /// <summary>A client on a stream that has been secured and opened, with the mechanisms read.</summary>
    public static async Task<RawClient> SecuredAsync(LoopbackServer server)
    {
        RawClient client = await ConnectDirectAsync(server, "xmpp-client");
        await client.OpenAsync();
        await client.ReadAsync();
        return client;
    }

    /// <summary>A client that has logged in, without a resource.</summary>
    public static async Task<RawClient> AuthenticatedAsync(LoopbackServer server, string user)
    {
        RawClient client = await SecuredAsync(server);
        Assert.AreEqual("success", (await client.LogInAsync(user, user + "-pass")).Name.LocalName);
        await client.OpenAsync();
        await client.ReadAsync();
        return client;
    }

    /// <summary>A client with a session that has not sent presence.</summary>
    public static async Task<RawClient> ConnectedAsync(LoopbackServer server, string user, string resource = "r")
    {
        RawClient client = await AuthenticatedAsync(server, user);
        await client.WriteAsync(
            $"<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>{resource}</resource></bind></iq>");
        Assert.AreEqual($"{user}@localhost/{resource}", (await client.ReadAsync()).Value);
        return client;
    }

    /// <summary>A client that has sent presence and seen its own.</summary>
    public static async Task<RawClient> OnlineAsync(LoopbackServer server, string user, string resource = "r", int priority = 0)
    {
        RawClient client = await ConnectedAsync(server, user, resource);
        await client.WriteAsync($"<presence><priority>{priority}</priority></presence>");
        Assert.AreEqual($"{user}@localhost/{resource}", (string?)(await client.ReadAsync()).Attribute("from"));
        return client;
    }

    public async Task SecureAsync(params string[] alpn)
    {
        var tls = new SslStream(stream);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            ApplicationProtocols = alpn.Length > 0 ? [.. Array.ConvertAll(alpn, name => new SslApplicationProtocol(name))] : null,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { X509Certificate2.CreateFromPem(server.Authority.Pem) },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        }).WaitAsync(Patience);
        stream = tls;
    }

    /// <summary>Sends a header and reads the server's.</summary>
    public async Task<XElement> OpenAsync(string header = Header)
    {
        await WriteAsync(header);
        return await ReadHeaderAsync();
    }

    public async Task<XElement> ReadHeaderAsync()
    {
        reader = new StreamReader(stream);
        return await reader.ReadHeaderAsync().WaitAsync(Patience);
    }

    public Task WriteAsync(string text) => stream.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask().WaitAsync(Patience);

    public async Task<XElement> ReadAsync() => await reader.ReadElementAsync().WaitAsync(Patience)
        ?? throw new InvalidOperationException("The server has closed the stream.");

    /// <summary>Asks, and reads the answer.</summary>
    public async Task<XElement> AskAsync(string text)
    {
        await WriteAsync(text);
        return await ReadAsync();
    }

    /// <summary>Fails unless the server ends the stream with this error, and then the connection.</summary>
    public async Task ReadErrorAsync(string condition)
    {
        XElement error = await ReadAsync();
        Assert.AreEqual(Names.Streams + "error", error.Name);
        Assert.IsNotNull(error.Element(Names.StreamErrors + condition), error.ToString());
        await ReadEndAsync();
    }

    /// <summary>Fails unless the server ends the stream, and then the connection.</summary>
    public async Task ReadEndAsync()
    {
        Assert.IsNull(await reader.ReadElementAsync().WaitAsync(Patience));
        await WriteAsync("</stream:stream>");
        Assert.AreEqual(0, await stream.ReadAsync(new byte[1]).AsTask().WaitAsync(Patience));
    }

    /// <summary>Fails if something else comes before the answer to a ping.</summary>
    public async Task ReadNothingAsync()
    {
        XElement answer = await AskAsync("<iq type='get' id='nothing' to='localhost'><ping xmlns='urn:xmpp:ping'/></iq>");
        Assert.AreEqual("nothing", (string?)answer.Attribute("id"), answer.ToString());
    }

    /// <summary>Runs SCRAM; the last answer is success or failure.</summary>
    public async Task<XElement> LogInAsync(string user, string password, string mechanism = "SCRAM-SHA-256")
    {
        var scram = new ScramClient(mechanism == "SCRAM-SHA-1" ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256, user, password);
        XElement challenge = await AskAsync(
            $"<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='{mechanism}'>{Encode(scram.First)}</auth>");
        if (challenge.Name.LocalName != "challenge")
            return challenge;
        XElement answer = await AskAsync(
            $"<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{Encode(scram.Final(Decode(challenge.Value)))}</response>");
        if (answer.Name.LocalName == "success")
            Assert.IsTrue(scram.Verifies(Decode(answer.Value)), "The server's signature is wrong.");
        return answer;
    }

    /// <summary>Goes without a word: a reset.</summary>
    public void Cut()
    {
        tcp.LingerState = new LingerOption(true, 0);
        tcp.Client.Close();
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        tcp.Dispose();
    }

    public static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static string Decode(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));
}
