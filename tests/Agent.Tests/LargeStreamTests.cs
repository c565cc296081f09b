using System;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>What is larger than the memory of a chip passes through an agent with the limits of a chip: the stream lives on, nothing is
/// allocated that grows, and what the agent needs is taken from it.</summary>
[TestClass]
public sealed class LargeStreamTests
{
    // One line, which says that the message is too long, and one in the log.
    const long Answer = 1000;

    const int Piece = 1400;

    const string Message = "<message from='viewer@example.com/x'>";

    // Generous: what hangs takes for ever.
    static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    [TestMethod]
    public void OfARosterOfTwoThousandEveryContactIsLookedAt()
    {
        TestAgent agent = TestAgent.Online();
        int[] strangers = [0, 1, 999, 1998, 1999];
        string[] items = [.. Enumerable.Range(0, 2000).Select(number => Array.IndexOf(strangers, number) >= 0
            ? $"<item jid='stranger{number}@example.net' subscription='from' name='Nobody &amp; {number}'/>"
            : $"<item jid='plant{number}@house.example' name='Plant &amp; {number}' subscription='to'><group>Row {number}</group></item>")];
        Element[] sent = Feed(agent, AskForRoster(agent, string.Concat(items)));
        string[] unsubscribed = [.. sent.Where(stanza => stanza.Attribute("type") == "unsubscribed").Select(stanza => stanza.Attribute("to")!)];
        CollectionAssert.AreEqual(strangers.Select(number => $"stranger{number}@example.net").ToArray(), unsubscribed);
        AssertAnswers(agent);
    }

    [TestMethod]
    public void ALargerRosterAllocatesNoMore()
    {
        TestAgent agent = TestAgent.Online();
        byte[] small = AskForRoster(agent, Contacts(2000));
        Feed(agent, small);
        Assert.AreEqual(RosterAllocates(agent, 200), RosterAllocates(agent, 2000));
    }

    [TestMethod]
    public void AnEventOfOneMegabytePassesThrough() => PassesThrough(
        "<message from='pubsub.house.example'><event xmlns='http://jabber.org/protocol/pubsub#event'><items node='n'>",
        number => $"<item id='{number}'><level xmlns='urn:example:level' mm='{number}'>text {number} &amp; more</level></item>",
        "</items></event></message>",
        1_000_000);

    [TestMethod]
    public void AMessageOfTenMegabytesPassesThrough() => PassesThrough(
        "<message from='viewer@example.com/x' type='chat'><body>", _ => "Lorem ipsum &#x1F327; dolor ", "</body></message>", 10_000_000, Answer);

    [TestMethod]
    public void AnAttributeOfTenMegabytesPassesThrough() => PassesThrough(
        "<message from='viewer@example.com/x'><body x='", _ => "Lorem ipsum dolor sit amet ", "'/></message>", 10_000_000, Answer);

    [TestMethod]
    public void TenThousandElementsInEachOtherPassThrough() => PassesThrough(
        Message, _ => "<a>", string.Concat(Enumerable.Repeat("</a>", 10_000)) + "</message>", Message.Length + 30_000);

    [TestMethod]
    public void AHundredThousandElementsBesideEachOtherPassThrough() => PassesThrough(
        Message, number => $"<a{number % 3} xmlns='urn:example:{number}'/>", "</message>", 3_000_000);

    [TestMethod]
    [DataRow("<iq type='set' id='big' from='owner@example.com/x'><query xmlns='urn:example:x'><a b='", "'/></query></iq>")]
    [DataRow("<iq type='get' id='big' from='owner@example.com/x'><query xmlns='urn:example:x'>", "</query></iq>")]
    [DataRow("<iq type='set' id='big' from='owner@example.com/x'><command xmlns='http://jabber.org/protocol/commands' node='pump-on'><x xmlns='jabber:x:data' type='submit'><field var='a'><value>", "</value></field></x></command></iq>")]
    public void ARequestThatIsTooLargeIsRefusedOnceAndDoesNothing(string before, string after)
    {
        TestAgent agent = TestAgent.Online();
        Element[] sent = Feed(agent, Encoding.UTF8.GetBytes(before + new string('x', 1_000_000) + after));
        Element answer = sent.Single(stanza => stanza.Attribute("id") == "big");
        Assert.AreEqual("error", answer.Attribute("type"));
        Assert.IsNotNull(answer.Find("policy-violation"));
        Assert.AreEqual(0, agent.Board.Pump.Value);
        AssertAnswers(agent);
    }

    static void PassesThrough(string before, Func<int, string> part, string after, int length, long most = 0)
    {
        TestAgent agent = TestAgent.Online();
        var text = new StringBuilder(before);
        for (int number = 0; text.Length < length; number++)
            text.Append(part(number));
        byte[] stanza = Encoding.UTF8.GetBytes(text.Append(after).ToString());
        DateTime start = DateTime.UtcNow;
        // What the runtime itself needs for code that runs for the first times is none of ours.
        for (int fed = 0; fed < 1_000_000; fed += stanza.Length)
            Feed(agent, stanza);
        Assert.IsLessThanOrEqualTo(most, Allocation.Least(() => Pass(agent, stanza)));
        Assert.IsNotNull(agent.Agent.Address, string.Join('\n', agent.Log.Lines));
        Assert.IsLessThan(Most, DateTime.UtcNow - start);
        AssertAnswers(agent);
    }

    /// <summary>Makes the agent ask for its roster, and the answer.</summary>
    static byte[] AskForRoster(TestAgent agent, string items)
    {
        Element[] sent = agent.Hears("<iq type='set' id='push'><query xmlns='jabber:iq:roster'><item jid='x@example.net' subscription='from'/></query></iq>");
        Element request = sent.Single(stanza => stanza.Attribute("type") == "get");
        return Encoding.UTF8.GetBytes($"<iq type='result' id='{request.Attribute("id")}'><query xmlns='jabber:iq:roster' ver='7'>{items}</query></iq>");
    }

    static long RosterAllocates(TestAgent agent, int contacts)
    {
        byte[] answer = [];
        return Allocation.Least(() => answer = AskForRoster(agent, Contacts(contacts)), () => Pass(agent, answer));
    }

    static string Contacts(int count) => string.Concat(Enumerable.Range(0, count).Select(
        number => $"<item jid='plant{number}@house.example' name='Plant &amp; {number}' subscription='to'><group>Row {number}</group></item>"));

    static Element[] Feed(TestAgent agent, byte[] stanza)
    {
        agent.Transport.ForgetSent();
        Pass(agent, stanza);
        return [.. agent.Transport.AllSent().Where(sent => sent[1] is 'i' or 'p' or 'm').Select(Element.Parse)];
    }

    static void Pass(TestAgent agent, byte[] stanza)
    {
        for (int start = 0; start < stanza.Length; start += Piece)
        {
            agent.Transport.Arrive(stanza, start, Math.Min(Piece, stanza.Length - start));
            while (agent.Transport.HasUnread)
                agent.Agent.Turn();
        }
    }

    static void AssertAnswers(TestAgent agent)
    {
        Element[] sent = agent.Hears("<iq type='get' id='after' from='owner@example.com/x'><ping xmlns='urn:xmpp:ping'/></iq>");
        Assert.AreEqual("result", sent.Single(stanza => stanza.Attribute("id") == "after").Attribute("type"));
    }
}
