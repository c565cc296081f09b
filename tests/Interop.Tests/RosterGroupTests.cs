using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>Roles by the groups that a server puts contacts into, and what the device does with its own roster.</summary>
[TestClass]
public sealed class RosterGroupTests
{
    /// <summary>Prosody's mod_groups: nobody has subscribed, and nobody is on a list.</summary>
    [TestMethod]
    public async Task AGroupOfProsodyGivesARole()
    {
        (ProsodyServer server, Account[] accounts) = await ProsodyServer.StartWithGroupAsync("Technicians", "device", "tech");
        await using (server)
        {
            DeviceConfiguration configuration = new(server, accounts[0]);
            configuration.Keys["operator-groups"] = "Technicians";
            await using Device device = Device.Start(configuration);
            await device.ConnectedAsync();
            await using Operator tech = await Operator.LogInAsync(server, accounts[1]);
            await tech.SeeAsync(accounts[0].Jid + "/agent", presence => presence.IsAvailable, "the device");
            Assert.AreEqual("pump is on", await tech.ChatAsync(accounts[0].Jid, "pump on"));
            await using Operator other = await Operator.LogInAsync(server, await server.AddAccountAsync("other"));
            await Refusal.AssertAsync("cancel", "service-unavailable", () => other.ExecuteAsync(accounts[0].Jid + "/agent", "pump-off"));
        }
    }

    /// <summary>ejabberd's mod_shared_roster, changed while the device is online.</summary>
    [TestMethod]
    public async Task AGroupOfEjabberdGivesARoleAndTakesIt()
    {
        EjabberdServer server = SharedRig.Ejabberd;
        DeviceConfiguration configuration = new(server, await server.AddAccountAsync("device"));
        configuration.Keys["operator-groups"] = "Technicians";
        await server.AdministrateAsync("srg_create", new()
        {
            ["group"] = "tech",
            ["host"] = EjabberdServer.Domain,
            ["label"] = "Technicians",
            ["description"] = "who may switch",
            ["display"] = "tech",
        });
        await server.AdministrateAsync("srg_user_add", Member(configuration.Account));
        await using Device device = Device.Start(configuration);
        await device.ConnectedAsync();
        string jid = configuration.Account.Jid + "/agent";
        await using Operator tech = await Operator.LogInAsync(server, await server.AddAccountAsync("tech"));
        await Refusal.AssertAsync("cancel", "service-unavailable", () => tech.ExecuteAsync(jid, "pump-on"));
        await server.AdministrateAsync("srg_user_add", Member(tech.Account));
        await AllowedAsync(tech, jid);
        int since = tech.Presences.Count;
        await server.AdministrateAsync("srg_user_del", Member(tech.Account));
        await tech.SeeAsync(jid, presence => !presence.IsAvailable, "the device no more", since);
        await Refusal.AssertAsync("cancel", "service-unavailable", () => tech.ExecuteAsync(jid, "pump-off"));
        await device.Log.WaitAsync(line => line.Contains(tech.Jid + " is in no group with a role any more", StringComparison.Ordinal), Patience.Short, "the log");
    }

    /// <summary>Somebody who has the password of the device moves a contact.</summary>
    [TestMethod]
    public async Task AContactThatIsMovedInTheRosterOfTheDevice()
    {
        ProsodyServer server = SharedRig.Prosody;
        DeviceConfiguration configuration = new(server, await server.AddAccountAsync("device"));
        configuration.Keys["operator-groups"] = "Technicians";
        await using Device device = Device.Start(configuration);
        await device.ConnectedAsync();
        string jid = configuration.Account.Jid + "/agent";
        await using Operator keeper = await Operator.LogInAsync(server, configuration.Account, "desk");
        await using Operator tech = await Operator.LogInAsync(server, await server.AddAccountAsync("tech"));
        await keeper.FileAsync(tech.Jid, "Technicians");
        await AllowedAsync(tech, jid);
        Assert.IsTrue(await tech.SubscribeAsync(configuration.Account.Jid));
        await tech.SeeAsync(jid, presence => presence.IsAvailable, "the device");
        int since = tech.Presences.Count;
        await keeper.FileAsync(tech.Jid, "Former");
        await tech.SeeAsync(jid, presence => !presence.IsAvailable, "the device no more", since);
        await Refusal.AssertAsync("cancel", "service-unavailable", () => tech.ExecuteAsync(jid, "pump-off"));
        CollectionAssert.AreEqual(new[] { "Former" }, await keeper.GroupsOfAsync(tech.Jid));
    }

    /// <summary>Contacts are filed by their roles, once; and the devices below this one are proposed to those who may set it.</summary>
    [TestMethod]
    public async Task ContactsAreFiledAndDevicesBelowProposed()
    {
        await using Installation installation = await Installation.StartAsync(SharedRig.Prosody, keys: new()
        {
            ["exchange"] = "pump@alpha.test, Pump house, Garden",
            ["status"] = "pump {pump}, fan {fan}",
        });
        await installation.Viewer.SeeAsync(installation.Jid, presence => presence.Status == "pump off, fan 0 %", "the status line");
        await using Operator keeper = await Operator.LogInAsync(SharedRig.Prosody, installation.Account, "desk");
        foreach ((Operator person, string group) in new[] { (installation.Owner, "Owners"), (installation.Operator, "Operators"), (installation.Viewer, "Viewers") })
        {
            string[] groups = [];
            for (int i = 0; i < 50 && groups.Length == 0; i++)
            {
                await Task.Delay(100);
                groups = await keeper.GroupsOfAsync(person.Jid);
            }

            CollectionAssert.AreEqual(new[] { group }, groups);
        }

        foreach (Operator person in new[] { installation.Owner, installation.Operator })
        {
            XElement proposal = await person.Messages.WaitAsync(
                message => message.Element("{http://jabber.org/protocol/rosterx}x") != null, Patience.Short, "the proposal");
            Assert.AreEqual("devices that belong to this one: Pump house xmpp:pump@alpha.test", Operator.BodyOf(proposal));
            Assert.AreEqual("pump@alpha.test", (string?)proposal.Descendants("{http://jabber.org/protocol/rosterx}item").Single().Attribute("jid"));
        }

        Assert.IsFalse(installation.Viewer.Messages.Since(0).Any(message => message.Element("{http://jabber.org/protocol/rosterx}x") != null));
    }

    static JsonObject Member(Account account) => new()
    {
        ["user"] = account.Jid.Split('@')[0],
        ["host"] = EjabberdServer.Domain,
        ["group"] = "tech",
        ["grouphost"] = EjabberdServer.Domain,
    };

    /// <summary>Waits until the device has heard of it.</summary>
    static async Task AllowedAsync(Operator person, string jid)
    {
        for (int i = 0; ; i++)
        {
            try
            {
                Assert.AreEqual("completed", (await person.ExecuteAsync(jid, "pump-on")).Status);
                return;
            }
            catch (RefusedException) when (i < 50)
            {
                await Task.Delay(100);
            }
        }
    }
}
