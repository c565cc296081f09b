using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>What each key of the configuration means.</summary>
static partial class ConfigurationKeys
{
    const string SensorPrefix = "sensor.";
    const string NoResource = "an account without a resource";

    /// <summary>Takes a key's value over.</summary>
    /// <returns>What is wrong with it; empty when nothing is.</returns>
    internal static string Set(DeviceConfiguration configuration, string key, string value)
    {
        switch (key)
        {
            case "jid":
                return SetJid(configuration, value);
            case "password":
                configuration.Password = value;
                // The tables by which other text is prepared (RFC 5802 §2.2) are too large for a chip.
                string unprepared = System.Text.Encoding.UTF8.GetBytes(value).Length == value.Length
                    ? "" : "more than ASCII; run presentity provision";
                Prepare(value, ref unprepared);
                return unprepared;
            case "server":
                return SetServer(configuration, value);
            case "tls":
                configuration.DirectTls = value == "direct";
                configuration.EitherTls = false;
                return value == "direct" || value == "starttls" ? "" : "starttls or direct, not " + value;
            case "ca":
                configuration.AuthoritiesFile = value;
                return "";
            case "board":
                configuration.Board = value;
                return "";
            default:
                return SetBehaviour(configuration, key, value);
        }
    }

    static string SetBehaviour(DeviceConfiguration configuration, string key, string value)
    {
        switch (key)
        {
            case "owner":
                return AddMembers(configuration, value, Role.Owner);
            case "operators":
                return AddMembers(configuration, value, Role.Operator);
            case "claim":
                configuration.Claim = value;
                return value.Length >= 8 ? "" : "8 characters or more";
            case "viewers":
                return AddMembers(configuration, value, Role.Viewer);
            case "presence-interval":
                int interval = ConfigurationValues.Seconds(value, 1, 86400);
                configuration.PresenceIntervalMs = interval;
                return interval > 0 ? "" : "1 to 86400 seconds, not " + value;
            default:
                return SetPart(configuration, key, value);
        }
    }

    // Not in the switches above, although they would fit: from seven cases on the compiler computes a hash of the string, which on the
    // chip walks it from its start for every character.
    static string SetPart(DeviceConfiguration configuration, string key, string value)
    {
        if (key.IndexOf(SensorPrefix) == 0)
            return SetSensor(configuration, key, value);
        switch (key)
        {
            case "scram.sha-1":
                return SetKeys(configuration, HashAlgorithm.Sha1, value);
            case "scram.sha-256":
                return SetKeys(configuration, HashAlgorithm.Sha256, value);
            case "scram.sha-512":
                return SetKeys(configuration, HashAlgorithm.Sha512, value);
            case "presence-form":
                configuration.IsPresenceShort = value == "short";
                return value == "short" || value == "full" ? "" : "full or short, not " + value;
            case "wifi.ssid":
                configuration.WifiSsid = value;
                return value.Length <= 32 ? "" : "at most 32 characters";
            case "wifi.password":
                configuration.WifiPassword = value;
                return value.Length >= 8 && value.Length <= 64 ? "" : "8 to 64 characters";
            default:
                string wrong = "there is no such key";
                SetActuator(configuration, key, value, ref wrong);
                SetForMachines(configuration, key, value, ref wrong);
                SetHistory(configuration, key, value, ref wrong);
                SetForFleet(configuration, key, value, ref wrong);
                SetMore(configuration, key, value, ref wrong);
                return wrong;
        }
    }

    // The desktop's part; on the chip there is none, and nothing is left of these calls.
    static partial void SetMore(DeviceConfiguration configuration, string key, string value, ref string wrong);

    // That of what watches over actuators (../Safety).
    static partial void SetActuator(DeviceConfiguration configuration, string key, string value, ref string wrong);

    // That of what programs see (../Machines).
    static partial void SetForMachines(DeviceConfiguration configuration, string key, string value, ref string wrong);

    // That of what is remembered (../History).
    static partial void SetHistory(DeviceConfiguration configuration, string key, string value, ref string wrong);

    // That of what makes it one of many (../Fleet).
    static partial void SetForFleet(DeviceConfiguration configuration, string key, string value, ref string wrong);

    // That of what is made of a reading (../Sensing).
    static partial void SetSensing(PublishingPolicy policy, string key, string value, ref string wrong);

    static partial void Prepare(string password, ref string wrong);

    static string SetJid(DeviceConfiguration configuration, string value)
    {
        Jid? jid = Jid.Parse(value);
        if (jid == null || !jid.HasLocal)
            return "an account such as device@example.org, not " + value;
        if (jid.HasResource)
            return NoResource;
        configuration.Jid = jid;
        return "";
    }

    static string SetKeys(DeviceConfiguration configuration, HashAlgorithm algorithm, string value)
    {
        configuration.Keys[(int)algorithm] = ScramKeys.Parse(algorithm, value);
        return configuration.Keys[(int)algorithm] != null ? "" : "no such keys; run presentity provision again";
    }

    static string SetServer(DeviceConfiguration configuration, string value)
    {
        HostAndPort? server = HostAndPort.Parse(value);
        if (server == null)
            return "host, host:port or [address]:port, not " + value;
        if (server.Port < 0)
            return "the port is a number from 1 to 65535, not " + value.Substring(value.LastIndexOf(':') + 1);
        configuration.Host = server.Host;
        configuration.Port = server.Port;
        return "";
    }

    static string AddMembers(DeviceConfiguration configuration, string value, Role role)
    {
        string[] members = value.Split(',');
        for (int i = 0; i < members.Length; i++)
        {
            string text = members[i].Trim();
            Jid? member = Jid.Parse(text);
            if (member == null)
                return "an account or a domain, not " + text;
            if (member.HasResource)
                return NoResource;
            configuration.Access.Add(member, role);
        }

        return "";
    }

    static string SetSensor(DeviceConfiguration configuration, string key, string value)
    {
        int dot = key.LastIndexOf('.');
        if (dot <= SensorPrefix.Length)
            return "there is no such key";
        return Set(configuration.Sensors.For(key.Substring(SensorPrefix.Length, dot - SensorPrefix.Length)), key.Substring(dot + 1), value);
    }

    /// <summary>Takes the value of one key of a sensor over: the last part of it.</summary>
    /// <returns>What is wrong with it; empty when nothing is.</returns>
    internal static string Set(PublishingPolicy policy, string key, string value)
    {
        switch (key)
        {
            case "interval":
                policy.MinimumIntervalMs = ConfigurationValues.Seconds(value, 0, 86400);
                return policy.MinimumIntervalMs >= 0 ? "" : "0 to 86400 seconds, not " + value;
            case "heartbeat":
                policy.HeartbeatMs = ConfigurationValues.Seconds(value, 0, 86400);
                return policy.HeartbeatMs >= 0 ? "" : "0 to 86400 seconds, not " + value;
            case "dead-band":
                return ConfigurationValues.TryGetBand(value, policy) ? "" : "a number such as 0.5, or percent such as 2 %, not " + value;
            default:
                string wrong = "there is no such key; a sensor has dead-band, interval and heartbeat";
                SetSensing(policy, key, value, ref wrong);
                return wrong;
        }
    }
}
