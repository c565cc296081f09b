using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>How a device leaves: it says so before it goes.</summary>
[TestClass]
public sealed class EndTests
{
    [TestMethod]
    [DataRow(true, DisplayName = "SIGTERM")]
    [DataRow(false, DisplayName = "Ctrl-C")]
    public async Task PlannedEndIsToldWithAStatus(bool terminate)
    {
        await using Installation installation = await Installation.StartAsync(SharedRig.Prosody);
        if (terminate)
            installation.Device.Terminate();
        else
            installation.Device.Interrupt();
        Presence last = await installation.Operator.SeeAsync(installation.Jid, presence => !presence.IsAvailable, "the device's farewell");
        Assert.AreEqual("unavailable", last.Type);
        Assert.AreNotEqual("", last.Status);
        Assert.AreEqual(0, await installation.Device.ExitAsync());
    }
}
