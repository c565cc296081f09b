using System;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Loopback.Tests;

/// <summary>From the first byte to a session (RFC 6120 §4 to §7), done right and done wrong.</summary>
[TestClass]
public sealed class NegotiationTests
{
    const string Auth = "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>";

    [TestMethod]
    public async Task AClientIsSentToAnotherHostUnderTls()
    {
        await using LoopbackServer server = TestServer.Start(new LoopbackOptions { OtherHost = "other.example:5222" });
        await using RawClient client = await RawClient.ConnectAsync(server);
        await client.OpenAsync();
        await client.ReadAsync();
        Assert.AreEqual(Names.Tls + "proceed", (await client.AskAsync("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")).Name);
        await client.SecureAsync();
        await client.OpenAsync();
        XElement error = await client.ReadAsync();
        Assert.AreEqual("other.example:5222", error.Element(Names.StreamErrors + "see-other-host")?.Value);
    }

    [TestMethod]
    [DataRow("SCRAM-SHA-256")]
    [DataRow("SCRAM-SHA-1")]
    public async Task StartTlsThenScramThenBind(string mechanism)
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.ConnectAsync(server);

        XElement header = await client.OpenAsync();
        Assert.AreEqual("localhost", (string?)header.Attribute("from"));
        Assert.AreEqual("1.0", (string?)header.Attribute("version"));
        XElement features = await client.ReadAsync();
        Assert.IsNotNull(features.Element(Names.Tls + "starttls")?.Element(Names.Tls + "required"));
        Assert.IsNull(features.Element(Names.Sasl + "mechanisms"));
        Assert.AreEqual(Names.Tls + "proceed", (await client.AskAsync("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")).Name);

        await client.SecureAsync();
        Assert.AreNotEqual((string?)header.Attribute("id"), (string?)(await client.OpenAsync()).Attribute("id"));
        features = await client.ReadAsync();
        Assert.AreEqual("SCRAM-SHA-256 SCRAM-SHA-1", string.Join(' ', features.Element(Names.Sasl + "mechanisms")!.Elements().Select(each => each.Value)));
        Assert.AreEqual("success", (await client.LogInAsync("a", "a-pass", mechanism)).Name.LocalName);

        await client.OpenAsync();
        features = await client.ReadAsync();
        Assert.IsNotNull(features.Element(Names.Bind + "bind"));
        XElement bound = await client.AskAsync("<iq type='set' id='x'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
        Assert.AreEqual("result", bound.Type());
        Assert.MatchesRegex("^a@localhost/[a-z0-9]{12}$", bound.Value);
        Assert.AreEqual(bound.Value, server.Sessions.Single());
        Assert.AreEqual("result", (await client.AskAsync("<iq type='set' id='s'><session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></iq>")).Type());
    }

    [TestMethod]
    [DataRow("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='other.example' version='1.0'>", "host-unknown")]
    [DataRow("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>", "improper-addressing")]
    [DataRow("<stream:stream xmlns='jabber:client' xmlns:stream='urn:wrong' to='localhost' version='1.0'>", "invalid-namespace")]
    [DataRow("<stream:other xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='localhost' version='1.0'>", "bad-format")]
    [DataRow("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='localhost' version='2.0'>", "unsupported-version")]
    [DataRow("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='localhost'>", "unsupported-version")]
    [DataRow("<?xml version='1.0' encoding='latin-1'?><a/>", "unsupported-encoding")]
    [DataRow("GET / HTTP/1.1\r\n\r\n", "not-well-formed")]
    [DataRow("<!DOCTYPE x><a/>", "restricted-xml")]
    public async Task AWrongHeaderIsAnsweredWithAHeaderAndAnError(string header, string condition)
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.ConnectAsync(server);

        Assert.AreEqual("localhost", (string?)(await client.OpenAsync(header)).Attribute("from"));
        await client.ReadErrorAsync(condition);
    }

    [TestMethod]
    public async Task NothingIsPossibleBeforeTls()
    {
        await using LoopbackServer server = TestServer.Start();
        await using (RawClient client = await RawClient.ConnectAsync(server))
        {
            await client.OpenAsync();
            await client.ReadAsync();
            XElement failure = await client.AskAsync(Auth + "biwsbj1hLHI9eA==</auth>");
            Assert.IsNotNull(failure.Element(Names.Sasl + "encryption-required"));
            await client.ReadErrorAsync("not-authorized");
        }

        await using (RawClient client = await RawClient.ConnectAsync(server))
        {
            await client.OpenAsync();
            await client.ReadAsync();
            await client.WriteAsync("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/><presence/>");
            Assert.AreEqual("proceed", (await client.ReadAsync()).Name.LocalName);
            await client.ReadErrorAsync("policy-violation");
        }
    }

    [TestMethod]
    public async Task NothingIsPossibleBeforeLoginAndBind()
    {
        await using LoopbackServer server = TestServer.Start();
        await using (RawClient client = await RawClient.SecuredAsync(server))
        {
            await client.WriteAsync("<message to='b@localhost'><body>x</body></message>");
            await client.ReadErrorAsync("not-authorized");
        }

        await using (RawClient client = await RawClient.AuthenticatedAsync(server, "a"))
        {
            await client.WriteAsync("<message to='b@localhost'><body>x</body></message>");
            await client.ReadErrorAsync("not-authorized");
        }
    }

    [TestMethod]
    [DataRow("<abort xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>", "aborted")]
    [DataRow("<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>!</response>", "incorrect-encoding")]
    [DataRow("<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>/w==</response>", "malformed-request")]
    [DataRow("<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>", "malformed-request")]
    public async Task AFailedAnswerSaysWhy(string response, string condition)
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.SecuredAsync(server);

        Assert.AreEqual("challenge", (await client.AskAsync($"{Auth}{RawClient.Encode("n,,n=a,r=x")}</auth>")).Name.LocalName);
        XElement failure = await client.AskAsync(response);

        Assert.IsNotNull(failure.Element(Names.Sasl + condition), failure.ToString());
        Assert.AreEqual("success", (await client.LogInAsync("a", "a-pass")).Name.LocalName, "Another login may be tried.");
    }

    [TestMethod]
    public async Task FailedLogins()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.SecuredAsync(server);

        Assert.IsNotNull((await client.LogInAsync("a", "wrong")).Element(Names.Sasl + "not-authorized"));
        Assert.IsNotNull((await client.LogInAsync("nobody", "x")).Element(Names.Sasl + "not-authorized"));
        XElement failure = await client.AskAsync(
            $"<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{RawClient.Encode("\0a\0a-pass")}</auth>");
        Assert.IsNotNull(failure.Element(Names.Sasl + "invalid-mechanism"));
        await client.ReadErrorAsync("policy-violation");
    }

    [TestMethod]
    public async Task AMechanismThatIsNotOfferedIsRefused()
    {
        await using LoopbackServer server = TestServer.Start(new LoopbackOptions { Mechanisms = ["SCRAM-SHA-1", "PLAIN"] });
        await using RawClient client = await RawClient.ConnectDirectAsync(server);
        await client.OpenAsync();

        Assert.AreEqual("SCRAM-SHA-1PLAIN", (await client.ReadAsync()).Element(Names.Sasl + "mechanisms")!.Value);
        Assert.IsNotNull((await client.LogInAsync("a", "a-pass")).Element(Names.Sasl + "invalid-mechanism"));
        Assert.AreEqual("success", (await client.LogInAsync("A", "a-pass", "SCRAM-SHA-1")).Name.LocalName);
    }

    [TestMethod]
    public async Task TheFirstMessageMayComeAfterAnEmptyChallenge()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.SecuredAsync(server);

        XElement empty = await client.AskAsync(Auth + "</auth>");
        Assert.AreEqual("", empty.Value);
        XElement challenge = await client.AskAsync($"<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{RawClient.Encode("n,,n=a,r=x")}</response>");
        Assert.StartsWith("r=x", RawClient.Decode(challenge.Value));
    }

    [TestMethod]
    public async Task ABadResourceIsRefusedAndAnotherMayBeAskedFor()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.AuthenticatedAsync(server, "a");

        string bind = "<iq type='set' id='x'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>{0}</resource></bind></iq>";
        XElement error = await client.AskAsync(string.Format(bind, new string('r', 1024)));
        Assert.IsNotNull(error.Descendants(Names.StanzaErrors + "bad-request").Single());
        Assert.AreEqual("a@localhost/A resource", (await client.AskAsync(string.Format(bind, "A resource"))).Value);
    }

    [TestMethod]
    public async Task TheSecondToBindAResourceGetsIt()
    {
        await using LoopbackServer server = TestServer.StartWithFriends();
        await using RawClient friend = await RawClient.OnlineAsync(server, "b");
        await friend.ReadAsync();
        await using RawClient first = await RawClient.OnlineAsync(server, "a");
        Assert.IsNull((await friend.ReadAsync()).Type());
        await using RawClient second = await RawClient.ConnectedAsync(server, "a");

        Assert.AreEqual("b@localhost/r", (string?)(await first.ReadAsync()).Attribute("from"));
        await first.ReadErrorAsync("conflict");
        Assert.AreEqual("unavailable", (await friend.ReadAsync()).Type());
        await second.ReadNothingAsync();
        Assert.AreEqual("a@localhost/r b@localhost/r", string.Join(' ', server.Sessions));
    }

    [TestMethod]
    public async Task WhoDoesNotGetOnIsTimedOut()
    {
        await using LoopbackServer server = TestServer.Start(
            new LoopbackOptions { ScramIterations = 10, NegotiationTimeout = TimeSpan.FromSeconds(1.5) });
        await using RawClient logged = await RawClient.ConnectedAsync(server, "a");
        await using RawClient silent = await RawClient.ConnectAsync(server);
        await using RawClient slow = await RawClient.SecuredAsync(server);

        await silent.ReadHeaderAsync();
        await silent.ReadErrorAsync("connection-timeout");
        await slow.ReadErrorAsync("connection-timeout");
        await logged.ReadNothingAsync();
    }
}
