using System;
using System.IO;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading;
using Presentity.Agent;
using Presentity.Boards.Simulated;
using Presentity.Host;
using Presentity.Loopback;
using Presentity.Platform;
using Presentity.Tool.Operate;
using Presentity.Xmpp;

namespace Presentity.Tool.Demo;

/// <summary>Everything that the demo is made of: a server, a device and an operator, each over real TLS.</summary>
sealed class DemoHouse : IDisposable
{
    const string Domain = "demo.localhost";
    const int UsualPort = 5222;

    readonly LoopbackServer server;
    readonly SocketTransport transport;
    readonly Func<DeviceAgent> newAgent;
    readonly Thread device;
    readonly string folder;
    volatile DeviceAgent agent;
    volatile bool isOver;

    /// <summary>Starts all three; the device and the operator come online by themselves.</summary>
    /// <param name="deviceLog">Told of what the device does.</param>
    internal DemoHouse(ILog deviceLog)
    {
        folder = Directory.CreateTempSubdirectory("presentity-demo-").FullName;
        server = Listen();
        AuthoritiesFile = Path.Combine(folder, "ca.pem");
        server.Authority.WriteTo(AuthoritiesFile);
        string devicePassword = AddAccount("device");
        string operatorPassword = AddAccount("operator");
        GuestPassword = AddAccount("guest");
        server.Subscribe("device", "operator");

        SystemClock clock = new();
        transport = new SocketTransport(new TransportOptions { AuthoritiesFile = AuthoritiesFile });
        AgentOptions options = new(Options("device", devicePassword), Access()) { PresenceIntervalMs = 2000 };
        foreach (ISensor sensor in new SimulatedBoard(clock).Sensors)
            options.Sensors.For(sensor.Name).MinimumIntervalMs = 1000;
        newAgent = () => new DeviceAgent(options, new SimulatedBoard(clock), transport, clock, new SystemCrypto(), deviceLog);
        agent = newAgent();
        device = new Thread(RunDevice) { IsBackground = true, Name = "device" };
        Operator = new OperatorSession(Options("operator", operatorPassword), AuthoritiesFile, new NoLog());
        device.Start();
        Operator.Start();
    }

    internal OperatorSession Operator { get; }

    internal string Device => $"device@{Domain}";

    internal string DeviceAddress => $"device@{Domain}/agent";

    /// <summary>The account with which another client can join.</summary>
    internal string Guest => $"guest@{Domain}";

    internal string GuestPassword { get; }

    /// <summary>The CA to trust, as PEM.</summary>
    internal string AuthoritiesFile { get; }

    internal int StartTlsPort => server.StartTlsPort;

    internal int DirectTlsPort => server.DirectTlsPort;

    public void Dispose()
    {
        Operator.Dispose();
        isOver = true;
        agent.Stop("the demo is over");
        device.Join(TimeSpan.FromSeconds(5));
        transport.Dispose();
        server.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(5));
        Directory.Delete(folder, recursive: true);
    }

    // The usual port where it is free: some clients do not let one choose. Any other where it is not.
    static LoopbackServer Listen()
    {
        LoopbackServer usual = new(new LoopbackOptions { Domain = Domain, StartTlsPort = UsualPort });
        try
        {
            usual.Start();
            return usual;
        }
        catch (SocketException)
        {
            usual.DisposeAsync().AsTask().Wait();
            LoopbackServer any = new(new LoopbackOptions { Domain = Domain });
            any.Start();
            return any;
        }
    }

    string AddAccount(string user)
    {
        string password = RandomNumberGenerator.GetHexString(16, lowercase: true);
        server.AddAccount(user, password);
        return password;
    }

    SessionOptions Options(string user, string password)
    {
        Jid account = Jid.Parse($"{user}@{Domain}")!;
        ServerEndpoint endpoint = new("127.0.0.1", server.StartTlsPort, Domain, directTls: false);
        return new SessionOptions(account, new Credentials(user, password), endpoint);
    }

    static AccessList Access()
    {
        AccessList access = new();
        access.Add(Jid.Parse($"operator@{Domain}")!, Role.Owner);
        access.Add(Jid.Parse($"guest@{Domain}")!, Role.Operator);
        return access;
    }

    void RunDevice()
    {
        while (!agent.IsStopped)
        {
            agent.Turn();
            if (!agent.IsStopped || !agent.StartsAgain || isOver)
                continue;
            agent = newAgent();
            if (isOver)
                agent.Stop("the demo is over");
        }
    }

    /// <summary>The operator's course of things shows in what he sees.</summary>
    sealed class NoLog : ILog
    {
        public bool WantsWire => false;

        public void Write(LogLevel level, string line)
        {
        }

        public void Wire(bool outgoing, byte[] buffer, int offset, int count)
        {
        }
    }
}
