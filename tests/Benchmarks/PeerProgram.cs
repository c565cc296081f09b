using System;
using System.Diagnostics;
using System.IO;

namespace Presentity.Benchmarks;

/// <summary>A peer that is written in C: <c>Peers/NAME.c</c>, compiled.</summary>
static class PeerProgram
{
    /// <summary>Compiles it.</summary>
    /// <param name="folder">Where the program goes.</param>
    /// <param name="name">Its name and its source's.</param>
    /// <param name="library">What it is linked with: <c>-lexpat</c>.</param>
    /// <returns>The program's path.</returns>
    public static string Build(string folder, string name, string library)
    {
        string program = Path.Combine(folder, name);
        string source = Path.Combine(AppContext.BaseDirectory, "Peers", name + ".c");
        using Process process = Process.Start("gcc", ["-O2", "-o", program, source, library]);
        process.WaitForExit();
        return process.ExitCode == 0
            ? program
            : throw new InvalidOperationException($"the peer {name} does not compile; tests/servers/install-deps.sh benchmarks installs what it needs");
    }
}
