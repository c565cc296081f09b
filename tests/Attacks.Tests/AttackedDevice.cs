using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Presentity.Agent;
using Presentity.Boards.Simulated;
using Presentity.Host;
using Presentity.Loopback;
using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.Attacks.Tests;

/// <summary>A whole device, with agent, transport and log as `presentity run` has them, at the server of somebody who means it no
/// good.</summary>
/// <param name="port">The server's, on 127.0.0.1.</param>
/// <param name="authority">Whom it trusts.</param>
sealed class AttackedDevice(int port, CertificateAuthority authority)
{
    /// <summary>The device's owner.</summary>
    public const string Owner = "owner@localhost";

    public Credentials Credentials { get; init; } = new("device", "device-pass");

    public bool DirectTls { get; init; }

    /// <summary>Leaves again as soon as it is in.</summary>
    public bool LeavesAtOnce { get; init; }

    /// <summary>Makes the device less patient than it is.</summary>
    public Action<SessionOptions>? Hurry { get; init; }

    /// <summary>Connects, once, and stays until that is over.</summary>
    public Task<Ordeal> SufferAsync()
    {
        var done = new TaskCompletionSource<Ordeal>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                done.SetResult(Suffer());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        })
        { IsBackground = true, Name = "device" };
        thread.Start();
        return done.Task;
    }

    Ordeal Suffer()
    {
        string authorities = Path.GetTempFileName();
        authority.WriteTo(authorities);
        var clock = new SystemClock();
        var text = new StringWriter();
        using var transport = new SocketTransport(new TransportOptions { AuthoritiesFile = authorities, WriteTimeoutMs = 1500 });
        var session = new SessionOptions(
            Jid.Parse("device@localhost")!, Credentials, new ServerEndpoint("127.0.0.1", port, "localhost", DirectTls));
        Hurry?.Invoke(session);
        var access = new AccessList();
        access.Add(Jid.Parse(Owner)!, Role.Owner);
        var options = new AgentOptions(session, access) { TriesAgain = false };
        var log = new ConsoleLog(text, clock, verbose: false);
        var agent = new DeviceAgent(options, new SimulatedBoard(clock), transport, clock, new SystemCrypto(), log);

        var time = Stopwatch.StartNew();
        long made = GC.GetAllocatedBytesForCurrentThread();
        bool wasOnline = false;
        while (agent.LastEnd == SessionEnd.None && !agent.IsStopped)
        {
            agent.Turn();
            if (wasOnline || agent.Address == null)
                continue;
            wasOnline = true;
            if (LeavesAtOnce)
                agent.Stop("done");
            made = GC.GetAllocatedBytesForCurrentThread();
        }

        made = GC.GetAllocatedBytesForCurrentThread() - made;
        File.Delete(authorities);
        return new Ordeal(agent.LastEnd, text.ToString(), time.Elapsed, made, wasOnline);
    }
}
