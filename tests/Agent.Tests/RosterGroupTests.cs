using System;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>Roles by the groups of the roster, and the groups that the device files its own contacts under.</summary>
[TestClass]
public sealed class RosterGroupTests
{
    const string Tech = "tech@example.net/phone";
    const string InGroup = "<item jid='tech@example.net' subscription='both'><group>Technicians</group></item>";
    const string Switched = "pump is on";

    [TestMethod]
    [DataRow("<item jid='tech@example.net' subscription='both'><group>Technicians</group></item>", true)]
    [DataRow("<item jid='tech@example.net' subscription='from'><group>Friends</group><group>Technicians</group></item>", true)]
    [DataRow("<item jid='TECH@example.net' subscription='both'><group>Technicians</group></item>", true)]
    [DataRow("<item jid='tech@example.net' subscription='none'><group>Technicians</group></item>", true)]
    [DataRow("<item jid='tech@example.net' subscription='both'><group>technicians</group></item>", false)]
    [DataRow("<item jid='tech@example.net' subscription='both'><group>Technicians </group></item>", false)]
    [DataRow("<item jid='tech@example.net' subscription='both'><group/></item>", false)]
    [DataRow("<item jid='tech@example.net' subscription='both'/><item jid='a@example.net' subscription='both'><group>Technicians</group></item>", false)]
    [DataRow("<item jid='example.net' subscription='both'><group>Technicians</group></item>", false)]
    [DataRow("<item jid='tech@example.net' subscription='both'><group xmlns='urn:other'>Technicians</group></item>", false)]
    public void ContactsOfAGroupHaveItsRole(string items, bool isAllowed)
    {
        TestAgent agent = Online(items);
        Element[] sent = ChatTests.Say(agent, Tech, "pump on");
        Assert.AreEqual(isAllowed, sent.Length == 1 && ChatTests.Body(sent) == Switched);
        Assert.AreEqual(isAllowed ? null : "service-unavailable", DeviceCommand.Condition(DeviceCommand.Execute(agent, Tech, "pump-off")));
    }

    [TestMethod]
    public void TheGreatestRoleCounts()
    {
        TestAgent agent = Online("<item jid='viewer@example.com' subscription='both'><group>Technicians</group></item>"
            + "<item jid='owner@example.com' subscription='both'><group>Technicians</group></item>");
        Assert.AreEqual(Switched, ChatTests.Body(ChatTests.Say(agent, "viewer@example.com/x", "pump on")));
        Assert.AreEqual("you: operator", ChatTests.Body(ChatTests.Say(agent, "viewer@example.com/x", "who")));
        string who = ChatTests.Body(ChatTests.Say(agent, "owner@example.com/x", "who"))!;
        Assert.StartsWith("you: owner\n", who);
        Assert.Contains("operator  viewer@example.com (by group)\n", who);
    }

    [TestMethod]
    [DataRow("<item jid='tech@example.net' subscription='both'/>", true)]
    [DataRow("<item jid='tech@example.net' subscription='both'><group>Guests</group></item>", true)]
    [DataRow("<item jid='tech@example.net' subscription='remove'/>", false)]
    public void APushTakesTheRoleAtOnce(string push, bool isUnsubscribed)
    {
        TestAgent agent = Online(InGroup);
        agent.Roster = Query(isUnsubscribed ? push : "");
        Assert.IsEmpty(ChatTests.Hear(agent, "<iq type='set' id='p'>" + Query(push) + "</iq><message type='chat' from='" + Tech
            + "'><body>pump on</body></message>"));
        agent.Run(2_000);
        string[] gone = [.. agent.Presences().Where(static sent => sent.Attribute("to") == "tech@example.net").Select(static sent => sent.Attribute("type")!)];
        CollectionAssert.AreEqual(isUnsubscribed ? new[] { "unavailable", "unsubscribed" } : ["unavailable"], gone);
        Assert.IsTrue(agent.Log.Has(LogLevel.Warning, "tech@example.net is in no group with a role any more"));
    }

    [TestMethod]
    public void APushGivesTheRoleAtOnce()
    {
        TestAgent agent = Online("");
        Assert.IsEmpty(ChatTests.Say(agent, Tech, "pump on"));
        Push(agent, InGroup);
        Assert.AreEqual(Switched, ChatTests.Body(ChatTests.Say(agent, Tech, "pump on")));
    }

    [TestMethod]
    [DataRow("tech@example.net/phone")]
    [DataRow("tech@example.net")]
    [DataRow("example.com")]
    [DataRow("device@example.com/other")]
    [DataRow("operator@example.com/x")]
    public void APushOfAnotherChangesNothing(string sender)
    {
        TestAgent agent = Online("");
        agent.Hears("<iq type='set' id='p' from='" + sender + "'>" + Query(InGroup) + "</iq>");
        Assert.IsEmpty(ChatTests.Say(agent, Tech, "pump on"));
    }

    /// <summary>What was true in the last session is not, before the roster of this one has said so.</summary>
    [TestMethod]
    public void ANewSessionBeginsWithoutRoles()
    {
        TestAgent agent = Online(InGroup);
        agent.Roster = Query("");
        Reconnect(agent, 1_000);
        Assert.IsEmpty(ChatTests.Say(agent, Tech, "pump on"));
    }

    /// <summary>Who may what is not taken from memory: the roster comes whole at each login, whatever its version.</summary>
    [TestMethod]
    public void ARosterWithRolesComesWholeEachTime()
    {
        TestAgent agent = Prepared("<ver xmlns='urn:xmpp:features:rosterver'/>");
        agent.Roster = "<query xmlns='jabber:iq:roster' ver='v1'>" + InGroup + "</query>";
        agent.LogIn();
        agent.Run(1_000);
        Reconnect(agent, 1_000);
        Assert.Contains("ver=''", agent.Transport.AllSent().Single(static text => text.Contains("jabber:iq:roster", StringComparison.Ordinal)));
        Assert.AreEqual(Switched, ChatTests.Body(ChatTests.Say(agent, Tech, "pump on")));
        // What the server says it has not changed is as it was.
        agent.Roster = "";
        Reconnect(agent, 1_000);
        Assert.AreEqual(Switched, ChatTests.Body(ChatTests.Say(agent, Tech, "pump on")));
    }

    /// <summary>A roster of 2,000 contacts in the group, in whatever parts it comes: 64 of them are kept.</summary>
    [TestMethod]
    public void OfALargeRosterABoundedNumberIsKept()
    {
        StringBuilder items = new();
        for (int i = 0; i < 2_000; i++)
            items.Append("<item jid='c").Append(i).Append("@example.net' subscription='both'><group>").Append(i % 2 == 0 ? "Friends" : "Technicians")
                .Append("</group></item>");
        TestAgent agent = Online(items.ToString());
        Assert.AreEqual("pump is off", ChatTests.Body(ChatTests.Say(agent, "c1@example.net/x", "pump off")));
        Assert.AreEqual("pump is off", ChatTests.Body(ChatTests.Say(agent, "c127@example.net/x", "pump off")));
        Assert.IsEmpty(ChatTests.Say(agent, "c129@example.net/x", "pump off"));
        Assert.IsTrue(agent.Log.Has(LogLevel.Warning,
            "more than 64 contacts are in groups that give a role: c129@example.net and others have none"));
    }

    [TestMethod]
    public void AlarmsReachThem()
    {
        TestAgent agent = Online(InGroup + "<item jid='operator@example.com' subscription='both'><group>Technicians</group></item>",
            options => options.Sensors.For("temperature").Above = 30_000);
        agent.Transport.ForgetSent();
        agent.Board.Temperature.Value = 312;
        agent.Run(1_300);
        string[] told = [.. agent.Transport.AllSent().Where(static sent => sent.StartsWith("<message", StringComparison.Ordinal))
            .Select(static sent => Element.Parse(sent).Attribute("to")!)];
        CollectionAssert.AreEqual(new[] { "owner@example.com", "operator@example.com", "tech@example.net" }, told);
    }

    [TestMethod]
    public void WhereAGroupMakesOwnersThereIsNoClaim()
    {
        TestAgent agent = new TestAgent(options =>
        {
            for (int i = options.Access.Count - 1; i >= 0; i--)
                options.Access.Set(options.Access.MemberAt(i), Role.None);
            options.Claim = "K7QF-3MXR-9TCA";
            options.Fleet.RoleGroups.Add("Technicians", Role.Owner);
        })
        {
            Roster = Query(InGroup),
        };
        agent.LogIn();
        agent.Run(1_000);
        Assert.IsEmpty(ChatTests.Say(agent, "you@example.org/x", "claim K7QF-3MXR-9TCA"));
        Assert.StartsWith("you: owner", ChatTests.Body(ChatTests.Say(agent, Tech, "who"))!);
        // Neither the last owner nor the first.
        AccessTests.Change(agent, "new@example.net", "operator", Tech);
    }

    /// <summary>Those on the list are filed, one after the other, and not again.</summary>
    [TestMethod]
    public void ThoseOnTheListAreFiled()
    {
        TestAgent agent = Online("<item jid='owner@example.com' subscription='both'/>"
            + "<item jid='operator@example.com' subscription='from' name='Bob &amp; Co'><group>Viewers</group></item>"
            + "<item jid='viewer@example.com' subscription='from' name='v'><group>Viewers</group></item>"
            + "<item jid='other@example.net' subscription='none'><group>Operators</group></item>"
            + "<item jid='stranger@example.net' subscription='none'/>");
        string[] sets = [.. Enumerable.Range(0, 5).Select(_ => AnswerSet(agent)).Where(static set => set.Length > 0)];
        CollectionAssert.AreEqual(new[]
        {
            "owner@example.com name owner in Owners",
            "operator@example.com name Bob & Co in Operators",
            "other@example.net name other in ",
        }, sets);
        agent.Roster = Query("<item jid='owner@example.com' name='owner' subscription='both'><group>Owners</group></item>"
            + "<item jid='operator@example.com' subscription='from' name='Bob &amp; Co'><group>Operators</group></item>"
            + "<item jid='viewer@example.com' subscription='from' name='v'><group>Viewers</group></item>"
            + "<item jid='other@example.net' subscription='none' name='other'/>");
        Reconnect(agent, 60_000);
        Assert.AreEqual("", AnswerSet(agent));
    }

    /// <summary>What somebody else has filed stays where it is, and who is there by his domain alone is not gone after.</summary>
    [TestMethod]
    [DataRow("<item jid='viewer@example.com' subscription='from'><group>Friends</group></item>")]
    [DataRow("<item jid='viewer@example.com' subscription='from'><group>Friends</group><group>Owners</group></item>")]
    [DataRow("<item jid='colleague@house.example' subscription='from'/>")]
    [DataRow("<item jid='device@example.com' subscription='both'/>")]
    [DataRow("<item jid='house.example' subscription='from'/>")]
    public void OthersAreLeftAlone(string items) =>
        Assert.AreEqual("", AnswerSet(Online(items, options => options.Access.Add(Jid.Parse("house.example")!, Role.Viewer))));

    [TestMethod]
    public void ARosterIsLeftAloneWhereThatIsWanted() =>
        Assert.AreEqual("", AnswerSet(Online("<item jid='owner@example.com' subscription='both'/>", options => options.Fleet.RosterGroups = null)));

    [TestMethod]
    public void WhoSubscribesIsFiledAndWhoLosesHisRoleIsFiledNoLonger()
    {
        TestAgent agent = Online("");
        Push(agent, "<item jid='viewer@example.com' subscription='from'/>");
        Assert.AreEqual("viewer@example.com name viewer in Viewers", AnswerSet(agent));
        Push(agent, "<item jid='viewer@example.com' name='viewer' subscription='from'><group>Viewers</group></item>");
        Assert.AreEqual("", AnswerSet(agent));
        agent.Roster = Query("<item jid='viewer@example.com' name='viewer' subscription='from'><group>Viewers</group></item>");
        AccessTests.Change(agent, "viewer@example.com", "operator");
        Assert.AreEqual("viewer@example.com name viewer in Operators", AnswerSet(agent));
    }

    [TestMethod]
    public void ARefusalIsToldOnceAndNotAskedAgain()
    {
        TestAgent agent = Online("<item jid='owner@example.com' subscription='both'/><item jid='viewer@example.com' subscription='both'/>");
        for (int session = 0; session < 3; session++)
        {
            string id = SetId(agent)!;
            agent.Hears("<iq type='error' id='" + id + "'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
            agent.Run(5_000);
            Assert.IsNull(SetId(agent));
            Reconnect(agent, 1_000);
        }

        Assert.AreEqual(1, agent.Log.Lines.Count(static line => line.Contains("the server refuses to file a contact: not-allowed", StringComparison.Ordinal)));
    }

    /// <summary>A server that says yes and does nothing is given up.</summary>
    [TestMethod]
    public void AServerThatKeepsNothingIsGivenUp()
    {
        TestAgent agent = Online("<item jid='owner@example.com' subscription='both'/>");
        int sets = 0;
        for (int session = 0; session < 300; session++)
        {
            sets += AnswerSet(agent).Length > 0 ? 1 : 0;
            Reconnect(agent, 200);
        }

        Assert.AreEqual(256, sets);
    }

    /// <summary>A contact in a group that the device has filled itself would keep its role for ever.</summary>
    [TestMethod]
    [DataRow("operator-groups = Operators", "device.conf: roster-groups: the device files contacts under Operators itself, so that this group cannot "
        + "give a role; name another, or write roster-groups = off")]
    [DataRow("operator-groups = Operators\nroster-groups = off", "")]
    [DataRow("operator-groups = Technicians, Night shift\nviewer-groups = Guests", "")]
    [DataRow("operator-groups = Technicians,", "device.conf:3: operator-groups: names of groups, separated by commas")]
    [DataRow("roster-groups = yes", "device.conf:3: roster-groups: on or off, not yes")]
    public void TheKeysSayWhatIsWrong(string keys, string fault)
    {
        ConfigurationReader reader = ConfigurationReader.Read("device.conf", Encoding.UTF8.GetBytes("jid = d@example.org\npassword = secret\n" + keys));
        Assert.AreEqual(fault, reader.Fault.Length > 0 ? reader.Fault : reader.Configuration.CheckAgainst(new TestBoard()));
    }

    static string Query(string items) => "<query xmlns='jabber:iq:roster'>" + items + "</query>";

    static void Push(TestAgent agent, string item)
    {
        Element answer = agent.Hears("<iq type='set' id='p'>" + Query(item) + "</iq>")[0];
        Assert.AreEqual("result", answer.Attribute("type"));
    }

    static TestAgent Prepared(string features, TestAgent.Preparation? more = null) => new(options =>
    {
        options.Fleet.RoleGroups.Add("Technicians", Role.Operator);
        more?.Invoke(options);
    })
    {
        Features = features,
    };

    static TestAgent Online(string items, TestAgent.Preparation? more = null)
    {
        TestAgent agent = Prepared("", more);
        agent.Roster = Query(items);
        agent.LogIn();
        agent.Run(1_000);
        return agent;
    }

    static void Reconnect(TestAgent agent, int milliseconds)
    {
        agent.Transport.Cut("the cable");
        agent.Agent.Turn();
        agent.Transport.ForgetSent();
        agent.LogIn();
        agent.Run(milliseconds);
    }

    static string? SetId(TestAgent agent)
    {
        string? sent = agent.Transport.AllSent().LastOrDefault(static text =>
            text.StartsWith("<iq type='set'", StringComparison.Ordinal) && text.Contains("jabber:iq:roster", StringComparison.Ordinal));
        return sent == null ? null : Element.Parse(sent).Attribute("id");
    }

    /// <summary>The contact that the device files, which the server then does; empty for none.</summary>
    static string AnswerSet(TestAgent agent)
    {
        agent.Run(2_000);
        string? id = SetId(agent);
        if (id == null)
            return "";
        Element item = Element.Parse(agent.Transport.AllSent().Last(text => text.Contains("id='" + id + "'", StringComparison.Ordinal))).Find("item")!;
        string set = item.Attribute("jid") + " name " + item.Attribute("name") + " in " + item.TextOf("group");
        agent.Transport.ForgetSent();
        agent.Hears("<iq type='result' id='" + id + "'/>");
        return set;
    }
}
