using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;

namespace Presentity.Host.Tests;

/// <summary>A transport that is connected, and the other end of it in the hands of the test.</summary>
sealed class Link : IDisposable
{
    public const string Domain = "alpha.test";
    public const int Enough = 10_000;

    static readonly TestAuthority Authority = new("Link CA");
    static readonly SslStreamCertificateContext Certificate = Authority.Issue([Domain]);

    readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public Link(bool tls, int writeTimeoutMs = 30_000, SslProtocols protocols = SslProtocols.None)
    {
        Transport = new SocketTransport(new TransportOptions { AuthoritiesFile = Authority.File, WriteTimeoutMs = writeTimeoutMs });
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Task<Stream> accepting = AcceptAsync(tls, protocols);
        TransportStatus status = Transport.Connect(new ServerEndpoint("127.0.0.1", port, Domain, tls), Enough);
        Assert.AreEqual(TransportStatus.Ok, status, Transport.Failure);
        Peer = accepting.GetAwaiter().GetResult();
    }

    public SocketTransport Transport { get; }

    /// <summary>What the server reads and writes.</summary>
    public Stream Peer { get; private set; }

    /// <summary>The server's socket, below TLS.</summary>
    public NetworkStream Wire { get; private set; } = null!;

    /// <summary>Puts TLS under a plaintext link, as STARTTLS does.</summary>
    public TransportStatus Secure()
    {
        Task<Stream> securing = SecureAsync(SslProtocols.None);
        TransportStatus status = Transport.Secure(Domain, Enough);
        if (status == TransportStatus.Ok)
            Peer = securing.GetAwaiter().GetResult();
        return status;
    }

    /// <summary>Reads exactly so many bytes, however they come.</summary>
    public byte[] Read(int count)
    {
        var bytes = new byte[count];
        var patience = Stopwatch.StartNew();
        int have = 0;
        while (have < count && patience.ElapsedMilliseconds < Enough)
        {
            int read = Transport.Read(bytes, have, count - have, 1000);
            Assert.IsGreaterThanOrEqualTo(0, read, Transport.Failure);
            have += read;
        }
        Assert.AreEqual(count, have, "the bytes did not come in time");
        return bytes;
    }

    public void Dispose()
    {
        Transport.Dispose();
        listener.Dispose();
        Wire.Dispose();
    }

    async Task<Stream> AcceptAsync(bool tls, SslProtocols protocols)
    {
        Wire = new NetworkStream(await listener.AcceptSocketAsync(), ownsSocket: true);
        return tls ? await SecureAsync(protocols) : Wire;
    }

    async Task<Stream> SecureAsync(SslProtocols protocols)
    {
        var secured = new SslStream(Wire);
        await secured.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificateContext = Certificate, EnabledSslProtocols = protocols });
        return secured;
    }
}
