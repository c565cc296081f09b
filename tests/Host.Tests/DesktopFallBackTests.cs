using System.Diagnostics;
using System.Net;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;

namespace Presentity.Host.Tests;

/// <summary>The desktop's transport falls back, and side by side where the chip goes one after the other.</summary>
[TestClass]
public sealed class DesktopFallBackTests : FallBackTests
{
    [TestMethod]
    public void A_host_that_takes_up_and_then_says_nothing_leaves_time_for_the_next()
    {
        using var authority = new TestAuthority("Fall back CA");
        using var silent = new LoopbackServer(LoopbackServer.Silent);
        using var live = new LoopbackServer(Secured(authority, Domain));
        using TestNameServer names = Names().Service(Direct, 1, 0, silent.Port, "localhost").Service(Direct, 2, 0, live.Port, "localhost");
        ITransport transport = Make(authority, names.Address);
        var time = Stopwatch.StartNew();
        Assert.AreEqual(TransportStatus.Ok, transport.Connect(ByDomain, 4000), transport.Failure);
        Assert.IsInRange(500, 3500, time.ElapsedMilliseconds);
        transport.Close();
    }

    /// <summary>RFC 8305: whichever family works, the other costs a moment. 192.0.2.1 and 2001:db8::1 are nobody's (RFC 5737, RFC 3849).</summary>
    [TestMethod]
    [DataRow("127.0.0.1", "::1", DisplayName = "IPv6 refuses, IPv4 works")]
    [DataRow("::1", "127.0.0.1", DisplayName = "IPv4 refuses, IPv6 works")]
    public void Both_families_are_tried(string live, string dead)
    {
        using var authority = new TestAuthority("Fall back CA");
        using var server = new LoopbackServer(Says("hello"), IPAddress.Parse(live));
        using TestNameServer names = new TestNameServer()
            .Service(StartTls, 1, 0, server.Port, "both.test").Host("both.test", dead).Host("both.test", live);
        ITransport transport = Make(authority, names.Address);
        Connects(transport, "hello");
        transport.Close();
    }

    [TestMethod]
    public void An_address_that_does_not_answer_costs_a_quarter_of_a_second()
    {
        using var authority = new TestAuthority("Fall back CA");
        using var full = FullListener.Create();
        using var server = new LoopbackServer(Says("hello"), IPAddress.Parse("127.0.0.2"), full.Port);
        using TestNameServer names = new TestNameServer()
            .Service(StartTls, 1, 0, full.Port, "both.test").Host("both.test", "127.0.0.1").Host("both.test", "127.0.0.2");
        ITransport transport = Make(authority, names.Address);
        var time = Stopwatch.StartNew();
        Connects(transport, "hello");
        Assert.IsInRange(200, 3000, time.ElapsedMilliseconds);
        Assert.IsTrue(transport.HasAnother, "the one that was called off");
        transport.Close();
    }

    [TestMethod]
    public void The_line_of_many_hosts_has_an_end()
    {
        using var authority = new TestAuthority("Fall back CA");
        using TestNameServer names = Names();
        for (int i = 0; i < 12; i++)
            names.Service(StartTls, i, 0, ClosedPort(), "localhost");
        ITransport transport = Make(authority, names.Address);
        Assert.AreEqual(TransportStatus.Unreachable, transport.Connect(ByDomain, 10_000));
        StringAssert.StartsWith(transport.Failure, "alpha.test cannot be reached (tried: localhost:");
        StringAssert.EndsWith(transport.Failure, "(127.0.0.1): Connection refused; and 4 more); check the network, and that the server runs");
    }

    private protected override ITransport Make(TestAuthority authority, IPEndPoint nameServer) =>
        new SocketTransport(new TransportOptions { AuthoritiesFile = authority.File, NameServer = nameServer });
}
