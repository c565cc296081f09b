using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;

namespace Presentity.Tool.Tests.Nanoff;

/// <summary>Says and does what nanoff 2.5.162 does, as its sources tell, but for a device: records how it was called, and does what the
/// files of a bench say: <c>ports</c>, <c>details</c>, <c>refused</c> (a file on the device), <c>slow-STEP</c>, <c>said-STEP</c>, and
/// <c>fail-STEP</c>: how often a step fails, and with which of nanoff's numbers.</summary>
static class Program
{
    static readonly string Bench = Environment.GetEnvironmentVariable("NANOFF_BENCH")!;

    static readonly Dictionary<string, string> Meanings = new()
    {
        ["E2000"] = "Error connecting to nano device.",
        ["E2001"] = "Error occurred with listing nano devices.",
        ["E2002"] = "Error executing operation with nano device.",
        ["E4000"] = "Error executing ESP32 serial command.",
    };

    static int Main(string[] arguments)
    {
        Directory.CreateDirectory(Path.Combine(Bench, "given"));
        File.AppendAllText(Path.Combine(Bench, "calls"), string.Join(' ', arguments) + "\n");
        File.AppendAllText(Path.Combine(Bench, "telemetry"), Environment.GetEnvironmentVariable("NANOFRAMEWORK_TELEMETRY_OPTOUT") + "\n");
        string step = Step(arguments);
        bool isQuiet = arguments.Contains("minimal");
        Keep(arguments);
        Console.WriteLine(".NET nanoFramework Firmware Flasher v2.5.162\nCopyright (C) 2019 .NET Foundation and nanoFramework project contributors\n");
        Console.Write(Read("said-" + step));
        if (Exists("slow-" + step))
            Thread.Sleep(TimeSpan.FromMinutes(1));
        string failure = Fails(step);
        if (failure.Length > 0)
        {
            Console.WriteLine(isQuiet ? failure : $"Error {failure}: {Meanings[failure]} (the stand-in fails at {step})");
            return int.Parse(failure[1..]);
        }

        Do(step, arguments, isQuiet);
        return 0;
    }

    static string Step(string[] arguments) =>
        arguments.Contains("--listports") ? "listports"
        : arguments.Contains("--devicedetails") ? "details"
        : arguments.Contains("--update") ? "update"
        : arguments.Contains("--networkdeployment") ? "network"
        : arguments.Contains("--filedeployment") ? "files"
        : arguments.Contains("--deploy") ? "deploy" : "nothing";

    static void Do(string step, string[] arguments, bool isQuiet)
    {
        switch (step)
        {
            case "listports":
                string[] ports = Read("ports").Split('\n', StringSplitOptions.RemoveEmptyEntries);
                Console.WriteLine(ports.Length == 0 ? "No available COM port." : "Available COM ports:\n" + string.Concat(ports.Select(port => $"  {port}\n")));
                break;
            case "details":
                Console.WriteLine(Read("details"));
                break;
            case "update" when !isQuiet:
                DrawProgress();
                break;
            case "network":
                Console.WriteLine("\nNo operation was performed with the options supplied.\n");   // and then does it
                Console.WriteLine("Updating network configuration...OK");
                break;
            case "files":
                Deploy(arguments[Array.IndexOf(arguments, "--filedeployment") + 1]);
                break;
        }
    }

    /// <summary>What nanoff does to a terminal; throws where there is none, as it does there.</summary>
    static void DrawProgress()
    {
        Console.WriteLine("Flashing firmware...");
        Console.SetCursorPosition(0, Console.CursorTop);
        Console.SetCursorPosition(0, Console.CursorTop - 1);
        Console.WriteLine("Flashing firmware...OK".PadRight(Console.WindowWidth - Console.CursorLeft));
    }

    static void Deploy(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
        foreach (JsonElement each in document.RootElement.GetProperty("Files").EnumerateArray())
        {
            string destination = each.GetProperty("DestinationFilePath").GetString()!;
            if (!each.TryGetProperty("SourceFilePath", out JsonElement source))
                Console.WriteLine($"Deleting file {destination}...\nError deleting file {destination}, it may not exist on the storage.");
            else if (destination == Read("refused"))
                Console.WriteLine($"Deploying file {source} to {destination}...\nError deploying content file {source} to {destination}");
            else
                Console.WriteLine($"Deploying file {source} to {destination}...OK");
        }
    }

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
        string kept = Path.Combine(Bench, "given", Path.GetFileName(file));
        File.Copy(file, kept, overwrite: true);
        if (!OperatingSystem.IsWindows())
            File.AppendAllText(Path.Combine(Bench, "modes"), File.GetUnixFileMode(Path.GetDirectoryName(file)!) + "\n");
    }

    static string Fails(string step)
    {
        string[] said = Read("fail-" + step).Split(' ');
        if (said.Length < 2 || said[0] == "0")
            return "";
        File.WriteAllText(Path.Combine(Bench, "fail-" + step), $"{int.Parse(said[0]) - 1} {said[1]}");
        return said[1];
    }

    static bool Exists(string name) => File.Exists(Path.Combine(Bench, name));

    static string Read(string name) => Exists(name) ? File.ReadAllText(Path.Combine(Bench, name)) : "";
}
