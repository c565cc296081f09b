using System;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;

namespace Presentity.Host.Tests;

/// <summary>From one host to the next, by the records of a real name server: the desktop's transport and the chip's.</summary>
public abstract class FallBackTests
{
    private protected const string Domain = "alpha.test";
    private protected const string StartTls = "_xmpp-client._tcp.alpha.test", Direct = "_xmpps-client._tcp.alpha.test";
    const int Enough = 10_000;

    /// <summary>Made with the authority that it trusts and the name server that it asks.</summary>
    private protected abstract ITransport Make(TestAuthority authority, IPEndPoint nameServer);

    [TestMethod]
    public void A_dead_host_is_passed_over()
    {
        using var authority = new TestAuthority("Fall back CA");
        using var live = new LoopbackServer(Says("live"));
        using TestNameServer names = Names()
            .Service(StartTls, 1, 0, ClosedPort(), "localhost").Service(StartTls, 2, 0, 5222, "nowhere.invalid").Service(StartTls, 3, 0, live.Port, "localhost");
        ITransport transport = Make(authority, names.Address);
        Connects(transport, "live");
        transport.Close();
    }

    [TestMethod]
    public void All_hosts_dead_is_one_line_that_names_them()
    {
        using var authority = new TestAuthority("Fall back CA");
        int first = ClosedPort(), second = ClosedPort();
        using TestNameServer names = Names()
            .Service(StartTls, 1, 0, first, "localhost").Service(Direct, 2, 0, second, "localhost").Service(StartTls, 3, 0, 5222, "nowhere.invalid");
        ITransport transport = Make(authority, names.Address);
        Assert.AreEqual(TransportStatus.Unreachable, transport.Connect(ByDomain, Enough));
        Assert.Contains($"localhost:{first}", transport.Failure);
        Assert.Contains($"localhost:{second}", transport.Failure);
        Assert.Contains("nowhere.invalid", transport.Failure);
        Assert.DoesNotContain("\n", transport.Failure);
        Assert.IsFalse(transport.HasAnother);
    }

    [TestMethod]
    public void Both_services_are_tried_in_the_order_of_their_priorities()
    {
        using var authority = new TestAuthority("Fall back CA");
        using var plain = new LoopbackServer(Says("plain"));
        using var secure = new LoopbackServer(Secured(authority, Domain));
        using TestNameServer names = Names()
            .Service(Direct, 1, 0, ClosedPort(), "localhost").Service(StartTls, 3, 0, plain.Port, "localhost").Service(Direct, 2, 0, secure.Port, "localhost");
        ITransport transport = Make(authority, names.Address);
        Connects(transport, "secure");
        Assert.IsTrue(transport.IsSecure);
        Assert.IsFalse(transport.HasAnother);
        Assert.AreEqual(0, plain.Connections);
        transport.Close();
        Assert.IsFalse(transport.HasAnother);
    }

    /// <summary>The certificate is that of the host, and not of the domain: whoever controls the DNS could have named it.</summary>
    [TestMethod]
    public void A_host_that_is_not_the_domains_is_passed_over()
    {
        using var authority = new TestAuthority("Fall back CA");
        using var wrong = new LoopbackServer(Secured(authority, "localhost"));
        using var right = new LoopbackServer(Secured(authority, Domain));
        using TestNameServer names = Names().Service(Direct, 1, 0, wrong.Port, "localhost").Service(Direct, 2, 0, right.Port, "localhost");
        ITransport transport = Make(authority, names.Address);
        Connects(transport, "secure");
        Assert.AreEqual(1, wrong.Connections);
        transport.Close();
    }

    /// <summary>Who takes up the connection may still say nothing, or nothing good: that is for the session to find out.</summary>
    [TestMethod]
    public void A_session_that_came_to_nothing_goes_on_with_the_next_host()
    {
        using var authority = new TestAuthority("Fall back CA");
        using var first = new LoopbackServer(Says("first"));
        using var second = new LoopbackServer(Says("second"));
        using TestNameServer names = Names()
            .Service(StartTls, 1, 0, first.Port, "localhost").Service(StartTls, 2, 0, ClosedPort(), "localhost").Service(StartTls, 3, 0, second.Port, "localhost");
        ITransport transport = Make(authority, names.Address);
        Connects(transport, "first");
        transport.Close();
        Assert.IsTrue(transport.HasAnother);
        Assert.AreEqual(TransportStatus.Ok, transport.Connect(null, Enough), transport.Failure);
        Reads(transport, "second");
        transport.Close();
        if (transport.HasAnother)
            Assert.AreNotEqual(TransportStatus.Ok, transport.Connect(null, Enough), "the host has another address, where nobody listens");
        Assert.IsFalse(transport.HasAnother);
        Assert.AreNotEqual(TransportStatus.Ok, transport.Connect(null, Enough));

        // From the start again, with what the name server then says.
        Connects(transport, "first");
        transport.Close();
    }

    [TestMethod]
    public void A_domain_without_the_service_is_not_guessed_at()
    {
        using var authority = new TestAuthority("Fall back CA");
        using TestNameServer names = Names().Service(StartTls, 0, 0, 0, ".").Service(Direct, 0, 0, 0, ".");
        ITransport transport = Make(authority, names.Address);
        Assert.AreEqual(TransportStatus.HostNotFound, transport.Connect(ByDomain, Enough));
        Assert.Contains("alpha.test says in the DNS", transport.Failure);
        Assert.IsFalse(transport.HasAnother);
    }

    private protected static ServerEndpoint ByDomain { get; } = new(Domain, 0, Domain, directTls: false, eitherTls: true);

    private protected static TestNameServer Names() => new TestNameServer().Host("localhost", "127.0.0.1");

    private protected static Func<NetworkStream, Task> Says(string text) => async stream =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
        await stream.ReadExactlyAsync(new byte[1]);
    };

    private protected static Func<NetworkStream, Task> Secured(TestAuthority authority, string host) =>
        LoopbackServer.Tls(authority.Issue([host]), async tls =>
        {
            await tls.WriteAsync("secure"u8.ToArray());
            await tls.ReadExactlyAsync(new byte[1]);
        });

    private protected static void Connects(ITransport transport, string greeting)
    {
        Assert.AreEqual(TransportStatus.Ok, transport.Connect(ByDomain, Enough), transport.Failure);
        Reads(transport, greeting);
    }

    private protected static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static void Reads(ITransport transport, string expected)
    {
        var buffer = new byte[expected.Length];
        int have = 0;
        for (int turns = 0; have < buffer.Length && turns < 10; turns++)
        {
            int read = transport.Read(buffer, have, buffer.Length - have, 2000);
            Assert.IsGreaterThanOrEqualTo(0, read, transport.Failure);
            have += read;
        }
        Assert.AreEqual(expected, Encoding.ASCII.GetString(buffer));
    }
}
