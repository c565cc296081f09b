using System.Collections.Generic;
using System.Diagnostics;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Nano;
using Presentity.Platform;

namespace Presentity.Host.Tests;

/// <summary>Which hosts are tried for a domain (RFC 6120 §3.2, XEP-0368 §3), by a real name server: the desktop's and the chip's way.</summary>
public abstract class LocateTests
{
    const string Domain = "alpha.test";
    private protected const string StartTls = "_xmpp-client._tcp.alpha.test", Direct = "_xmpps-client._tcp.alpha.test";

    private protected enum Tls
    {
        Start,
        Direct,
        Either,
    }

    /// <summary>The hosts; empty when the domain does not offer this.</summary>
    private protected abstract ServerTargets Locate(TestNameServer names, ServerEndpoint endpoint, int timeoutMs);

    [TestMethod]
    public void Records_of_the_kind_of_TLS_asked_for_by_priority()
    {
        using TestNameServer names = new TestNameServer()
            .Service(StartTls, 20, 5, 5222, "second.test").Service(StartTls, 10, 5, 15222, "first.test")
            .Service(Direct, 5, 5, 443, "direct.test");
        Assert.AreEqual("first.test:15222 second.test:5222", Locate(names, Tls.Start));
        Assert.AreEqual("direct.test:443 direct", Locate(names, Tls.Direct));
    }

    [TestMethod]
    public void Records_of_both_kinds_are_one_list()
    {
        using TestNameServer names = new TestNameServer()
            .Service(StartTls, 20, 5, 5222, "c.test").Service(StartTls, 5, 0, 5222, "a.test")
            .Service(Direct, 10, 5, 443, "b.test").Service(Direct, 30, 5, 443, "d.test");
        Assert.AreEqual("a.test:5222 b.test:443 direct c.test:5222 d.test:443 direct", Locate(names, Tls.Either));
    }

    [TestMethod]
    public void Weights_hold_across_both_kinds()
    {
        using TestNameServer names = new TestNameServer().Service(StartTls, 1, 10, 1, "a.test").Service(Direct, 1, 90, 2, "b.test");
        int direct = 0;
        for (int i = 0; i < 100; i++)
            direct += Locate(names, Tls.Either) == "b.test:2 direct a.test:1" ? 1 : 0;
        Assert.IsInRange(70, 99, direct);
    }

    [TestMethod]
    public void No_record_means_the_domain_itself()
    {
        using var names = new TestNameServer();
        Assert.AreEqual("alpha.test:5222", Locate(names, Tls.Start));
        Assert.AreEqual("alpha.test:5222", Locate(names, Tls.Either));
        Assert.AreEqual("alpha.test:5223 direct", Locate(names, Tls.Direct));
    }

    [TestMethod]
    public void A_silent_name_server_leaves_time_for_the_domain_itself()
    {
        using var names = new TestNameServer { IsSilent = true };
        var time = Stopwatch.StartNew();
        Assert.AreEqual("alpha.test:5222", Text(Locate(names, Endpoint(Tls.Either), 2000)));
        Assert.IsLessThan(1700, time.ElapsedMilliseconds);
    }

    [TestMethod]
    public void The_root_as_target_means_no_such_service()
    {
        using TestNameServer names = new TestNameServer().Service(Direct, 0, 0, 0, ".").Service(StartTls, 0, 0, 0, ".");
        Assert.AreEqual("", Locate(names, Tls.Start));
        Assert.AreEqual("", Locate(names, Tls.Direct));
        Assert.AreEqual("", Locate(names, Tls.Either));
    }

    [TestMethod]
    public void Without_direct_TLS_there_is_the_domain_itself()
    {
        using TestNameServer names = new TestNameServer().Service(Direct, 0, 0, 0, ".");
        Assert.AreEqual("alpha.test:5222", Locate(names, Tls.Either));
        Assert.AreEqual("", Locate(names, Tls.Direct));
    }

    [TestMethod]
    public void Without_STARTTLS_there_is_no_domain_itself()
    {
        using TestNameServer none = new TestNameServer().Service(StartTls, 0, 0, 0, ".");
        Assert.AreEqual("", Locate(none, Tls.Either));
        using TestNameServer direct = new TestNameServer().Service(StartTls, 0, 0, 0, ".").Service(Direct, 0, 0, 443, "a.test");
        Assert.AreEqual("a.test:443 direct", Locate(direct, Tls.Either));
    }

    [TestMethod]
    public void A_port_asks_nobody()
    {
        using TestNameServer names = new TestNameServer().Service(StartTls, 0, 0, 5222, "a.test");
        var endpoint = new ServerEndpoint("b.test", 1234, Domain, false, true);
        Assert.AreEqual("b.test:1234", Text(Locate(names, endpoint, Link.Enough)));
        Assert.IsEmpty(names.Questions);
    }

    /// <summary>The server may have sent us to a host of another name; the domain, which the certificate must name, stays.</summary>
    [TestMethod]
    public void The_host_is_looked_up_and_not_the_domain()
    {
        using TestNameServer names = new TestNameServer().Service("_xmpp-client._tcp.other.test", 0, 0, 1, "a.test").Service(StartTls, 0, 0, 2, "b.test");
        Assert.AreEqual("a.test:1", Text(Locate(names, new ServerEndpoint("other.test", 0, Domain, false, true), Link.Enough)));
    }

    [TestMethod]
    public void Many_records_come_all()
    {
        using var names = new TestNameServer();
        string expected = "";
        for (int i = 1; i <= 9; i++)
        {
            names.Service(StartTls, i, 0, i, $"host{i}.test");
            expected += (i > 1 ? " " : "") + $"host{i}.test:{i}";
        }
        Assert.AreEqual(expected, Locate(names, Tls.Either));
    }

    private protected static ServerEndpoint Endpoint(Tls tls, string domain = Domain) => new(domain, 0, domain, tls == Tls.Direct, tls == Tls.Either);

    private protected string Locate(TestNameServer names, Tls tls, string domain = Domain) => Text(Locate(names, Endpoint(tls, domain), Link.Enough));

    private protected static string Text(ServerTargets targets)
    {
        var all = new List<string>();
        while (targets.Next() is { } next)
            all.Add($"{next.Host}:{next.Port}{(next.DirectTls ? " direct" : "")}");
        return string.Join(' ', all);
    }
}

/// <summary>By a library.</summary>
[TestClass]
public sealed class DesktopLocateTests : LocateTests
{
    [TestMethod]
    public void The_refusal_says_what_to_do()
    {
        using TestNameServer names = new TestNameServer().Service(Direct, 0, 0, 0, ".");
        Outcome outcome = Locator(names).Locate(Endpoint(Tls.Direct), Deadline.After(Link.Enough), out ServerTargets targets);
        Assert.AreEqual(TransportStatus.HostNotFound, outcome.Status);
        Assert.AreEqual(
            "alpha.test says in the DNS (_xmpps-client._tcp) that it does not offer this; try the other of tls = starttls and direct",
            outcome.Failure);
        Assert.AreEqual(0, targets.Count);
    }

    [TestMethod]
    public void An_address_as_domain_asks_nobody()
    {
        using var names = new TestNameServer();
        Assert.AreEqual("::1:5222", Locate(names, Tls.Either, "::1"));
        Assert.IsEmpty(names.Questions);
    }

    [TestMethod]
    public void An_international_domain_is_asked_for_in_ASCII()
    {
        using TestNameServer names = new TestNameServer().Service("_xmpp-client._tcp.xn--bcher-kva.test", 0, 0, 5222, "a.test");
        Assert.AreEqual("a.test:5222", Locate(names, Tls.Start, "bücher.test"));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("a..test")]
    [DataRow("a b.test")]
    [DataRow("-----------------------------------------------------------------------.test")]
    public void A_domain_that_cannot_be_has_no_address(string domain)
    {
        using var names = new TestNameServer();
        using var transport = new SocketTransport(new TransportOptions { NameServer = names.Address });
        Assert.AreEqual(TransportStatus.HostNotFound, transport.Connect(Endpoint(Tls.Start, domain), Link.Enough));
        StringAssert.EndsWith(transport.Failure, " has no address; check the domain, or set server = host:port");
    }

    private protected override ServerTargets Locate(TestNameServer names, ServerEndpoint endpoint, int timeoutMs)
    {
        Locator(names).Locate(endpoint, Deadline.After(timeoutMs), out ServerTargets targets);
        return targets;
    }

    static ServerLocator Locator(TestNameServer names) => new(new NameLookup(names.Address));
}

/// <summary>By the chip's own small question.</summary>
[TestClass]
public sealed class ChipLocateTests : LocateTests
{
    [TestMethod]
    [DataRow("a..test")]
    [DataRow(".test")]
    [DataRow("-----------------------------------------------------------------------.test")]
    public void A_domain_that_cannot_be_is_not_asked_for(string domain)
    {
        using var names = new TestNameServer();
        Assert.AreEqual(domain + ":5222", Locate(names, Tls.Either, domain));
        Assert.IsEmpty(names.Questions);
    }

    [TestMethod]
    public void Without_a_name_server_there_is_the_domain_itself()
    {
        NameServers.Are();
        Assert.AreEqual("alpha.test:5222", Text(new ServerLookup(new SystemClock()).Locate(Endpoint(Tls.Either), Link.Enough)));
    }

    private protected override ServerTargets Locate(TestNameServer names, ServerEndpoint endpoint, int timeoutMs)
    {
        NameServers.Are(names.Address);
        return new ServerLookup(new SystemClock()).Locate(endpoint, timeoutMs);
    }
}
