using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Presentity.Agent;
using Presentity.Boards.Simulated;
using Presentity.Host;
using Presentity.Interop.Tests.Rig;
using Presentity.Platform;

namespace Presentity.Interop.Tests.Devices;

/// <summary>A device as `presentity run` has it, in the process of the tests, so that what it reads and allocates can be counted.</summary>
sealed class MeasuredDevice : IDisposable, ILog
{
    readonly SocketTransport transport;
    readonly DeviceAgent agent;
    readonly Thread thread;
    long received, allocated;

    /// <summary>Starts it, with the limits that a device has by default.</summary>
    /// <param name="settings">Its configuration.</param>
    /// <param name="historySlotSeconds">Of how many seconds one value is kept.</param>
    public MeasuredDevice(DeviceConfiguration settings, int historySlotSeconds = 300)
    {
        string file = settings.Write();
        Agent.DeviceConfiguration configuration = ConfigurationReader.Read(file, File.ReadAllBytes(file)).Configuration;
        transport = new SocketTransport(new TransportOptions { AuthoritiesFile = configuration.AuthoritiesFile });
        var clock = new SystemClock();
        AgentOptions options = configuration.Options();
        options.HistorySlotSeconds = historySlotSeconds;
        agent = new DeviceAgent(options, new SimulatedBoard(clock), transport, clock, new SystemCrypto(), this);
        thread = new Thread(Run) { IsBackground = true, Name = settings.Account.Jid };
        thread.Start();
    }

    /// <summary>The full address.</summary>
    public string Jid => agent.Address!.ToString();

    /// <summary>What it says.</summary>
    public Journal<string> Log { get; } = new();

    /// <summary>Bytes that have come from the server, of XML.</summary>
    public long Received => Interlocked.Read(ref received);

    /// <summary>Bytes that it has allocated since it is online.</summary>
    public long Allocated => Interlocked.Read(ref allocated);

    // So that what goes over the wire is counted.
    bool ILog.WantsWire => true;

    /// <summary>Waits until it is online.</summary>
    public Task ConnectedAsync() =>
        Log.WaitAsync(line => line.StartsWith("connected as ", StringComparison.Ordinal), Patience.Long, "the device is connected");

    void ILog.Write(LogLevel level, string line) => Log.Add(line);

    void ILog.Wire(bool outgoing, byte[] buffer, int start, int count)
    {
        if (!outgoing)
            Interlocked.Add(ref received, count);
    }

    public void Dispose()
    {
        agent.Stop("the test is over");
        thread.Join(Patience.Short);
        transport.Dispose();
    }

    void Run()
    {
        long before = -1;
        while (!agent.IsStopped)
        {
            agent.Turn();
            if (before < 0 && agent.Address != null)
                before = GC.GetAllocatedBytesForCurrentThread();
            if (before >= 0)
                Interlocked.Exchange(ref allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }
}
