using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Boards.Simulated;
using Presentity.Firmware;
using Presentity.Loopback;
using Presentity.Nano;
using Presentity.Platform;
using Presentity.TestKit;

namespace Presentity.Chip.Tests;

/// <summary>All of a device but its chip, against a server: power-on, login over TLS, loss of the network, and its return.</summary>
[TestClass]
public sealed class OnlineTests
{
    [TestMethod]
    [DataRow("starttls")]
    [DataRow("direct")]
    public void ADeviceComesOnlineAndComesBack(string tls)
    {
        LoopbackServer server = Start("");
        ComesOnlineAndComesBack(tls, server, server);
    }

    /// <summary>RFC 6120 §4.9.3.19, with real sockets and certificates: the second host is of the same domain.</summary>
    [TestMethod]
    [DataRow("starttls")]
    [DataRow("direct")]
    public void ADeviceIsSentToAnotherHost(string tls)
    {
        LoopbackServer server = Start("");
        LoopbackServer first = Start("localhost:" + Port(server, tls));
        ComesOnlineAndComesBack(tls, first, server);
        first.DisposeAsync().AsTask().Wait();
    }

    static LoopbackServer Start(string otherHost)
    {
        LoopbackServer server = new(new LoopbackOptions { ScramIterations = 4096, OtherHost = otherHost });
        server.AddAccount("device", "secret");
        server.Start();
        return server;
    }

    static string Port(LoopbackServer server, string tls) =>
        (tls == "direct" ? server.DirectTlsPort : server.StartTlsPort).ToString(CultureInfo.InvariantCulture);

    static void ComesOnlineAndComesBack(string tls, LoopbackServer first, LoopbackServer server)
    {
        TestStore store = new()
        {
            ["device.conf"] = $"jid = device@localhost\npassword = secret\nserver = localhost:{Port(first, tls)}\ntls = {tls}\nca = ca.pem\n",
            ["ca.pem"] = first.Authority.Pem + server.Authority.Pem,
        };
        EndingClock clock = new();
        TestNetwork network = new();
        RecordingLog log = new();
        NanoTransport? transport = null;
        ITransport Transport(byte[]? authorities) => transport = new NanoTransport(clock, network, authorities);
        Thread device = new(() => new DeviceFirmware(
            new SimulatedBoard(clock), network, new TestMachine(), clock, new TestCrypto(), store, log, Transport).Run());
        device.Start();
        try
        {
            Eventually(() => log.Has(LogLevel.Info, "connected as device@localhost/agent with TLS"), log);
            CollectionAssert.AreEqual(new[] { "device@localhost/agent" }, server.Sessions.ToArray());
            network.Up = false;
            server.CutAll();
            Eventually(() => log.Has(LogLevel.Warning, "disconnected: no Wi-Fi"), log);
            network.Up = true;
            Eventually(() => log.Lines.Count(line => line.Contains("connected as ", StringComparison.Ordinal)) == 2, log);
            CollectionAssert.AreEqual(new[] { "device@localhost/agent" }, server.Sessions.ToArray());
        }
        finally
        {
            clock.End();
            device.Join();
            transport?.Close();
            server.DisposeAsync().AsTask().Wait();
        }
    }

    static void Eventually(Func<bool> condition, RecordingLog log)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.IsLessThan(30_000, watch.ElapsedMilliseconds, string.Join('\n', log.Lines));
            Thread.Sleep(20);
        }
    }

    /// <summary>The chip's clock, until a test is over: then whoever asks it is thrown out.</summary>
    sealed class EndingClock : IClock
    {
        readonly NanoClock clock = new();
        volatile bool isOver;

        public long UnixSeconds => clock.UnixSeconds;

        public long Milliseconds => isOver ? throw new OperationCanceledException() : clock.Milliseconds;

        internal void End() => isOver = true;

        public void Sleep(int milliseconds)
        {
            if (!isOver)
                clock.Sleep(milliseconds);
        }
    }
}
