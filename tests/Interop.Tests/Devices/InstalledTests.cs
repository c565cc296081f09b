using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Operators;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests.Devices;

/// <summary>Tests of a device at work: each class of tests has one of its own, started before its first test.</summary>
/// <typeparam name="TTests">The class itself.</typeparam>
public abstract class InstalledTests<TTests>
    where TTests : InstalledTests<TTests>
{
    static Installation? installation;

    protected static Installation Installation => installation!;

    /// <summary>The device's full JID.</summary>
    protected static string Jid => Installation.Jid;

    protected static Operator Owner => Installation.Owner;

    protected static Operator Operator => Installation.Operator;

    protected static Operator Viewer => Installation.Viewer;

    public TestContext TestContext { get; set; } = null!;

    [ClassInitialize(InheritanceBehavior.BeforeEachDerivedClass)]
    public static async Task StartAsync(TestContext _) => installation = await Installation.StartAsync(SharedRig.Prosody);

    [ClassCleanup(InheritanceBehavior.BeforeEachDerivedClass)]
    public static async Task StopAsync()
    {
        if (installation is not null)   // null when it did not start
            await installation.DisposeAsync();
    }

    [TestCleanup]
    public void TellWhatTheDeviceSaid()
    {
        if (TestContext.CurrentTestOutcome != UnitTestOutcome.Passed)
            TestContext.WriteLine("The device said:\n" + string.Join('\n', Installation.Device.Log.Since(0)));
    }
}
