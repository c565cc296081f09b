using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Presentity.Benchmarks;

/// <summary>A peer in a process of its own, timed from the start of the process.</summary>
sealed class Child : IDisposable
{
    readonly Process process;

    /// <summary>Starts it, and waits for the line that says that it is bound, or ready.</summary>
    /// <param name="bound">What stands in that line.</param>
    /// <param name="command">Program and arguments.</param>
    public Child(string bound, params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        long began = Stopwatch.GetTimestamp();
        process = Process.Start(start)!;
        string? line;
        do
            line = process.StandardOutput.ReadLine();
        while (line != null && !line.Contains(bound, StringComparison.Ordinal));
        BoundAfter = Stopwatch.GetElapsedTime(began);
        if (line == null)
            throw new InvalidOperationException($"{Path.GetFileName(command[0])} ended before it said {bound}");
    }

    /// <summary>From the start of the process to the bound resource.</summary>
    public TimeSpan BoundAfter { get; }

    /// <summary>The most memory that it had so far, in megabytes (10^6): VmHWM.</summary>
    public double PeakMegabytes => File.ReadLines($"/proc/{process.Id}/status")
        .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / 1e6).First();

    /// <summary>Says a line and gives the answer.</summary>
    public string Ask(string line)
    {
        process.StandardInput.WriteLine(line);
        process.StandardInput.Flush();
        return process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the peer has ended");
    }

    /// <summary>Has its first thread run on one processor alone (Linux).</summary>
    /// <param name="processor">One bit.</param>
    public void RunOn(nint processor) => process.ProcessorAffinity = processor;

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(300))
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
