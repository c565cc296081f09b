using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>How a device gets its first owner: by chat, by command, by a subscription with a token.</summary>
[TestClass]
public sealed class ClaimTests
{
    const string Code = "K7QF-3MXR-9TCA";
    const string You = "you@example.org/phone";
    const string Commands = "<query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands'/>";

    [TestMethod]
    [DataRow("claim " + Code)]
    [DataRow("Claim:  " + Code + " \n")]
    [DataRow("claim k7qf-3mxr-9tca")]
    public void ByChat(string text)
    {
        MemoryStore store = new();
        TestAgent agent = Unclaimed(store);
        Assert.IsTrue(agent.Log.Has(LogLevel.Info, "it has no owner yet; its claim code is " + Code));
        Assert.AreEqual("you own this device now", ChatTests.Body(ChatTests.Say(agent, You, text)));
        Assert.AreEqual("owner you@example.org\n", Encoding.UTF8.GetString(store.Files["access.state"]));
        Assert.AreEqual("pump is on", ChatTests.Body(ChatTests.Say(agent, "you@example.org/desk", "pump on")));
        // Nobody else can any more, and nobody is told.
        Assert.IsEmpty(ChatTests.Say(agent, "other@example.org/x", "claim " + Code));
        Assert.IsTrue(agent.Log.Has(LogLevel.Info, "you@example.org has claimed the device"));
    }

    [TestMethod]
    public void ByCommand()
    {
        TestAgent agent = Unclaimed();
        CollectionAssert.AreEqual(new[] { "claim" }, Listed(agent, You));
        Element form = DeviceCommand.Execute(agent, You, "claim").Find("command")!;
        Assert.AreEqual("executing", form.Attribute("status"));
        Assert.IsNotNull(form.Find("field"));
        Element answer = DeviceCommand.Execute(agent, You, "claim", Form(Code), form.Attribute("sessionid"));
        Assert.AreEqual("you own this device now", answer.TextOf("note"));
        string[] listed = Listed(agent, You);
        CollectionAssert.DoesNotContain(listed, "claim");
        CollectionAssert.Contains(listed, "access");
        Assert.AreEqual("service-unavailable", DeviceCommand.Condition(DeviceCommand.Execute(agent, "other@example.org/x", "claim", Form(Code))));
        Assert.AreEqual("forbidden", DeviceCommand.Condition(DeviceCommand.Execute(agent, You, "claim", Form(Code))));
    }

    /// <summary>XEP-0379 §3.2: the token is the claim.</summary>
    [TestMethod]
    public void BySubscription()
    {
        TestAgent agent = Unclaimed();
        Element answer = Subscribe(agent, "other@example.org", "wrong");
        Assert.AreEqual("unsubscribed", answer.Attribute("type"));
        answer = Subscribe(agent, "you@example.org", Code);
        Assert.AreEqual("subscribed", answer.Attribute("type"));
        Assert.AreEqual("you@example.org", answer.Attribute("to"));
        CollectionAssert.Contains(Listed(agent, You), "access");
        Assert.AreEqual("unsubscribed", Subscribe(agent, "other@example.org", Code).Attribute("type"));
    }

    /// <summary>A stranger sees that the device can be claimed, and nothing else.</summary>
    [TestMethod]
    [DataRow("get", "<query xmlns='http://jabber.org/protocol/disco#info'/>")]
    [DataRow("get", "<query xmlns='http://jabber.org/protocol/disco#info' node='http://jabber.org/protocol/commands'/>")]
    [DataRow("get", "<query xmlns='http://jabber.org/protocol/disco#items'/>")]
    [DataRow("get", "<query xmlns='http://jabber.org/protocol/disco#items' node='claim'/>")]
    [DataRow("set", Commands)]
    [DataRow("get", "<query xmlns='jabber:iq:version'/>")]
    [DataRow("get", "<query xmlns='jabber:iq:last'/>")]
    [DataRow("get", "<ping xmlns='urn:xmpp:ping'/>")]
    [DataRow("get", "<command xmlns='http://jabber.org/protocol/commands' node='claim'/>")]
    [DataRow("set", "<command xmlns='http://jabber.org/protocol/commands' node='read-sensors'/>")]
    [DataRow("set", "<command xmlns='http://jabber.org/protocol/commands' node='access'/>")]
    [DataRow("set", "<command xmlns='http://jabber.org/protocol/commands'/>")]
    [DataRow("set", "<command xmlns='urn:example:x' node='claim'/>")]
    [DataRow("set", "")]
    public void AStrangerSeesNothingElse(string type, string payload) =>
        Assert.AreEqual("service-unavailable", DeviceCommand.Condition(DeviceCommand.Ask(Unclaimed(), You, type, payload)));

    [TestMethod]
    public void AStrangerIsNotTalkedTo()
    {
        TestAgent agent = Unclaimed();
        foreach (string text in new[] { "help", "status", "pump on", "", "please claim " + Code, Code })
            Assert.IsEmpty(ChatTests.Say(agent, You, text, "<request xmlns='urn:xmpp:receipts'/>"));
        Assert.IsEmpty(ChatTests.Hear(agent, "<message type='groupchat' from='" + You + "'><body>claim " + Code + "</body></message>"));
        Assert.IsEmpty(ChatTests.Say(agent, "example.org", "claim nonsense").Where(sent => sent.TextOf("body") == "you own this device now").ToArray());
        Assert.AreEqual("not done: your message was delayed; send it again",
            ChatTests.Body(ChatTests.Say(agent, You, "claim " + Code, "<delay xmlns='urn:xmpp:delay'/>")));
        Assert.AreEqual(0, agent.Board.Pump.Sets);
        Assert.AreEqual("service-unavailable", DeviceCommand.Condition(DeviceCommand.Execute(agent, You, "pump-on")));
    }

    /// <summary>A domain is nobody who could own something.</summary>
    [TestMethod]
    public void AServerDoesNotClaim()
    {
        TestAgent agent = Unclaimed();
        Assert.AreNotEqual("you own this device now", ChatTests.Body(ChatTests.Say(agent, "example.org", "claim " + Code)));
        Assert.AreNotEqual("you own this device now", DeviceCommand.Execute(agent, "example.org", "claim", Form(Code)).TextOf("note"));
    }

    [TestMethod]
    [DataRow("K7QF-3MXR-9TC")]
    [DataRow("K7QF-3MXR-9TCAA")]
    [DataRow("K7QF-3MXR-9TCB")]
    [DataRow("")]
    public void AnotherCodeIsNotTheCode(string code)
    {
        TestAgent agent = Unclaimed();
        Assert.AreEqual("wrong code", ChatTests.Body(ChatTests.Say(agent, You, "claim " + code)));
        Assert.AreEqual("wrong code", DeviceCommand.Execute(agent, You, "claim", Form(code)).TextOf("note"));
        Assert.IsTrue(agent.Log.Has(LogLevel.Warning, "you@example.org tried to claim the device with a wrong code"));
    }

    /// <summary>Three wrong tries, of whomever and on whichever plane, lock it for ten minutes, then for twenty.</summary>
    [TestMethod]
    public void WrongTriesLockIt()
    {
        TestAgent agent = Unclaimed();
        foreach (int minutes in new[] { 10, 20, 40 })
        {
            Assert.AreEqual("wrong code", ChatTests.Body(ChatTests.Say(agent, "a@example.org/x", "claim 1")));
            Assert.AreEqual("wrong code", DeviceCommand.Execute(agent, "b@example.org/x", "claim", Form("2")).TextOf("note"));
            Subscribe(agent, "c@example.org", "3");
            Assert.AreEqual($"locked after wrong codes; try again in {minutes} min", ChatTests.Body(ChatTests.Say(agent, You, "claim " + Code)));
            Assert.AreEqual("unsubscribed", Subscribe(agent, "you@example.org", Code).Attribute("type"));
            agent.Run((minutes * 60_000) - 2_000);
            Assert.AreEqual("locked after wrong codes; try again in 1 min", ChatTests.Body(ChatTests.Say(agent, You, "claim " + Code)));
            agent.Run(3_000);
        }

        Assert.AreEqual("you own this device now", ChatTests.Body(ChatTests.Say(agent, You, "claim " + Code)));
    }

    [TestMethod]
    public void AnOwnerSurvivesARestart()
    {
        MemoryStore store = new();
        ChatTests.Say(Unclaimed(store), You, "claim " + Code);
        TestAgent next = Unclaimed(store);
        Assert.IsFalse(next.Log.Lines.Any(line => line.Contains(Code)));
        Assert.AreEqual("pump is on", ChatTests.Body(ChatTests.Say(next, You, "pump on")));
        Assert.IsEmpty(ChatTests.Say(next, "other@example.org/x", "claim " + Code));
    }

    [TestMethod]
    public void WhereThereIsAnOwnerOrNoCodeThereIsNoClaim()
    {
        foreach (TestAgent agent in new[] { TestAgent.Online(options => options.Claim = Code), Unclaimed(null, "") })
        {
            Assert.IsFalse(agent.Log.Lines.Any(line => line.Contains("claim")));
            Assert.IsEmpty(ChatTests.Say(agent, You, "claim " + Code));
            Assert.IsEmpty(ChatTests.Say(agent, You, "claim "));
            Assert.AreEqual("service-unavailable", DeviceCommand.Condition(DeviceCommand.Execute(agent, You, "claim", Form(Code))));
        }
    }

    static TestAgent Unclaimed(IStore? store = null, string code = Code) => TestAgent.Online(options =>
    {
        options.Claim = code;
        options.Store = store;
        options.Access.Set(Jid.Parse("owner@example.com")!, Role.None);
    });

    static Element Subscribe(TestAgent agent, string from, string token) => agent.Hears(
        "<presence type='subscribe' from='" + from + "'><preauth xmlns='urn:xmpp:pars:0' token='" + token + "'/></presence>")
        .Single(sent => sent.Name == "presence" && sent.Attribute("to") != null);

    static string Form(string code) =>
        "<x xmlns='jabber:x:data' type='submit'><field var='code'><value>" + code + "</value></field></x>";

    static string[] Listed(TestAgent agent, string from) =>
        [.. DeviceCommand.Ask(agent, from, "get", Commands).Find("query")!.Children.Select(item => item.Attribute("node")!)];
}
