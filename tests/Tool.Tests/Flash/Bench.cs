using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Presentity.Tool.Tests.Flash;

/// <summary>A bench with a board on it: a nanoff that stands in, a configuration, an image, and a folder for temporary files.</summary>
sealed class Bench : IDisposable
{
    /// <summary>As nanoFramework's debugger library prints it.</summary>
    const string Running = """
        HAL build info: nanoCLR running @ ESP32_REV3 built with ESP-IDF 5.5.4
          Target:   ESP32_REV3
          Platform: ESP32

        Firmware build Info:
          Date:        Aug 27 2026
          Type:        MinSizeRel build, chip rev. >= 3
          CLR Version: 1.17.0.334
          Compiler:    GNU ARM GCC v14.2.0

        OEM Product codes (vendor, model, SKU): 0, 0, 0

        Serial Numbers (module, system):
          00000000000000000000000000000000
          0000000000000000

        Target capabilities:
          Has nanoBooter: NO
          IFU capable: NO
          Has proprietary bootloader: YES

        AppDomains:
          default, id=1

        Assemblies:
          mscorlib, 1.17.11.0
          Presentity.Esp32DevKit, 0.1.0.0

        Native Assemblies:
          mscorlib v100.5.0.24, checksum 0x1F0F05E7
          nanoFramework.Runtime.Native v100.0.10.0, checksum 0x0EAB00C9
        """;

    readonly string folder = Directory.CreateTempSubdirectory("presentity-bench-").FullName;

    internal Bench()
    {
        foreach (string file in Directory.GetFiles(StandIn, "nanoff*"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        this["nanoff.runtimeconfig.json"] = OldRuntime;
        // No NuGet source but those that a test makes.
        this["NuGet.Config"] = """<configuration><packageSources><clear/><add key="feed" value="feed"/></packageSources></configuration>""";
        Directory.CreateDirectory(Path.Combine(folder, "feed"));
        Directory.CreateDirectory(Temporary);
        this["ports"] = Port + "\n";
        this["details"] = Running;
        this["device.conf"] = string.Join('\n', Configuration) + "\n";
        this["device-ca.pem"] = Pem;
        File.WriteAllBytes(Image, new byte[200_000]);
        File.WriteAllText(Port, "");
    }

    /// <summary>Where the stand-in was built.</summary>
    internal static string StandIn => Path.GetDirectoryName(ToolProcess.Built("Nanoff"))!;

    /// <summary>What nanoff wants to run on, although a machine has a newer .NET alone.</summary>
    internal static string OldRuntime =>
        """{"runtimeOptions":{"tfm":"net8.0","framework":{"name":"Microsoft.NETCore.App","version":"8.0.0"}}}""";

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

    /// <summary>What is left of them: nothing, unless it is at work.</summary>
    internal IReadOnlyList<string> Left => Directory.GetFileSystemEntries(Temporary, "presentity*");

    /// <summary>Where what the tool installs goes.</summary>
    internal string Installed => Path.Combine(folder, "data");

    /// <summary>The bench itself.</summary>
    internal string Folder => folder;

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
    internal void Fail(string step, string number, int times = 1000) => this["fail-" + step] = string.Create(CultureInfo.InvariantCulture, $"{times} {number}");

    /// <summary>Flashes, with what a test says of it, and the rest as it is on this bench.</summary>
    internal Task<ToolProcess> FlashAsync(params string[] options) => ToolProcess.RunAsync("", Arguments(options), Environment(), folder);

    /// <summary>The same, without waiting for the end.</summary>
    internal ToolProcess Start(params string[] options) => new(Arguments(options), Environment(), folder);

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

    /// <summary>What a process is to see: this bench, its folder for temporary files, and its own place for what the tool installs.</summary>
    internal Dictionary<string, string> Environment() => new()
    {
        ["NANOFF_BENCH"] = folder,
        ["TMPDIR"] = Temporary,
        ["TMP"] = Temporary,
        ["TEMP"] = Temporary,
        ["XDG_DATA_HOME"] = Installed,
        ["NUGET_PACKAGES"] = Path.Combine(folder, "packages"),
    };
}
