using System;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Loopback.Tests;

/// <summary>Questions to clients, to the server and to accounts are answered exactly once (RFC 6120 §8.2.3).</summary>
[TestClass]
public sealed class QueryTests
{
    [TestMethod]
    public async Task AQuestionGoesToTheFullJidAndItsAnswerBack()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient a = await RawClient.ConnectedAsync(server, "a");
        await using RawClient b = await RawClient.ConnectedAsync(server, "b");

        await a.WriteAsync("<iq type='set' id='q' to='b@localhost/r' from='b@localhost'><do xmlns='urn:x'/></iq>");
        XElement question = await b.ReadAsync();
        Assert.AreEqual("a@localhost/r", (string?)question.Attribute("from"));
        await b.WriteAsync("<iq type='result' id='q' to='a@localhost/r'/>");
        XElement answer = await a.ReadAsync();
        Assert.AreEqual("result q b@localhost/r", $"{answer.Type()} {(string?)answer.Attribute("id")} {(string?)answer.Attribute("from")}");
        await b.WriteAsync("<iq type='error' id='q' to='a@localhost/gone'><error/></iq><iq type='result' id='q' to='localhost'/>");
        await b.ReadNothingAsync();
    }

    [TestMethod]
    [DataRow("get", "localhost", "<ping xmlns='urn:xmpp:ping'/>")]
    [DataRow("get", "a@localhost", "<ping xmlns='urn:xmpp:ping'/>")]
    [DataRow("get", null, "<ping xmlns='urn:xmpp:ping'/>")]
    [DataRow("get", "localhost", "<query xmlns='http://jabber.org/protocol/disco#items'/>")]
    [DataRow("set", null, "<session xmlns='urn:ietf:params:xml:ns:xmpp-session'/>")]
    public async Task TheServerAnswers(string type, string? to, string payload)
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.ConnectedAsync(server, "a");

        XElement answer = await client.AskAsync($"<iq type='{type}' id='q'{(to is null ? "" : $" to='{to}'")}>{payload}</iq>");

        Assert.AreEqual("result q", $"{answer.Type()} {(string?)answer.Attribute("id")}", answer.ToString());
        Assert.AreEqual(to, (string?)answer.Attribute("from"));
        Assert.AreEqual("a@localhost/r", (string?)answer.Attribute("to"));
        await client.ReadNothingAsync();
    }

    [TestMethod]
    [DataRow("<iq type='get' id='q' to='b@localhost'><ping xmlns='urn:xmpp:ping'/></iq>", "service-unavailable", DisplayName = "another's account")]
    [DataRow("<iq type='get' id='q' to='b@localhost/gone'><ping xmlns='urn:xmpp:ping'/></iq>", "service-unavailable", DisplayName = "no such resource")]
    [DataRow("<iq type='get' id='q' to='nobody@localhost/r'><ping xmlns='urn:xmpp:ping'/></iq>", "service-unavailable", DisplayName = "no such account")]
    [DataRow("<iq type='get' id='q'><vCard xmlns='vcard-temp'/></iq>", "service-unavailable", DisplayName = "no such service")]
    [DataRow("<iq type='set' id='q' to='localhost'><ping xmlns='urn:xmpp:ping'/></iq>", "service-unavailable", DisplayName = "a ping is no set")]
    [DataRow("<iq type='get' id='q' to='localhost/x'><ping xmlns='urn:xmpp:ping'/></iq>", "service-unavailable", DisplayName = "a resource of the server")]
    [DataRow("<iq type='get' id='q' to='elsewhere.example'><ping xmlns='urn:xmpp:ping'/></iq>", "remote-server-not-found", DisplayName = "another server")]
    [DataRow("<iq type='get' id='q' to='a@@b'><ping xmlns='urn:xmpp:ping'/></iq>", "jid-malformed", DisplayName = "no address")]
    [DataRow("<iq type='get' id='q'/>", "bad-request", DisplayName = "no payload")]
    [DataRow("<iq type='get' id='q'><a xmlns='x'/><b xmlns='x'/></iq>", "bad-request", DisplayName = "two payloads")]
    [DataRow("<iq id='q'><a xmlns='x'/></iq>", "bad-request", DisplayName = "no type")]
    [DataRow("<iq type='ask' id='q'><a xmlns='x'/></iq>", "bad-request", DisplayName = "another type")]
    [DataRow("<iq type='get'><a xmlns='x'/></iq>", "bad-request", DisplayName = "no id")]
    [DataRow("<iq type='get' id='q' to='localhost'><query xmlns='http://jabber.org/protocol/disco#info' node='x'/></iq>", "item-not-found", DisplayName = "no such node")]
    [DataRow("<iq type='get' id='q' to='b@localhost'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>", "service-unavailable", DisplayName = "a stranger's account")]
    public async Task WhatCannotBeAnsweredIsAnError(string iq, string condition)
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.ConnectedAsync(server, "a");

        XElement error = await client.AskAsync(iq);

        Assert.AreEqual("error", error.Type());
        Assert.IsNotNull(error.Element(Names.Client + "error")?.Element(Names.StanzaErrors + condition), error.ToString());
        await client.ReadNothingAsync();
    }

    [TestMethod]
    public async Task DiscoveryNamesServerAndAccounts()
    {
        await using LoopbackServer server = TestServer.StartWithFriends();
        await using RawClient client = await RawClient.ConnectedAsync(server, "a");

        XElement info = await client.AskAsync("<iq type='get' id='q' to='localhost'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>");
        Assert.AreEqual("server im", Identity(info));
        Assert.Contains("urn:xmpp:ping", info.Descendants(Names.DiscoInfo + "feature").Select(feature => (string?)feature.Attribute("var")));
        info = await client.AskAsync("<iq type='get' id='q' to='b@localhost'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>");
        Assert.AreEqual("account registered", Identity(info));
    }

    [TestMethod]
    public async Task VersionAndTime()
    {
        var clock = new ZonedClock();
        await using LoopbackServer server = TestServer.Start(new LoopbackOptions { Clock = clock });
        await using RawClient client = await RawClient.ConnectedAsync(server, "a");

        XElement version = await client.AskAsync("<iq type='get' id='q' to='localhost'><query xmlns='jabber:iq:version'/></iq>");
        Assert.AreEqual("Presentity Loopback", version.Descendants(Names.Version + "name").Single().Value);
        Assert.MatchesRegex(@"^\d+\.\d+\.\d+$", version.Descendants(Names.Version + "version").Single().Value);
        XElement time = await client.AskAsync("<iq type='get' id='q' to='localhost'><time xmlns='urn:xmpp:time'/></iq>");
        Assert.AreEqual("+05:30", time.Descendants(Names.Time + "tzo").Single().Value);
        Assert.AreEqual("2026-05-04T03:02:01Z", time.Descendants(Names.Time + "utc").Single().Value);
    }

    static string Identity(XElement info)
    {
        XElement identity = info.Descendants(Names.DiscoInfo + "identity").Single();
        return $"{(string?)identity.Attribute("category")} {(string?)identity.Attribute("type")}";
    }

    sealed class ZonedClock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.CreateCustomTimeZone("x", new TimeSpan(5, 30, 0), "x", "x");

        public override DateTimeOffset GetUtcNow() => new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);
    }
}
