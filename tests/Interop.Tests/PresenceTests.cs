using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>What a contact sees of a device: status for people, fields for machines, capabilities that hold.</summary>
[TestClass]
public sealed class PresenceTests : InstalledTests<PresenceTests>
{
    [TestMethod]
    public async Task StatusTellsPeopleInOneLine()
    {
        Presence presence = await SeeAsync();
        Assert.MatchesRegex(@"-?\d+(\.\d+)? °C", presence.Status);
        Assert.MatchesRegex(@"pump (on|off)", presence.Status);
        Assert.DoesNotContain("\n", presence.Status);
        Assert.IsInRange(10, 60, presence.Status.Length);
        Assert.AreEqual("", presence.Show, "A healthy device is plainly available.");
    }

    [TestMethod]
    [DataRow("temperature", "°C", -40, 85)]
    [DataRow("humidity", "%", 0, 100)]
    [DataRow("light", "lx", 0, 120_000)]
    public async Task FieldsTellMachines(string name, string unit, double lowest, double highest)
    {
        Presence presence = await SeeAsync();
        Field field = presence.Fields[name];
        Assert.AreEqual("numeric", field.Kind);
        Assert.AreEqual(unit, field.Unit);
        Assert.IsInRange(lowest, highest, field.Number);
    }

    [TestMethod]
    public async Task ButtonIsABoolean()
    {
        Field button = (await SeeAsync()).Fields["button"];
        Assert.AreEqual("boolean", button.Kind);
        Assert.IsTrue(button.Value is "true" or "false", button.Value);
    }

    [TestMethod]
    public async Task ReadingsChange()
    {
        Presence first = await SeeAsync();
        await Viewer.SeeAsync(
            Jid,
            presence => presence.IsAvailable && presence.Fields.Any(field => field.Value.Value != first.Fields[field.Key].Value),
            "a presence with another reading", within: Patience.Long);
    }

    [TestMethod]
    public async Task CapabilitiesHashAsTheyClaim()
    {
        Presence presence = await SeeAsync();
        (string node, string ver, string hash) = presence.Capabilities!.Value;
        Assert.AreEqual("sha-1", hash);
        (string slixmpp, string recomputed) = await Viewer.HashCapabilitiesAsync(presence);
        Assert.AreEqual(ver, slixmpp);
        Assert.AreEqual(ver, recomputed);

        DiscoInfo bare = await Viewer.DiscoInfoAsync(Jid);
        DiscoInfo atNode = await Viewer.DiscoInfoAsync(Jid, node + "#" + ver);
        Assert.AreEqual(node + "#" + ver, atNode.Node);
        CollectionAssert.AreEqual(bare.Features.ToList(), atNode.Features.ToList());
        CollectionAssert.AreEqual(bare.Identities.ToList(), atNode.Identities.ToList());
    }

    [TestMethod]
    [DataRow("http://jabber.org/protocol/disco#info")]
    [DataRow("http://jabber.org/protocol/caps")]
    [DataRow("http://jabber.org/protocol/commands")]
    [DataRow("urn:xmpp:ping")]
    [DataRow("urn:xmpp:time")]
    [DataRow("jabber:iq:version")]
    [DataRow("jabber:iq:last")]
    public async Task DiscoveryNamesTheExtension(string feature)
    {
        DiscoInfo info = await Viewer.DiscoInfoAsync(Jid);
        Assert.Contains(feature, info.Features);
        Assert.IsNotEmpty(info.Identities);
    }

    [TestMethod]
    public async Task LateComersSeeTheDeviceAtOnce()
    {
        await using Operator other = await Operator.LogInAsync(SharedRig.Prosody, Viewer.Account, "tablet");
        Presence presence = await other.SeeAsync(Jid, presence => presence.IsAvailable, "the device, on another client");
        Assert.IsNotEmpty(presence.Fields);
    }

    static Task<Presence> SeeAsync() => Viewer.SeeAsync(Jid, presence => presence.IsAvailable, "the device's presence");
}
