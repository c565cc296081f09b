using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>XEP-0198 §4: what is kept until the server has it, and what gives way.</summary>
[TestClass]
public sealed class UnackedStanzasTests
{
    const string Presence = "<presence><status>21.4 °C</status></presence>";
    const string Directed = "<presence type='subscribed' to='owner@example.com'/>";
    const string Answer = "<iq type='result' id='1' to='owner@example.com/home'></iq>";

    readonly UnackedStanzas unacked = new UnackedStanzas(200);

    [TestMethod]
    public void What_is_acknowledged_is_forgotten_in_its_order()
    {
        Assert.IsTrue(Keep(Answer));
        Assert.IsTrue(Keep(Directed));
        Assert.IsTrue(Keep(Presence));
        Assert.AreEqual(Answer + Directed + Presence, Kept());
        Assert.IsTrue(unacked.Acknowledge(0));
        Assert.IsTrue(unacked.Acknowledge(2));
        Assert.AreEqual(Presence, Kept());
        Assert.IsFalse(unacked.Acknowledge(2));
        Assert.IsFalse(unacked.Acknowledge(uint.MaxValue));
        Assert.AreEqual(Presence, Kept());
        Assert.IsTrue(unacked.Acknowledge(1));
        Assert.AreEqual("", Kept());
        Assert.AreEqual(0, unacked.Count);
    }

    [TestMethod]
    public void The_oldest_presence_to_all_gives_way_and_is_counted()
    {
        Keep(Presence);
        Keep(Directed);
        Keep("<presence/>");
        Assert.IsTrue(Keep(Answer));
        Assert.IsTrue(Keep(Answer));
        Assert.AreEqual(Directed + "<presence/>" + Answer + Answer, Kept());
        Assert.IsFalse(Keep(Answer));
        Assert.AreEqual(Directed + Answer + Answer, Kept());
        Assert.AreEqual(6, unacked.Count);
        // One of them is the presence that gave way.
        Assert.IsTrue(unacked.Acknowledge(2));
        Assert.AreEqual(Answer + Answer, Kept());
        Assert.IsTrue(unacked.Acknowledge(2));
        Assert.AreEqual(Answer, Kept());
        Assert.IsTrue(unacked.ForgetLost());
        Assert.AreEqual(1, unacked.Count);
        Assert.IsFalse(unacked.ForgetLost());
    }

    [TestMethod]
    public void What_may_go_gives_way_to_what_may_not()
    {
        Assert.IsTrue(Keep(Answer, mayGo: true));
        Assert.IsTrue(Keep(Presence));
        Assert.IsTrue(Keep(Answer, mayGo: true));
        Assert.IsTrue(Keep("<iq type='result'/>", mayGo: true));
        Assert.AreEqual(Answer + Presence + Answer + "<iq type='result'/>", Kept());
        // Presence gives way to all, other answers only to those that may not go.
        Assert.IsFalse(Keep(Answer + Answer, mayGo: true));
        Assert.AreEqual(Answer + Answer + "<iq type='result'/>", Kept());
        Assert.IsTrue(Keep(Answer + Answer));
        Assert.AreEqual(Answer + "<iq type='result'/>" + Answer + Answer, Kept());
        Assert.AreEqual(6, unacked.Count);
        Assert.IsTrue(unacked.Acknowledge(3));
        Assert.AreEqual("<iq type='result'/>" + Answer + Answer, Kept());
    }

    [TestMethod]
    public void What_is_too_long_is_counted_alone()
    {
        Assert.IsFalse(Keep("<iq>" + new string('x', 200) + "</iq>"));
        Assert.IsFalse(Keep("<presence>" + new string('x', 200) + "</presence>"));
        Assert.AreEqual(2, unacked.Count);
        Assert.AreEqual("", Kept());
        Assert.IsTrue(Keep(Answer));
        Assert.IsTrue(unacked.Acknowledge(1));
        Assert.IsTrue(unacked.Acknowledge(1));
        Assert.AreEqual(Answer, Kept());
    }

    [TestMethod]
    public void Something_shorter_is_kept_instead()
    {
        Keep(Answer);
        Assert.IsFalse(Keep("<iq>" + new string('x', 200) + "</iq>"));
        byte[] error = Encoding.UTF8.GetBytes("<iq type='error'/>");
        unacked.KeepInstead(error, error.Length);
        Assert.AreEqual(Answer + "<iq type='error'/>", Kept());
        Assert.AreEqual(2, unacked.Count);
        Assert.IsTrue(unacked.Acknowledge(2));
        Assert.AreEqual("", Kept());
    }

    [TestMethod]
    public void However_many_and_short_they_are_the_numbers_are_right()
    {
        for (int i = 0; i < 10000; i++)
            Keep(i % 3 == 0 ? "<iq/>" : "<presence/>");
        Assert.AreEqual(10000, unacked.Count);
        Assert.IsLessThanOrEqualTo(200, unacked.Length);
        Assert.IsTrue(unacked.Acknowledge(9999));
        Assert.AreEqual(1, unacked.Count);
        Assert.IsTrue(unacked.Acknowledge(1));
        Assert.AreEqual(0, unacked.Length);
        Assert.IsTrue(Keep(Answer));
        Assert.AreEqual(Answer, Kept());
    }

    /// <summary>Compared with a list that is never full: what is kept is what is left of it, in its order, and no answer is missing that
    /// there was room for.</summary>
    [TestMethod]
    public void Whatever_comes_the_order_and_the_numbers_are_right()
    {
        for (int seed = 0; seed < Scale.Of(2000, 10); seed++)
        {
            Dice dice = new Dice(seed);
            UnackedStanzas queue = new UnackedStanzas(300);
            string[] sent = new string[200];
            int first = 0;
            int last = 0;
            for (int i = 0; i < 200; i++)
            {
                if (dice.Next(3) == 0)
                {
                    int count = dice.Next(last - first + 1);
                    Assert.IsTrue(queue.Acknowledge((uint)count));
                    first += count;
                }
                else
                {
                    string stanza = dice.Next(2) == 0
                        ? "<presence><status>" + last + new string('s', dice.Next(90)) + "</status></presence>"
                        : "<iq type='result' id='" + last + "' to='a@b/c'>" + new string('i', dice.Next(90)) + "</iq>";
                    byte[] bytes = Encoding.UTF8.GetBytes(stanza);
                    bool hasRoom = queue.MakeRoom(bytes.Length, mayGo: false);
                    Assert.AreEqual(hasRoom, queue.Keep(bytes, bytes.Length, mayGo: false));
                    sent[last++] = hasRoom ? stanza : "";
                }

                CheckAgainst(queue, sent, first, last);
            }
        }
    }

    static void CheckAgainst(UnackedStanzas queue, string[] sent, int first, int last)
    {
        Assert.AreEqual(last - first, queue.Count);
        string kept = Encoding.UTF8.GetString(queue.Bytes, 0, queue.Length);
        int at = 0;
        for (int i = first; i < last; i++)
        {
            if (sent[i].Length > 0 && kept.IndexOf(sent[i], at) == at)
                at += sent[i].Length;
            else
                Assert.IsTrue(sent[i].Length == 0 || sent[i].StartsWith("<p"), sent[i]);
        }

        Assert.AreEqual(kept.Length, at);
    }

    bool Keep(string stanza, bool mayGo = false)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(stanza);
        return unacked.Keep(bytes, bytes.Length, mayGo);
    }

    string Kept() => Encoding.UTF8.GetString(unacked.Bytes, 0, unacked.Length);
}
