using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;

namespace Presentity.Tool.Tests.Nanoff;

/// <summary>Records how it was called, beside itself, and does what the files there say: <c>ports</c>, <c>details</c>, and
/// <c>fail-STEP</c>, whose number counts down the failures of a step.</summary>
static class Program
{
    static readonly string Folder = AppContext.BaseDirectory;

    static int Main(string[] arguments)
    {
        Directory.CreateDirectory(Path.Combine(Folder, "given"));
        File.AppendAllText(Path.Combine(Folder, "calls"), string.Join(' ', arguments) + "\n");
        File.AppendAllText(Path.Combine(Folder, "telemetry"), Environment.GetEnvironmentVariable("NANOFRAMEWORK_TELEMETRY_OPTOUT") + "\n");
        string step = Step(arguments);
        Keep(arguments);
        Console.WriteLine(".NET nanoFramework Firmware Flasher (stand-in)\n");
        if (Fails(step))
        {
            Console.WriteLine($"Error E4000: the stand-in fails at {step}");
            return 4000 % 256;
        }

        switch (step)
        {
            case "listports":
                string[] ports = Read("ports").Split('\n', StringSplitOptions.RemoveEmptyEntries);
                Console.WriteLine(ports.Length == 0 ? "No available COM port." : "Available COM ports:\n" + string.Concat(ports.Select(port => $"  {port}\n")));
                break;
            case "details":
                Console.WriteLine(Read("details"));
                break;
            case "files":
                Console.WriteLine(Read("files-said"));
                break;
            case "update" when File.Exists(Path.Combine(Folder, "slow")):
                Thread.Sleep(TimeSpan.FromMinutes(1));
                break;
        }

        return 0;
    }

    static string Step(string[] arguments) =>
        arguments.Contains("--listports") ? "listports"
        : arguments.Contains("--devicedetails") ? "details"
        : arguments.Contains("--update") ? "update"
        : arguments.Contains("--networkdeployment") ? "network"
        : arguments.Contains("--filedeployment") ? "files"
        : arguments.Contains("--deploy") ? "deploy" : "nothing";

    /// <summary>Copies the files that it is given, and those that they name.</summary>
    static void Keep(string[] arguments)
    {
        foreach (string file in arguments.Where(File.Exists).ToArray())
        {
            Copy(file);
            if (!file.EndsWith(".json", StringComparison.Ordinal))
                continue;
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
            Find(document.RootElement);
        }
    }

    static void Find(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String && Path.IsPathRooted(element.GetString()) && File.Exists(element.GetString()))
            Copy(element.GetString()!);
        if (element.ValueKind == JsonValueKind.Array)
            foreach (JsonElement item in element.EnumerateArray())
                Find(item);
        if (element.ValueKind == JsonValueKind.Object)
            foreach (JsonProperty property in element.EnumerateObject())
                Find(property.Value);
    }

    static void Copy(string file)
    {
        string kept = Path.Combine(Folder, "given", Path.GetFileName(file));
        File.Copy(file, kept, overwrite: true);
        if (!OperatingSystem.IsWindows())
            File.AppendAllText(Path.Combine(Folder, "modes"), File.GetUnixFileMode(Path.GetDirectoryName(file)!) + "\n");
    }

    static bool Fails(string step)
    {
        string file = Path.Combine(Folder, "fail-" + step);
        if (!File.Exists(file) || !int.TryParse(File.ReadAllText(file), out int left) || left == 0)
            return false;
        File.WriteAllText(file, (left - 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return true;
    }

    static string Read(string name)
    {
        string file = Path.Combine(Folder, name);
        return File.Exists(file) ? File.ReadAllText(file) : "";
    }
}
