using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Rig;
using Presentity.Loopback;

namespace Presentity.Interop.Tests;

/// <summary>The nine states of a subscription (RFC 6121 §A.1) and what leads from each to which, as the device's session sees it: on a
/// real Prosody and on the embedded server.</summary>
[TestClass]
public sealed class SubscriptionStateTests
{
    static readonly string[] States = ["none", "none+out", "none+in", "none+out+in", "to", "to+in", "from", "from+out", "both"];

    // How a state comes about: d is the device, c the contact.
    static readonly Dictionary<string, string> Ways = new()
    {
        ["none"] = "",
        ["none+out"] = "d:subscribe",
        ["none+in"] = "c:subscribe",
        ["none+out+in"] = "d:subscribe c:subscribe",
        ["to"] = "d:subscribe c:subscribed",
        ["to+in"] = "d:subscribe c:subscribed c:subscribe",
        ["from"] = "c:subscribe d:subscribed",
        ["from+out"] = "c:subscribe d:subscribed d:subscribe",
        ["both"] = "d:subscribe c:subscribed c:subscribe d:subscribed",
    };

    // What the device's roster shows afterwards, in the order of the states (§A.2, §A.3, and §3.4 for approvals in advance).
    static readonly Dictionary<string, string> After = new()
    {
        ["d:subscribe"] = "none ask, none ask, none ask, none ask, to, to, from ask, from ask, both",
        ["d:unsubscribe"] = "none, none, none, none, none, none, from, from, from",
        ["d:subscribed"] = "none approved, none ask approved, from, from ask, to approved, both, from, from ask, both",
        ["d:unsubscribed"] = "none, none ask, none, none ask, to, to, none, none ask, to",
        ["c:subscribe"] = "none, none ask, none, none ask, to, to, from, from ask, both",
        ["c:unsubscribe"] = "none, none ask, none, none ask, to, to, none, none ask, to",
        ["c:subscribed"] = "none, to, none, to, to, to, from, both, both",
        ["c:unsubscribed"] = "none, none, none, none, none, none, from, from, from",
    };

    // In which states the contact's word reaches the device.
    static readonly Dictionary<string, string> Reaches = new()
    {
        ["c:subscribe"] = "none none+out to",
        ["c:unsubscribe"] = "none+in none+out+in to+in from from+out both",
        ["c:subscribed"] = "none+out none+out+in from+out",
        ["c:unsubscribed"] = "none+out none+out+in to to+in from+out both",
    };

    [TestMethod]
    public async Task EveryStateOnProsody()
    {
        Account device = await SharedRig.Prosody.AddAccountAsync("device");
        Account contact = await SharedRig.Prosody.AddAccountAsync("contact");
        await WalkAsync(device, contact, SharedRig.Prosody.StartTlsPort, SharedRig.Prosody.CaFile, showsApprovals: false);
    }

    [TestMethod]
    public async Task EveryStateOnTheEmbeddedServer()
    {
        await using var server = new LoopbackServer(new LoopbackOptions { ScramIterations = 4096 });
        server.AddAccount("device", "device-pass");
        server.AddAccount("contact", "contact-pass");
        server.Start();
        string authorities = Path.Combine(SharedRig.Prosody.Scratch, "loopback-states.crt");
        server.Authority.WriteTo(authorities);
        await WalkAsync(
            new Account("device@localhost", "device-pass"), new Account("contact@localhost", "contact-pass"), server.StartTlsPort, authorities,
            showsApprovals: true);
    }

    // RFC 6121 §3.4. Prosody 0.12 grants the request of one who was approved, but tells him only when the device says so once more.
    [TestMethod]
    public async Task AnApprovalInAdvanceHoldsOnProsodyWhileTheDeviceIsAway()
    {
        (int port, string authorities) = (SharedRig.Prosody.StartTlsPort, SharedRig.Prosody.CaFile);
        Account deviceAccount = await SharedRig.Prosody.AddAccountAsync("device");
        using RosterClient contact = await RosterClient.OnlineAsync(await SharedRig.Prosody.AddAccountAsync("contact"), port, authorities);
        using (RosterClient device = await RosterClient.OnlineAsync(deviceAccount, port, authorities))
        {
            await device.SendAsync("subscribed", contact.Jid);
            await device.RosterAsync();
        }

        await contact.SendAsync("subscribe", Xmpp.Jid.Parse(deviceAccount.Jid)!);
        await contact.RosterAsync();
        using RosterClient again = await RosterClient.OnlineAsync(deviceAccount, port, authorities);
        Assert.AreEqual("from", (await again.RosterAsync())[contact.Jid.ToString()]);
        await again.SendAsync("subscribed", contact.Jid);
        await again.RosterAsync();
        Assert.AreEqual("to", (await contact.RosterAsync())[deviceAccount.Jid]);
    }

    [TestMethod]
    public async Task TheRosterIsChangedOnProsody()
    {
        Account account = await SharedRig.Prosody.AddAccountAsync("keeper");
        using RosterClient client = await RosterClient.OnlineAsync(account, SharedRig.Prosody.StartTlsPort, SharedRig.Prosody.CaFile);
        Xmpp.Jid friend = Xmpp.Jid.Parse("friend@example.net")!;
        Assert.AreEqual("", await client.SetAsync(friend, "A <friend>", "People", "Neighbours"));
        CollectionAssert.AreEqual(new[] { "push none" }, client.Heard());
        Assert.AreEqual("none", (await client.RosterAsync())["friend@example.net"]);
        await client.RemoveAsync(friend);
        CollectionAssert.AreEqual(new[] { "push remove" }, client.Heard());
        Assert.IsEmpty(await client.RosterAsync());
        Assert.AreNotEqual("", await client.SetAsync(client.Jid, ""), "nobody is his own contact");
    }

    [TestMethod]
    public async Task TheBlockListOnProsody()
    {
        Account account = await SharedRig.Prosody.AddAccountAsync("blocker");
        using RosterClient client = await RosterClient.OnlineAsync(account, SharedRig.Prosody.StartTlsPort, SharedRig.Prosody.CaFile);
        await client.DoAsync(() => client.Blocking.Request());
        await client.RosterAsync();
        Assert.IsTrue(client.Blocking.IsKnown, client.Blocking.Failure);
        await client.DoAsync(() => client.Blocking.Block(Xmpp.Jid.Parse("troll@example.net")!, Xmpp.Jid.Parse("spam.example")!));
        await client.RosterAsync();
        CollectionAssert.AreEquivalent(new[] { "troll@example.net", "spam.example" }, client.Blocking.Blocked.ToArray());
        await client.DoAsync(() => client.Blocking.Unblock(Xmpp.Jid.Parse("troll@example.net")!));
        await client.RosterAsync();
        CollectionAssert.AreEqual(new[] { "spam.example" }, client.Blocking.Blocked.ToArray());
        await client.DoAsync(() => client.Blocking.UnblockAll());
        await client.RosterAsync();
        Assert.AreEqual("", string.Join(", ", client.Blocking.Blocked) + client.Blocking.Failure);
    }

    static async Task WalkAsync(Account deviceAccount, Account contactAccount, int port, string authorities, bool showsApprovals)
    {
        using RosterClient device = await RosterClient.OnlineAsync(deviceAccount, port, authorities);
        using RosterClient contact = await RosterClient.OnlineAsync(contactAccount, port, authorities);
        var wrong = new List<string>();
        foreach (string action in After.Keys)
        {
            string[] expected = (showsApprovals ? After[action] : After[action].Replace(" approved", "")).Split(", ");
            for (int i = 0; i < States.Length; i++)
            {
                string state = States[i];
                foreach (string step in Ways[state].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    await TakeAsync(step, device, contact);
                string before = await ShownAsync(device, contact);
                device.Heard();
                await TakeAsync(action, device, contact);
                string after = await ShownAsync(device, contact);
                string[] heard = device.Heard();
                if (before != Shown(state))
                    wrong.Add($"{state} is shown as {before}");
                if (after != expected[i])
                    wrong.Add($"{state} {action}: {after}, not {expected[i]}");
                if (after != before && !heard.Contains("push " + after))
                    wrong.Add($"{state} {action}: no push of {after} but [{string.Join(", ", heard)}]");
                bool isDue = Reaches.TryGetValue(action, out string? reaches) && reaches.Split(' ').Contains(state);
                if (isDue != heard.Contains(action[2..]))
                    wrong.Add($"{state} {action}: heard [{string.Join(", ", heard)}]");
                await ResetAsync(device, contact);
            }
        }

        Assert.IsEmpty(wrong, string.Join('\n', wrong));
    }

    static async Task TakeAsync(string step, RosterClient device, RosterClient contact)
    {
        (RosterClient who, RosterClient whom) = step[0] == 'd' ? (device, contact) : (contact, device);
        await who.SendAsync(step[2..], whom.Jid);
        await who.RosterAsync();
    }

    static async Task<string> ShownAsync(RosterClient device, RosterClient contact) =>
        (await device.RosterAsync()).GetValueOrDefault(contact.Jid.ToString(), "none");

    // That the contact has asked is not shown (RFC 6121 §3.1.3).
    static string Shown(string state) => state.Replace("+in", "").Replace("+out", " ask");

    static async Task ResetAsync(RosterClient device, RosterClient contact)
    {
        foreach ((RosterClient who, RosterClient whom) in new[] { (device, contact), (contact, device) })
        {
            await who.SendAsync("unsubscribed", whom.Jid);
            await who.SendAsync("unsubscribe", whom.Jid);
            await who.RemoveAsync(whom.Jid);
        }

        await device.RosterAsync();
        device.Heard();
    }
}
