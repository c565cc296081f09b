using System;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading.Tasks;
using Presentity.Platform;

namespace Presentity.Host.Tests;

/// <summary>A server on loopback that does the same with every connection, in the background.</summary>
sealed class LoopbackServer : IDisposable
{
    readonly TcpListener listener;
    readonly Func<NetworkStream, Task> script;
    readonly ConcurrentBag<NetworkStream> accepted = [];

    public LoopbackServer(Func<NetworkStream, Task> script, IPAddress? address = null, int port = 0)
    {
        this.script = script;
        listener = new TcpListener(address ?? IPAddress.Loopback, port);
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Connections => accepted.Count;

    public static Task Silent(NetworkStream stream) => Task.Delay(-1);

    public static Task CloseAtOnce(NetworkStream stream) => Task.CompletedTask;

    /// <summary>Says TLS from the first byte, then what <paramref name="then"/> says.</summary>
    public static Func<NetworkStream, Task> Tls(
        SslStreamCertificateContext certificate, Func<SslStream, Task>? then = null, SslProtocols protocols = SslProtocols.None) =>
        async stream =>
        {
            var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
            {
                ServerCertificateContext = certificate,
                EnabledSslProtocols = protocols,
                ApplicationProtocols = [new SslApplicationProtocol("xmpp-client")],
            });
            await (then?.Invoke(tls) ?? tls.ReadAsync(new byte[1]).AsTask());
        };

    public ServerEndpoint Endpoint(string domain, bool directTls) => new("127.0.0.1", Port, domain, directTls);

    public void Dispose()
    {
        listener.Stop();
        foreach (NetworkStream stream in accepted)
            stream.Dispose();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(new NetworkStream(await listener.AcceptSocketAsync(), ownsSocket: true));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    async Task ServeAsync(NetworkStream stream)
    {
        accepted.Add(stream);
        try
        {
            await script(stream);
        }
        catch (Exception)
        {
            // Clients of these tests refuse certificates and cut connections; what counts is what they then say.
        }
        finally
        {
            stream.Dispose();
        }
    }
}
