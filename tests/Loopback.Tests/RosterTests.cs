using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Loopback.Tests;

/// <summary>Rosters are read, changed and pushed (RFC 6121 §2).</summary>
[TestClass]
public sealed class RosterTests
{
    const string Get = "<iq type='get' id='g'><query xmlns='jabber:iq:roster'/></iq>";

    [TestMethod]
    public async Task AnItemIsSetPushedReadAndRemoved()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient one = await RawClient.ConnectedAsync(server, "a", "one");
        await using RawClient other = await RawClient.ConnectedAsync(server, "a", "other");
        Assert.IsEmpty(Items(await one.AskAsync(Get)));

        XElement push = await one.AskAsync(Set("<item jid='B@localhost/x' name='Bee' subscription='both'><group>G</group><group>H</group></item>"));
        Assert.AreEqual("set", push.Type());
        Assert.IsNull(push.Attribute("from"));
        Assert.AreEqual("a@localhost/one", (string?)push.Attribute("to"));
        XElement item = Items(push).Single();
        Assert.AreEqual("b@localhost Bee none G H", Describe(item));
        Assert.AreEqual("result", (await one.ReadAsync()).Type());
        await other.ReadNothingAsync();

        Assert.AreEqual(Describe(item), Describe(Items(await other.AskAsync(Get)).Single()));
        push = await other.AskAsync(Set("<item jid='b@localhost' subscription='remove'/>"));
        Assert.AreEqual("remove", (string?)Items(push).Single().Attribute("subscription"));
        Assert.AreEqual("result", (await other.ReadAsync()).Type());
        Assert.AreEqual("remove", (string?)Items(await one.ReadAsync()).Single().Attribute("subscription"));
        Assert.IsEmpty(Items(await one.AskAsync(Get)));
    }

    [TestMethod]
    [DataRow("<item jid='x@localhost'/><item jid='y@localhost'/>", "bad-request")]
    [DataRow("<other/>", "bad-request")]
    [DataRow("<item/>", "bad-request")]
    [DataRow("<item jid='@'/>", "bad-request")]
    [DataRow("<item jid='x@localhost'><group>G</group><group>G</group></item>", "bad-request")]
    [DataRow("<item jid='x@localhost'><group/></item>", "not-acceptable")]
    [DataRow("<item jid='a@localhost'/>", "not-allowed")]
    [DataRow("<item jid='x@localhost' subscription='remove'/>", "item-not-found")]
    public async Task AWrongSetIsRefused(string items, string condition)
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient client = await RawClient.ConnectedAsync(server, "a");

        XElement error = await client.AskAsync(Set(items));

        Assert.AreEqual("error", error.Type());
        Assert.IsNotNull(error.Descendants(Names.StanzaErrors + condition).SingleOrDefault(), error.ToString());
        Assert.IsEmpty(Items(await client.AskAsync(Get)));
    }

    [TestMethod]
    public async Task AKnownVersionIsNotSentAgain()
    {
        await using LoopbackServer server = TestServer.StartWithFriends();
        await using RawClient client = await RawClient.ConnectedAsync(server, "a");

        XElement all = await client.AskAsync("<iq type='get' id='g'><query xmlns='jabber:iq:roster' ver=''/></iq>");
        string version = (string)all.Elements().Single().Attribute("ver")!;
        Assert.HasCount(1, Items(all));
        Assert.IsEmpty((await client.AskAsync($"<iq type='get' id='g'><query xmlns='jabber:iq:roster' ver='{version}'/></iq>")).Elements());

        server.Subscribe("c", "a");
        string next = (string)(await client.ReadAsync()).Elements().Single().Attribute("ver")!;
        Assert.AreNotEqual(version, next);
        all = await client.AskAsync($"<iq type='get' id='g'><query xmlns='jabber:iq:roster' ver='{version}'/></iq>");
        Assert.AreEqual("b@localhost c@localhost", string.Join(' ', Items(all).Select(item => (string?)item.Attribute("jid"))));
    }

    [TestMethod]
    public async Task NobodyReadsTheRosterOfAnother()
    {
        await using LoopbackServer server = TestServer.StartWithFriends();
        await using RawClient client = await RawClient.ConnectedAsync(server, "b");

        XElement answer = await client.AskAsync("<iq type='get' id='g' to='a@localhost'><query xmlns='jabber:iq:roster'/></iq>");
        Assert.IsNotNull(answer.Descendants(Names.StanzaErrors + "service-unavailable").Single());
    }

    static string Set(string items) => $"<iq type='set' id='s'><query xmlns='jabber:iq:roster'>{items}</query></iq>";

    static XElement[] Items(XElement iq) => [.. iq.Elements(Names.Roster + "query").Elements(Names.Roster + "item")];

    static string Describe(XElement item) => string.Join(
        ' ', (string?)item.Attribute("jid"), (string?)item.Attribute("name"), (string?)item.Attribute("subscription"),
        string.Join(' ', item.Elements(Names.Roster + "group").Select(group => group.Value)));
}
