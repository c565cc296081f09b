using System;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>Who may what, changed while the device runs.</summary>
[TestClass]
public sealed class AccessTests
{
    const string Owner = "owner@example.com/x";

    [TestMethod]
    public void AnOwnerSeesTheListAndChangesIt()
    {
        MemoryStore store = new();
        TestAgent agent = TestAgent.Online(options => options.Store = store);
        Element form = DeviceCommand.Execute(agent, Owner, "access").Find("command")!;
        CollectionAssert.AreEqual(new[] { "owner owner@example.com", "operator operator@example.com", "viewer viewer@example.com" }, List(form));
        Element answer = DeviceCommand.Execute(agent, Owner, "access", Form("new@example.net", "operator"), form.Attribute("sessionid"));
        Assert.AreEqual("new@example.net: operator", answer.TextOf("note"));
        CollectionAssert.Contains(List(answer), "operator new@example.net");
        Assert.AreEqual("pump is on", ChatTests.Body(ChatTests.Say(agent, "new@example.net/x", "pump on")));
        Change(agent, "new@example.net", "viewer");
        Change(agent, "house.example", "viewer");
        Assert.AreEqual("not done: that takes an operator", ChatTests.Body(ChatTests.Say(agent, "new@example.net/x", "pump on")));
        Change(agent, "operator@example.com", "none");
        Assert.IsEmpty(ChatTests.Say(agent, "operator@example.com/x", "help"));
        Assert.AreEqual("viewer new@example.net\nviewer house.example\nnone operator@example.com\n", Encoding.UTF8.GetString(store.Files["access.state"]));

        TestAgent next = TestAgent.Online(options => options.Store = store);
        CollectionAssert.AreEqual(
            new[] { "owner owner@example.com", "viewer viewer@example.com", "viewer new@example.net", "viewer house.example" },
            List(DeviceCommand.Execute(next, Owner, "access")));
        Assert.HasCount(1, ChatTests.Say(next, "anybody@house.example/x", "help"));
    }

    /// <summary>Who has lost his role gets no more presence.</summary>
    [TestMethod]
    public void WhoHasLostHisRoleIsUnsubscribed()
    {
        TestAgent agent = TestAgent.Online();
        agent.Roster = "<query xmlns='jabber:iq:roster'><item jid='operator@example.com' subscription='both'/><item jid='viewer@example.com' subscription='from'/></query>";
        Change(agent, "operator@example.com", "none");
        agent.Run(3_000);
        Assert.IsTrue(agent.Transport.AllSent().Any(sent => sent.Contains("jabber:iq:roster")));
        string[] unsubscribed = [.. agent.Presences().Where(sent => sent.Attribute("type") == "unsubscribed").Select(sent => sent.Attribute("to")!)];
        CollectionAssert.AreEqual(new[] { "operator@example.com" }, unsubscribed);
    }

    [TestMethod]
    public void WhoGetsARoleIsApprovedInAdvance()
    {
        TestAgent agent = TestAgent.Online(null, "<sub xmlns='urn:xmpp:features:pre-approval'/>");
        agent.Roster = "<query xmlns='jabber:iq:roster'/>";
        Change(agent, "new@example.net", "viewer");
        agent.Run(3_000);
        Assert.IsTrue(agent.Presences().Any(sent => sent.Attribute("type") == "subscribed" && sent.Attribute("to") == "new@example.net"));
    }

    [TestMethod]
    [DataRow("example.org", "", "role: owner, operator, viewer or none, not ", false)]
    [DataRow("@example.org", "viewer", "jid: an account or a domain, not @example.org", false)]
    [DataRow("a@example.org/x", "viewer", "jid: an account or a domain, not a@example.org/x", false)]
    [DataRow("a@example.org", "", "role: owner, operator, viewer or none, not ", false)]
    [DataRow("a@example.org", "root", "role: owner, operator, viewer or none, not root", false)]
    [DataRow("a@example.org", "Nobody", "role: owner, operator, viewer or none, not Nobody", false)]
    [DataRow("a@example.org", "none", "a@example.org is not on the list", true)]
    [DataRow("owner@example.com", "none", "that is the last owner", true)]
    [DataRow("owner@example.com", "viewer", "that is the last owner", true)]
    [DataRow("OWNER@example.com", "operator", "that is the last owner", true)]
    [DataRow("", "none", "nothing changed", true)]
    public void WhatCannotBeChangesNothing(string jid, string role, string text, bool isNote)
    {
        MemoryStore store = new();
        TestAgent agent = TestAgent.Online(options => options.Store = store);
        Element answer = DeviceCommand.Execute(agent, Owner, "access", Form(jid, role));
        Assert.AreEqual(text, answer.TextOf(isNote ? "note" : "text"));
        Assert.IsEmpty(store.Files);
        CollectionAssert.AreEqual(new[] { "owner owner@example.com", "operator operator@example.com", "viewer viewer@example.com" },
            List(DeviceCommand.Execute(agent, Owner, "access")));
    }

    [TestMethod]
    [DataRow("operator@example.com/x", "forbidden")]
    [DataRow("viewer@example.com/x", "forbidden")]
    [DataRow("stranger@example.com/x", "service-unavailable")]
    [DataRow("device@example.com", "forbidden")]
    public void NobodyElseSeesOrChangesIt(string from, string condition)
    {
        TestAgent agent = TestAgent.Online();
        Assert.AreEqual(condition, DeviceCommand.Condition(DeviceCommand.Execute(agent, from, "access")));
        Assert.AreEqual(condition, DeviceCommand.Condition(DeviceCommand.Execute(agent, from, "access", Form("a@example.org", "owner"))));
        Assert.IsEmpty(ChatTests.Say(agent, "a@example.org/x", "help"));
    }

    [TestMethod]
    public void OneOfTwoOwnersMayGo()
    {
        TestAgent agent = TestAgent.Online();
        Change(agent, "second@example.org", "owner");
        Change(agent, "owner@example.com", "none");
        Assert.AreEqual("service-unavailable", DeviceCommand.Condition(DeviceCommand.Execute(agent, Owner, "access")));
        Assert.AreEqual("that is the last owner",
            DeviceCommand.Execute(agent, "second@example.org/x", "access", Form("second@example.org", "none")).TextOf("note"));
    }

    /// <summary>Guests come and go for ever.</summary>
    [TestMethod]
    public void WhoIsGoneTakesNoRoom()
    {
        MemoryStore store = new();
        TestAgent agent = TestAgent.Online(options => options.Store = store);
        for (int i = 0; i < 50; i++)
        {
            agent.Run(1_000);
            Change(agent, $"guest{i}@example.org", "viewer");
            Change(agent, $"guest{i}@example.org", "none");
        }

        Assert.IsEmpty(store.Files["access.state"]);
    }

    [TestMethod]
    public void TheListIsBoundedAndAlwaysAnswered()
    {
        MemoryStore store = new();
        TestAgent agent = TestAgent.Online(options => options.Store = store);
        string last = "";
        for (int i = 0; i < 40; i++)
        {
            agent.Run(1_000);
            last = DeviceCommand.Execute(agent, Owner, "access", Form($"a-rather-long-account-{i}@a-rather-long-domain-name.example.org", "viewer")).TextOf("note")!;
        }

        Assert.AreEqual("32 changes are kept, and no more", last);
        string[] list = List(DeviceCommand.Execute(agent, Owner, "access"));
        Assert.MatchesRegex("^and [0-9]+ more$", list[^1]);
        Assert.HasCount(33, Encoding.UTF8.GetString(store.Files["access.state"]).Split('\n'));
        // What is there already can still change.
        Assert.EndsWith(": none", DeviceCommand.Execute(agent, Owner, "access", Form("a-rather-long-account-3@a-rather-long-domain-name.example.org", "none")).TextOf("note")!);
    }

    [TestMethod]
    [DataRow("owner you@example.org", true)]
    [DataRow("\n\nowner you@example.org\n", true)]
    [DataRow("king you@example.org\nowner you@example.org\n", true)]
    [DataRow("owner you@@example.org\n", false)]
    [DataRow("owner\nyou@example.org", false)]
    [DataRow("\0\u0001 \n", false)]
    public void ADamagedFileIsReadAsFarAsItGoes(string contents, bool isOwner)
    {
        MemoryStore store = new();
        store.Files["access.state"] = Encoding.UTF8.GetBytes(contents);
        TestAgent agent = TestAgent.Online(options => options.Store = store);
        Assert.HasCount(isOwner ? 1 : 0, ChatTests.Say(agent, "you@example.org/x", "help"));
        Assert.HasCount(1, ChatTests.Say(agent, Owner, "help"));
    }

    internal static void Change(TestAgent agent, string jid, string role, string owner = Owner) =>
        Assert.AreEqual(jid + ": " + role, DeviceCommand.Execute(agent, owner, "access", Form(jid, role)).TextOf("note"));

    static string[] List(Element command)
    {
        Element field = Array.Find(command.Find("x")!.Children, child => child.Attribute("var") == "list")!;
        return [.. field.Children.Select(value => value.Text)];
    }

    static string Form(string jid, string role) =>
        "<x xmlns='jabber:x:data' type='submit'><field var='jid'><value>" + jid + "</value></field>"
        + "<field var='role'><value>" + role + "</value></field></x>";
}
