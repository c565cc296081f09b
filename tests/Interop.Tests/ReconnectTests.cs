using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>Servers go and come back; the device does too, and nobody has to help it.</summary>
[TestClass]
public sealed class ReconnectTests
{
    [TestMethod]
    [DataRow(true, DisplayName = "the server crashed")]
    [DataRow(false, DisplayName = "the server was shut down")]
    public async Task PresenceReturnsWithTheServer(bool crash)
    {
        await using ProsodyServer server = await ProsodyServer.StartAsync();
        await using Installation installation = await Installation.StartAsync(server);
        Device device = installation.Device;
        int lines = device.Log.Count;

        await (crash ? server.KillAsync() : server.StopAsync());
        await installation.Operator.Closed.WaitAsync(Patience.Short);
        await device.Log.WaitAsync(line => line.Contains("disconnected"), Patience.Long, "the device says that it is disconnected", lines);
        await server.StartAgainAsync();
        await device.ConnectedAsync(lines);

        await using Operator returned = await Operator.LogInAsync(server, installation.Operator.Account);
        await returned.SeeAsync(installation.Jid, presence => presence.IsAvailable, "the device's presence after the restart");
        Assert.AreEqual("completed", (await returned.ExecuteAsync(installation.Jid, "pump-on")).Status);
    }

    [TestMethod]
    public async Task DeviceThatStartsBeforeItsServerWaitsForIt()
    {
        await using ProsodyServer server = await ProsodyServer.StartAsync();
        var configuration = new DeviceConfiguration(server, await server.AddAccountAsync("device"));
        await server.StopAsync();
        await using Device device = Device.Start(configuration);
        await device.Log.WaitAsync(line => line.Contains("refused"), Patience.Long, "the device says that the connection was refused");
        await server.StartAgainAsync();
        await device.ConnectedAsync();
    }
}
