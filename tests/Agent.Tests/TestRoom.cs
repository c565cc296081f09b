using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>A room as an agent sees it, played by the test.</summary>
static class TestRoom
{
    internal const string Address = "fleet@conference.example.com";
    internal const string Me = Address + "/greenhouse";
    internal const string Boss = Address + "/boss";

    /// <summary>The room shows everybody who is in it.</summary>
    internal const string Open = "<status code='100'/>";

    const string Stanzas = "urn:ietf:params:xml:ns:xmpp-stanzas";

    internal static TestAgent Online(TestAgent.Preparation? more = null, string features = "")
    {
        TestAgent agent = new TestAgent(options =>
        {
            options.Fleet.Room = Jid.Parse(Me);
            more?.Invoke(options);
        })
        {
            Features = features,
        };
        agent.Board.Temperature.Value = 214;
        agent.LogIn();
        agent.Run(1_000);
        return agent;
    }

    internal static TestAgent Entered(string features = "", TestAgent.Preparation? more = null)
    {
        TestAgent agent = Online(options =>
        {
            options.Sensors.For("temperature").Above = 30_000;
            more?.Invoke(options);
        }, features);
        AnswerInfo(agent);
        Enter(agent);
        return agent;
    }

    internal static void Enter(TestAgent agent, string codes = Open)
    {
        agent.Hears(Occupant(Me, "device@example.com/agent", "<status code='110'/>" + codes));
        agent.Transport.ForgetSent();
    }

    internal static void Reconnect(TestAgent agent)
    {
        agent.Transport.Cut("the cable");
        agent.Agent.Turn();
        agent.Transport.ForgetSent();
        agent.LogIn();
        agent.Run(1_000);
    }

    internal static string Occupant(string name, string real, string more, string type = "") =>
        "<presence from='" + name + "'" + (type.Length > 0 ? " type='" + type + "'" : "") + "><x xmlns='http://jabber.org/protocol/muc#user'>"
        + "<item affiliation='member' role='participant'" + (real.Length > 0 ? " jid='" + real + "'" : "") + "/>" + more + "</x></presence>";

    internal static string Refusal(string name, string condition) => "<presence type='error' from='" + name + "'>" + Error(condition) + "</presence>";

    internal static string Error(string condition) => "<error type='cancel'><" + condition + " xmlns='" + Stanzas + "'/></error>";

    /// <summary>Answers what was asked about the room; the presence that is then sent to it.</summary>
    internal static Element[] AnswerInfo(TestAgent agent, string? answer = null)
    {
        string id = InfoId(agent)!;
        answer ??= "<query xmlns='http://jabber.org/protocol/disco#info'><identity category='conference' type='text'/>"
            + "<feature var='http://jabber.org/protocol/muc'/></query>";
        string type = answer.StartsWith("<error", StringComparison.Ordinal) ? "error" : "result";
        return [.. agent.Hears("<iq type='" + type + "' id='" + id + "' from='" + Address + "'>" + answer + "</iq>").Where(static sent => sent.Name == "presence")];
    }

    internal static string? InfoId(TestAgent agent) => Asked(agent, " to='" + Address + "'", "disco#info");

    internal static string? PingId(TestAgent agent) => Asked(agent, " to='" + Me + "'", "urn:xmpp:ping");

    internal static string? Asked(TestAgent agent, string to, string what)
    {
        string? sent = agent.Transport.AllSent().LastOrDefault(text =>
            text.StartsWith("<iq type='get'", StringComparison.Ordinal) && text.Contains(to, StringComparison.Ordinal) && text.Contains(what, StringComparison.Ordinal));
        return sent == null ? null : Element.Parse(sent).Attribute("id");
    }

    internal static Element[] ToRoom(TestAgent agent) => [.. agent.Presences().Where(static sent =>
        sent.Attribute("to") is { } to && to.StartsWith(Address, StringComparison.Ordinal))];

    internal static Element[] Posts(TestAgent agent) => [.. agent.Transport.AllSent()
        .Where(static sent => sent.StartsWith("<message type='groupchat'", StringComparison.Ordinal)).Select(Element.Parse)];

    /// <summary>What is answered in the room to what somebody says there; null for nothing.</summary>
    internal static string? Body(TestAgent agent, string from, string said)
    {
        Element[] sent = ChatTests.Hear(agent, "<message type='groupchat' from='" + from + "'><body>" + said + "</body></message>");
        if (sent.Length == 0)
            return null;
        Assert.AreEqual(Address, sent.Single().Attribute("to"));
        Assert.AreEqual("groupchat", sent[0].Attribute("type"));
        return sent[0].TextOf("body");
    }
}
