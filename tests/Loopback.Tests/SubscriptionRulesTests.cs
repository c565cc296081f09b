using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Loopback.Tests;

/// <summary>The state machine against the tables of RFC 6121 §A.2 and §A.3, all nine states by four types by two directions.</summary>
[TestClass]
public sealed class SubscriptionRulesTests
{
    static readonly Dictionary<string, Subscription> States = new()
    {
        ["none"] = Subscription.None,
        ["none+out"] = Subscription.PendingOut,
        ["none+in"] = Subscription.PendingIn,
        ["none+out+in"] = Subscription.PendingOut | Subscription.PendingIn,
        ["to"] = Subscription.To,
        ["to+in"] = Subscription.To | Subscription.PendingIn,
        ["from"] = Subscription.From,
        ["from+out"] = Subscription.From | Subscription.PendingOut,
        ["both"] = Subscription.Both,
    };

    // RFC 6121 §3.4: approved before it was asked for.
    static readonly Dictionary<string, Subscription> Approved = new()
    {
        ["none+approved"] = Subscription.Approved,
        ["none+out+approved"] = Subscription.PendingOut | Subscription.Approved,
        ["to+approved"] = Subscription.To | Subscription.Approved,
        ["from+approved"] = Subscription.From | Subscription.Approved,
        ["from+out+approved"] = Subscription.From | Subscription.PendingOut | Subscription.Approved,
        ["both+approved"] = Subscription.Both | Subscription.Approved,
    };

    [TestMethod]
    [DataRow("subscribe", "none > none+out, none+out > none+out, none+in > none+out+in, none+out+in > none+out+in, to > to, to+in > to+in, from > from+out, from+out > from+out, both > both")]
    [DataRow("unsubscribe", "none > none, none+out > none, none+in > none+in, none+out+in > none+in, to > none, to+in > none+in, from > from, from+out > from, both > from")]
    [DataRow("subscribed", "none | none+approved, none+out | none+out+approved, none+in > from, none+out+in > from+out, to | to+approved, to+in > both, from | from, from+out | from+out, both | both")]
    [DataRow("unsubscribed", "none | none, none+out | none+out, none+in > none, none+out+in > none+out, to | to, to+in > to, from > none, from+out > none+out, both > to")]
    public void WhatTheUserSends(string type, string table)
    {
        foreach ((string before, bool goesOn, string after) in Rows(table))
            Assert.AreEqual(new SubscriptionChange(StateOf(after), goesOn), SubscriptionRules.Outbound(States[before], type), before);
    }

    [TestMethod]
    [DataRow("subscribe", "none > none+in, none+out > none+out+in, none+in | none+in, none+out+in | none+out+in, to > to+in, to+in | to+in, from | from, from+out | from+out, both | both")]
    [DataRow("unsubscribe", "none | none, none+out | none+out, none+in > none, none+out+in > none+out, to | to, to+in > to, from > none, from+out > none+out, both > to")]
    [DataRow("subscribed", "none | none, none+out > to, none+in | none+in, none+out+in > to+in, to | to, to+in | to+in, from | from, from+out > both, both | both")]
    [DataRow("unsubscribed", "none | none, none+out > none, none+in | none+in, none+out+in > none+in, to > none, to+in > none+in, from | from, from+out > from, both > from")]
    public void WhatTheContactSends(string type, string table)
    {
        foreach ((string before, bool goesOn, string after) in Rows(table))
            Assert.AreEqual(new SubscriptionChange(StateOf(after), goesOn), SubscriptionRules.Inbound(States[before], type), before);
    }

    [TestMethod]
    [DataRow("none+approved | from+approved, none+out+approved | from+out+approved, to+approved | both+approved, from+approved | from+approved, from+out+approved | from+out+approved, both+approved | both+approved")]
    public void WhatWasApprovedInAdvanceIsGranted(string table)
    {
        foreach ((string before, bool goesOn, string after) in Rows(table, Approved.Count))
            Assert.AreEqual(new SubscriptionChange(Approved[after], goesOn), SubscriptionRules.Inbound(Approved[before], "subscribe"), before);
    }

    [TestMethod]
    [DataRow("none+approved | none, none+out+approved | none+out, to+approved | to, from+approved > none, from+out+approved > none+out, both+approved > to")]
    public void AnApprovalIsTakenBack(string table)
    {
        foreach ((string before, bool goesOn, string after) in Rows(table, Approved.Count))
            Assert.AreEqual(new SubscriptionChange(States[after], goesOn), SubscriptionRules.Outbound(Approved[before], "unsubscribed"), before);
    }

    static Subscription StateOf(string name) => States.TryGetValue(name, out Subscription state) ? state : Approved[name];

    // "before > after" goes on to the one it is for, "before | after" does not.
    static IEnumerable<(string Before, bool GoesOn, string After)> Rows(string table, int count = 9)
    {
        string[] rows = table.Split(", ");
        Assert.HasCount(count, rows);
        foreach (string row in rows)
        {
            string[] words = row.Split(' ');
            yield return (words[0], words[1] == ">", words[2]);
        }
    }
}
