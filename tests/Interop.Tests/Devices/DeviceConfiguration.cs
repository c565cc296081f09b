using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests.Devices;

/// <summary>The configuration of a simulated device at the test server, as the text file that `presentity run` reads.</summary>
public sealed class DeviceConfiguration(RigServer server, Account account)
{
    static int files;

    /// <summary>Bare JID and password of the device.</summary>
    public Account Account { get; } = account;

    /// <summary>Every key with its value; a test changes what it is about.</summary>
    public Dictionary<string, string> Keys { get; } = new()
    {
        ["jid"] = account.Jid,
        ["password"] = account.Password,
        ["server"] = $"{RigServer.Address}:{server.StartTlsPort}",
        ["tls"] = "starttls",
        ["ca"] = server.CaFile,
        ["board"] = "simulated",
    };

    /// <summary>TLS from the first byte instead of STARTTLS.</summary>
    public DeviceConfiguration WithDirectTls()
    {
        Keys["tls"] = "direct";
        Keys["server"] = $"{RigServer.Address}:{server.DirectTlsPort}";
        return this;
    }

    /// <summary>Writes the file; its path.</summary>
    public string Write()
    {
        string path = Path.Combine(server.Scratch, $"device{Interlocked.Increment(ref files)}.conf");
        File.WriteAllLines(path, Keys.Select(key => $"{key.Key} = {key.Value}"));
        return path;
    }
}
