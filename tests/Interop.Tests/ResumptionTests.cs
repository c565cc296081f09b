using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>XEP-0198 §5 with a real server: the connection breaks, or the device restarts, and nobody notices.</summary>
[TestClass]
public sealed class ResumptionTests
{
    [TestMethod]
    [DataRow(ProsodyServer.Domain)]
    [DataRow(EjabberdServer.Domain)]
    public async Task AfterACutTheStreamIsResumedAndThePresenceStays(string host)
    {
        await using CuttingProxy proxy = new(ServerOf(host).StartTlsPort);
        await using Installation installation = await Installation.StartAsync(ServerOf(host), proxy.Address);
        for (int i = 0; i < 2; i++)
        {
            int since = installation.Operator.Presences.Count;
            int lines = installation.Device.Log.Count;
            proxy.Cut();
            await ResumedAsync(installation.Device, lines);
            Assert.AreEqual("completed", (await installation.Operator.ExecuteAsync(installation.Jid, "pump-on")).Status);
            Assert.IsFalse(WasUnavailable(installation, since), "The operator was told that the device is gone.");
        }
    }

    [TestMethod]
    [DataRow(ProsodyServer.Domain)]
    [DataRow(EjabberdServer.Domain)]
    public async Task ACommandOnACutConnectionRunsOnceAndHasItsAnswer(string host)
    {
        await using CuttingProxy proxy = new(ServerOf(host).StartTlsPort);
        await using Installation installation = await Installation.StartAsync(ServerOf(host), proxy.Address);
        int since = installation.Operator.Presences.Count;
        for (int i = 0; i < 4; i++)
        {
            int lines = installation.Device.Log.Count;
            // The command, its answer, or an acknowledgement: each may be cut.
            int bytes = Random.Shared.Next(1, 900);
            proxy.CutAfter(bytes);
            var result = await installation.Operator.ExecuteAsync(installation.Jid, i % 2 == 0 ? "pump-on" : "pump-off");
            Assert.AreEqual("completed", result.Status, $"cut after {bytes} bytes");
            if (installation.Device.Log.Since(lines).Any(line => line.Contains("disconnected")))
                await ResumedAsync(installation.Device, lines);
            Assert.HasCount(1, installation.Device.Log.Since(lines).Where(line => line.Contains(" ran pump-")).ToArray(), $"cut after {bytes} bytes");
        }

        Assert.IsFalse(WasUnavailable(installation, since), "The operator was told that the device is gone.");
    }

    [TestMethod]
    [DataRow(ProsodyServer.Domain)]
    [DataRow(EjabberdServer.Domain)]
    public async Task ARestartIsNotNoticed(string host)
    {
        await using Installation installation = await Installation.StartAsync(ServerOf(host), keepsStream: true);
        int since = installation.Operator.Presences.Count;
        installation.Device.Terminate();
        Assert.AreEqual(0, await installation.Device.ExitAsync());
        await using Device next = installation.StartAgain();
        await ResumedAsync(next, 0);
        Assert.AreEqual("completed", (await installation.Operator.ExecuteAsync(installation.Jid, "pump-on")).Status);
        Assert.IsFalse(WasUnavailable(installation, since), "The operator was told that the device is gone.");
    }

    [TestMethod]
    public async Task AServerThatHasForgottenTheStreamBeginsANewOne()
    {
        await using ProsodyServer server = await ProsodyServer.StartAsync();
        await using Installation installation = await Installation.StartAsync(server);
        int lines = installation.Device.Log.Count;
        await server.KillAsync();
        await installation.Device.Log.WaitAsync(line => line.Contains("disconnected"), Patience.Long, "the device is disconnected", lines);
        await server.StartAgainAsync();
        await installation.Device.ConnectedAsync(lines);
        Assert.IsFalse(installation.Device.Log.Since(lines).Any(line => line.Contains("the stream is resumed")));
    }

    static RigServer ServerOf(string host) => host == EjabberdServer.Domain ? SharedRig.Ejabberd : SharedRig.Prosody;

    static Task<string> ResumedAsync(Device device, int since) => device.Log.WaitAsync(
        line => line.Contains("the stream is resumed"), Patience.Long, "the stream is resumed", since);

    static bool WasUnavailable(Installation installation, int since) =>
        installation.Operator.Presences.Since(since).Any(presence => presence.From == installation.Jid && !presence.IsAvailable);
}
