using System;
using System.IO;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;

namespace Presentity.Host.Tests;

/// <summary>One transport, many connections: nothing of one may be left to the next.</summary>
[TestClass]
public sealed class ReconnectTests
{
    const string Domain = "alpha.test";
    const int Times = 50;

    static readonly TestAuthority Authority = new("Reconnect CA"), Stranger = new("Strange CA");

    [ClassCleanup]
    public static void Clean()
    {
        Authority.Dispose();
        Stranger.Dispose();
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Connections_leave_nothing_open(bool direct) => LeavesNothingOpen(Authority, TransportStatus.Ok, direct);

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Refused_certificates_leave_nothing_open(bool direct) =>
        LeavesNothingOpen(Stranger, TransportStatus.CertificateUntrusted, direct);

    [TestMethod]
    public void Handshakes_that_time_out_leave_nothing_open()
    {
        using var server = new LoopbackServer(LoopbackServer.Silent);
        using var transport = new SocketTransport();
        CountsTheSame(
            () => Assert.AreEqual(TransportStatus.TimedOut, transport.Connect(server.Endpoint(Domain, directTls: true), 20)),
            closesServer: server);
    }

    [TestMethod]
    public void Attempts_to_reach_nobody_leave_nothing_open()
    {
        using var gone = new LoopbackServer(LoopbackServer.Silent);
        ServerEndpoint endpoint = gone.Endpoint(Domain, directTls: false);
        gone.Dispose();
        using var transport = new SocketTransport();
        CountsTheSame(() => Assert.AreEqual(TransportStatus.Unreachable, transport.Connect(endpoint, Link.Enough)));
    }

    [TestMethod]
    public void Questions_to_the_name_server_leave_nothing_open()
    {
        using var names = new TestNameServer();
        using var transport = new SocketTransport(new TransportOptions { NameServer = names.Address });
        CountsTheSame(() => Assert.AreEqual(TransportStatus.HostNotFound,
            transport.Connect(new ServerEndpoint("", 0, Domain, directTls: false), Link.Enough)));
    }

    [TestMethod]
    public void Failure_of_one_connection_is_not_told_of_the_next()
    {
        using var server = new LoopbackServer(LoopbackServer.CloseAtOnce);
        using var transport = new SocketTransport();
        for (int i = 0; i < 3; i++)
        {
            Assert.AreEqual(TransportStatus.Ok, transport.Connect(server.Endpoint(Domain, directTls: false), Link.Enough));
            Assert.AreEqual("", transport.Failure);
            Assert.AreEqual(-1, transport.Read(new byte[1], 0, 1, Link.Enough));
            Assert.AreEqual("the server closed the connection", transport.Failure);
        }
    }

    [TestMethod]
    public void Connect_ends_what_was_open()
    {
        using var server = new LoopbackServer(async stream => await stream.WriteAsync("old"u8.ToArray()));
        using var next = new LoopbackServer(async stream => await stream.WriteAsync("new"u8.ToArray()));
        using var transport = new SocketTransport();
        var buffer = new byte[3];
        Assert.AreEqual(TransportStatus.Ok, transport.Connect(server.Endpoint(Domain, directTls: false), Link.Enough));
        Assert.AreEqual(1, transport.Read(buffer, 0, 1, Link.Enough));
        Assert.AreEqual(TransportStatus.Ok, transport.Connect(next.Endpoint(Domain, directTls: false), Link.Enough));
        Assert.AreEqual(3, transport.Read(buffer, 0, 3, Link.Enough));
        CollectionAssert.AreEqual("new"u8.ToArray(), buffer);
    }

    static void LeavesNothingOpen(TestAuthority trusted, TransportStatus expected, bool direct)
    {
        using var server = new LoopbackServer(
            LoopbackServer.Tls(Authority.Issue([Domain]), async tls => await tls.WriteAsync("x"u8.ToArray())));
        using var transport = new SocketTransport(new TransportOptions { AuthoritiesFile = trusted.File });
        CountsTheSame(() =>
        {
            TransportStatus status = transport.Connect(server.Endpoint(Domain, direct), Link.Enough);
            if (!direct)
                status = transport.Secure(Domain, Link.Enough);
            Assert.AreEqual(expected, status, transport.Failure);
            if (expected == TransportStatus.Ok)
                Assert.AreEqual(1, transport.Read(new byte[1], 0, 1, Link.Enough));
        });
    }

    /// <summary>Runs an attempt many times; the process must have as many files open as after the first few.</summary>
    static void CountsTheSame(Action attempt, LoopbackServer? closesServer = null)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("counts /proc/self/fd");
        for (int i = 0; i < 5; i++)
            attempt();
        int before = OpenFiles();
        for (int i = 0; i < Times; i++)
            attempt();
        closesServer?.Dispose();
        // The other end closes in its own time.
        Assert.IsTrue(SpinWait.SpinUntil(() => OpenFiles() <= before + 2, 5000), $"{before} open before, {OpenFiles()} after");
    }

    static int OpenFiles() => Directory.GetFileSystemEntries("/proc/self/fd").Length;
}
