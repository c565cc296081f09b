using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Presentity.Boards.Tests;

/// <summary>A copy of what a board is built from, in a folder of its own, so that nothing made of stand-ins stays in the
/// repository.</summary>
sealed class Workshop : IDisposable
{
    static readonly string[] Needed = ["boards", "src", "tests/NanoSurface"];

    readonly string root = Directory.CreateTempSubdirectory("presentity boards ").FullName;

    /// <param name="more">Folders that are needed besides those of every board.</param>
    public Workshop(params string[] more)
    {
        string repository = Repository();
        foreach (string folder in Needed.Concat(more))
            Copy(Path.Combine(repository, folder), Path.Combine(root, folder));
        File.Copy(Path.Combine(repository, "Directory.Build.props"), Path.Combine(root, "Directory.Build.props"));
        Directory.CreateDirectory(FeedFolder);
    }

    public string FeedFolder => Path.Combine(root, "feed");

    public string PackagesFolder => Path.Combine(root, "packages");

    public string Image(string board) => Path.Combine(root, "boards", board, "bin", board + ".bin");

    /// <summary>A file that was made here.</summary>
    /// <param name="path">From the root of the repository.</param>
    public string Made(string path) => Path.Combine(root, path);

    /// <summary>The packages of a board, in the order of its project.</summary>
    public List<NanoPackage> Packages(string board) => PackagesOf($"boards/{board}/{board}.csproj");

    /// <summary>The packages of any project for the chip.</summary>
    public List<NanoPackage> PackagesOf(string project)
    {
        (int code, string output) = Dotnet($"msbuild {project} -nologo -getItem:NanoPackage");
        if (code != 0)
            throw new InvalidOperationException(output);
        return [.. JsonDocument.Parse(output).RootElement.GetProperty("Items").GetProperty("NanoPackage").EnumerateArray()
            .Select(item => new NanoPackage(Text(item, "Identity"), Text(item, "Version"), Text(item, "Assembly")))];
    }

    /// <summary>Builds a board against packages from the feed alone.</summary>
    public (int Code, string Output) Build(string board, string more = "", string convertedBytes = "") =>
        BuildProject($"boards/{board}", more, convertedBytes);

    /// <summary>Builds any project for the chip in the same way.</summary>
    public (int Code, string Output) BuildProject(string project, string more = "", string convertedBytes = "") => Dotnet(
        $"build {project} -nologo -p:NanoPackages=true "
        + $"\"-p:RestoreSources={FeedFolder}\" \"-p:RestorePackagesPath={PackagesFolder}\" {more}",
        convertedBytes);

    public void Dispose() => Directory.Delete(root, recursive: true);

    (int Code, string Output) Dotnet(string arguments, string convertedBytes = "")
    {
        ProcessStartInfo start = new("dotnet", arguments)
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CONVERTED_BYTES"] = convertedBytes;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // What the tests themselves are run with is not the user's.
        foreach (string name in start.Environment.Keys.Where(key => key.StartsWith("MSBuild", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        using Process process = Process.Start(start)!;
        System.Threading.Tasks.Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    /// <summary>The folder with the solution.</summary>
    internal static string Repository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Embedded.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (string folder in Directory.GetDirectories(from).Where(path => Path.GetFileName(path) is not ("bin" or "obj")))
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
