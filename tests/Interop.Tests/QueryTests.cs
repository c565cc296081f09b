using System;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;

namespace Presentity.Interop.Tests;

/// <summary>Questions by IQ: each gets its answer, and one that makes no sense the right error (RFC 6120 §8.2.3, §8.3).</summary>
[TestClass]
public sealed class QueryTests : InstalledTests<QueryTests>
{
    const string Commands = "xmlns='http://jabber.org/protocol/commands'";

    [TestMethod]
    public async Task PingIsAnswered() => Assert.IsLessThan(TimeSpan.FromSeconds(5), await Operator.PingAsync(Jid));

    [TestMethod]
    public async Task VersionIsTold()
    {
        (string name, string version, _) = await Operator.VersionAsync(Jid);
        Assert.AreEqual("Presentity", name);
        Assert.MatchesRegex(@"^\d+\.\d+", version);
    }

    [TestMethod]
    public async Task TimeIsNow()
    {
        TimeSpan off = await Operator.TimeAsync(Jid) - DateTimeOffset.UtcNow;
        Assert.IsLessThan(TimeSpan.FromSeconds(10), off.Duration());
    }

    [TestMethod]
    public async Task LastActivityIsRecent() => Assert.IsInRange(TimeSpan.Zero, TimeSpan.FromMinutes(20), await Operator.LastActivityAsync(Jid));

    [TestMethod]
    [DataRow("get")]
    [DataRow("set")]
    public async Task UnknownPayloadIsServiceUnavailable(string type) => await Refusal.AssertAsync(
        "cancel", "service-unavailable", () => Operator.IqAsync(Jid, type, "<nothing xmlns='urn:example:nothing'/>"));

    [TestMethod]
    public async Task KnownElementInAnotherNamespaceIsUnknown() => await Refusal.AssertAsync(
        "cancel", "service-unavailable", () => Operator.IqAsync(Jid, "get", "<ping xmlns='urn:example:nothing'/>"));

    [TestMethod]
    public async Task UnknownCommandIsItemNotFound() => await Refusal.AssertAsync(
        "cancel", "item-not-found", () => Operator.ExecuteAsync(Jid, "make-coffee"));

    [TestMethod]
    public async Task UnknownNodeIsItemNotFound() => await Refusal.AssertAsync(
        "cancel", "item-not-found", () => Operator.DiscoInfoAsync(Jid, "urn:example:nothing"));

    [TestMethod]
    [DataRow("node='pump-on' action='dance'", DisplayName = "an action that does not exist")]
    [DataRow("node='set-actuators' action='complete' sessionid='none'", DisplayName = "a session that does not exist")]
    [DataRow("node='set-actuators' action='complete'", DisplayName = "no session")]
    public async Task BadCommandIsBadRequest(string attributes) => await Refusal.AssertAsync(
        "modify", "bad-request", () => Operator.IqAsync(Jid, "set", $"<command {Commands} {attributes}/>"));
}
