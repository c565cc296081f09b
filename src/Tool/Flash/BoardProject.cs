using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Presentity.Tool.Flash;

/// <summary>A board as its project tells it.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="Project">Its project file.</param>
/// <param name="Target">nanoff's name for its firmware.</param>
/// <param name="DeployBytes">The size of the partition for the image.</param>
/// <param name="HasWifi">Whether it needs Wi-Fi settings.</param>
/// <param name="OldestFirmware">What the packages in its image need.</param>
sealed record BoardProject(string Name, string Project, string Target, long DeployBytes, bool HasWifi, Version OldestFirmware)
{
    /// <summary>The assembly that it runs.</summary>
    internal string Assembly => "Presentity." + Name;

    /// <summary>Finds a board from the current folder or the tool's own, upwards.</summary>
    /// <exception cref="FlashException">There is no such board.</exception>
    internal static BoardProject Find(string name, Runner runner)
    {
        string boards = Folder() ?? throw new FlashException(ExitCode.Configuration,
            "there is no folder boards here or above; run it in a clone of the repository");
        string[] names = [.. Directory.GetFiles(boards, "*.csproj", SearchOption.AllDirectories)
            .Where(project => Path.GetFileName(Path.GetDirectoryName(project)) == Path.GetFileNameWithoutExtension(project))
            .Select(project => Path.GetFileNameWithoutExtension(project)!)
            .Where(board => board != "Simulated").Order(StringComparer.Ordinal)];
        string wrong = name.Length > 0 ? $"there is no board {name} for a chip" : "say which board";
        string board = names.FirstOrDefault(each => each.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new FlashException(ExitCode.Configuration, $"--board: {wrong}; there is {string.Join(", ", names)}");
        string project = Path.Combine(boards, board, board + ".csproj");
        // Asked for in earnest even when nothing else is done: it changes nothing, and without it there is nothing to say.
        Ran ran = new Runner(whatIf: false, runner.Stop).Run(
            "dotnet", "msbuild", project, "-getProperty:NanoTarget,DeployPartition,NanoNetwork,NanoFirmware");
        if (ran.ExitCode != 0)
            throw new FlashException(ExitCode.Failed, $"{project}: cannot be read: {ran.LastWords}; is the .NET 10 SDK installed?");
        JsonElement properties = JsonDocument.Parse(ran.Output).RootElement.GetProperty("Properties");
        string Property(string key) => properties.GetProperty(key).GetString()!;
        return new BoardProject(board, project, Property("NanoTarget"),
            long.Parse(Property("DeployPartition")[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            Property("NanoNetwork") == "Wifi", Version.Parse(Property("NanoFirmware")));
    }

    /// <summary>Builds the image.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="FlashException">It does not build.</exception>
    internal string Build(Runner runner)
    {
        Ran ran = runner.Run("dotnet", "build", Project, "-c", "Release", "-p:NanoPackages=true", "-nologo", "-v:minimal", "-tl:off");
        if (ran.ExitCode == 0)
            return Path.Combine(Path.GetDirectoryName(Project)!, "bin", Name + ".bin");
        string why = ran.Output.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal)) ?? ran.LastWords;
        int colon = why.IndexOf("error", StringComparison.Ordinal);
        throw new FlashException(ExitCode.Failed, $"{Name} does not build: {why[Math.Max(colon, 0)..].Trim()}");
    }

    /// <summary>Whether an image is there, and fits.</summary>
    /// <exception cref="FlashException">It is not, or it does not.</exception>
    internal void CheckImage(string image)
    {
        FileInfo file = new(image);
        if (!file.Exists)
            throw new FlashException(ExitCode.Configuration, $"--image: there is no file {image}; leave --image out to build it");
        if (file.Length > DeployBytes)
        {
            string size = file.Length.ToString("N0", CultureInfo.InvariantCulture);
            string room = DeployBytes.ToString("N0", CultureInfo.InvariantCulture);
            throw new FlashException(ExitCode.Configuration,
                $"{image} has {size} bytes, and the partition of {Name} has room for {room}; leave drivers out of its project");
        }
    }

    static string? Folder()
    {
        string[] from = [Environment.CurrentDirectory, AppContext.BaseDirectory];
        return from.Select(Above).FirstOrDefault(found => found != null);
    }

    static string? Above(string start)
    {
        for (DirectoryInfo? folder = new(start); folder != null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "boards", "Chip.targets")))
                return Path.Combine(folder.FullName, "boards");
        return null;
    }
}
