using System;
using System.IO;

namespace Presentity.Tool.Flash;

/// <summary>nanoFramework's flasher, in one version, installed where only we use it.</summary>
/// <param name="runner">Runs it.</param>
/// <param name="given">The path of another one; null for the pinned one, which is installed when it is not there.</param>
sealed class Nanoff(Runner runner, string? given)
{
    const string Version = "2.5.162";

    string program = given ?? "nanoff";

    /// <summary>Finds it, or installs it.</summary>
    /// <exception cref="FlashException">It cannot be installed.</exception>
    internal void Find()
    {
        if (given != null)
            return;
        string data = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        string folder = Path.Combine(data, "presentity", "nanoff-" + Version);
        program = Path.Combine(folder, OperatingSystem.IsWindows() ? "nanoff.exe" : "nanoff");
        if (File.Exists(program))
            return;
        // It is made for .NET 8, and runs on a newer one only where that is allowed.
        Ran installed = runner.Run(
            "dotnet", "tool", "install", "nanoff", "--version", Version, "--tool-path", folder, "--allow-roll-forward");
        if (installed.ExitCode != 0)
        {
            throw new FlashException(ExitCode.Failed, $"nanoff {Version} cannot be installed: {installed.LastWords}; "
                + "it comes from a NuGet source, or give yours with --nanoff FILE");
        }
    }

    /// <summary>Runs it.</summary>
    internal Ran Run(params string[] arguments) => Run(null, arguments);

    /// <summary>Runs it.</summary>
    /// <param name="heard">Is told each line as it comes; null for nobody.</param>
    /// <param name="arguments">Its command line.</param>
    internal Ran Run(Action<string>? heard, params string[] arguments) =>
        runner.Run(program, [.. arguments, "--suppressnanoffversioncheck"], heard);

    /// <summary>Runs it, and stops when it fails.</summary>
    /// <param name="what">What is not done then: <c>the image is not deployed</c>.</param>
    /// <param name="hint">What a person can do about it.</param>
    /// <param name="arguments">Its command line.</param>
    /// <exception cref="FlashException">It has failed.</exception>
    internal Ran Must(string what, string hint, params string[] arguments)
    {
        Ran ran = Run(arguments);
        return ran.ExitCode == 0 ? ran : throw new FlashException(ExitCode.Device, $"{what}: nanoff says \"{ran.LastWords}\"; {hint}");
    }
}
