using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Xmpp;

namespace Presentity.Attacks.Tests;

/// <summary>Stanzas that are not from whom they should be, or come again: none of them counts, and the log says so.</summary>
[TestClass]
public sealed class StanzaAttackTests
{
    const string Item = "<query xmlns='jabber:iq:roster'><item jid='stranger@example.net' subscription='both'/></query>";

    // RFC 6121 §2.1.6, CVE-2015-8688
    [TestMethod]
    [DataRow("stranger@example.net/x", "", DisplayName = "a stranger")]
    [DataRow(AttackedDevice.Owner + "/x", "ignored a roster push from owner@localhost/x", DisplayName = "the owner")]
    [DataRow("localhost", "ignored a roster push from localhost", DisplayName = "the server's own address")]
    [DataRow("device@localhost.example.net", "", DisplayName = "almost our account")]
    public async Task RosterPushOfAnother(string from, string said)
    {
        HostileConnection? seen = null;
        Ordeal ordeal = await HostileServer.AttackAsync(async server =>
        {
            seen = server;
            await server.LogInAsync();
            await server.SayAsync($"<iq type='set' id='push' from='{from}'>{Item}</iq>");
            await server.PingAndCloseAsync();
        });
        ordeal.AssertEnd(SessionEnd.ClosedByServer, "the server closed the stream");
        StringAssert.Contains(ordeal.Log, said);
        // A push that counts would be answered with a result, and who is in it without a role be unsubscribed.
        Assert.Contains($"<iq type='error' id='push' to='{from}'>", seen!.Heard);
        Assert.DoesNotContain("unsubscribed", seen.Heard);
        Assert.AreEqual(1, Count(seen.Heard, "jabber:iq:roster'/>"), "The roster is asked for anew.");
    }

    // RFC 6120 §8.1.2.1: the first request of a session is that for the roster, so that its id is easy to guess.
    [TestMethod]
    [DataRow("stranger@example.net/x", DisplayName = "a stranger")]
    [DataRow(AttackedDevice.Owner + "/x", DisplayName = "the owner")]
    [DataRow("device@localhost.example.net", DisplayName = "almost our account")]
    public async Task AnswerOfAnother(string from)
    {
        HostileConnection? seen = null;
        Ordeal ordeal = await HostileServer.AttackAsync(async server =>
        {
            seen = server;
            await server.LogInAsync();
            await server.SayAsync($"<iq type='result' id='1' from='{from}'>{Item}</iq>");
            await server.PingAndCloseAsync();
        });
        ordeal.AssertEnd(SessionEnd.ClosedByServer, "the server closed the stream");
        StringAssert.Contains(ordeal.Log, "warning: dropped an answer that nobody waits for, from " + from);
        Assert.DoesNotContain("unsubscribed", seen!.Heard);
    }

    [TestMethod]
    [DataRow("1", DisplayName = "once more")]
    [DataRow("2147483647", DisplayName = "a number that was not used")]
    [DataRow("99999999999999999999", DisplayName = "a number that is none")]
    [DataRow("-1", DisplayName = "a negative number")]
    [DataRow("one", DisplayName = "no number")]
    [DataRow("", DisplayName = "nothing")]
    public async Task AnswerWithADuplicateOrUnknownId(string id)
    {
        HostileConnection? seen = null;
        Ordeal ordeal = await HostileServer.AttackAsync(async server =>
        {
            seen = server;
            await server.LogInAsync();
            await server.SayAsync("<iq type='result' id='1'><query xmlns='jabber:iq:roster'/></iq>");
            foreach (string type in new[] { "result", "error" })
                await server.SayAsync($"<iq type='{type}' id='{id}' from='device@localhost'>{Item}</iq>");
            await server.PingAndCloseAsync();
        });
        ordeal.AssertEnd(SessionEnd.ClosedByServer, "the server closed the stream");
        Assert.AreEqual(2, Count(ordeal.Log, "warning: dropped an answer that nobody waits for, from device@localhost"), ordeal.Log);
        Assert.DoesNotContain("unsubscribed", seen!.Heard);
    }

    // RFC 6120 §8.1.3: an id is its sender's own business, and may come twice; each request has its one answer.
    [TestMethod]
    public async Task RequestsWithTheSameId()
    {
        HostileConnection? seen = null;
        Ordeal ordeal = await HostileServer.AttackAsync(async server =>
        {
            seen = server;
            await server.LogInAsync();
            for (int i = 0; i < 3; i++)
                await server.SayAsync($"<iq type='get' id='same' from='{AttackedDevice.Owner}/x'><ping xmlns='urn:xmpp:ping'/></iq>");
            await server.PingAndCloseAsync();
        });
        ordeal.AssertEnd(SessionEnd.ClosedByServer, "the server closed the stream");
        Assert.AreEqual(3, Count(seen!.Heard, "<iq type='result' id='same'"), seen.Heard);
    }

    static int Count(string text, string part) => text.Split(part).Length - 1;
}
