using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;

namespace Presentity.Agent.Tests;

/// <summary>What an agent on the desktop makes of a server with roster versions and approvals in advance (RFC 6121 §2.6, §3.4).</summary>
[TestClass]
public sealed class RosterTests
{
    const string Versions = "<ver xmlns='urn:xmpp:features:rosterver'/>";
    const string Approvals = "<sub xmlns='urn:xmpp:features:pre-approval'/>";

    [TestMethod]
    public void ApprovesItsPeopleInAdvance()
    {
        TestAgent agent = new TestAgent
        {
            Features = Approvals,
            Roster = "<query xmlns='jabber:iq:roster'><item jid='operator@example.com' subscription='from'/></query>",
        };
        CollectionAssert.AreEqual(new[] { "owner@example.com", "operator@example.com", "viewer@example.com" }, Approved(agent));
        Reconnect(agent);
        Assert.IsEmpty(Approved(agent));
    }

    [TestMethod]
    public void ApprovesNobodyWhereThatIsNotOffered() =>
        Assert.IsEmpty(Approved(new TestAgent { Roster = "<query xmlns='jabber:iq:roster'/>" }));

    [TestMethod]
    public void AsksForTheRosterByTheVersionThatItHasLookedThrough()
    {
        TestAgent agent = new TestAgent { Features = Versions, Roster = "<query xmlns='jabber:iq:roster' ver='v1'/>" };
        Assert.AreEqual("ver=''", Asked(agent));
        Reconnect(agent);
        agent.Roster = "";
        Assert.AreEqual("ver='v1'", Asked(agent));
        Reconnect(agent);
        Assert.AreEqual("ver='v1'", Asked(agent));
    }

    [TestMethod]
    public void AMessageThatCameBackIsLogged()
    {
        TestAgent agent = TestAgent.Online();
        Assert.IsEmpty(agent.Hears("<message type='error' from='owner@example.com/x'><error type='cancel'>"
            + "<gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>"));
        Assert.IsTrue(agent.Log.Has(LogLevel.Warning, "a message to owner@example.com/x came back: gone"));
    }

    static string[] Approved(TestAgent agent)
    {
        agent.LogIn();
        agent.Run(1000);
        return [.. agent.Transport.AllSent().Where(static text => text.StartsWith("<presence type='subscribed'"))
            .Select(static text => text.Split('\'')[3])];
    }

    static string Asked(TestAgent agent)
    {
        agent.LogIn();
        agent.Run(1000);
        string asked = agent.Transport.AllSent().Single(static text => text.Contains("jabber:iq:roster"));
        int at = asked.IndexOf("ver='");
        return asked.Substring(at, asked.IndexOf('\'', at + 5) + 1 - at);
    }

    static void Reconnect(TestAgent agent)
    {
        agent.Transport.Cut("the cable");
        agent.Agent.Turn();
        agent.Transport.ForgetSent();
    }
}
