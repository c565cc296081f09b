using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;

namespace Presentity.Host.Tests;

/// <summary>Reaching a server: every host, every address, within the time.</summary>
[TestClass]
public sealed class ConnectTests
{
    const string Domain = "alpha.test", StartTls = "_xmpp-client._tcp.alpha.test", Direct = "_xmpps-client._tcp.alpha.test";

    static readonly TestAuthority Authority = new("Connect CA");

    [ClassCleanup]
    public static void Clean() => Authority.Dispose();

    [TestMethod]
    public void Dead_hosts_are_passed_over()
    {
        using var server = new LoopbackServer(Hello);
        using TestNameServer names = new TestNameServer()
            .Service(StartTls, 1, 0, ClosedPort(), "dead.test").Host("dead.test", "127.0.0.1")
            .Service(StartTls, 2, 0, 5222, "nameless.test")
            .Service(StartTls, 3, 0, server.Port, "live.test").Host("live.test", "127.0.0.1");
        ConnectsAndReads(names);
    }

    [TestMethod]
    public void All_addresses_of_a_host_are_tried()
    {
        using var server = new LoopbackServer(Hello);
        // Only the last of the three has somebody on the port.
        using TestNameServer names = new TestNameServer()
            .Service(StartTls, 1, 0, server.Port, "live.test")
            .Host("live.test", "::1").Host("live.test", "127.0.0.2").Host("live.test", "127.0.0.1");
        ConnectsAndReads(names);
    }

    [TestMethod]
    public void IPv6_alone_is_enough()
    {
        if (!Socket.OSSupportsIPv6)
            Assert.Inconclusive("this machine has no IPv6");
        using var server = new LoopbackServer(Hello, IPAddress.IPv6Loopback);
        using TestNameServer names = new TestNameServer().Service(StartTls, 1, 0, server.Port, "live.test").Host("live.test", "::1");
        ConnectsAndReads(names);
    }

    [TestMethod]
    public void A_host_name_is_looked_up_by_the_system()
    {
        using var server = new LoopbackServer(Hello);
        using var transport = new SocketTransport();
        Assert.AreEqual(TransportStatus.Ok,
            transport.Connect(new ServerEndpoint("localhost", server.Port, Domain, directTls: false), Link.Enough), transport.Failure);
    }

    [TestMethod]
    public void Direct_TLS_passes_over_a_server_with_a_wrong_certificate()
    {
        using var wrong = new LoopbackServer(LoopbackServer.Tls(Authority.Issue(["other.test"])));
        using var right = new LoopbackServer(LoopbackServer.Tls(Authority.Issue([Domain])));
        using TestNameServer names = new TestNameServer()
            .Service(Direct, 1, 0, wrong.Port, "a.test").Service(Direct, 2, 0, right.Port, "a.test").Host("a.test", "127.0.0.1");
        using SocketTransport transport = Transport(names);
        Assert.AreEqual(TransportStatus.Ok, transport.Connect(ByDomain(directTls: true), Link.Enough), transport.Failure);
        Assert.AreEqual("", transport.Failure);
        Assert.AreEqual(1, wrong.Connections);
        Assert.IsTrue(transport.IsSecure);
    }

    [TestMethod]
    public void Of_several_failures_the_one_that_came_furthest_is_told()
    {
        using var wrong = new LoopbackServer(LoopbackServer.Tls(Authority.Issue(["other.test"])));
        using TestNameServer names = new TestNameServer()
            .Service(Direct, 1, 0, wrong.Port, "a.test").Service(Direct, 2, 0, ClosedPort(), "a.test").Host("a.test", "127.0.0.1");
        using SocketTransport transport = Transport(names);
        Assert.AreEqual(TransportStatus.CertificateHostMismatch, transport.Connect(ByDomain(directTls: true), Link.Enough));
        StringAssert.StartsWith(transport.Failure, "the certificate is for other.test, not alpha.test; ");
    }

    [TestMethod]
    public void Nobody_there()
    {
        int port = ClosedPort();
        using var transport = new SocketTransport();
        Assert.AreEqual(TransportStatus.Unreachable, transport.Connect(new ServerEndpoint("127.0.0.1", port, Domain, false), Link.Enough));
        StringAssert.StartsWith(transport.Failure, $"127.0.0.1:{port} cannot be reached: ");
        StringAssert.EndsWith(transport.Failure, "; check that the server runs and that server = host:port is right");
    }

    [TestMethod]
    public void No_such_host()
    {
        using var names = new TestNameServer();
        using SocketTransport transport = Transport(names);
        Assert.AreEqual(TransportStatus.HostNotFound, transport.Connect(ByDomain(directTls: false), Link.Enough));
        Assert.AreEqual("the name alpha.test has no address; check the domain, or set server = host:port", transport.Failure);
    }

    [TestMethod]
    public void Silent_name_server()
    {
        using var names = new TestNameServer { IsSilent = true };
        using SocketTransport transport = Transport(names);
        var time = Stopwatch.StartNew();
        Assert.AreEqual(TransportStatus.TimedOut, transport.Connect(ByDomain(directTls: false), 800));
        Assert.AreEqual("no name server answered for alpha.test in time; check the network", transport.Failure);
        Assert.IsInRange(700, 3000, time.ElapsedMilliseconds);
    }

    [TestMethod]
    public void A_peer_that_does_not_take_up_costs_the_time_given()
    {
        using var full = FullListener.Create();
        using var transport = new SocketTransport();
        var time = Stopwatch.StartNew();
        Assert.AreEqual(TransportStatus.TimedOut, transport.Connect(new ServerEndpoint("127.0.0.1", full.Port, Domain, false), 500));
        Assert.IsInRange(450, 3000, time.ElapsedMilliseconds);
        StringAssert.StartsWith(transport.Failure, $"127.0.0.1:{full.Port} did not answer in time; ");
    }

    [TestMethod]
    public void A_silent_host_leaves_time_for_the_next()
    {
        using var full = FullListener.Create();
        using var server = new LoopbackServer(Hello);
        using TestNameServer names = new TestNameServer()
            .Service(StartTls, 1, 0, full.Port, "a.test").Service(StartTls, 2, 0, server.Port, "a.test").Host("a.test", "127.0.0.1");
        using SocketTransport transport = Transport(names);
        Assert.AreEqual(TransportStatus.Ok, transport.Connect(ByDomain(directTls: false), 1500), transport.Failure);
    }

    static void ConnectsAndReads(TestNameServer names)
    {
        using SocketTransport transport = Transport(names);
        Assert.AreEqual(TransportStatus.Ok, transport.Connect(ByDomain(directTls: false), Link.Enough), transport.Failure);
        Assert.AreEqual("", transport.Failure);
        var buffer = new byte[5];
        Assert.AreEqual(5, transport.Read(buffer, 0, 5, Link.Enough));
        Assert.AreEqual("hello", Encoding.ASCII.GetString(buffer));
    }

    static ServerEndpoint ByDomain(bool directTls) => new("", 0, Domain, directTls);

    static SocketTransport Transport(TestNameServer names) =>
        new(new TransportOptions { AuthoritiesFile = Authority.File, NameServer = names.Address });

    static async Task Hello(NetworkStream stream)
    {
        await stream.WriteAsync("hello"u8.ToArray());
        await stream.ReadExactlyAsync(new byte[1]);
    }

    static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
