using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Loopback.Tests;

/// <summary>Subscriptions between two users, as their clients see them (RFC 6121 §3).</summary>
[TestClass]
public sealed class SubscriptionTests
{
    const string Get = "<iq type='get' id='g'><query xmlns='jabber:iq:roster'/></iq>";

    [TestMethod]
    public async Task AskedGivenAndTakenBack()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient a = await RawClient.OnlineAsync(server, "a");
        await using RawClient b = await RawClient.OnlineAsync(server, "b");
        await a.AskAsync(Get);
        await b.AskAsync(Get);

        await a.WriteAsync("<presence type='subscribe' to='b@localhost/ignored' from='c@localhost'><status>let me</status></presence>");
        Assert.AreEqual("push b@localhost none ask", Line(await a.ReadAsync()));
        XElement request = await b.ReadAsync();
        Assert.AreEqual("a@localhost subscribe", Line(request));
        Assert.AreEqual("b@localhost", (string?)request.Attribute("to"));
        Assert.AreEqual("let me", request.Value);

        await b.WriteAsync("<presence type='subscribed' to='a@localhost'/>");
        Assert.AreEqual("push a@localhost from", Line(await b.ReadAsync()));
        Assert.AreEqual("b@localhost subscribed", Line(await a.ReadAsync()));
        Assert.AreEqual("push b@localhost to", Line(await a.ReadAsync()));
        Assert.AreEqual("b@localhost/r available", Line(await a.ReadAsync()));

        await b.WriteAsync("<presence type='subscribe' to='a@localhost'/>");
        Assert.AreEqual("push a@localhost from ask", Line(await b.ReadAsync()));
        Assert.AreEqual("b@localhost subscribe", Line(await a.ReadAsync()));
        await a.WriteAsync("<presence type='subscribed' to='b@localhost'/>");
        Assert.AreEqual("push b@localhost both", Line(await a.ReadAsync()));
        Assert.AreEqual("a@localhost subscribed", Line(await b.ReadAsync()));
        Assert.AreEqual("push a@localhost both", Line(await b.ReadAsync()));
        Assert.AreEqual("a@localhost/r available", Line(await b.ReadAsync()));

        await b.WriteAsync("<presence type='unsubscribed' to='a@localhost'/>");
        Assert.AreEqual("push a@localhost to", Line(await b.ReadAsync()));
        Assert.AreEqual("b@localhost unsubscribed", Line(await a.ReadAsync()));
        Assert.AreEqual("push b@localhost from", Line(await a.ReadAsync()));
        Assert.AreEqual("b@localhost/r unavailable", Line(await a.ReadAsync()));

        await b.WriteAsync("<presence type='unsubscribe' to='a@localhost'/>");
        Assert.AreEqual("push a@localhost none", Line(await b.ReadAsync()));
        Assert.AreEqual("b@localhost unsubscribe", Line(await a.ReadAsync()));
        Assert.AreEqual("push b@localhost none", Line(await a.ReadAsync()));
        Assert.AreEqual("a@localhost/r unavailable", Line(await b.ReadAsync()));
        await a.ReadNothingAsync();
        await b.ReadNothingAsync();
    }

    [TestMethod]
    public async Task ARequestWaitsForTheOneWhoIsAway()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient a = await RawClient.OnlineAsync(server, "a");
        await a.WriteAsync("<presence type='subscribe' to='b@localhost'/>");
        await a.WriteAsync("<presence type='subscribe' to='b@localhost'/>");
        await a.ReadNothingAsync();

        for (int login = 0; login < 2; login++)
        {
            await using RawClient away = await RawClient.OnlineAsync(server, "b");
            Assert.AreEqual("a@localhost subscribe", Line(await away.ReadAsync()), "Again at each login, until it is answered.");
            Assert.IsEmpty((await away.AskAsync(Get)).Elements().Elements(), "Who has only asked is not in the roster.");
        }

        await TestServer.EventuallyAsync(() => server.Sessions.Count == 1, "b has gone.");
        await using RawClient b = await RawClient.OnlineAsync(server, "b");
        await b.ReadAsync();
        await b.WriteAsync("<presence type='unsubscribed' to='a@localhost'/>");
        Assert.AreEqual("b@localhost unsubscribed", Line(await a.ReadAsync()));
        await using RawClient again = await RawClient.OnlineAsync(server, "b", "again");
        Assert.AreEqual("b@localhost/r available", Line(await again.ReadAsync()));
        await again.ReadNothingAsync();
    }

    [TestMethod]
    public async Task WhatWasNotAskedForChangesNothing()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient a = await RawClient.OnlineAsync(server, "a");
        await using RawClient b = await RawClient.OnlineAsync(server, "b");

        foreach (string type in (string[])["unsubscribed", "unsubscribe"])
            await a.WriteAsync($"<presence type='{type}' to='b@localhost'/>");
        await a.WriteAsync("<presence type='subscribe' to='a@localhost'/>");
        await a.ReadNothingAsync();
        await b.ReadNothingAsync();
        Assert.IsEmpty((await a.AskAsync(Get)).Elements().Elements());
        Assert.IsEmpty((await b.AskAsync(Get)).Elements().Elements());
    }

    // RFC 6121 §3.4.
    [TestMethod]
    public async Task WhatWasApprovedInAdvanceIsGrantedAtOnce()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient a = await RawClient.OnlineAsync(server, "a");
        await using RawClient b = await RawClient.OnlineAsync(server, "b");
        await a.AskAsync(Get);

        await a.WriteAsync("<presence type='subscribed' to='b@localhost'/>");
        XElement push = await a.ReadAsync();
        Assert.AreEqual("push b@localhost none", Line(push));
        Assert.AreEqual("true", (string?)push.Descendants(Names.Roster + "item").Single().Attribute("approved"));
        await b.ReadNothingAsync();

        await b.WriteAsync("<presence type='subscribe' to='a@localhost'/>");
        Assert.AreEqual("push b@localhost from", Line(await a.ReadAsync()));
        await a.ReadNothingAsync();
        Assert.AreEqual("a@localhost subscribed", Line(await b.ReadAsync()));
        Assert.AreEqual("a@localhost/r available", Line(await b.ReadAsync()));

        await a.WriteAsync("<presence type='unsubscribed' to='b@localhost'/>");
        push = await a.ReadAsync();
        Assert.AreEqual("push b@localhost none", Line(push));
        Assert.IsNull(push.Descendants(Names.Roster + "item").Single().Attribute("approved"));
    }

    [TestMethod]
    public async Task AnApprovalIsTakenBackBeforeItIsUsed()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient a = await RawClient.OnlineAsync(server, "a");
        await using RawClient b = await RawClient.OnlineAsync(server, "b");

        await a.WriteAsync("<presence type='subscribed' to='b@localhost'/>");
        await a.WriteAsync("<presence type='unsubscribed' to='b@localhost'/>");
        await a.AskAsync(Get);
        await b.WriteAsync("<presence type='subscribe' to='a@localhost'/>");
        Assert.AreEqual("b@localhost subscribe", Line(await a.ReadAsync()));
        await b.ReadNothingAsync();
    }

    [TestMethod]
    public async Task OneWhoDoesNotExistRefuses()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient a = await RawClient.OnlineAsync(server, "a");

        Assert.AreEqual("nobody@localhost unsubscribed", Line(await a.AskAsync("<presence type='subscribe' to='nobody@localhost'/>")));
        XElement error = await a.AskAsync("<presence type='subscribe' to='x@elsewhere.example'/>");
        Assert.IsNotNull(error.Descendants(Names.StanzaErrors + "remote-server-not-found").Single());
    }

    [TestMethod]
    public async Task WhatWasForgottenIsGrantedAgain()
    {
        await using LoopbackServer server = TestServer.StartWithFriends();
        await using RawClient b = await RawClient.OnlineAsync(server, "b");
        await b.ReadAsync();
        await using RawClient a = await RawClient.OnlineAsync(server, "a");
        await a.ReadAsync();
        await b.ReadAsync();

        await a.WriteAsync("<presence type='subscribe' to='b@localhost'/>");
        Assert.AreEqual("b@localhost/r available", Line(await a.ReadAsync()));
        await b.ReadNothingAsync();
    }

    [TestMethod]
    public async Task RemovingAContactEndsBothSubscriptions()
    {
        await using LoopbackServer server = TestServer.StartWithFriends();
        await using RawClient a = await RawClient.OnlineAsync(server, "a");
        await a.ReadAsync();
        await using RawClient b = await RawClient.OnlineAsync(server, "b");
        await b.ReadAsync();
        await a.ReadAsync();
        Assert.AreEqual("a@localhost both", Line((await b.AskAsync(Get)).Elements().Elements().Single()));

        await a.WriteAsync("<iq type='set' id='s'><query xmlns='jabber:iq:roster'><item jid='b@localhost' subscription='remove'/></query></iq>");
        Assert.AreEqual("a@localhost unsubscribe", Line(await b.ReadAsync()));
        Assert.AreEqual("push a@localhost to", Line(await b.ReadAsync()));
        Assert.AreEqual("b@localhost/r unavailable", Line(await a.ReadAsync()));
        Assert.AreEqual("a@localhost unsubscribed", Line(await b.ReadAsync()));
        Assert.AreEqual("push a@localhost none", Line(await b.ReadAsync()));
        Assert.AreEqual("a@localhost/r unavailable", Line(await b.ReadAsync()));
        Assert.AreEqual("result", (await a.ReadAsync()).Type());
        Assert.IsEmpty((await a.AskAsync(Get)).Elements().Elements());
    }

    [TestMethod]
    public async Task FriendsCanBeMadeWhileTheyAreOnline()
    {
        await using LoopbackServer server = TestServer.Start();
        await using RawClient a = await RawClient.OnlineAsync(server, "a");
        await a.AskAsync(Get);
        await using RawClient b = await RawClient.OnlineAsync(server, "b");
        await b.WriteAsync("<presence type='subscribe' to='a@localhost'/>");
        Assert.AreEqual("b@localhost subscribe", Line(await a.ReadAsync()));

        server.Subscribe("a", "b");

        Assert.AreEqual("push b@localhost both", Line(await a.ReadAsync()));
        Assert.AreEqual("b@localhost/r available", Line(await a.ReadAsync()));
        Assert.AreEqual("a@localhost/r available", Line(await b.ReadAsync()));
        await a.WriteAsync("<presence type='unavailable'/><presence/>");
        Assert.AreEqual("a@localhost/r available", Line(await a.ReadAsync()));
        Assert.AreEqual("b@localhost/r available", Line(await a.ReadAsync()));
        await a.ReadNothingAsync();
    }

    static string Line(XElement element)
    {
        if (element.Name == Names.Client + "presence")
            return $"{(string?)element.Attribute("from")} {element.Type() ?? "available"}";
        if (element.Name == Names.Client + "iq")
            return "push " + Line(element.Elements().Elements().Single());
        string ask = element.Attribute("ask") is null ? "" : " ask";
        return $"{(string?)element.Attribute("jid")} {(string?)element.Attribute("subscription")}{ask}";
    }
}
