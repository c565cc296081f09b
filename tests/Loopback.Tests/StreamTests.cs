using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Loopback.Tests;

/// <summary>How streams go on and how they end.</summary>
[TestClass]
public sealed class StreamTests
{
    [TestMethod]
    [DataRow("<message><!-- x --></message>", "restricted-xml")]
    [DataRow("<message>&eacute;</message>", "restricted-xml")]
    [DataRow("<message></presence>", "not-well-formed")]
    [DataRow("<message><a\u037E/></message>", "not-well-formed")]
    [DataRow("some text<presence/>", "bad-format")]
    [DataRow("<other/>", "unsupported-stanza-type")]
    [DataRow("<message xmlns='urn:other'/>", "unsupported-stanza-type")]
    public async Task AViolationEndsTheStream(string text, string condition)
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.ConnectedAsync(server, "a");

        await client.WriteAsync(text);
        await client.ReadErrorAsync(condition);
        Assert.IsEmpty(server.Sessions);
    }

    [TestMethod]
    public async Task WhiteSpaceKeepsAStreamAlive()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.ConnectedAsync(server, "a");

        await client.WriteAsync(" \n \t ");
        await client.ReadNothingAsync();
        await client.WriteAsync(" ");
        await client.ReadNothingAsync();
    }

    [TestMethod]
    public async Task AClientThatClosesIsAnswered()
    {
        await using LoopbackServer server = TestServer.Start();
        await using (RawClient client = await RawClient.ConnectedAsync(server, "a"))
        {
            await client.WriteAsync("</stream:stream>");
            await client.ReadEndAsync();
        }

        await TestServer.EventuallyAsync(() => server.ConnectionCount == 0, "The connection is gone.");
    }

    [TestMethod]
    public async Task AStanzaOfTheLimitPassesAndALargerOneEndsTheStream()
    {
        await using LoopbackServer server = TestServer.Start(new LoopbackOptions { StanzaBytes = 20_000 });
        await using RawClient a = await RawClient.ConnectedAsync(server, "a");
        await using RawClient b = await RawClient.ConnectedAsync(server, "b");

        string text = new('x', 19_900);
        await a.WriteAsync($"<message to='b@localhost/r'><body>{text}</body></message>");
        Assert.AreEqual(text, (await b.ReadAsync()).Value);
        await a.WriteAsync($"<message to='b@localhost/r'><body>{text}{text}</body></message>");
        await a.ReadErrorAsync("policy-violation");

        await using RawClient again = await RawClient.ConnectedAsync(server, "a");
        await again.WriteAsync($"<message to='b@localhost/r'>{string.Concat(Enumerable.Repeat("<a/>", 4000))}</message>");
        await again.ReadErrorAsync("policy-violation");
        await b.ReadNothingAsync();
    }

    [TestMethod]
    public async Task ByDefaultAStanzaMayHave64000Bytes()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.ConnectedAsync(server, "a");

        var items = new StringBuilder();
        while (items.Length < 63_000)
            items.Append("<item xmlns='urn:example:number:").Append(items.Length).Append("' a='1'>text</item>");
        XElement answer = await client.AskAsync($"<message to='a@localhost/r'>{items}</message>");

        Assert.AreEqual(items.ToString().Split("<item").Length - 1, answer.Elements().Count());
        XElement last = (XElement)answer.LastNode!;
        Assert.Contains($"'{last.Name.NamespaceName}'", items.ToString());
        Assert.AreEqual("text", last.Value);
        await client.WriteAsync($"<message to='a@localhost/r'><body>{new string('x', 66_000)}</body></message>");
        await client.ReadErrorAsync("policy-violation");
    }

    [TestMethod]
    public async Task AStrangerMayNotSendAsMuch()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.SecuredAsync(server);

        await client.WriteAsync($"<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{new string('A', 20_000)}</auth>");
        await client.ReadErrorAsync("policy-violation");
    }

    [TestMethod]
    public async Task OneConnectionTooManyIsToldSo()
    {
        await using LoopbackServer server = TestServer.Start(new LoopbackOptions { MaxConnections = 2 });
        await using RawClient one = await RawClient.ConnectedAsync(server, "a");
        await using RawClient other = await RawClient.ConnectAsync(server);
        await other.OpenAsync();
        await using (RawClient refused = await RawClient.ConnectAsync(server))
        {
            await refused.OpenAsync();
            await refused.ReadErrorAsync("resource-constraint");
        }

        await using (RawClient refused = await RawClient.ConnectDirectAsync(server))
        {
            await refused.OpenAsync();
            await refused.ReadErrorAsync("resource-constraint");
        }

        await one.ReadNothingAsync();
        await TestServer.EventuallyAsync(() => server.ConnectionCount == 2, "Refused connections go.");
    }

    [TestMethod]
    public async Task AClientThatDoesNotReadHoldsUpNobody()
    {
        await using LoopbackServer server = TestServer.Start(new LoopbackOptions { CloseTimeout = TimeSpan.FromMilliseconds(200) });
        await using RawClient deaf = await RawClient.ConnectedAsync(server, "a");
        await using RawClient loud = await RawClient.ConnectedAsync(server, "b");

        string text = new('x', 60_000);
        for (int i = 0; i < 1000 && server.Sessions.Count == 2; i++)
        {
            await loud.WriteAsync($"<message type='error' to='a@localhost/r'><body>{text}</body></message>");
            await loud.ReadNothingAsync();
        }

        Assert.AreEqual("b@localhost/r", server.Sessions.Single());
        await loud.ReadNothingAsync();
    }

    [TestMethod]
    public async Task StopEndsEveryStream()
    {
        LoopbackServer server = TestServer.Start();
        await using (server)
        {
            Task stopping;
            await using (RawClient one = await RawClient.OnlineAsync(server, "a"))
            await using (RawClient other = await RawClient.SecuredAsync(server))
            {
                stopping = server.StopAsync();
                await one.ReadErrorAsync("system-shutdown");
                await other.ReadErrorAsync("system-shutdown");
            }

            await stopping.WaitAsync(TimeSpan.FromSeconds(10));
            await TestServer.EventuallyAsync(() => server.ConnectionCount == 0, "No connection is left.");
            await Assert.ThrowsAsync<System.Net.Sockets.SocketException>(() => RawClient.ConnectAsync(server));
        }
    }

    [TestMethod]
    public async Task StopDoesNotWaitForeverForTheDeaf()
    {
        var options = new LoopbackOptions { CloseTimeout = TimeSpan.FromMilliseconds(200) };
        LoopbackServer server = TestServer.Start(options);
        await using RawClient one = await RawClient.OnlineAsync(server, "a");
        await using RawClient other = await RawClient.ConnectAsync(server);

        await server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5));
    }

    [TestMethod]
    public async Task AStreamCanBeEndedOrCutFromOutside()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient ended = await RawClient.ConnectedAsync(server, "a");
        await using RawClient cut = await RawClient.ConnectedAsync(server, "b");

        Assert.AreEqual(1, server.Disconnect("a", "see-other-host"));
        await ended.ReadErrorAsync("see-other-host");
        server.CutAll();
        await Assert.ThrowsAsync<System.IO.IOException>(() => cut.ReadAsync());
        await TestServer.EventuallyAsync(() => server.Sessions.Count == 0, "No session is left.");
        await using RawClient next = await RawClient.ConnectedAsync(server, "a");
    }

    [TestMethod]
    public async Task TheLogHasALineForEachEvent()
    {
        var lines = new ConcurrentQueue<string>();
        await using LoopbackServer server = TestServer.Start(new LoopbackOptions { Log = lines.Enqueue });
        await using (RawClient client = await RawClient.ConnectedAsync(server, "a"))
        {
            await client.WriteAsync("</stream:stream>");
            await client.ReadEndAsync();
        }

        await using (RawClient client = await RawClient.SecuredAsync(server))
            await client.LogInAsync("a", "wrong");
        await TestServer.EventuallyAsync(() => lines.Count == 4, string.Join('\n', lines));

        string[] all = [.. lines];
        Assert.AreEqual("a@localhost/r is online (Tls13, SCRAM-SHA-256)", all[0]);
        Assert.AreEqual("a@localhost/r is gone: closed by the client", all[1]);
        Assert.AreEqual("login with SCRAM-SHA-256 has failed: not-authorized", all[2]);
        Assert.MatchesRegex("^127.0.0.1:[0-9]+ is gone: connection lost", all[3]);
    }
}
