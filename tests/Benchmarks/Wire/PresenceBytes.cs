using System;
using System.IO;
using System.Linq;
using System.Text;
using Presentity.Agent;
using Presentity.Host;
using Presentity.Loopback;
using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.Benchmarks.Wire;

/// <summary>The bytes that our agent sends for a reading that has drifted, on an embedded server over TLS.</summary>
static class PresenceBytes
{
    const string Domain = "bytes.localhost";
    static readonly string[] Units = ["°C", "%", "V", ""];

    internal static int Of(decimal[] values, bool isShort)
    {
        LoopbackServer server = new(new LoopbackOptions { Domain = Domain });
        string authority = Path.GetTempFileName();
        try
        {
            server.Start();
            server.Authority.WriteTo(authority);
            server.AddAccount("device", "secret");
            return Drifted(server, authority, new FixedBoard(values), isShort);
        }
        finally
        {
            server.DisposeAsync().AsTask().Wait();
            File.Delete(authority);
        }
    }

    static int Drifted(LoopbackServer server, string authority, FixedBoard board, bool isShort)
    {
        using SocketTransport transport = new(new TransportOptions { AuthoritiesFile = authority });
        ServerEndpoint endpoint = new("127.0.0.1", server.StartTlsPort, Domain, directTls: false);
        SessionOptions session = new(Jid.Parse("device@" + Domain)!, new Credentials("device", "secret"), endpoint);
        AgentOptions options = new(session, new AccessList()) { PresenceIntervalMs = 1000, IsPresenceShort = isShort };
        foreach (ISensor sensor in board.Sensors)
            options.Sensors.For(sensor.Name).MinimumIntervalMs = 1000;
        LastPresence last = new();
        DeviceAgent agent = new(options, board, transport, new SystemClock(), new SystemCrypto(), last);
        while (last.Count < 1)
            agent.Turn();
        board.Drift();
        while (last.Count < 2)
            agent.Turn();
        agent.Stop("counted");
        int bytes = last.Bytes;
        while (!agent.IsStopped)
            agent.Turn();
        return bytes;
    }

    /// <summary>Counts the presences that go over the wire.</summary>
    sealed class LastPresence : ILog
    {
        public bool WantsWire => true;

        internal int Count { get; private set; }

        internal int Bytes { get; private set; }

        public void Write(LogLevel level, string line)
        {
        }

        public void Wire(bool outgoing, byte[] buffer, int offset, int count)
        {
            if (!outgoing || !Encoding.UTF8.GetString(buffer, offset, count).StartsWith("<presence>", StringComparison.Ordinal))
                return;
            Count++;
            Bytes = count;
        }
    }

    /// <summary>Sensors that have given values, once they have drifted there.</summary>
    sealed class FixedBoard : IBoard
    {
        int away = 1;

        internal FixedBoard(decimal[] values) =>
            Sensors = [.. values.Select((value, number) => new Sensor(this, value, number))];

        public string Model => "fixed";

        public ISensor[] Sensors { get; }

        public IActuator[] Actuators => [];

        public bool Identify() => false;

        public void WakeOnInput(ITransport transport)
        {
        }

        internal void Drift() => away = 0;

        sealed class Sensor(FixedBoard board, decimal value, int number) : ISensor
        {
            public string Name => "s" + number;

            public string Label => Name;

            public string Unit => Units[number];

            public bool IsBoolean => false;

            public bool TryRead(Reading reading)
            {
                int decimals = value.Scale;
                reading.SetNumber((int)(value * (decimal)Math.Pow(10, decimals)) + board.away, decimals);
                return true;
            }
        }
    }
}
