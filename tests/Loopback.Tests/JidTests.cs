using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Loopback.Tests;

/// <summary>Addresses are read and folded (RFC 7622).</summary>
[TestClass]
public sealed class JidTests
{
    [TestMethod]
    [DataRow("localhost", "", "localhost", "")]
    [DataRow("Device@LocalHost/Agent", "device", "localhost", "Agent")]
    [DataRow("a@b/c/d@e f", "a", "b", "c/d@e f")]
    [DataRow("b/c@d", "", "b", "c@d")]
    [DataRow("a@b.", "a", "b", "")]
    [DataRow("wärme@häuser.example", "wärme", "häuser.example", "")]
    public void AnAddressIsRead(string text, string local, string domain, string resource)
    {
        Assert.IsTrue(Jid.TryParse(text, out Jid jid));
        Assert.AreEqual(new Jid(local, domain, resource), jid);
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow("@b")]
    [DataRow("a@")]
    [DataRow("a@b/")]
    [DataRow("/r")]
    [DataRow("a b@c")]
    [DataRow("a'b@c")]
    [DataRow("a<b@c")]
    [DataRow("a@b c")]
    [DataRow("a@b@c")]
    [DataRow("a@b/\u0007")]
    public void WhatIsNoneIsNotRead(string? text) => Assert.IsFalse(Jid.TryParse(text, out _));

    [TestMethod]
    public void APartHasAtMost1023Bytes()
    {
        Assert.IsTrue(Jid.TryParse(new string('a', 1023) + "@b", out _));
        Assert.IsFalse(Jid.TryParse(new string('a', 1024) + "@b", out _));
        Assert.IsFalse(Jid.TryParse("a@b/" + new string('ä', 512), out _));
    }
}
