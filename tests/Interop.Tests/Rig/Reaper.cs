using System;
using System.Diagnostics;
using System.IO;

namespace Presentity.Interop.Tests.Rig;

/// <summary>Sees to it that nothing a test run started outlives it, even when the run itself is killed.</summary>
static class Reaper
{
    static readonly Lazy<Process> process = new(Start);

    /// <summary>Puts a process under watch: it is ended when this one is gone.</summary>
    public static void Watch(int id)
    {
        lock (process)
        {
            process.Value.StandardInput.WriteLine(id);
            process.Value.StandardInput.Flush();
        }
    }

    static Process Start() => Process.Start(
        new ProcessStartInfo("setsid", ["bash", Path.Combine(AppContext.BaseDirectory, "Rig", "reap.sh")]) { RedirectStandardInput = true })!;
}
