using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Interop.Tests.Rig;

namespace Presentity.Interop.Tests.Devices;

/// <summary>The device under test: `presentity run` as a process of its own.</summary>
public sealed class Device : IAsyncDisposable
{
    readonly ChildProcess process;

    Device(string verb, string file, params string[] options) => process = ChildProcess.Start(
        "dotnet", [Tool, verb, "--config", file, .. options], Log.Add, Log.Add);

    /// <summary>All it prints, on standard output and standard error.</summary>
    public Journal<string> Log { get; } = new();

    /// <summary>Where the build put the tool.</summary>
    static string Tool => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, typeof(Device).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Tool").Value!));

    /// <summary>Starts a device that keeps trying.</summary>
    public static Device Start(DeviceConfiguration configuration) => Start(configuration.Write());

    /// <summary>The same with a file that there is.</summary>
    public static Device Start(string file) => new("run", file);

    /// <summary>Starts a device that leaves its session to the next run.</summary>
    public static Device StartToComeBack(string file) => new("run", file, "--keep-session");

    /// <summary>`presentity provision` brings a file up to date that answers all its questions, and ends.</summary>
    public static Device Provision(string file)
    {
        Device device = new("provision", file);
        device.process.Input.Close();
        return device;
    }

    /// <summary>Starts a device that is to fail; its exit code says why.</summary>
    public static Device StartToFail(DeviceConfiguration configuration) => StartToFail(configuration.Write());

    /// <summary>The same with a file that the test wrote.</summary>
    public static Device StartToFail(string file) => new("run", file, "--exit-on-failure");

    /// <summary>Waits until it says that it is connected; that line.</summary>
    public Task<string> ConnectedAsync(int since = 0) =>
        Log.WaitAsync(line => line.Contains("connected as ", StringComparison.Ordinal), Patience.Long, "the device is connected", since);

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    public void Terminate() => process.Terminate();

    /// <summary>SIGINT, as Ctrl-C sends it.</summary>
    public void Interrupt() => process.Interrupt();

    /// <summary>The exit code, once it has ended and all is logged.</summary>
    public Task<int> ExitAsync() => process.ExitAsync(Patience.Long);

    /// <summary>It said what is wrong in one line that holds all these words, and nothing else worth a person's attention.</summary>
    public void AssertOneLine(params string[] words)
    {
        string[] lines = [.. Log.Since(0)];
        string all = string.Join('\n', lines);
        Assert.IsFalse(lines.Any(line => line.StartsWith("   at ", StringComparison.Ordinal)), "A stack trace:\n" + all);
        Assert.DoesNotContain("Exception", all);
        string[] telling = [.. lines.Where(line => words.All(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)))];
        Assert.HasCount(1, telling, $"Not exactly one line with {string.Join(", ", words)}:\n{all}");
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
