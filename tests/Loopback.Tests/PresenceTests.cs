using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Loopback.Tests;

/// <summary>Who sees whose presence (RFC 6121 §4).</summary>
[TestClass]
public sealed class PresenceTests
{
    [TestMethod]
    public async Task PresenceGoesToSubscribersAndOwnResources()
    {
        await using LoopbackServer server = TestServer.StartWithFriends();
        await using RawClient friend = await RawClient.OnlineAsync(server, "b");
        Assert.AreEqual("a@localhost unavailable", From(await friend.ReadAsync()), "The answer to the probe.");
        await using RawClient stranger = await RawClient.OnlineAsync(server, "c");

        await using RawClient one = await RawClient.ConnectedAsync(server, "a", "one");
        await one.WriteAsync("<presence from='b@localhost/r'><status>first</status></presence>");
        Assert.AreEqual("a@localhost/one available first", From(await one.ReadAsync()), "Its own.");
        Assert.AreEqual("b@localhost/r available 0", From(await one.ReadAsync()), "Its contact's.");
        XElement seen = await friend.ReadAsync();
        Assert.AreEqual("a@localhost/one available first", From(seen));
        Assert.AreEqual("b@localhost", (string?)seen.Attribute("to"));

        await using RawClient other = await RawClient.ConnectedAsync(server, "a", "other");
        await other.WriteAsync("<presence><status>second</status></presence>");
        Assert.AreEqual("a@localhost/other available second", From(await other.ReadAsync()));
        Assert.AreEqual("a@localhost/one available first", From(await other.ReadAsync()), "That of its own other resource.");
        Assert.AreEqual("b@localhost/r available 0", From(await other.ReadAsync()));
        Assert.AreEqual("a@localhost/other available second", From(await one.ReadAsync()));
        Assert.AreEqual("a@localhost/other available second", From(await friend.ReadAsync()));

        await one.WriteAsync("<presence><show>away</show><status>third</status></presence>");
        Assert.AreEqual("a@localhost/one available awaythird", From(await friend.ReadAsync()));
        await one.WriteAsync("<presence type='unavailable'><status>bye</status></presence>");
        Assert.AreEqual("a@localhost/one unavailable bye", From(await friend.ReadAsync()));
        await one.WriteAsync("<presence type='unavailable'/>");
        await friend.ReadNothingAsync();
        await stranger.ReadNothingAsync();
    }

    [TestMethod]
    [DataRow(false, DisplayName = "the stream is closed")]
    [DataRow(true, DisplayName = "the connection breaks")]
    public async Task WhoGoesIsUnavailable(bool abruptly)
    {
        await using LoopbackServer server = TestServer.StartWithFriends();
        await using RawClient friend = await RawClient.OnlineAsync(server, "b");
        await friend.ReadAsync();
        await using RawClient client = await RawClient.OnlineAsync(server, "a");
        Assert.AreEqual("a@localhost/r available 0", From(await friend.ReadAsync()));

        if (abruptly)
            client.Cut();
        else
            await client.WriteAsync("</stream:stream>");
        Assert.AreEqual("a@localhost/r unavailable", From(await friend.ReadAsync()));
        Assert.AreEqual("b@localhost/r", string.Join(' ', server.Sessions));
    }

    [TestMethod]
    public async Task DirectedPresenceEndsWithTheSession()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient told = await RawClient.OnlineAsync(server, "b");
        await using RawClient untold = await RawClient.OnlineAsync(server, "c");
        RawClient client = await RawClient.ConnectedAsync(server, "a");
        await using (client)
        {
            await client.WriteAsync("<presence to='b@localhost'><status>only you</status></presence>");
            Assert.AreEqual("a@localhost/r available only you", From(await told.ReadAsync()));
            await client.WriteAsync("<presence to='c@localhost/r'/>");
            Assert.AreEqual("a@localhost/r available", From(await untold.ReadAsync()));
            await client.WriteAsync("<presence to='c@localhost/r' type='unavailable'/>");
            Assert.AreEqual("a@localhost/r unavailable", From(await untold.ReadAsync()));
            await client.WriteAsync("<presence to='nobody@localhost'/><presence to='localhost'/>");
            await client.ReadNothingAsync();
        }

        Assert.AreEqual("a@localhost/r unavailable", From(await told.ReadAsync()));
        await untold.ReadNothingAsync();
    }

    [TestMethod]
    public async Task AProbeIsAnsweredByTheServer()
    {
        await using LoopbackServer server = TestServer.StartWithFriends();
        await using RawClient client = await RawClient.OnlineAsync(server, "a");
        await client.ReadAsync();
        await using RawClient stranger = await RawClient.OnlineAsync(server, "c");

        Assert.AreEqual("b@localhost unavailable", From(await client.AskAsync("<presence type='probe' to='b@localhost'/>")));
        await using RawClient friend = await RawClient.OnlineAsync(server, "b", "x");
        Assert.AreEqual("b@localhost/x available 0", From(await client.ReadAsync()));
        Assert.AreEqual("b@localhost/x available 0", From(await client.AskAsync("<presence type='probe' to='b@localhost/y'/>")));
        Assert.AreEqual("b@localhost unsubscribed", From(await stranger.AskAsync("<presence type='probe' to='b@localhost'/>")));
        Assert.AreEqual("nobody@localhost unsubscribed", From(await stranger.AskAsync("<presence type='probe' to='nobody@localhost'/>")));
    }

    [TestMethod]
    public async Task WrongPresenceIsRefused()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.ConnectedAsync(server, "a");

        XElement error = await client.AskAsync("<presence type='strange' id='7'/>");
        Assert.AreEqual("error", error.Type());
        Assert.AreEqual("7", (string?)error.Attribute("id"));
        error = await client.AskAsync("<presence type='subscribe'/>");
        Assert.AreEqual("error", error.Type());
    }

    static string From(XElement presence)
    {
        Assert.AreEqual(Names.Client + "presence", presence.Name, presence.ToString());
        return $"{(string?)presence.Attribute("from")} {presence.Type() ?? "available"} {presence.Value}".TrimEnd();
    }
}
