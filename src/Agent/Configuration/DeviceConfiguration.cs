using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>The device's configuration file, read: the same on chip and desktop. Every key is described in docs/CONFIGURATION.md.</summary>
public sealed partial class DeviceConfiguration
{
    readonly string[] keys = new string[MostKeys];
    readonly int[] lines = new int[MostKeys];
    int count;

    /// <summary>The most keys that a file may have.</summary>
    internal const int MostKeys = 64;

    internal DeviceConfiguration(string file) => File = file;

    /// <summary>What the file is called, for messages.</summary>
    public readonly string File;

    /// <summary><c>jid</c>: the device's account.</summary>
    public Jid? Jid;

    /// <summary><c>password</c>: the account's; empty when there are keys instead.</summary>
    public string Password = "";

    /// <summary><c>scram.*</c>: keys made from the password, by <see cref="HashAlgorithm"/>; null where there are none.</summary>
    public readonly ScramKeys?[] Keys = new ScramKeys[3];

    /// <summary><c>server</c>: the host; empty to find it by the domain.</summary>
    public string Host = "";

    /// <summary>The port in <c>server</c>; 0 to find it by the domain.</summary>
    public int Port;

    /// <summary><c>tls = direct</c>: TLS from the first byte; STARTTLS otherwise.</summary>
    public bool DirectTls;

    /// <summary>No <c>tls</c>: when the server is found by the domain, the DNS decides.</summary>
    public bool EitherTls = true;

    /// <summary><c>ca</c>: the file with the authorities to trust; empty for the system's.</summary>
    public string AuthoritiesFile = "";

    /// <summary><c>board</c>: which wiring; empty when it is not given, as a device knows what it is.</summary>
    public string Board = "";

    /// <summary><c>claim</c>: the code that makes its sender the first owner; empty for none.</summary>
    public string Claim = "";

    /// <summary><c>wifi.ssid</c>: the network's name, for flashing; the device keeps it elsewhere. Empty when it is not given.</summary>
    public string WifiSsid = "";

    /// <summary><c>wifi.password</c>: the network's, for flashing; the device keeps it elsewhere. Empty when it is not given.</summary>
    public string WifiPassword = "";

    /// <summary><c>owner</c>, <c>operators</c>, <c>viewers</c>.</summary>
    public readonly AccessList Access = new AccessList();

    /// <summary><c>presence-interval</c> in milliseconds.</summary>
    public int PresenceIntervalMs = 30000;

    /// <summary><c>presence-form = short</c>: most readings are told by the status line alone.</summary>
    public bool IsPresenceShort;

    /// <summary><c>sensor.NAME.*</c></summary>
    public readonly SensorSettings Sensors = new SensorSettings();

    /// <summary>The endpoint that the keys come to. Port 0 finds the server by SRV; a host without a port gets the usual one.</summary>
    public ServerEndpoint Endpoint()
    {
        string domain = Jid!.HostName;
        int port = Host.Length > 0 && Port == 0 ? DirectTls ? 5223 : 5222 : Port;
        return new ServerEndpoint(Host.Length > 0 ? Host : domain, port, domain, DirectTls, EitherTls);
    }

    /// <summary>The options of the agent that the keys come to.</summary>
    public AgentOptions Options()
    {
        Credentials credentials = new Credentials(Jid!.Local, Password);
        for (int i = 0; i < Keys.Length; i++)
        {
            ScramKeys? keys = Keys[i];
            if (keys != null)
                credentials.Add(keys);
        }

        Equip(credentials);
        SessionOptions session = new SessionOptions(Jid!, credentials, Endpoint());
        AgentOptions agent = new AgentOptions(session, Access)
        {
            PresenceIntervalMs = PresenceIntervalMs,
            IsPresenceShort = IsPresenceShort,
            Sensors = Sensors,
        };
        EquipActuators(agent);
        EquipClaim(agent);
        EquipMachines(agent);
        EquipHistory(agent);
        EquipFleet(agent);
        return agent;
    }

    // That of what lets people in (../Admission).
    partial void EquipClaim(AgentOptions agent);

    // Those of what watches over actuators (../Safety).
    partial void EquipActuators(AgentOptions agent);

    partial void CheckActuators(IBoard board, ref string fault);

    // That of what programs see (../Machines).
    partial void EquipMachines(AgentOptions agent);

    // That of what is remembered (../History).
    partial void EquipHistory(AgentOptions agent);

    // Those of what makes it one of many (../Fleet).
    partial void EquipFleet(AgentOptions agent);

    partial void CheckFleet(IBoard board, ref string fault);

    // The desktop's part; on the chip there is none, and nothing is left of the call.
    partial void Equip(Credentials credentials);

    /// <summary>A message about a key, in one line: <c>device.conf:7: ca: there is no such file</c>.</summary>
    public string Fault(string key, string what)
    {
        int line = LineOf(key);
        return File + ":" + (line > 0 ? line.ToString() + ":" : "") + " " + key + ": " + what;
    }

    /// <summary>What is wrong with the settings of sensors and actuators, given the board that there is; empty when nothing is.</summary>
    public string CheckAgainst(IBoard board)
    {
        for (int i = 0; i < Sensors.Own.Length; i++)
        {
            string known = "";
            bool found = false;
            for (int s = 0; s < board.Sensors.Length; s++)
            {
                found |= board.Sensors[s].Name == Sensors.Own[i].Sensor;
                known += (s > 0 ? ", " : "") + board.Sensors[s].Name;
            }

            if (!found)
                return Fault("sensor." + Sensors.Own[i].Sensor, "there is no such sensor; there is " + known);
        }

        string fault = "";
        CheckActuators(board, ref fault);
        CheckFleet(board, ref fault);
        return fault;
    }

    /// <summary>The line of a key, or of the first key that begins with it and a dot, from 1; 0 when it is not in the file.</summary>
    internal int LineOf(string key)
    {
        for (int i = 0; i < count; i++)
            if (keys[i] == key || keys[i].IndexOf(key + ".") == 0)
                return lines[i];
        return 0;
    }

    /// <summary>Notes where a key stands.</summary>
    /// <returns>False when there are too many.</returns>
    internal bool Note(string key, int line)
    {
        if (count == MostKeys)
            return false;
        keys[count] = key;
        lines[count++] = line;
        return true;
    }
}
