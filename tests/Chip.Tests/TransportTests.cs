using System;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Loopback;
using Presentity.Nano;
using Presentity.Platform;

namespace Presentity.Chip.Tests;

/// <summary>The chip's transport on real sockets and real TLS.</summary>
[TestClass]
public sealed class TransportTests : IDisposable
{
    const string StartTls = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";
    const string Header = "<stream:stream to='localhost' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";

    readonly LoopbackServer server = new(new LoopbackOptions { ScramIterations = 4096 });
    readonly TestNetwork network = new();
    readonly NanoClock clock = new();
    readonly NanoTransport transport;
    readonly byte[] buffer = new byte[4096];

    public TransportTests()
    {
        server.Start();
        transport = new NanoTransport(clock, network, Encoding.ASCII.GetBytes(server.Authority.Pem));
    }

    public void Dispose()
    {
        transport.Close();
        server.DisposeAsync().AsTask().Wait();
    }

    [TestMethod]
    public void DirectTls()
    {
        Assert.AreEqual(TransportStatus.Ok, Direct("localhost"), transport.Failure);
        Assert.IsTrue(transport.IsSecure);
        Write(Header);
        Assert.Contains("mechanisms", ReadUntil("</stream:features>"));
    }

    [TestMethod]
    public void StartTlsOnTheSameSocket()
    {
        Assert.AreEqual(TransportStatus.Ok, transport.Connect(new ServerEndpoint("localhost", server.StartTlsPort, "localhost", false), 5000), transport.Failure);
        Assert.IsFalse(transport.IsSecure);
        Write(Header);
        Assert.Contains("starttls", ReadUntil("</stream:features>"));
        Write(StartTls);
        Assert.Contains("<proceed", ReadUntil("/>"));
        Assert.AreEqual(TransportStatus.Ok, transport.Secure("localhost", 5000), transport.Failure);
        Write(Header);
        Assert.Contains("SCRAM-SHA-256", ReadUntil("</stream:features>"));
    }

    [TestMethod]
    public void ACertificateForAnotherHostIsRefused()
    {
        Assert.AreEqual(TransportStatus.CertificateUntrusted, Direct("elsewhere.example"));
        Assert.Contains("elsewhere.example was not accepted", transport.Failure);
        Assert.IsFalse(transport.IsSecure);
        Assert.AreEqual(-1, transport.Read(buffer, 0, 10, 0));
    }

    [TestMethod]
    public void ACertificateOfAnUnknownAuthorityIsRefused()
    {
        NanoTransport other = new(clock, network, Encoding.ASCII.GetBytes(new CertificateAuthority().Pem));
        ServerEndpoint endpoint = new("localhost", server.DirectTlsPort, "localhost", true);
        Assert.AreEqual(TransportStatus.CertificateUntrusted, other.Connect(endpoint, 5000));
        Assert.AreEqual(TransportStatus.CertificateUntrusted, new NanoTransport(clock, network, null).Connect(endpoint, 5000));
    }

    [TestMethod]
    public void WithoutANetworkNothingIsTried()
    {
        network.Up = false;
        Assert.AreEqual(TransportStatus.Unreachable, Direct("localhost"));
        Assert.AreEqual("no Wi-Fi", transport.Failure);
        Assert.AreEqual(0, server.ConnectionCount);
    }

    [TestMethod]
    public void NobodyThere()
    {
        TcpListener closed = new(IPAddress.Loopback, 0);
        closed.Start();
        int port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        Assert.AreEqual(TransportStatus.Unreachable, transport.Connect(new ServerEndpoint("localhost", port, "localhost", false), 5000));
        Assert.Contains($"localhost:{port} cannot be reached", transport.Failure);
        Assert.AreEqual(TransportStatus.HostNotFound, transport.Connect(new ServerEndpoint("nowhere.invalid", port, "localhost", false), 5000));
    }

    /// <summary>It takes the connection and never says a word, or says what is not TLS; the time is for all of connecting.</summary>
    [TestMethod]
    [DataRow(null)]
    [DataRow("HTTP/1.1 400 Bad Request\r\n\r\n")]
    public void AServerThatDoesNotSpeakTls(string? answer)
    {
        TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        ServerEndpoint endpoint = new("localhost", ((IPEndPoint)listener.LocalEndpoint).Port, "localhost", true);
        using Timer timer = new(_ =>
        {
            if (answer != null)
                listener.AcceptSocket().Send(Encoding.ASCII.GetBytes(answer));
        }, null, 0, Timeout.Infinite);
        Stopwatch watch = Stopwatch.StartNew();
        Assert.AreEqual(TransportStatus.HandshakeFailed, transport.Connect(endpoint, 1000));
        Assert.IsLessThan(15_000, watch.ElapsedMilliseconds);
        Assert.Contains("TLS with localhost failed", transport.Failure);
        Assert.IsFalse(transport.IsSecure);
        Assert.AreEqual(-1, transport.Read(buffer, 0, 10, 0));
        Assert.IsFalse(transport.Write(buffer, 0, 10));
        listener.Stop();
        Assert.AreEqual(TransportStatus.Ok, Direct("localhost"), transport.Failure);
    }

    [TestMethod]
    public void WakeEndsAWaitAtOnce()
    {
        Assert.AreEqual(TransportStatus.Ok, Direct("localhost"), transport.Failure);
        using Timer timer = new(_ => transport.Wake(), null, 100, Timeout.Infinite);
        Stopwatch watch = Stopwatch.StartNew();
        Assert.AreEqual(0, transport.Read(buffer, 0, buffer.Length, 30000));
        Assert.IsLessThan(5000, watch.ElapsedMilliseconds);
        // Before a wait, too.
        transport.Wake();
        watch.Restart();
        Assert.AreEqual(0, transport.Read(buffer, 0, buffer.Length, 30000));
        Assert.IsLessThan(5000, watch.ElapsedMilliseconds);
        Assert.AreEqual(0, transport.Read(buffer, 0, buffer.Length, 50));
    }

    [TestMethod]
    public void ACutIsSeen()
    {
        Assert.AreEqual(TransportStatus.Ok, Direct("localhost"), transport.Failure);
        using Timer timer = new(_ => server.CutAll(), null, 50, Timeout.Infinite);
        Assert.AreEqual(-1, transport.Read(buffer, 0, buffer.Length, 30000));
        Assert.IsFalse(transport.IsSecure);
        Assert.IsGreaterThan(0, transport.Failure.Length);
        Assert.IsFalse(transport.Write(buffer, 0, 1));
    }

    [TestMethod]
    public void MoreThanAPieceComesInOrder()
    {
        Assert.AreEqual(TransportStatus.Ok, Direct("localhost"), transport.Failure);
        Write(Header);
        StringBuilder text = new();
        while (!text.ToString().Contains("</stream:features>", StringComparison.Ordinal))
        {
            int read = transport.Read(buffer, 0, 7, 5000);
            Assert.IsGreaterThan(0, read, text.ToString());
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        Assert.StartsWith("<?xml", text.ToString());
    }

    /// <summary>A device reconnects for years: no attempt may leave a thread or a connection behind.</summary>
    [TestMethod]
    public void AHundredConnectionsLeaveNothingBehind()
    {
        Assert.AreEqual(TransportStatus.Ok, Direct("localhost"), transport.Failure);
        int threads = Process.GetCurrentProcess().Threads.Count;
        for (int i = 0; i < 100; i++)
        {
            Assert.AreEqual(TransportStatus.Ok, Direct("localhost"), transport.Failure);
            Assert.AreEqual(TransportStatus.CertificateUntrusted, Direct("elsewhere.example"));
        }

        transport.Close();
        for (int i = 0; i < 100 && server.ConnectionCount > 0; i++)
            Thread.Sleep(50);
        Assert.AreEqual(0, server.ConnectionCount);
        Assert.IsLessThan(threads + 40, Process.GetCurrentProcess().Threads.Count);
    }

    TransportStatus Direct(string domain) => transport.Connect(new ServerEndpoint("localhost", server.DirectTlsPort, domain, true), 5000);

    void Write(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Assert.IsTrue(transport.Write(bytes, 0, bytes.Length), transport.Failure);
    }

    string ReadUntil(string end)
    {
        StringBuilder text = new();
        while (!text.ToString().EndsWith(end, StringComparison.Ordinal))
        {
            int read = transport.Read(buffer, 0, buffer.Length, 5000);
            Assert.IsGreaterThan(0, read, text + transport.Failure);
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return text.ToString();
    }
}
