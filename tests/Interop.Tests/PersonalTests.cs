using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>What a device publishes at its account (XEP-0163), on a real Prosody, read by slixmpp's XEP-0060.</summary>
[TestClass]
public sealed class PersonalTests
{
    const string Readings = "urn:xmpp:iot:sensordata";

    static readonly XNamespace sensorData = Readings;

    [TestMethod]
    [DataRow("presence")]
    [DataRow("whitelist")]
    public async Task ReadingsNameAndPlaceAreThereForThoseWhoMayReadThem(string access)
    {
        await using Installation installation = await Installation.StartAsync(SharedRig.Prosody, keys: new()
        {
            ["publish"] = access,
            ["name"] = "Greenhouse",
            ["location"] = "52.1,11.6",
        });
        XElement readings = await ItemAsync(installation.Viewer, installation.BareJid, Readings);
        Assert.Contains("temperature", readings.Descendants(sensorData + "numeric").Select(field => (string)field.Attribute("name")!));
        Assert.AreEqual("Greenhouse", (await ItemAsync(installation.Viewer, installation.BareJid, "http://jabber.org/protocol/nick")).Value);
        Assert.AreEqual("52.111.6", (await ItemAsync(installation.Viewer, installation.BareJid, "http://jabber.org/protocol/geoloc")).Value);

        await using Operator stranger = await installation.StrangerAsync();
        RefusedException refused = await Assert.ThrowsExactlyAsync<RefusedException>(
            () => stranger.PersonalItemsAsync(installation.BareJid, Readings));
        Assert.AreEqual("auth", refused.Type);
    }

    [TestMethod]
    [DataRow("presence", true)]
    [DataRow("presence", false)]
    [DataRow("whitelist", true)]
    [DataRow("whitelist", false)]
    public async Task WhoWantsToBeToldIsTold(string access, bool subscribes)
    {
        await using Installation installation = await Installation.StartAsync(SharedRig.Prosody, keys: new() { ["publish"] = access });
        await ItemAsync(installation.Viewer, installation.BareJid, Readings);
        if (subscribes)
            await installation.Viewer.SubscribeToNodeAsync(installation.BareJid, Readings);
        else
            await installation.Viewer.TakeInterestAsync(installation.BareJid, Readings);
        await installation.Viewer.Messages.WaitAsync(message => IsReading(message, "pump", "false"), Patience.Short, "the readings", 0);
        await installation.Operator.ExecuteAsync(installation.Jid, "pump-on");
        await installation.Viewer.Messages.WaitAsync(message => IsReading(message, "pump", "true"), Patience.Short, "the pump on", 0);
        Assert.HasCount(1, await installation.Viewer.PersonalItemsAsync(installation.BareJid, Readings));
    }

    [TestMethod]
    public async Task ANodeOfAnotherKindIsConfigured()
    {
        ProsodyServer server = SharedRig.Prosody;
        var configuration = new DeviceConfiguration(server, await server.AddAccountAsync("device"));
        await using Operator another = await Operator.LogInAsync(server, configuration.Account);
        await another.MakeNodeAsync(Readings, "open");
        await using Device device = Device.Start(configuration);
        await device.ConnectedAsync();
        await ItemAsync(another, configuration.Account.Jid, Readings);
        await using Operator stranger = await Operator.LogInAsync(server, await server.AddAccountAsync("stranger"));
        await Assert.ThrowsExactlyAsync<RefusedException>(() => stranger.PersonalItemsAsync(configuration.Account.Jid, Readings));
        Assert.IsFalse(device.Log.Since(0).Any(line => line.Contains("refuses", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task NothingIsPublishedWhenThatIsNotWanted()
    {
        await using Installation installation = await Installation.StartAsync(SharedRig.Prosody, keys: new() { ["publish"] = "off" });
        await installation.Operator.ExecuteAsync(installation.Jid, "pump-on");
        await installation.Operator.PingAsync(installation.Jid);
        await Refusal.AssertAsync("cancel", "item-not-found", () => installation.Viewer.PersonalItemsAsync(installation.BareJid, Readings));
    }

    static bool IsReading(XElement message, string name, string value) => message.Descendants(sensorData + "boolean")
        .Any(field => (string?)field.Attribute("name") == name && (string?)field.Attribute("value") == value);

    /// <summary>The one item of a node, once it is there.</summary>
    static async Task<XElement> ItemAsync(Operator user, string account, string node)
    {
        for (int i = 0; ; i++)
        {
            try
            {
                IReadOnlyDictionary<string, XElement> items = await user.PersonalItemsAsync(account, node);
                if (items.Count == 1 || i == 50)
                    return items.Single().Value;
            }
            catch (RefusedException) when (i < 50)
            {
            }

            await Task.Delay(100);
        }
    }
}
