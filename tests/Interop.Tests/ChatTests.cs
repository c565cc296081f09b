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

/// <summary>The chat plane as a person with a phone has it, who writes to the contact and not to a resource.</summary>
[TestClass]
public sealed class ChatTests : InstalledTests<ChatTests>
{
    const string Receipts = "{urn:xmpp:receipts}";
    const string States = "{http://jabber.org/protocol/chatstates}";

    static string Contact => Installation.BareJid;

    [TestMethod]
    public async Task ReadAndSet()
    {
        Assert.AreEqual("pump is on", await Operator.ChatAsync(Contact, "Pump on"));
        Assert.AreEqual("fan is 40 %", await Operator.ChatAsync(Contact, "set the fan to 40 %"));
        string table = await Viewer.ChatAsync(Contact, "read");
        Assert.StartsWith("```\ntemperature  ", table);
        Assert.Contains("\npump         on\n", table);
        Assert.Contains("\nfan          40 %\n", table);
        Assert.MatchesRegex("^temperature -?[0-9.]+ °C$", await Viewer.ChatAsync(Contact, "temperature?"));
        Assert.AreEqual("not done: that takes an operator", await Viewer.ChatAsync(Contact, "pump off"));
        Assert.AreEqual("indicator is on for 1 s", await Operator.ChatAsync(Contact, "indicator on for 1 s"));
        int since = Operator.Presences.Count;
        await Operator.SeeAsync(Jid, presence => presence.Status.Contains("indicator off", StringComparison.Ordinal), "the indicator off by itself", since);
        Assert.AreEqual("pump is off", await Operator.ChatAsync(Contact, "pump off"));
    }

    [TestMethod]
    public async Task HelpAndMisses()
    {
        Assert.Contains("pump on | off [for 10 min]", await Operator.ChatAsync(Contact, "help"));
        Assert.DoesNotContain("pump", await Viewer.ChatAsync(Contact, "help"));
        Assert.AreEqual("I do not know humidty; do you mean humidity?", await Viewer.ChatAsync(Contact, "humidty"));
        Assert.AreEqual("no alarms", await Viewer.ChatAsync(Contact, "alarms"));
        Assert.Contains("operator  " + Operator.Jid, await Owner.ChatAsync(Contact, "who"));
    }

    [TestMethod]
    public async Task ReceiptsThreadsAndChatStates()
    {
        int since = Operator.Messages.Count;
        await Operator.SayAsync(Jid, "read", "<thread xmlns='jabber:client'>t1</thread><request xmlns='urn:xmpp:receipts'/>"
            + "<active xmlns='http://jabber.org/protocol/chatstates'/>");
        XElement answer = await Operator.Messages.WaitAsync(
            message => (string?)message.Element("{jabber:client}thread") == "t1", Patience.Short, "an answer in the thread", since);
        XElement[] all = [.. Operator.Messages.Since(since).Where(message => (string?)message.Attribute("from") == Jid)];
        Assert.HasCount(1, all.Where(message => message.Element(Receipts + "received") != null).ToArray());
        Assert.HasCount(1, all.Where(message => message.Element(States + "composing") != null).ToArray());
        Assert.IsNotNull(answer.Element(States + "active"));
        Assert.AreEqual(Operator.FullJid, (string?)answer.Attribute("to"));
    }

    /// <summary>Strangers get nothing, and headlines are not commands.</summary>
    [TestMethod]
    public async Task NothingForStrangersAndHeadlines()
    {
        await using Operator stranger = await Installation.StrangerAsync();
        foreach (string to in new[] { Contact, Jid })
            await stranger.SayAsync(to, "help", "<request xmlns='urn:xmpp:receipts'/>");
        await Operator.SayAsync(Jid, "pump on", "", "headline");
        // What comes later is answered: all before has been looked at.
        Assert.AreEqual("pump is off", await Operator.ChatAsync(Jid, "pump off"));
        await stranger.RosterAsync();
        Assert.IsFalse(stranger.Messages.Since(0).Any(message => ((string)message.Attribute("from")!).StartsWith(Contact, StringComparison.Ordinal)
            && (string?)message.Attribute("type") != "error"));
    }

    /// <summary>What a server has kept while the device was away is not done when it comes.</summary>
    [TestMethod]
    public async Task WhatWasKeptIsNotDone()
    {
        await using Installation other = await Installation.StartAsync(SharedRig.Prosody, keepsStream: true);
        other.Device.Interrupt();
        Assert.AreEqual(0, await other.Device.ExitAsync());
        await other.Operator.SeeAsync(other.Jid, presence => !presence.IsAvailable, "the device gone");
        int since = other.Operator.Messages.Count;
        await other.Operator.SayAsync(other.BareJid, "pump on");
        await using Device again = other.StartAgain();
        XElement answer = await other.Operator.Messages.WaitAsync(
            message => Operator.BodyOf(message).Length > 0, Patience.Long, "why it was not done", since);
        Assert.AreEqual("not done: your message was delayed; send it again", Operator.BodyOf(answer));
        Assert.AreEqual("pump is off", await other.Operator.ChatAsync(other.BareJid, "pump"));
    }

    /// <summary>A new device: claimed by chat, then its owner lets somebody in, and out.</summary>
    [TestMethod]
    public async Task ClaimAndAccess()
    {
        DeviceConfiguration configuration = new(SharedRig.Prosody, await SharedRig.Prosody.AddAccountAsync("device"));
        configuration.Keys["claim"] = "K7QF-3MXR-9TCA";
        await using Device device = Device.Start(configuration);
        await device.ConnectedAsync();
        string jid = configuration.Account.Jid;
        await using Operator owner = await Operator.LogInAsync(SharedRig.Prosody, await SharedRig.Prosody.AddAccountAsync("owner"));
        await using Operator guest = await Operator.LogInAsync(SharedRig.Prosody, await SharedRig.Prosody.AddAccountAsync("guest"));
        CollectionAssert.AreEqual(new[] { "claim" }, (await guest.CommandsAsync(jid + "/agent")).Keys.ToArray());
        Assert.AreEqual("wrong code", await guest.ChatAsync(jid, "claim 12345678"));
        Assert.AreEqual("you own this device now", await owner.ChatAsync(jid, "claim K7QF-3MXR-9TCA"));
        await Refusal.AssertAsync("cancel", "service-unavailable", () => guest.CommandsAsync(jid + "/agent"));
        Assert.IsTrue(await owner.SubscribeAsync(jid));

        CommandResult form = await owner.ExecuteAsync(jid + "/agent", "access");
        CommandResult done = await owner.SubmitAsync(jid + "/agent", form, new Dictionary<string, string> { ["jid"] = guest.Jid, ["role"] = "viewer" });
        Assert.AreEqual(guest.Jid + ": viewer", done.Notes);
        Assert.IsTrue(await guest.SubscribeAsync(jid));
        await guest.SeeAsync(jid + "/agent", presence => presence.IsAvailable, "the device");
        form = await owner.ExecuteAsync(jid + "/agent", "access");
        await owner.SubmitAsync(jid + "/agent", form, new Dictionary<string, string> { ["jid"] = guest.Jid, ["role"] = "none" });
        await guest.SeeAsync(jid + "/agent", presence => !presence.IsAvailable, "the device no more");
    }

    /// <summary>XEP-0379: a client that brings the token of the address needs no more than to add the contact.</summary>
    [TestMethod]
    public async Task ATokenInTheSubscriptionClaims()
    {
        DeviceConfiguration configuration = new(SharedRig.Prosody, await SharedRig.Prosody.AddAccountAsync("device"));
        configuration.Keys["claim"] = "K7QF-3MXR-9TCA";
        await using Device device = Device.Start(configuration);
        await device.ConnectedAsync();
        string jid = configuration.Account.Jid;
        await using Operator owner = await Operator.LogInAsync(SharedRig.Prosody, await SharedRig.Prosody.AddAccountAsync("owner"));
        Assert.IsTrue(await owner.SubscribeAsync(jid, "<preauth xmlns='urn:xmpp:pars:0' token='K7QF-3MXR-9TCA'/>"));
        await owner.SeeAsync(jid + "/agent", presence => presence.IsAvailable, "the device");
        Assert.AreEqual("pump is on", await owner.ChatAsync(jid, "pump on"));
    }
}
