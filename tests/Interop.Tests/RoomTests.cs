using System;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>A device in the fleet's room, on real servers.</summary>
[TestClass]
public sealed class RoomTests
{
    const string Nick = "greenhouse";

    [TestMethod]
    public Task JoinedReadKickedAndBannedOnProsody() => JoinedReadKickedAndBanned(SharedRig.Prosody, "fleet1@conference." + ProsodyServer.Domain);

    [TestMethod]
    public Task JoinedReadKickedAndBannedOnEjabberd() => JoinedReadKickedAndBanned(SharedRig.Ejabberd, "fleet1@conference." + EjabberdServer.Domain);

    static async Task JoinedReadKickedAndBanned(RigServer server, string room)
    {
        DeviceConfiguration configuration = await ConfigurationAsync(server, room);
        await using Operator boss = await BossAsync(server, configuration, room);
        int since = boss.Messages.Count;
        configuration.Keys["sensor.temperature.alarm-above"] = "-100";
        await using Device device = Device.Start(configuration);
        await JoinedAsync(device, room, Nick);
        XElement alarm = await boss.Messages.WaitAsync(message => (string?)message.Attribute("from") == room + "/" + Nick, Patience.Short, "the alarm", since);
        Assert.MatchesRegex(@"^alarm: temperature -?[0-9.]+ °C is above -100 °C \(20.*Z\)$", Operator.BodyOf(alarm));

        Assert.MatchesRegex("^boss: temperature -?[0-9.]+ °C$", await boss.SayInRoomAsync(room, Nick, "greenhouse: read temperature"));
        Assert.AreEqual("boss: not done: in a room I only tell; write to my own address", await boss.SayInRoomAsync(room, Nick, "greenhouse: pump on"));
        Assert.AreEqual("boss: pump is off", await boss.SayInRoomAsync(room, Nick, "@Greenhouse pump"));
        Assert.MatchesRegex("^humidity [0-9.]+ %$", await AloneAsync(boss, room, "humidity"));
        Assert.AreEqual("not done: in a room I only tell; write to my own address", await AloneAsync(boss, room, "pump on"));
        await Refusal.AssertAsync("cancel", "service-unavailable", () => boss.ExecuteAsync(room + "/" + Nick, "pump-on"));

        // Who has no role hears nothing; what comes later is answered.
        await using Operator guest = await Operator.LogInAsync(server, await server.AddAccountAsync("guest"));
        await guest.EnterAsync(room, "guest");
        await guest.SayAsync(room, "greenhouse: read temperature", type: "groupchat");
        await boss.Messages.WaitAsync(message => (string?)message.Attribute("from") == room + "/guest", Patience.Short, "the guest");
        Assert.StartsWith("boss: ", await boss.SayInRoomAsync(room, Nick, "greenhouse: humidity"));
        Assert.IsFalse(boss.Messages.Since(0).Any(message => Operator.BodyOf(message).StartsWith("guest:", StringComparison.Ordinal)));

        int mark = device.Log.Count;
        await boss.KickAsync(room, Nick);
        await device.Log.WaitAsync(line => line.Contains("kicked; next attempt in ", StringComparison.Ordinal), Patience.Short, "the kick", mark);
        await JoinedAsync(device, room, Nick, mark);
        Assert.AreEqual("boss: pump is off", await boss.SayInRoomAsync(room, Nick, "greenhouse: pump"));
        await boss.BanAsync(room, configuration.Account.Jid);
        await device.Log.WaitAsync(line => line.Contains("banned; it is not joined again", StringComparison.Ordinal), Patience.Short, "the ban");
    }

    /// <summary>Another has the name; and who goes says why.</summary>
    [TestMethod]
    public async Task ANameThatIsTakenAndAGoodbye()
    {
        const string Room = "fleet2@conference." + ProsodyServer.Domain;
        DeviceConfiguration configuration = await ConfigurationAsync(SharedRig.Prosody, Room);
        await using Operator boss = await BossAsync(SharedRig.Prosody, configuration, Room);
        await using Operator other = await Operator.LogInAsync(SharedRig.Prosody, await SharedRig.Prosody.AddAccountAsync("other"));
        await other.EnterAsync(Room, Nick);
        await using Device device = Device.Start(configuration);
        await JoinedAsync(device, Room, Nick + "-2");
        device.Interrupt();
        Assert.AreEqual(0, await device.ExitAsync());
        Presence goodbye = await boss.SeeAsync(Room + "/" + Nick + "-2", presence => !presence.IsAvailable, "the device gone");
        Assert.IsGreaterThan(0, goodbye.Status.Length);
    }

    [TestMethod]
    public Task ARestartThatNobodySeesOnProsody() => ARestartThatNobodySees(SharedRig.Prosody, "fleet4@conference." + ProsodyServer.Domain);

    [TestMethod]
    public Task ARestartThatNobodySeesOnEjabberd() => ARestartThatNobodySees(SharedRig.Ejabberd, "fleet4@conference." + EjabberdServer.Domain);

    /// <summary>A stream that goes on in a new process is in the room under the same name, and knows again who is there.</summary>
    static async Task ARestartThatNobodySees(RigServer server, string room)
    {
        DeviceConfiguration configuration = await ConfigurationAsync(server, room);
        await using Operator boss = await BossAsync(server, configuration, room);
        string file = configuration.Write();
        await using (Device device = Device.StartToComeBack(file))
        {
            await JoinedAsync(device, room, Nick);
            device.Terminate();
            Assert.AreEqual(0, await device.ExitAsync());
        }

        int since = boss.Presences.Count;
        await using Device again = Device.StartToComeBack(file);
        await again.Log.WaitAsync(line => line.EndsWith("the stream is resumed", StringComparison.Ordinal), Patience.Long, "the stream resumed");
        await JoinedAsync(again, room, Nick);
        Assert.AreEqual("boss: pump is off", await boss.SayInRoomAsync(room, Nick, "greenhouse: pump"));
        Assert.IsFalse(boss.Presences.Since(since).Any(presence => !presence.IsAvailable));
    }

    [TestMethod]
    public async Task WhereThereIsNoRoomNoneIsMade()
    {
        DeviceConfiguration configuration = await ConfigurationAsync(SharedRig.Prosody, "nowhere@conference." + ProsodyServer.Domain);
        await using Device device = Device.Start(configuration);
        await device.Log.WaitAsync(line => line.Contains("there is no such room; make it first", StringComparison.Ordinal), Patience.Short, "that there is none");
        await using Operator somebody = await Operator.LogInAsync(SharedRig.Prosody, await SharedRig.Prosody.AddAccountAsync("somebody"));
        await Refusal.AssertAsync("cancel", "item-not-found", () => somebody.DiscoInfoAsync("nowhere@conference." + ProsodyServer.Domain));
    }

    [TestMethod]
    public async Task AServerThatRestartsIsJoinedAgain()
    {
        const string Room = "fleet3@conference." + ProsodyServer.Domain;
        await using ProsodyServer server = await ProsodyServer.StartAsync();
        DeviceConfiguration configuration = await ConfigurationAsync(server, Room);
        Device device;
        await using (await BossAsync(server, configuration, Room))
        {
            device = Device.Start(configuration);
            await JoinedAsync(device, Room, Nick);
        }

        await using (device)
        {
            int mark = device.Log.Count;
            await server.StopAsync();
            await server.StartAgainAsync();
            await JoinedAsync(device, Room, Nick, mark);
        }
    }

    static async Task<DeviceConfiguration> ConfigurationAsync(RigServer server, string room)
    {
        DeviceConfiguration configuration = new(server, await server.AddAccountAsync("device"));
        configuration.Keys["room"] = room;
        configuration.Keys["nick"] = Nick;
        return configuration;
    }

    /// <summary>An operator, in a room that he has made.</summary>
    static async Task<Operator> BossAsync(RigServer server, DeviceConfiguration configuration, string room)
    {
        Operator boss = await Operator.LogInAsync(server, await server.AddAccountAsync("boss"));
        configuration.Keys["operators"] = boss.Jid;
        await boss.MakeRoomAsync(room, "boss");
        return boss;
    }

    static Task<string> JoinedAsync(Device device, string room, string nick, int since = 0) =>
        device.Log.WaitAsync(line => line.EndsWith($"room {room}: joined as {nick}", StringComparison.Ordinal), Patience.Long, "the device in the room", since);

    static async Task<string> AloneAsync(Operator boss, string room, string body)
    {
        int since = boss.Messages.Count;
        await boss.SayAsync(room + "/" + Nick, body, "<x xmlns='http://jabber.org/protocol/muc#user'/>");
        return Operator.BodyOf(await boss.Messages.WaitAsync(
            message => (string?)message.Attribute("from") == room + "/" + Nick && (string?)message.Attribute("type") == "chat" && Operator.BodyOf(message).Length > 0,
            Patience.Short, "an answer to " + body, since));
    }
}
