using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Presentity.Benchmarks.Tokenizing;

/// <summary>Our contestants as native code: <c>Native/NativePass.csproj</c>, published.</summary>
static class NativeProgram
{
    /// <summary>Compiles it, which takes a minute or two.</summary>
    /// <param name="folder">Where it goes.</param>
    /// <returns>The program's path; null where it does not compile, as without clang.</returns>
    public static string? Build(string folder)
    {
        string project = Path.Combine(SourceFolder(), "..", "Native", "NativePass.csproj");
        using Process process = Process.Start(new ProcessStartInfo("dotnet",
            ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-p:PublishAot=true", "-o", folder, "-v", "q", "-nologo"])
        { RedirectStandardOutput = true })!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode == 0)
            return Path.Combine(folder, "Presentity.NativePass");
        Console.Error.WriteLine(said);
        return null;
    }

    static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
