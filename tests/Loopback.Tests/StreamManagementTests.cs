using System;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Loopback.Tests;

/// <summary>Stream Management (XEP-0198) and stream limits (XEP-0478), as a client meets them.</summary>
[TestClass]
public sealed class StreamManagementTests
{
    const string Management = "xmlns='urn:xmpp:sm:3'";
    const string Ping = "<iq type='get' id='p' to='localhost'><ping xmlns='urn:xmpp:ping'/></iq>";

    [TestMethod]
    public async Task BothSidesCount()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.ConnectedAsync(server, "a");
        Assert.AreEqual("true", (string?)(await EnableAsync(client)).Attribute("resume"));
        Assert.AreEqual("0", (string?)(await client.AskAsync($"<r {Management}/>")).Attribute("h"));
        Assert.AreEqual("iq", (await client.AskAsync(Ping)).Name.LocalName);
        Assert.AreEqual(Names.StreamManagement + "r", (await client.ReadAsync()).Name);
        Assert.AreEqual("1", (string?)(await client.AskAsync($"<a {Management} h='1'/><r {Management}/>")).Attribute("h"));
        XElement error = await client.AskAsync($"<a {Management} h='3'/>");
        XElement specific = error.Element(Names.StreamManagement + "handled-count-too-high")!;
        Assert.AreEqual("3", (string?)specific.Attribute("h"));
        Assert.AreEqual("1", (string?)specific.Attribute("send-count"));
        Assert.IsNotNull(error.Element(Names.StreamErrors + "undefined-condition"));
    }

    [TestMethod]
    public async Task ACutStreamGoesOnAndNobodyHasNoticed()
    {
        await using LoopbackServer server = TestServer.StartWithFriends();
        await using RawClient friend = await RawClient.OnlineAsync(server, "b");
        Assert.AreEqual("a@localhost", (string?)(await friend.ReadAsync()).Attribute("from"));
        string id;
        await using (RawClient client = await RawClient.ConnectedAsync(server, "a"))
        {
            id = (string)(await EnableAsync(client)).Attribute("id")!;
            await client.WriteAsync("<presence/>");
            Assert.AreEqual("a@localhost/r", (string?)(await friend.ReadAsync()).Attribute("from"));
            client.Cut();
        }

        await friend.WriteAsync("<message to='a@localhost/r' id='1'/><message to='a@localhost/r' id='2'/>");
        await friend.ReadNothingAsync();
        await using RawClient again = await RawClient.AuthenticatedAsync(server, "a");
        XElement resumed = await again.AskAsync($"<resume {Management} h='0' previd='{id}'/>");
        Assert.AreEqual(Names.StreamManagement + "resumed", resumed.Name);
        Assert.AreEqual("1", (string?)resumed.Attribute("h"));
        XElement[] stanzas = await ReadStanzasAsync(again, 4);
        CollectionAssert.AreEqual(new[] { "presence", "presence", "message", "message" }, stanzas.Select(stanza => stanza.Name.LocalName).ToArray());
        CollectionAssert.AreEqual(new[] { "1", "2" }, stanzas[2..].Select(stanza => (string?)stanza.Attribute("id")).ToArray());
        await friend.ReadNothingAsync();
        Assert.Contains("a@localhost/r", server.Sessions);
    }

    [TestMethod]
    public async Task AClientThatIsStillThereIsTakenOver()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.ConnectedAsync(server, "a");
        string id = (string)(await EnableAsync(client)).Attribute("id")!;
        await using RawClient again = await RawClient.AuthenticatedAsync(server, "a");
        Assert.AreEqual("resumed", (await again.AskAsync($"<resume {Management} h='0' previd='{id}'/>")).Name.LocalName);
        await again.ReadNothingAsync();
    }

    [TestMethod]
    public async Task WhoHasNothingToResumeBinds()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.ConnectedAsync(server, "a");
        string id = (string)(await EnableAsync(client)).Attribute("id")!;
        // Nobody resumes the stream of another.
        await using RawClient other = await RawClient.AuthenticatedAsync(server, "b");
        XElement failed = await other.AskAsync($"<resume {Management} h='0' previd='{id}'/>");
        Assert.AreEqual(Names.StreamManagement + "failed", failed.Name);
        Assert.IsNotNull(failed.Element(Names.StanzaErrors + "item-not-found"));
        Assert.AreEqual("iq", (await other.AskAsync("<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>")).Name.LocalName);
        await client.WriteAsync("</stream:stream>");
        await client.ReadEndAsync();
        await using RawClient closed = await RawClient.AuthenticatedAsync(server, "a");
        Assert.AreEqual("failed", (await closed.AskAsync($"<resume {Management} h='0' previd='{id}'/>")).Name.LocalName);
    }

    [TestMethod]
    public async Task WhoDoesNotComeBackIsMissedAndHisMailIsKept()
    {
        await using LoopbackServer server = TestServer.StartWithFriends(
            new LoopbackOptions { ScramIterations = 10, ResumptionTimeout = TimeSpan.FromSeconds(1) });
        await using RawClient friend = await RawClient.OnlineAsync(server, "b");
        Assert.AreEqual("a@localhost", (string?)(await friend.ReadAsync()).Attribute("from"));
        string id;
        await using (RawClient client = await RawClient.ConnectedAsync(server, "a"))
        {
            id = (string)(await EnableAsync(client)).Attribute("id")!;
            await client.WriteAsync("<presence/>");
            await friend.ReadAsync();
            client.Cut();
        }

        await friend.WriteAsync("<message to='a@localhost/r' type='chat'><body>hello</body></message>"
            + "<iq type='get' id='q' to='a@localhost/r'><ping xmlns='urn:xmpp:ping'/></iq>");
        Assert.AreEqual("unavailable", (string?)(await friend.ReadAsync()).Attribute("type"));
        XElement error = await friend.ReadAsync();
        Assert.AreEqual("q", (string?)error.Attribute("id"));
        Assert.AreEqual("error", (string?)error.Attribute("type"));
        await using RawClient again = await RawClient.AuthenticatedAsync(server, "a");
        XElement failed = await again.AskAsync($"<resume {Management} h='0' previd='{id}'/>");
        Assert.AreEqual("1", (string?)failed.Attribute("h"));
        await again.WriteAsync("<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>r</resource></bind></iq>");
        await again.ReadAsync();
        await again.WriteAsync("<presence/>");
        while ((await again.ReadAsync()).Name.LocalName != "message")
        {
        }
    }

    [TestMethod]
    public async Task LimitsAreToldAndKept()
    {
        await using LoopbackServer server = TestServer.Start(new LoopbackOptions
        {
            ScramIterations = 10,
            StanzaBytes = 20_000,
            IdleTimeout = TimeSpan.FromSeconds(2),
        });
        await using RawClient client = await RawClient.SecuredAsync(server);
        await client.LogInAsync("a", "a-pass");
        await client.OpenAsync();
        XElement limits = (await client.ReadAsync()).Element(Names.StreamLimits + "limits")!;
        Assert.AreEqual("20000", limits.Element(Names.StreamLimits + "max-bytes")!.Value);
        Assert.AreEqual("2", limits.Element(Names.StreamLimits + "idle-seconds")!.Value);
        await client.AskAsync("<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
        for (int i = 0; i < 6; i++)
        {
            await Task.Delay(500);
            await client.WriteAsync(" ");
        }

        await client.ReadNothingAsync();
        await client.ReadErrorAsync("connection-timeout");
    }

    static Task<XElement> EnableAsync(RawClient client) => client.AskAsync($"<enable {Management} resume='true'/>");

    static async Task<XElement[]> ReadStanzasAsync(RawClient client, int count)
    {
        var stanzas = new XElement[count];
        for (int i = 0; i < count; i++)
        {
            do
                stanzas[i] = await client.ReadAsync();
            while (stanzas[i].Name.Namespace == Names.StreamManagement);
        }

        return stanzas;
    }
}
