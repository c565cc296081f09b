using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Xmpp.Tests;

/// <summary>Addresses: RFC 7622 as far as every platform checks it, and comparing what servers stamp.</summary>
[TestClass]
public sealed class JidTests
{
    // The first fourteen are those of RFC 7622 §3.5, table 1, but one whose case is the desktop's to map.
    [TestMethod]
    [DataRow("juliet@example.com", "juliet", "example.com", "")]
    [DataRow("juliet@example.com/foo", "juliet", "example.com", "foo")]
    [DataRow("juliet@example.com/foo bar", "juliet", "example.com", "foo bar")]
    [DataRow("juliet@example.com/foo@bar", "juliet", "example.com", "foo@bar")]
    [DataRow("foo\\20bar@example.com", "foo\\20bar", "example.com", "")]
    [DataRow("fussball@example.com", "fussball", "example.com", "")]
    [DataRow("fußball@example.com", "fußball", "example.com", "")]
    [DataRow("π@example.com", "π", "example.com", "")]
    [DataRow("σ@example.com/foo", "σ", "example.com", "foo")]
    [DataRow("ς@example.com/foo", "ς", "example.com", "foo")]
    [DataRow("king@example.com/♚", "king", "example.com", "♚")]
    [DataRow("example.com", "", "example.com", "")]
    [DataRow("example.com/foobar", "", "example.com", "foobar")]
    [DataRow("a.example.com/b@example.net", "", "a.example.com", "b@example.net")]
    [DataRow("Device@Example.COM/Agent", "device", "example.com", "Agent")]
    [DataRow("a@[2001:db8::1]/b", "a", "[2001:db8::1]", "b")]
    [DataRow("a@b/c/d", "a", "b", "c/d")]
    [DataRow("a@b/\"<&'>:", "a", "b", "\"<&'>:")]
    public void Addresses_have_parts(string text, string local, string domain, string resource)
    {
        Jid? jid = Jid.Parse(text);
        Assert.IsNotNull(jid);
        Assert.AreEqual(local, jid.Local);
        Assert.AreEqual(domain, jid.HostName);
        Assert.AreEqual(resource, jid.Resource);
        Assert.AreEqual(local.Length > 0, jid.HasLocal);
        Assert.AreEqual(resource.Length > 0, jid.HasResource);
        string bare = (local.Length > 0 ? local + "@" : "") + domain;
        Assert.AreEqual(resource.Length > 0 ? bare + "/" + resource : bare, jid.ToString());
        Assert.AreEqual(Encoding.UTF8.GetBytes(bare).Length, jid.BareLength);
        Assert.AreEqual(jid.ToString(), Jid.Parse(jid.ToString())?.ToString());
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("@example.com")]
    [DataRow("@example.com/")]
    [DataRow("juliet@")]
    [DataRow("juliet@/foo")]
    [DataRow("/foobar")]
    [DataRow("/")]
    [DataRow("juliet@example.com/")]
    [DataRow("example.com/")]
    [DataRow("foo bar@example.com")]
    [DataRow(" foo@example.com")]
    [DataRow("\u0001")]
    [DataRow("\"juliet\"@example.com")]
    [DataRow("a&b@example.com")]
    [DataRow("a'b@example.com")]
    [DataRow("a:b@example.com")]
    [DataRow("a<b@example.com")]
    [DataRow("a>b@example.com")]
    [DataRow("a@b@example.com")]
    [DataRow("a@exam ple.com")]
    [DataRow("a@exam<ple.com")]
    [DataRow("a\n@example.com")]
    [DataRow("a@example.com/b\u0001")]
    [DataRow("a@example.com/b\u007f")]
    public void What_is_no_address_is_not_read(string text) => Assert.IsNull(Jid.Parse(text));

    [TestMethod]
    public void Parts_have_at_most_1023_bytes()
    {
        string most = new string('a', 1023);
        Assert.IsNotNull(Jid.Parse(most + "@" + most + "/" + most));
        Assert.IsNull(Jid.Parse(most + "a@b/c"));
        Assert.IsNull(Jid.Parse("a@" + most + "b/c"));
        Assert.IsNull(Jid.Parse("a@b/" + most + "c"));
        Assert.IsNull(Jid.Parse(new string('é', 512) + "@b"));
    }

    [TestMethod]
    public void Parsing_copies_only_what_it_was_given()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("<a@b/c>");
        Jid? jid = Jid.Parse(bytes, 1, 5);
        bytes[1] = (byte)'x';
        Assert.AreEqual("a@b/c", jid?.ToString());
    }

    [TestMethod]
    [DataRow("owner@example.com/Home", "owner@example.com/Home", true, true)]
    [DataRow("owner@example.com/Home", "OWNER@Example.Com/Home", true, true)]
    [DataRow("owner@example.com/Home", "owner@example.com/home", false, true)]
    [DataRow("owner@example.com/Home", "owner@example.com", false, true)]
    [DataRow("owner@example.com", "owner@example.com", true, true)]
    [DataRow("owner@example.com", "owner@example.com/Home", false, true)]
    [DataRow("owner@example.com", "owner@example.com.evil.example", false, false)]
    [DataRow("owner@example.com", "owner@example.co", false, false)]
    [DataRow("owner@example.com", "xowner@example.com", false, false)]
    [DataRow("owner@example.com", "", false, false)]
    [DataRow("example.com", "example.com", true, true)]
    [DataRow("example.com", "example.com/x", false, true)]
    [DataRow("example.com", "owner@example.com", false, false)]
    public void Addresses_on_the_wire_are_compared_by_folding_what_is_folded(string text, string wire, bool same, bool sameBare)
    {
        Jid jid = Jid.Parse(text)!;
        byte[] bytes = Encoding.UTF8.GetBytes("'" + wire + "'");
        Assert.AreEqual(same, jid.Matches(bytes, 1, bytes.Length - 2));
        Assert.AreEqual(sameBare, jid.MatchesBare(bytes, 1, bytes.Length - 2));
    }

    [TestMethod]
    [DataRow("device@example.com", "example.com", true)]
    [DataRow("device@example.com/agent", "Example.COM", true)]
    [DataRow("device@example.com", "device@example.com", false)]
    [DataRow("device@example.com", "chat.example.com", false)]
    [DataRow("device@example.com", "example.con", false)]
    [DataRow("device@example.com", "example.com/x", false)]
    [DataRow("device@example.com", "", false)]
    public void The_domain_alone_is_the_server(string text, string wire, bool same)
    {
        byte[] bytes = Encoding.UTF8.GetBytes("'" + wire + "'");
        Assert.AreEqual(same, Jid.Parse(text)!.MatchesDomain(bytes, 1, bytes.Length - 2));
    }
}
