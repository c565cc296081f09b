using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>The device has its account on one server, its operator on another (RFC 6120 §2.1): two real Prosodys, over TLS with
/// certificates that both verify.</summary>
[TestClass]
public sealed class FederationTests
{
    static readonly TcpListener Mute = new(IPAddress.Loopback, 0);

    static ProsodyServer? home, away;
    static Task silence = Task.CompletedTask;

    static ProsodyServer Home => home!;

    static ProsodyServer Away => away!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _)
    {
        Mute.Start();
        silence = AnswerNothingAsync();
        (home, away) = await ProsodyServer.StartFederatedAsync($"mute.test={((IPEndPoint)Mute.LocalEndpoint).Port}");
    }

    [ClassCleanup]
    public static async Task StopAsync()
    {
        Mute.Stop();
        await silence;
        await (home?.DisposeAsync() ?? default);
        await (away?.DisposeAsync() ?? default);
    }

    [TestMethod]
    public async Task OperatorOfAnotherServer()
    {
        await using Pair pair = await Pair.StartAsync();
        Assert.AreEqual("to", (await pair.User.RosterAsync())[pair.BareJid]);
        Presence first = await pair.User.SeeAsync(pair.Jid, presence => presence.IsAvailable, "the device's presence");
        Assert.IsInRange(-40, 85, first.Fields["temperature"].Number);
        await pair.User.SeeAsync(
            pair.Jid, presence => presence.IsAvailable && presence.Fields.Any(field => field.Value.Value != first.Fields[field.Key].Value),
            "a presence with another reading", within: Patience.Long);

        Assert.Contains("set-actuators", (await pair.User.CommandsAsync(pair.Jid)).Keys);
        int since = pair.User.Presences.Count;
        Assert.AreEqual("completed", (await pair.User.ExecuteAsync(pair.Jid, "pump-on")).Status);
        await pair.User.SeeAsync(pair.Jid, presence => presence.Status.Contains("pump on", StringComparison.Ordinal), "the pump on", since);
        CommandResult form = await pair.User.ExecuteAsync(pair.Jid, "set-actuators");
        Assert.AreEqual("1", form.Fields["pump"].Value);
        var values = new Dictionary<string, string> { ["pump"] = "0", ["indicator"] = "1", ["fan"] = "40" };
        Assert.AreEqual("completed", (await pair.User.SubmitAsync(pair.Jid, form, values)).Status);
        Assert.AreEqual("40", (await pair.User.ExecuteAsync(pair.Jid, "set-actuators")).Fields["fan"].Value);
    }

    [TestMethod]
    public async Task StrangerOfAnotherServer()
    {
        await using Pair pair = await Pair.StartAsync();
        await using Operator stranger = await Operator.LogInAsync(Away, await Away.AddAccountAsync("stranger"));
        Assert.IsFalse(await stranger.SubscribeAsync(pair.BareJid));
        await Refusal.AssertAsync("cancel", "service-unavailable", () => stranger.ExecuteAsync(pair.Jid, "pump-on"));
        await Refusal.AssertAsync("cancel", "service-unavailable", () => stranger.PingAsync(pair.Jid));
    }

    // RFC 6121 §3, step by step, seen from both ends.
    [TestMethod]
    public async Task SubscriptionsBothWays()
    {
        using RosterClient device = await OnlineAsync(Home, "device");
        using RosterClient contact = await OnlineAsync(Away, "contact");
        (RosterClient Who, string What, string AtDevice, string AtContact)[] steps =
        [
            (device, "subscribe", "none ask", ""),
            (contact, "subscribed", "to", "from"),
            (contact, "subscribe", "to", "from ask"),
            (device, "subscribed", "both", "both"),
            (device, "unsubscribe", "from", "to"),
            (contact, "unsubscribe", "none", "none"),
        ];
        foreach ((RosterClient who, string what, string atDevice, string atContact) in steps)
        {
            await who.SendAsync(what, who == device ? contact.Jid : device.Jid);
            await AssertShownAsync(device, contact, atDevice, what);
            await AssertShownAsync(contact, device, atContact, what);
        }
    }

    [TestMethod]
    [DataRow(true, DisplayName = "crashed")]
    [DataRow(false, DisplayName = "shut down")]
    public async Task OperatorsServerRestarts(bool crash)
    {
        await using Pair pair = await Pair.StartAsync();
        int lines = pair.Device.Log.Count;
        await (crash ? Away.KillAsync() : Away.StopAsync());
        await pair.User.Closed.WaitAsync(Patience.Short);

        // What the device tells him comes back as an error, which it takes; who is on its own server notices nothing.
        int bounced = Home.CountLogged(Bounced);
        Assert.AreEqual("completed", (await pair.Neighbour.ExecuteAsync(pair.Jid, "pump-on")).Status);
        for (int i = 0; i < 150 && Home.CountLogged(Bounced) == bounced; i++)
            await Task.Delay(100);
        Assert.IsGreaterThan(bounced, Home.CountLogged(Bounced), "No presence has come back.");
        await pair.Neighbour.PingAsync(pair.Jid);

        await Away.StartAgainAsync();
        await using Operator returned = await Operator.LogInAsync(Away, pair.User.Account);
        await returned.SeeAsync(pair.Jid, presence => presence.Status.Contains("pump on", StringComparison.Ordinal), "the device again");
        Assert.AreEqual("completed", (await returned.ExecuteAsync(pair.Jid, "pump-off")).Status);
        Assert.DoesNotContain("disconnected", string.Join('\n', pair.Device.Log.Since(lines)));
    }

    [TestMethod]
    [DataRow(true, DisplayName = "crashed")]
    [DataRow(false, DisplayName = "shut down")]
    public async Task DevicesServerRestarts(bool crash)
    {
        await using Pair pair = await Pair.StartAsync();
        int lines = pair.Device.Log.Count;
        await (crash ? Home.KillAsync() : Home.StopAsync());
        await pair.Device.Log.WaitAsync(line => line.Contains("disconnected"), Patience.Long, "the device is disconnected", lines);
        RefusedException refused = await Assert.ThrowsExactlyAsync<RefusedException>(() => pair.User.PingAsync(pair.Jid));
        Assert.IsTrue(refused.Condition is "remote-server-not-found" or "remote-server-timeout", refused.Message);

        int since = pair.User.Presences.Count;
        await Home.StartAgainAsync();
        await pair.Device.ConnectedAsync(lines);
        Presence presence = await pair.User.SeeAsync(
            pair.Jid, presence => presence.IsAvailable, "the device again", since, Patience.Long);
        Assert.IsNotEmpty(presence.Fields);
        Assert.AreEqual("completed", (await pair.User.ExecuteAsync(pair.Jid, "pump-on")).Status);
    }

    // RFC 6120 §8.3.3.15, §8.3.3.16
    [TestMethod]
    public async Task ServersThatAreNotThere()
    {
        using RosterClient device = await OnlineAsync(Home, "device");
        foreach (string missing in new[] { "nowhere.test remote-server-not-found", "mute.test remote-server-timeout" })
        {
            string[] words = missing.Split(' ');
            (Xmpp.Jid nobody, string condition) = (Xmpp.Jid.Parse("nobody@" + words[0])!, words[1]);
            Assert.AreEqual(condition, await device.PingAsync(nobody));
            await device.SendAsync("subscribe", nobody);
            await device.SendAsync("subscribed", nobody);
            Assert.AreEqual("none ask", (await device.RosterAsync())[nobody.ToString()]);
        }
    }

    const string Bounced = "Sending error replies for ";

    static async Task<RosterClient> OnlineAsync(ProsodyServer server, string name) =>
        await RosterClient.OnlineAsync(await server.AddAccountAsync(name), server.StartTlsPort, server.CaFile);

    static async Task AssertShownAsync(RosterClient who, RosterClient whom, string expected, string step)
    {
        string shown = "";
        for (int i = 0; i < 100; i++)
        {
            shown = (await who.RosterAsync()).GetValueOrDefault(whom.Jid.ToString(), "");
            if (shown == expected)
                return;
            await Task.Delay(100);
        }

        Assert.AreEqual(expected, shown, $"{who.Jid} after {step}");
    }

    /// <summary>Answers the stream of every server that comes with one of its own, and says no more.</summary>
    static async Task AnswerNothingAsync()
    {
        byte[] header = Encoding.UTF8.GetBytes(
            "<?xml version='1.0'?><stream:stream from='mute.test' id='1' version='1.0' xmlns='jabber:server'"
            + " xmlns:stream='http://etherx.jabber.org/streams'>");
        var kept = new List<Socket>();
        try
        {
            while (true)
            {
                Socket socket = await Mute.AcceptSocketAsync();
                kept.Add(socket);
                await socket.ReceiveAsync(new byte[4096]);
                await socket.SendAsync(header);
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // The tests are over.
            kept.ForEach(static socket => socket.Dispose());
        }
    }

    /// <summary>A device at home, an operator away, and another on the device's own server.</summary>
    sealed class Pair : IAsyncDisposable
    {
        Pair(Device device, string bareJid, Operator user, Operator neighbour)
        {
            Device = device;
            BareJid = bareJid;
            User = user;
            Neighbour = neighbour;
        }

        public Device Device { get; }

        public string BareJid { get; }

        public string Jid => BareJid + "/agent";

        public Operator User { get; }

        public Operator Neighbour { get; }

        public static async Task<Pair> StartAsync()
        {
            var configuration = new DeviceConfiguration(Home, await Home.AddAccountAsync("device"));
            Account user = await Away.AddAccountAsync("operator");
            Account neighbour = await Home.AddAccountAsync("neighbour");
            configuration.Keys["operators"] = user.Jid + ", " + neighbour.Jid;
            configuration.Keys["presence-interval"] = "1";
            configuration.Keys["sensor.temperature.interval"] = "1";
            configuration.Keys["sensor.light.interval"] = "1";
            Device device = Device.Start(configuration);
            await device.ConnectedAsync();
            return new Pair(device, configuration.Account.Jid, await ArriveAsync(Away, user), await ArriveAsync(Home, neighbour));

            async Task<Operator> ArriveAsync(ProsodyServer server, Account account)
            {
                Operator person = await Operator.LogInAsync(server, account);
                Assert.IsTrue(await person.SubscribeAsync(configuration.Account.Jid), "The device refuses " + account.Jid);
                await person.SeeAsync(configuration.Account.Jid + "/agent", presence => presence.IsAvailable, "the device's presence");
                return person;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await Device.DisposeAsync();
            await User.DisposeAsync();
            await Neighbour.DisposeAsync();
        }
    }
}
