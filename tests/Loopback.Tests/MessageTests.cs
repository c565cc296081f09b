using System;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Loopback.Tests;

/// <summary>Where messages go (RFC 6121 §8.5).</summary>
[TestClass]
public sealed class MessageTests
{
    [TestMethod]
    public async Task AFullJidGetsItsOwnAndABareOneAllThatAreNotNegative()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient low = await RawClient.OnlineAsync(server, "b", "low", priority: -1);
        await using RawClient one = await RawClient.OnlineAsync(server, "b", "one", priority: 5);
        await one.ReadAsync();
        await using RawClient absent = await RawClient.ConnectedAsync(server, "b", "absent");
        await using RawClient a = await RawClient.ConnectedAsync(server, "a");
        await low.ReadAsync();

        foreach (string resource in (string[])["low", "absent"])
        {
            await a.WriteAsync($"<message to='b@localhost/{resource}' from='c@localhost/x' id='1'><body>{resource}</body></message>");
            XElement message = await (resource == "low" ? low : absent).ReadAsync();
            Assert.AreEqual("a@localhost/r", (string?)message.Attribute("from"));
            Assert.AreEqual($"b@localhost/{resource}", (string?)message.Attribute("to"));
            Assert.AreEqual(resource, message.Value);
        }

        foreach (string type in (string[])["chat", "normal", "headline"])
        {
            await a.WriteAsync($"<message to='b@localhost' type='{type}'><body>x</body></message>");
            Assert.AreEqual(type, (await one.ReadAsync()).Type());
        }

        await a.WriteAsync("<message to='b@localhost/gone' type='chat'><body>x</body></message>");
        Assert.AreEqual("b@localhost/gone", (string?)(await one.ReadAsync()).Attribute("to"));
        await a.WriteAsync("<message to='b@localhost' type='error'><body>x</body></message>");
        await one.ReadNothingAsync();
        await low.ReadNothingAsync();
        await absent.ReadNothingAsync();
    }

    [TestMethod]
    [DataRow("nobody@localhost", "chat", "service-unavailable")]
    [DataRow("nobody@localhost/r", "headline", "service-unavailable")]
    [DataRow("b@localhost", "groupchat", "service-unavailable")]
    [DataRow("b@localhost/gone", "normal", "service-unavailable")]
    [DataRow("b@localhost/gone", "headline", "service-unavailable")]
    [DataRow("localhost", "chat", "service-unavailable")]
    [DataRow("x@elsewhere.example", "chat", "remote-server-not-found")]
    [DataRow("@", "chat", "jid-malformed")]
    [DataRow("nobody@localhost", "error", "")]
    [DataRow("x@elsewhere.example", "error", "")]
    [DataRow("b@localhost/gone", "error", "")]
    [DataRow("b@localhost", "headline", "")]
    public async Task WhatCannotBeDeliveredIsSaidUnlessItIsAnError(string to, string type, string condition)
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.ConnectedAsync(server, "a");

        await client.WriteAsync($"<message to='{to}' type='{type}' id='m'><body>x</body></message>");
        if (condition.Length > 0)
        {
            XElement error = await client.ReadAsync();
            Assert.AreEqual("error m a@localhost/r", $"{error.Type()} {(string?)error.Attribute("id")} {(string?)error.Attribute("to")}");
            Assert.AreEqual(to == "@" ? null : to, (string?)error.Attribute("from"));
            Assert.IsNotNull(error.Element(Names.Client + "error")?.Element(Names.StanzaErrors + condition), error.ToString());
        }

        await client.ReadNothingAsync();
    }

    [TestMethod]
    public async Task MessagesWaitWithTheTimeTheyCame()
    {
        var clock = new StoppedClock(new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero));
        await using LoopbackServer server = TestServer.Start(new LoopbackOptions { Clock = clock });
        await using RawClient a = await RawClient.ConnectedAsync(server, "a");
        await a.WriteAsync("<message to='b@localhost' type='chat'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>");
        for (int i = 0; i < Messages.MostOffline; i++)
            await a.WriteAsync($"<message to='b@localhost'><body>{i}</body></message>");
        await a.ReadNothingAsync();
        Assert.AreEqual("error", (await a.AskAsync("<message to='b@localhost'><body>one too many</body></message>")).Type());

        await using RawClient low = await RawClient.OnlineAsync(server, "b", "low", priority: -1);
        await low.ReadNothingAsync();
        await using RawClient b = await RawClient.OnlineAsync(server, "b", "r");
        await b.ReadAsync();
        for (int i = 0; i < Messages.MostOffline; i++)
        {
            XElement message = await b.ReadAsync();
            Assert.AreEqual(i.ToString(), message.Element(Names.Client + "body")!.Value);
            XElement delay = message.Element(Names.Delay + "delay")!;
            Assert.AreEqual("localhost 2026-05-04T03:02:01Z", $"{(string?)delay.Attribute("from")} {(string?)delay.Attribute("stamp")}");
        }

        await b.ReadNothingAsync();
    }

    [TestMethod]
    public async Task AMessageToNobodyInParticularIsToOneself()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.OnlineAsync(server, "a");

        Assert.AreEqual("note", (await client.AskAsync("<message><body>note</body></message>")).Value);
    }

    [TestMethod]
    public async Task LanguagesAndPayloadsArePassedOn()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient a = await RawClient.ConnectedAsync(server, "a");

        XElement message = await a.AskAsync(
            "<message to='a@localhost/r' xml:lang='de'><body>Grüße &lt;&amp;🌡</body><x xmlns='urn:x' p:k='v' xmlns:p='urn:p'><y/></x></message>");

        Assert.AreEqual("de", (string?)message.Attribute(XNamespace.Xml + "lang"));
        Assert.AreEqual("Grüße <&🌡", message.Element(Names.Client + "body")!.Value);
        XElement payload = (XElement)message.LastNode!;
        Assert.AreEqual("v", (string?)payload.Attribute(XName.Get("k", "urn:p")));
        Assert.AreEqual(XName.Get("y", "urn:x"), payload.Elements().Single().Name);
    }

    sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
