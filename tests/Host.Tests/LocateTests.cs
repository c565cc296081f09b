using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;

namespace Presentity.Host.Tests;

/// <summary>Which hosts are tried for a domain (RFC 6120 §3.2, XEP-0368 §3), by a real name server.</summary>
[TestClass]
public sealed class LocateTests
{
    const string StartTls = "_xmpp-client._tcp.alpha.test", Direct = "_xmpps-client._tcp.alpha.test";

    [TestMethod]
    public void Records_of_the_kind_of_TLS_asked_for_by_priority()
    {
        using TestNameServer names = new TestNameServer()
            .Service(StartTls, 20, 5, 5222, "second.test").Service(StartTls, 10, 5, 15222, "first.test")
            .Service(Direct, 5, 5, 443, "direct.test");
        Assert.AreEqual("first.test:15222 second.test:5222", Locate(names, "alpha.test", directTls: false));
        Assert.AreEqual("direct.test:443", Locate(names, "alpha.test", directTls: true));
    }

    [TestMethod]
    [DataRow(false, "alpha.test:5222")]
    [DataRow(true, "alpha.test:5223")]
    public void No_record_means_the_domain_itself(bool directTls, string expected)
    {
        using var names = new TestNameServer();
        Assert.AreEqual(expected, Locate(names, "alpha.test", directTls));
    }

    [TestMethod]
    public void A_silent_name_server_leaves_time_for_the_domain_itself()
    {
        using var names = new TestNameServer { IsSilent = true };
        Deadline deadline = Deadline.After(1500);
        Outcome outcome = Locator(names).Locate(Endpoint("alpha.test", false), deadline, out IReadOnlyList<ServerTarget> targets);
        Assert.AreEqual(Outcome.Ok, outcome);
        Assert.AreEqual("alpha.test:5222", Text(targets));
        Assert.IsGreaterThan(400, deadline.Left);
    }

    [TestMethod]
    public void The_root_as_target_means_no_such_service()
    {
        using TestNameServer names = new TestNameServer().Service(Direct, 0, 0, 0, ".");
        Outcome outcome = Locator(names).Locate(
            Endpoint("alpha.test", true), Deadline.After(Link.Enough), out IReadOnlyList<ServerTarget> targets);
        Assert.AreEqual(TransportStatus.HostNotFound, outcome.Status);
        Assert.AreEqual(
            "alpha.test says in the DNS (_xmpps-client._tcp) that it does not offer this; try the other of tls = starttls and direct",
            outcome.Failure);
        Assert.IsEmpty(targets);
    }

    [TestMethod]
    public void A_port_asks_nobody()
    {
        using TestNameServer names = new TestNameServer().Service(StartTls, 0, 0, 5222, "a.test");
        var endpoint = new ServerEndpoint("b.test", 1234, "alpha.test", false);
        Locator(names).Locate(endpoint, Deadline.After(Link.Enough), out IReadOnlyList<ServerTarget> targets);
        Assert.AreEqual("b.test:1234", Text(targets));
        Assert.IsEmpty(names.Questions);
    }

    [TestMethod]
    public void An_address_as_domain_asks_nobody()
    {
        using var names = new TestNameServer();
        Assert.AreEqual("::1:5222", Locate(names, "::1", directTls: false));
        Assert.IsEmpty(names.Questions);
    }

    [TestMethod]
    public void An_international_domain_is_asked_for_in_ASCII()
    {
        using TestNameServer names = new TestNameServer().Service("_xmpp-client._tcp.xn--bcher-kva.test", 0, 0, 5222, "a.test");
        Assert.AreEqual("a.test:5222", Locate(names, "bücher.test", directTls: false));
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
        Assert.AreEqual(TransportStatus.HostNotFound, transport.Connect(Endpoint(domain, false), Link.Enough));
        StringAssert.EndsWith(transport.Failure, " has no address; check the domain, or set server = host:port");
    }

    static ServerLocator Locator(TestNameServer names) => new(new NameLookup(names.Address));

    static ServerEndpoint Endpoint(string domain, bool directTls) => new("", 0, domain, directTls);

    static string Locate(TestNameServer names, string domain, bool directTls)
    {
        Outcome outcome = Locator(names).Locate(
            Endpoint(domain, directTls), Deadline.After(Link.Enough), out IReadOnlyList<ServerTarget> targets);
        Assert.AreEqual(Outcome.Ok, outcome);
        return Text(targets);
    }

    static string Text(IReadOnlyList<ServerTarget> targets) => string.Join(' ', targets.Select(target => $"{target.Host}:{target.Port}"));
}
