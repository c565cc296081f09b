using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Loopback.Tests;

/// <summary>SASL 2 (XEP-0388), Bind 2 (XEP-0386) and tokens (XEP-0484), as a client meets them.</summary>
[TestClass]
public sealed class Sasl2Tests
{
    const string Sasl2 = "xmlns='urn:xmpp:sasl:2'";
    const string Bind = "<bind xmlns='urn:xmpp:bind:0'><tag>agent</tag></bind>";
    const string Managed = "<bind xmlns='urn:xmpp:bind:0'><tag>agent</tag><enable xmlns='urn:xmpp:sm:3' resume='true'/></bind>";
    const string Request = "<request-token xmlns='urn:xmpp:fast:0' mechanism='HT-SHA-256-NONE'/>";
    const string Fast = "<fast xmlns='urn:xmpp:fast:0'/>";

    [TestMethod]
    public async Task ItIsOfferedUnderTlsAlone()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.ConnectAsync(server);
        await client.OpenAsync();
        Assert.IsNull((await client.ReadAsync()).Element(Names.Sasl2 + "authentication"));
        await client.AskAsync("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        await client.SecureAsync();
        await client.OpenAsync();
        XElement offer = (await client.ReadAsync()).Element(Names.Sasl2 + "authentication")!;
        XElement inline = offer.Element(Names.Sasl2 + "inline")!;
        CollectionAssert.AreEqual(
            new[] { "SCRAM-SHA-256", "SCRAM-SHA-1" }, offer.Elements(Names.Sasl2 + "mechanism").Select(mechanism => mechanism.Value).ToArray());
        Assert.IsNotNull(inline.Element(Names.StreamManagement + "sm"));
        Assert.AreEqual("urn:xmpp:sm:3", (string?)inline.Element(Names.Bind2 + "bind")!.Descendants(Names.Bind2 + "feature").Single().Attribute("var"));
        CollectionAssert.AreEqual(
            new[] { "HT-SHA-256-EXPR", "HT-SHA-256-ENDP", "HT-SHA-256-NONE" }, inline.Element(Names.Fast + "fast")!.Elements().Select(name => name.Value).ToArray());
    }

    [TestMethod]
    public async Task WithoutBindingTheFeaturesFollowOnTheSameStream()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.SecuredAsync(server);
        XElement success = await LogInAsync(client, "a", "");
        Assert.AreEqual("a@localhost", success.Element(Names.Sasl2 + "authorization-identifier")!.Value);
        Assert.IsNotNull((await client.ReadAsync()).Element(Names.Bind + "bind"));
        XElement bound = await client.AskAsync(
            "<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>r</resource></bind></iq>");
        Assert.AreEqual("a@localhost/r", bound.Value);
    }

    [TestMethod]
    public async Task EachClientHasAResourceOfItsOwnAndOneSession()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient first = await RawClient.SecuredAsync(server);
        Assert.AreEqual("a@localhost/agent", Address(await LogInAsync(first, "a", Bind, "one")));
        await first.ReadAsync();
        await using RawClient other = await RawClient.SecuredAsync(server);
        string address = Address(await LogInAsync(other, "a", Bind, "two"));
        Assert.MatchesRegex("^a@localhost/agent/[a-z0-9]{12}$", address);
        await using RawClient again = await RawClient.SecuredAsync(server);
        Assert.AreEqual("a@localhost/agent", Address(await LogInAsync(again, "a", Bind, "one")));
        await first.ReadErrorAsync("conflict");
        CollectionAssert.AreEqual(new[] { "a@localhost/agent", address }, server.Sessions.ToArray());
    }

    [TestMethod]
    public async Task StanzasMayBeAsLargeAsAfterAnyLogin()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.SecuredAsync(server);
        Assert.AreEqual("a@localhost/agent", Address(await LogInAsync(client, "a", Bind)));
        await client.ReadAsync();
        string body = new('x', 50_000);
        XElement message = await client.AskAsync($"<presence/><message to='a@localhost/agent'><body>{body}</body></message>");
        Assert.AreEqual("presence", message.Name.LocalName);
        Assert.AreEqual(body, (await client.ReadAsync()).Value);
    }

    [TestMethod]
    public async Task WhoSaysThatHeIsAnotherIsRefused()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.ConnectDirectAsync(server);
        await client.OpenAsync(RawClient.Header.Replace("to=", "from='b@localhost' to=", StringComparison.Ordinal));
        await client.ReadAsync();
        XElement failure = await LogInAsync(client, "a", Bind);
        Assert.AreEqual(Names.Sasl2 + "failure", failure.Name);
        Assert.IsNotNull(failure.Element(Names.Sasl + "invalid-authzid"));
        Assert.IsEmpty(server.Sessions);
    }

    [TestMethod]
    public async Task TheStreamGoesOnWithTheLogin()
    {
        await using LoopbackServer server = TestServer.Start();
        XElement enabled;
        await using (RawClient client = await RawClient.SecuredAsync(server))
        {
            enabled = (await LogInAsync(client, "a", Managed)).Element(Names.Bind2 + "bound")!.Element(Names.StreamManagement + "enabled")!;
            await client.ReadAsync();
            await client.WriteAsync("<presence/>");
            await client.ReadAsync();
            client.Cut();
        }

        string resume = $"<resume xmlns='urn:xmpp:sm:3' h='0' previd='{(string?)enabled.Attribute("id")}'/>";
        await using RawClient again = await RawClient.SecuredAsync(server);
        XElement success = await LogInAsync(again, "a", resume + Managed);
        Assert.AreEqual("1", (string?)success.Element(Names.StreamManagement + "resumed")!.Attribute("h"));
        Assert.IsNull(success.Element(Names.Bind2 + "bound"));
        Assert.AreEqual("features", (await again.ReadAsync()).Name.LocalName);
        Assert.AreEqual("presence", (await again.ReadAsync()).Name.LocalName);

        await using RawClient late = await RawClient.SecuredAsync(server);
        success = await LogInAsync(late, "a", resume.Replace("previd='", "previd='x", StringComparison.Ordinal) + Managed);
        Assert.IsNotNull(success.Element(Names.StreamManagement + "failed"));
        Assert.IsNotNull(success.Element(Names.Bind2 + "bound"));
    }

    [TestMethod]
    public async Task ATokenIsForOneClientAndOneMechanism()
    {
        await using LoopbackServer server = TestServer.Start();
        string token = await TokenAsync(server);
        Assert.AreEqual("success", await UseAsync(server, token));
        Assert.AreEqual("success", await UseAsync(server, token));
        Assert.AreEqual("not-authorized", await UseAsync(server, token, client: "another"));
        Assert.AreEqual("not-authorized", await UseAsync(server, token, user: "b"));
        Assert.AreEqual("not-authorized", await UseAsync(server, token + "x"));
        Assert.AreEqual("not-authorized", await UseAsync(server, token, mechanism: "HT-SHA-256-ENDP"));
        Assert.AreEqual("invalid-mechanism", await UseAsync(server, token, mechanism: "HT-SHA-512-NONE"));
        Assert.AreEqual("invalid-mechanism", await UseAsync(server, token, mechanism: "SCRAM-SHA-256"));
        server.RevokeTokens("a");
        Assert.AreEqual("not-authorized", await UseAsync(server, token));
    }

    [TestMethod]
    public async Task ANewTokenTakesThePlaceOfTheLastOnceItIsUsed()
    {
        var clock = new TestTime();
        await using LoopbackServer server = TestServer.Start(new LoopbackOptions { ScramIterations = 10, Clock = clock });
        string first = await TokenAsync(server);
        Assert.AreEqual("success", await UseAsync(server, first));
        clock.Now += TimeSpan.FromDays(1);
        string lost = (string)(await AnswerAsync(server, first)).Element(Names.Fast + "token")!.Attribute("token")!;
        string second = (string)(await AnswerAsync(server, first)).Element(Names.Fast + "token")!.Attribute("token")!;
        // The one before it was never used.
        Assert.AreEqual("not-authorized", await UseAsync(server, lost));
        Assert.AreEqual("success", await UseAsync(server, first));
        second = (string?)(await AnswerAsync(server, first)).Element(Names.Fast + "token")!.Attribute("token") ?? second;
        Assert.AreEqual("success", await UseAsync(server, second));
        Assert.AreEqual("not-authorized", await UseAsync(server, first));
        clock.Now += TimeSpan.FromDays(21);
        Assert.AreEqual("credentials-expired", await UseAsync(server, second));
        Assert.AreEqual("not-authorized", await UseAsync(server, second));
    }

    [TestMethod]
    public async Task ACountIsUsedOnceAndALastLoginIsTheLast()
    {
        await using LoopbackServer server = TestServer.Start();
        string token = await TokenAsync(server);
        Assert.AreEqual("success", await UseAsync(server, token, fast: Fast.Replace("/>", " count='2'/>", StringComparison.Ordinal)));
        Assert.AreEqual("not-authorized", await UseAsync(server, token, fast: Fast.Replace("/>", " count='2'/>", StringComparison.Ordinal)));
        Assert.AreEqual("not-authorized", await UseAsync(server, token, fast: Fast.Replace("/>", " count='1'/>", StringComparison.Ordinal)));
        Assert.AreEqual("success", await UseAsync(server, token, fast: Fast.Replace("/>", " count='3' invalidate='true'/>", StringComparison.Ordinal)));
        Assert.AreEqual("not-authorized", await UseAsync(server, token));
    }

    [TestMethod]
    [DataRow("bm90aGluZw==", "malformed-request")]
    [DataRow("*", "incorrect-encoding")]
    [DataRow("", "malformed-request")]
    public async Task ATokenMessageThatIsNone(string message, string condition)
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.SecuredAsync(server);
        XElement failure = await client.AskAsync(Authenticate("HT-SHA-256-NONE", message, Fast));
        Assert.IsNotNull(failure.Element(Names.Sasl + condition), failure.ToString());
    }

    static async Task<string> TokenAsync(LoopbackServer server)
    {
        await using RawClient client = await RawClient.SecuredAsync(server);
        return (string)(await LogInAsync(client, "a", Request)).Element(Names.Fast + "token")!.Attribute("token")!;
    }

    static async Task<string> UseAsync(
        LoopbackServer server, string token, string user = "a", string client = "one", string mechanism = "HT-SHA-256-NONE", string fast = Fast)
    {
        XElement answer = await AnswerAsync(server, token, user, client, mechanism, fast);
        if (answer.Name.LocalName != "success")
            return answer.Elements().Single().Name.LocalName;
        Assert.AreEqual(
            Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "Responder"u8)), answer.Element(Names.Sasl2 + "additional-data")!.Value);
        return "success";
    }

    static async Task<XElement> AnswerAsync(
        LoopbackServer server, string token, string user = "a", string client = "one", string mechanism = "HT-SHA-256-NONE", string fast = Fast)
    {
        await using RawClient raw = await RawClient.SecuredAsync(server);
        byte[] hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "Initiator"u8);
        string message = Convert.ToBase64String([.. Encoding.UTF8.GetBytes(user), 0, .. hash]);
        return await raw.AskAsync(Authenticate(mechanism, message, fast, client));
    }

    /// <summary>Runs SCRAM with more in the request; the last answer is success or failure.</summary>
    static async Task<XElement> LogInAsync(RawClient client, string user, string more, string id = "one")
    {
        var scram = new ScramClient(HashAlgorithmName.SHA256, user, user + "-pass");
        XElement challenge = await client.AskAsync(Authenticate("SCRAM-SHA-256", RawClient.Encode(scram.First), more, id));
        XElement answer = await client.AskAsync($"<response {Sasl2}>{RawClient.Encode(scram.Final(RawClient.Decode(challenge.Value)))}</response>");
        if (answer.Name.LocalName == "success")
            Assert.IsTrue(scram.Verifies(RawClient.Decode(answer.Element(Names.Sasl2 + "additional-data")!.Value)), "The server's signature is wrong.");
        return answer;
    }

    static string Authenticate(string mechanism, string message, string more, string id = "one") =>
        $"<authenticate {Sasl2} mechanism='{mechanism}'><initial-response>{message}</initial-response><user-agent id='{id}'/>{more}</authenticate>";

    static string Address(XElement success) => success.Element(Names.Sasl2 + "authorization-identifier")!.Value;

    sealed class TestTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
