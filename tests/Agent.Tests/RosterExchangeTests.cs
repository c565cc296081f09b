using System;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>The devices below this one, proposed to its operators (XEP-0144).</summary>
[TestClass]
public sealed class RosterExchangeTests
{
    const string Contacts = "<item jid='owner@example.com' subscription='both'/><item jid='operator@example.com' subscription='from'/>"
        + "<item jid='viewer@example.com' subscription='both'/><item jid='stranger@example.net' subscription='none'/>"
        + "<item jid='later@example.com' subscription='none'/>";

    static readonly ExchangeItem[] items =
    [
        new(Jid.Parse("pump@example.org")!, "Pump <house>", "Garden"),
        new(Jid.Parse("cellar@example.org")!, "", ""),
    ];

    [TestMethod]
    public void OperatorsAreToldOnce()
    {
        MemoryStore store = new();
        TestAgent agent = Online(store, items, Contacts);
        Element[] told = Told(agent);
        CollectionAssert.AreEquivalent(new[] { "owner@example.com", "operator@example.com" }, told.Select(static message => message.Attribute("to")).ToArray());
        Assert.AreEqual("devices that belong to this one: Pump <house> xmpp:pump@example.org, xmpp:cellar@example.org", told[0].TextOf("body"));
        Element[] proposed = told[0].Find("x")!.Children;
        Assert.AreEqual("add pump@example.org Pump <house> Garden", Describe(proposed[0]));
        Assert.AreEqual("add cellar@example.org  ", Describe(proposed[1]));

        agent.Transport.Cut("the cable");
        agent.Agent.Turn();
        agent.Transport.ForgetSent();
        agent.LogIn();
        agent.Run(1_000);
        Assert.IsEmpty(Told(agent));
        Assert.IsEmpty(Told(Online(store, items, Contacts)));
    }

    [TestMethod]
    public void WhatIsNewIsProposedToAll()
    {
        MemoryStore store = new();
        Online(store, items, Contacts);
        Assert.HasCount(2, Told(Online(store, [items[0]], Contacts)));
        Assert.IsEmpty(Told(Online(store, [items[0]], Contacts)));
    }

    [TestMethod]
    public void WhoSubscribesLaterIsToldThen()
    {
        TestAgent agent = Online(new MemoryStore(), items, Contacts);
        agent.Transport.ForgetSent();
        AccessTests.Change(agent, "later@example.com", "operator");
        agent.Hears("<iq type='set' id='p'><query xmlns='jabber:iq:roster'><item jid='later@example.com' subscription='both'/></query></iq>");
        agent.Run(1_000);
        Assert.AreEqual("later@example.com", Told(agent).Single().Attribute("to"));
    }

    [TestMethod]
    public void WithoutAStoreOncePerProcess()
    {
        TestAgent agent = Online(null, items, Contacts);
        Assert.HasCount(2, Told(agent));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("17")]
    [DataRow("\n\n\n")]
    [DataRow("12345\nowner@example.com\n")]
    public void ADamagedFileIsNone(string contents)
    {
        MemoryStore store = new();
        store.Files["exchange.state"] = Encoding.UTF8.GetBytes(contents);
        Assert.HasCount(2, Told(Online(store, items, Contacts)));
    }

    /// <summary>A whole domain of operators: 64 are told, and those beyond never.</summary>
    [TestMethod]
    public void ItHasAnEnd()
    {
        string many = string.Concat(Enumerable.Range(0, 200).Select(static number => $"<item jid='o{number}@house.example' subscription='both'/>"));
        MemoryStore store = new();
        Assert.HasCount(64, Told(Online(store, items, many)));
        Assert.IsEmpty(Told(Online(store, items, many)));
    }

    /// <summary>As much as the configuration takes fits into one message.</summary>
    [TestMethod]
    public void TheMostThatIsTakenFits()
    {
        string value = string.Join("; ", Enumerable.Range(0, 8).Select(static number => $"device-of-the-house-{number}@iot.example.org, N{number}, G"));
        value += new string('g', 480 - value.Length);
        ConfigurationReader reader = ConfigurationReader.Read("device.conf", Encoding.UTF8.GetBytes("jid = d@example.org\npassword = secret\nexchange = " + value));
        Assert.AreEqual("", reader.Fault);
        Assert.HasCount(2, Told(Online(new MemoryStore(), reader.Configuration.Exchange, Contacts)));
        reader = ConfigurationReader.Read("device.conf", Encoding.UTF8.GetBytes("jid = d@example.org\npassword = secret\nexchange = " + value + "g"));
        Assert.AreEqual("device.conf:3: exchange: at most 8 devices in 480 bytes", reader.Fault);
    }

    static string Describe(Element item) =>
        item.Attribute("action") + " " + item.Attribute("jid") + " " + item.Attribute("name") + " " + item.TextOf("group");

    static TestAgent Online(MemoryStore? store, ExchangeItem[] exchange, string contacts)
    {
        TestAgent agent = new(options =>
        {
            options.Store = store;
            options.Fleet.Exchange = exchange;
            options.Fleet.RosterGroups = null;
            options.Access.Add(Jid.Parse("house.example")!, Role.Operator);
        })
        {
            Roster = "<query xmlns='jabber:iq:roster'>" + contacts + "</query>",
        };
        agent.LogIn();
        agent.Run(1_000);
        return agent;
    }

    static Element[] Told(TestAgent agent) => [.. agent.Transport.AllSent()
        .Where(static sent => sent.Contains("http://jabber.org/protocol/rosterx", StringComparison.Ordinal)).Select(Element.Parse)];
}
