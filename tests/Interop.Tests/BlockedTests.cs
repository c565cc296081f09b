using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Devices;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests;

/// <summary>XEP-0191: whom the device's account blocks, its server keeps away, whatever role he has.</summary>
[TestClass]
public sealed class BlockedTests : InstalledTests<BlockedTests>
{
    const string Ping = "<ping xmlns='urn:xmpp:ping'/>";

    [TestMethod]
    public async Task WhoIsBlockedGetsNothing()
    {
        await Viewer.IqAsync(Jid, "get", Ping);
        using RosterClient account = await RosterClient.OnlineAsync(Installation.Account, SharedRig.Prosody.StartTlsPort, SharedRig.Prosody.CaFile);
        await account.DoAsync(() => account.Blocking.Request());
        await account.RosterAsync();
        await account.DoAsync(() => account.Blocking.Block(Xmpp.Jid.Parse(Viewer.Jid.Split('/')[0])!));
        await account.RosterAsync();

        await Refusal.AssertAsync("cancel", "service-unavailable", () => Viewer.IqAsync(Jid, "get", Ping));
        await Refusal.AssertAsync("cancel", "service-unavailable", () => Viewer.CallAsync(Jid, "sensor.list"));
        // Nobody else notices.
        await Operator.IqAsync(Jid, "get", Ping);

        await account.DoAsync(() => account.Blocking.UnblockAll());
        await account.RosterAsync();
        await Viewer.IqAsync(Jid, "get", Ping);
    }
}
