using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>Streams larger than a device's memory, from a real Prosody: with the limits that it has by default the session stays, nothing
/// is kept of them, and what the agent needs is taken from them.</summary>
[TestClass]
public sealed class LargeStreamTests
{
    const int Contacts = 2_000;

    // As measured 2,000, be it 100,000 bytes that come or 10,000,000: it is what the command and the log's lines take.
    const long MostAllocated = 10_000;

    // The runtime has made 13,000 more in a device's thread, once, for its own ends: what a device allocates itself is in every round.
    const int MostRounds = 3;

    static ProsodyServer? prosody;

    static ProsodyServer Prosody => prosody!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _) => prosody = await ProsodyServer.StartAsync(stanzaBytes: 20_000_000);

    [ClassCleanup]
    public static async Task StopAsync() => await (prosody?.DisposeAsync() ?? default);

    // Who is last and subscribed without a role is found there.
    [TestMethod]
    public Task RosterOfTwoThousandContacts() => AssertFlatAsync(async () =>
    {
        Account account = await Prosody.AddAccountAsync("device");
        Account stranger = await Prosody.AddAccountAsync("stranger");
        IEnumerable<(string, string)> many = Enumerable.Range(0, Contacts - 1)
            .Select(number => ($"contact-{number}@{ProsodyServer.Domain}", "none"));
        Prosody.WriteRoster(account, [.. many, (stranger.Jid, "from")]);
        (MeasuredDevice device, Operator user) = await StartAsync(account);
        using (device)
        await using (user)
        {
            await device.Log.WaitAsync(
                line => line == stranger.Jid + " was subscribed without a role: unsubscribed",
                Patience.Long, "the stranger is unsubscribed");
            return await AllocatedAsync(device, user, received: 50 * Contacts);
        }
    });

    // XEP-0060 §7.1.2.1: the device has been subscribed to it, as another of its account's clients can do.
    [TestMethod]
    public Task PubsubEventOfOneMegabyte() => AssertFlatAsync(async () =>
    {
        Account account = await Prosody.AddAccountAsync("device");
        (MeasuredDevice device, Operator user) = await StartAsync(account);
        using (device)
        await using (user)
        await using (Operator desk = await Operator.LogInAsync(Prosody, account, "desk"))
        {
            await PublishAsync(user, 1);
            await desk.IqAsync(
                user.Jid, "set",
                $"<pubsub xmlns='http://jabber.org/protocol/pubsub'><subscribe node='large' jid='{account.Jid}/agent'/></pubsub>");
            await PublishAsync(user, 1_000_000);
            return await AllocatedAsync(device, user, received: 1_000_000);
        }
    });

    [TestMethod]
    public Task MessageOfTenMegabytes() => AssertFlatAsync(async () =>
    {
        (MeasuredDevice device, Operator user) = await StartAsync(await Prosody.AddAccountAsync("device"));
        using (device)
        await using (user)
        {
            await user.SayAsync(device.Jid, "0123456789", times: 1_000_000);
            return await AllocatedAsync(device, user, received: 10_000_000);
        }
    });

    /// <summary>A device stays in its memory: in one of three rounds it allocates next to nothing.</summary>
    static async Task AssertFlatAsync(Func<Task<long>> round)
    {
        long least = long.MaxValue;
        for (int i = 0; i < MostRounds && least >= MostAllocated; i++)
            least = Math.Min(least, await round());
        Assert.IsLessThan(MostAllocated, least);
    }

    static async Task<(MeasuredDevice Device, Operator User)> StartAsync(Account account)
    {
        var configuration = new DeviceConfiguration(Prosody, account);
        Account user = await Prosody.AddAccountAsync("operator");
        configuration.Keys["operators"] = user.Jid;
        var device = new MeasuredDevice(configuration);
        await device.ConnectedAsync();
        return (device, await Operator.LogInAsync(Prosody, user));
    }

    /// <summary>All of it has come, the device does its work behind it, and has stayed in its session.</summary>
    /// <returns>The bytes that the device has allocated.</returns>
    static async Task<long> AllocatedAsync(MeasuredDevice device, Operator user, long received)
    {
        Assert.AreEqual("completed", (await user.ExecuteAsync(device.Jid, "pump-on")).Status);
        await user.PingAsync(device.Jid);
        Assert.IsGreaterThan(received, device.Received);
        Assert.DoesNotContain("disconnected", string.Join('\n', device.Log.Since(0)));
        return device.Allocated;
    }

    static Task PublishAsync(Operator user, int bytes) => user.IqAsync(user.Jid, "set",
        "<pubsub xmlns='http://jabber.org/protocol/pubsub'>"
        + $"<publish node='large'><item id='1'><x xmlns='urn:example:x'>{new string('x', bytes)}</x></item></publish>"
        + "<publish-options><x xmlns='jabber:x:data' type='submit'>"
        + "<field var='FORM_TYPE' type='hidden'><value>http://jabber.org/protocol/pubsub#publish-options</value></field>"
        + "<field var='pubsub#access_model'><value>open</value></field></x></publish-options></pubsub>");
}
