using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Operators;

[assembly: Parallelize(Workers = 4, Scope = ExecutionScope.ClassLevel)]

namespace Presentity.Interop.Tests.Rig;

/// <summary>What all tests share: one Prosody, one ejabberd and one process with slixmpp, for as long as the run lasts.</summary>
[TestClass]
public static class SharedRig
{
    static ProsodyServer? prosody;
    static EjabberdServer? ejabberd;
    static SlixmppProcess? slixmpp;

    public static ProsodyServer Prosody => prosody!;

    public static EjabberdServer Ejabberd => ejabberd!;

    public static SlixmppProcess Slixmpp => slixmpp!;

    [AssemblyInitialize]
    public static async Task StartAsync(TestContext _)
    {
        if (!IsInstalled())
            Lacking("Interop tests need Linux with Prosody, ejabberd, openssl and slixmpp; on Debian or Ubuntu run tests/servers/install-deps.sh as root.");
        Task<EjabberdServer> second = EjabberdServer.StartAsync();
        prosody = await ProsodyServer.StartAsync();
        ejabberd = await second;
        slixmpp = await SlixmppProcess.StartAsync();
    }

    [AssemblyCleanup]
    public static async Task StopAsync()
    {
        if (slixmpp is not null)
            await slixmpp.DisposeAsync();
        if (ejabberd is not null)
            await ejabberd.DisposeAsync();
        if (prosody is not null)
            await prosody.DisposeAsync();
    }

    /// <summary>The README's two commands need the SDK alone, so a developer may lack the rig; in CI nothing may be left out.</summary>
    internal static void Lacking(string what)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(what);
        Assert.Inconclusive(what);
    }

    static bool IsInstalled() =>
        OperatingSystem.IsLinux() && IsOnPath("bash") && IsOnPath("openssl") && IsOnPath("prosody") && IsOnPath("erl")
        && File.Exists("/usr/sbin/ejabberdctl") && SlixmppProcess.IsInstalled;

    static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(directory => File.Exists(Path.Combine(directory, program)));
}
