using System;
using Presentity.Agent;
using Presentity.Platform;

namespace Presentity.Firmware;

/// <summary>Makes the transport, once the configuration has told whom to trust.</summary>
/// <param name="authorities">PEM; null for those that the platform has.</param>
public delegate ITransport NewTransport(byte[]? authorities);

/// <summary>What a board runs from power-on: says who it is, reads its configuration, waits for network and time, and keeps the agent
/// going. Whatever happens, it ends in a session or in a restart, never in silence.</summary>
public sealed class DeviceFirmware
{
    /// <summary>The device's configuration, in the store.</summary>
    public const string ConfigurationFile = "device.conf";

    // Somebody has to come and flash: often enough to be seen on the serial port, rarely enough to be read.
    const int AskAgainMs = 60000;
    const int RestartAfterMs = 900000;
    const int NetworkAgainMs = 300000;
    const int LastWordsMs = 10000;

    readonly IBoard board;
    readonly INetwork network;
    readonly IMachine machine;
    readonly IClock clock;
    readonly ICrypto crypto;
    readonly IStore store;
    readonly ILog log;
    readonly NewTransport newTransport;
    bool wasReady;
    bool wasUp;
    long now;
    long downSince;
    long lastOnline;

    public DeviceFirmware(
        IBoard board, INetwork network, IMachine machine, IClock clock, ICrypto crypto, IStore store, ILog log, NewTransport newTransport)
    {
        this.board = board;
        this.network = network;
        this.machine = machine;
        this.clock = clock;
        this.crypto = crypto;
        this.store = store;
        this.log = log;
        this.newTransport = newTransport;
    }

    /// <summary>Runs until the board is restarted: a fault of ours is said, and then starts the board anew.</summary>
    public void Run()
    {
        try
        {
            Announce();
            DeviceAgent agent = Prepare(Configuration());
            while (now - lastOnline < RestartAfterMs && !agent.IsStopped)
                Turn(agent);
            if (!agent.IsStopped)
                log.Write(LogLevel.Error, "no session for " + (RestartAfterMs / 60000).ToString() + " minutes; restarting");
        }
        catch (Exception e)
        {
            log.Write(LogLevel.Error, "a fault of the firmware: " + e.GetType().Name + " " + e.Message + "; restarting");
        }

        clock.Sleep(LastWordsMs);
        machine.Restart();
    }

    void Announce()
    {
        log.Write(LogLevel.Info, "Presentity " + AgentOptions.ThisVersion + " on " + board.Model
            + " (" + machine.Target + ", " + machine.Firmware + "), "
            + (machine.FreeMemory / 1024).ToString() + " kB free");
        if (!network.Start())
            log.Write(LogLevel.Error, network.Failure);
    }

    /// <summary>Reads the configuration, for as long as it takes until there is a good one.</summary>
    DeviceConfiguration Configuration()
    {
        while (true)
        {
            byte[]? contents = store.Read(ConfigurationFile);
            string fault = store.Failure;
            if (contents != null)
            {
                ConfigurationReader reader = ConfigurationReader.Read(ConfigurationFile, contents);
                fault = reader.Fault.Length > 0 ? reader.Fault : reader.Configuration.CheckAgainst(board);
                if (fault.Length == 0)
                    return reader.Configuration;
            }

            if (fault.Length == 0)
                fault = ConfigurationFile + ": there is no such file on the device";
            log.Write(LogLevel.Error, fault + "; flash it with the right one");
            clock.Sleep(AskAgainMs);
        }
    }

    DeviceAgent Prepare(DeviceConfiguration configuration)
    {
        string address = configuration.Jid!.ToString();
        log.Write(LogLevel.Info, "this device is xmpp:" + address);
        if (configuration.Password.Length > 0)
            log.Write(LogLevel.Warning,
                "the configuration has a password: keys are computed from it after each start, which takes minutes; "
                + "presentity provision makes a file with keys");

        byte[]? authorities = null;
        if (configuration.AuthoritiesFile.Length > 0)
        {
            authorities = store.Read(configuration.AuthoritiesFile);
            if (authorities == null)
                log.Write(LogLevel.Error, configuration.Fault("ca",
                    "there is no such file on the device; the authorities stored on the chip are trusted alone"));
        }

        AgentOptions options = configuration.Options();
        options.Session.Credentials.RememberIn(store, address);
        options.System = machine.Target + ", " + machine.Firmware;
        options.Store = store;
        DeviceAgent agent = new DeviceAgent(options, board, newTransport(authorities), clock, crypto, log);
        now = clock.Milliseconds;
        lastOnline = now;
        downSince = now;
        return agent;
    }

    void Turn(DeviceAgent agent)
    {
        WatchNetwork(agent);
        agent.Turn();
        now = clock.Milliseconds;
        if (agent.Address != null)
            lastOnline = now;
    }

    /// <summary>Says when the network goes and comes, begins anew when it is away for long, and lets the agent try at once when it is
    /// back.</summary>
    void WatchNetwork(DeviceAgent agent)
    {
        bool isUp = network.IsUp(0);
        if (isUp != wasUp)
        {
            log.Write(isUp ? LogLevel.Info : LogLevel.Warning, network.Name + (isUp ? ": " + network.Address : " is gone"));
            downSince = now;
        }
        else if (!isUp && now - downSince >= NetworkAgainMs)
        {
            log.Write(LogLevel.Warning, "no " + network.Name + " for five minutes; connecting anew");
            network.Start();
            downSince = now;
        }

        bool isReady = isUp && clock.UnixSeconds >= 0;
        if (isReady && !wasReady)
            agent.TryNow();
        wasUp = isUp;
        wasReady = isReady;
    }
}
