using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Xmpp.Tests;

/// <summary><c>xmpp:</c> URIs and IRIs (RFC 5122) and their queries (XEP-0147), read and written.</summary>
[TestClass]
public sealed class XmppUriTests
{
    // The examples of RFC 5122 and of XEP-0147.
    [TestMethod]
    [DataRow("xmpp:node@example.com", null, "node@example.com", "", "", "")]
    [DataRow("xmpp://guest@example.com", "guest@example.com", null, "", "", "")]
    [DataRow("xmpp:guest@example.com", null, "guest@example.com", "", "", "")]
    [DataRow("xmpp://guest@example.com/support@example.com?message", "guest@example.com", "support@example.com", "message", "", "")]
    [DataRow("xmpp:support@example.com?message", null, "support@example.com", "message", "", "")]
    [DataRow("xmpp:example-node@example.com?message;subject=Hello%20World", null, "example-node@example.com", "message", "subject=Hello World", "")]
    [DataRow("xmpp:example-node@example.com/some-resource", null, "example-node@example.com/some-resource", "", "", "")]
    [DataRow("xmpp:example.com", null, "example.com", "", "", "")]
    [DataRow("xmpp:example-node@example.com?message#frag", null, "example-node@example.com", "message", "", "frag")]
    [DataRow("xmpp:ji%C5%99i@%C4%8Dechy.example/v%20Praze", null, "ji\u0159i@\u010Dechy.example/v Praze", "", "", "")]
    [DataRow("xmpp:romeo@montague.net?message;subject=Test%20Message;body=Here%27s%20a%20test%20message", null, "romeo@montague.net", "message", "subject=Test Message|body=Here's a test message", "")]
    [DataRow("xmpp:romeo@montague.net?roster;name=Romeo%20Montague;group=Friends", null, "romeo@montague.net", "roster", "name=Romeo Montague|group=Friends", "")]
    [DataRow("xmpp:romeo@montague.net?roster;name=R;group=A;group=B", null, "romeo@montague.net", "roster", "name=R|group=A|group=B", "")]
    [DataRow("xmpp:romeo@montague.net?subscribe", null, "romeo@montague.net", "subscribe", "", "")]
    [DataRow("xmpp:romeo@montague.net?unsubscribe", null, "romeo@montague.net", "unsubscribe", "", "")]
    [DataRow("xmpp:romeo@montague.net?remove", null, "romeo@montague.net", "remove", "", "")]
    [DataRow("xmpp:romeo@montague.net?disco;node=http%3A%2F%2Fjabber.org%2Fprotocol%2Fcommands;request=items;type=get", null, "romeo@montague.net", "disco", "node=http://jabber.org/protocol/commands|request=items|type=get", "")]
    [DataRow("xmpp:montague.net?command;node=stats", null, "montague.net", "command", "node=stats", "")]
    [DataRow("xmpp:romeo@montague.net/orchard?command;node=light%2Fon;action=execute", null, "romeo@montague.net/orchard", "command", "node=light/on|action=execute", "")]
    [DataRow("xmpp:coven@chat.shakespeare.lit?invite;jid=hecate@shakespeare.lit", null, "coven@chat.shakespeare.lit", "invite", "jid=hecate@shakespeare.lit", "")]
    [DataRow("xmpp:a@b?message;body=100%25%3B%3D%26%3F%23", null, "a@b", "message", "body=100%;=&?#", "")]
    [DataRow("xmpp:a@b?message;body=", null, "a@b", "message", "body=", "")]
    [DataRow("XMPP:A@Example.COM/C", null, "a@example.com/C", "", "", "")]
    [DataRow("xmpp:a@[2001:db8::1]", null, "a@[2001:db8::1]", "", "", "")]
    [DataRow("xmpp:a@b/c%2Fd%40e", null, "a@b/c/d@e", "", "", "")]
    [DataRow("xmpp:a@b/c/d", null, "a@b/c/d", "", "", "")]
    public void Read_written_and_read_again(string text, string? authority, string? address, string query, string pairs, string fragment)
    {
        XmppUri? uri = XmppUri.Parse(text);
        Assert.IsNotNull(uri);
        foreach (XmppUri? read in new[] { uri, XmppUri.Parse(uri.ToString()), XmppUri.Parse(uri.ToIri()) })
        {
            Assert.IsNotNull(read);
            Assert.AreEqual(authority, read.Authority?.ToString());
            Assert.AreEqual(address, read.Address?.ToString());
            Assert.AreEqual(query, read.Query);
            Assert.AreEqual(pairs, string.Join('|', read.Pairs.Select(static pair => pair.Key + "=" + pair.Value)));
            Assert.AreEqual(fragment, read.Fragment);
        }

        Assert.IsTrue(uri.ToString().All(char.IsAscii));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("node@example.com")]
    [DataRow("mailto:node@example.com")]
    [DataRow("xmpp:")]
    [DataRow("xmpp:?message")]
    [DataRow("xmpp://")]
    [DataRow("xmpp://example.com")]
    [DataRow("xmpp://guest@example.com/@b")]
    [DataRow("xmpp:@example.com")]
    [DataRow("xmpp:a b@example.com")]
    [DataRow("xmpp:a%20b@example.com")]
    [DataRow("xmpp:a%40b@example.com")]
    [DataRow("xmpp:a@b%2Fc")]
    [DataRow("xmpp:a@b%40c")]
    [DataRow("xmpp:a@b?message;=x")]
    [DataRow("xmpp:a@b?message;;body=x")]
    [DataRow("xmpp:a@b?message;body=%")]
    [DataRow("xmpp:a@b?message;body=%2")]
    [DataRow("xmpp:a@b?message;body=%zz")]
    [DataRow("xmpp:a@b?message;body=%C3")]
    [DataRow("xmpp:a@b?message;body=%FF%FE")]
    [DataRow("xmpp:a@b?message;body=a b")]
    [DataRow("xmpp:a@b?message;body=<b>")]
    [DataRow("xmpp:\u265A@example.com")]
    public void What_is_no_uri_is_not_read(string text) => Assert.IsNull(XmppUri.Parse(text));

    // RFC 5122 §2.7.2: an address with everything in it.
    [TestMethod]
    public void What_an_address_may_have_is_escaped()
    {
        Jid? address = Jid.Parse("nasty!#$%()*+,-.;=?[\\]^_`{|}~node@example.com/repulsive !#\"$%&'()*+,-./:;<=>?@[\\]^_`{|}~resource");
        Assert.IsNotNull(address);
        string text = new XmppUri(address).ToString();
        Assert.AreEqual(
            "xmpp:nasty!%23$%25()*+,-.;=%3F%5B%5C%5D%5E_%60%7B%7C%7D~node@example.com/"
            + "repulsive%20!%23%22$%25&'()*+,-.%2F:;%3C=%3E%3F%40%5B%5C%5D%5E_%60%7B%7C%7D~resource",
            text);
        Assert.AreEqual(address.ToString(), XmppUri.Parse(text)?.Address?.ToString());
    }

    [TestMethod]
    public void An_iri_is_for_people_and_a_uri_is_ascii()
    {
        var uri = new XmppUri(Jid.Parse("ji\u0159i@\u010Dechy.example/v Praze")!, XmppQuery.Message, ("body", "dobr\u00FD den"));
        Assert.AreEqual("xmpp:ji%C5%99i@%C4%8Dechy.example/v%20Praze?message;body=dobr%C3%BD%20den", uri.ToString());
        Assert.AreEqual("xmpp:ji\u0159i@\u010Dechy.example/v%20Praze?message;body=dobr\u00FD%20den", uri.ToIri());
    }

    [TestMethod]
    public void Values_are_found_by_key()
    {
        XmppUri uri = XmppUri.Parse("xmpp:a@b?roster;group=x;name=n;group=y")!;
        Assert.AreEqual("n", uri.Value("name"));
        CollectionAssert.AreEqual(new[] { "x", "y" }, uri.Values("group").ToArray());
        Assert.IsNull(uri.Value("subject"));
    }
}
