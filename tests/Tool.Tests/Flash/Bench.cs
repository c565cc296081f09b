using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;

namespace Presentity.Tool.Tests.Flash;

/// <summary>A bench with a board on it: a nanoff that stands in, a configuration, an image, and a folder for temporary files.</summary>
sealed class Bench : IDisposable
{
    const string Running = """
        System Information
          Target:   ESP32_REV3
          Platform: ESP32

        Firmware build Info:
          CLR Version: 1.17.0.334

        Assemblies:
          mscorlib, 1.17.11.0
          Presentity.Esp32DevKit, 0.1.0.0
        """;

    readonly string folder = Directory.CreateTempSubdirectory("presentity-bench-").FullName;

    internal Bench()
    {
        string standIn = Path.GetDirectoryName(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, typeof(Bench).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Nanoff").Value!)))!;
        foreach (string file in Directory.GetFiles(standIn, "nanoff*"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        Directory.CreateDirectory(Temporary);
        this["ports"] = Port + "\n";
        this["details"] = Running;
        this["device.conf"] = string.Join('\n', Configuration) + "\n";
        this["device-ca.pem"] = Pem;
        File.WriteAllBytes(Image, new byte[200_000]);
        File.WriteAllText(Port, "");
    }

    internal static string Pem => "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

    internal static string[] Configuration =>
    [
        "# My greenhouse", "jid = device@example.org", "scram.sha-1 = 4096 c2FsdA== AAAAAAAAAAAAAAAAAAAAAAAAAAA= AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "ca = device-ca.pem", "claim = K7QF-3MXR-9TCA", "wifi.ssid = home \"net\"", "wifi.password = it's + secret",
    ];

    /// <summary>A serial port: a file that can be opened.</summary>
    internal string Port => Path.Combine(folder, "ttyUSB0");

    internal string Image => Path.Combine(folder, "app.bin");

    internal string Config => Path.Combine(folder, "device.conf");

    /// <summary>Where temporary files go; empty again at the end.</summary>
    internal string Temporary => Path.Combine(folder, "tmp");

    /// <summary>How nanoff was called, without what every call has.</summary>
    internal IReadOnlyList<string> Calls => [.. Lines("calls").Select(call => call
        .Replace(" --suppressnanoffversioncheck", "").Replace(Port, "PORT").Replace(Image, "IMAGE"))];

    /// <summary>A file beside the stand-in: what it is to do, or what it has recorded.</summary>
    internal string this[string name]
    {
        get => File.ReadAllText(Path.Combine(folder, name));
        set => File.WriteAllText(Path.Combine(folder, name), value);
    }

    internal string[] Lines(string name) => File.Exists(Path.Combine(folder, name)) ? File.ReadAllLines(Path.Combine(folder, name)) : [];

    /// <summary>A file as nanoff was given it.</summary>
    internal byte[] Given(string name) => File.ReadAllBytes(Path.Combine(folder, "given", name));

    /// <summary>A step fails so often.</summary>
    internal void Fail(string step, int times = 1000) => this["fail-" + step] = times.ToString(CultureInfo.InvariantCulture);

    /// <summary>Flashes, with what a test says of it, and the rest as it is on this bench.</summary>
    internal Task<ToolProcess> FlashAsync(params string[] options) => ToolProcess.RunAsync("", Arguments(options), Environment());

    /// <summary>The same, without waiting for the end.</summary>
    internal ToolProcess Start(params string[] options) => new(Arguments(options), Environment());

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string[] Arguments(string[] options)
    {
        Dictionary<string, string> usual = new()
        {
            ["--board"] = "Esp32DevKit",
            ["--port"] = Port,
            ["--config"] = Config,
            ["--image"] = Image,
            ["--nanoff"] = Path.Combine(folder, OperatingSystem.IsWindows() ? "nanoff.exe" : "nanoff"),
            ["--patience"] = "1",
        };
        return ["flash", .. usual.Where(option => !options.Contains(option.Key) && !options.Contains("no" + option.Key))
            .SelectMany(option => new[] { option.Key, option.Value }), .. options.Where(option => !option.StartsWith("no--", StringComparison.Ordinal))];
    }

    Dictionary<string, string> Environment() => new() { ["TMPDIR"] = Temporary, ["TMP"] = Temporary, ["TEMP"] = Temporary };
}
