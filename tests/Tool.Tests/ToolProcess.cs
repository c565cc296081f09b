using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Tool.Tests;

/// <summary><c>presentity</c> as its user runs it: a process, what goes in, what comes out.</summary>
sealed class ToolProcess : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    readonly Process process;
    readonly StringBuilder output = new();
    readonly StringBuilder errors = new();

    internal ToolProcess(params string[] arguments)
        : this(arguments, [])
    {
    }

    /// <summary>Starts it.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <param name="environment">What differs from that of the tests.</param>
    internal ToolProcess(string[] arguments, Dictionary<string, string> environment)
    {
        string tool = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, typeof(ToolProcess).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Tool").Value!));
        process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [tool, .. arguments])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            },
        };
        foreach (KeyValuePair<string, string> variable in environment)
            process.StartInfo.Environment[variable.Key] = variable.Value;
        process.OutputDataReceived += (_, line) => Add(output, line.Data);
        process.ErrorDataReceived += (_, line) => Add(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    internal string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    internal IReadOnlyList<string> Errors
    {
        get
        {
            lock (errors)
                return errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    /// <summary>Runs it with lines on its standard input, to its end.</summary>
    internal static Task<ToolProcess> RunAsync(string input, params string[] arguments) => RunAsync(input, arguments, []);

    internal static async Task<ToolProcess> RunAsync(string input, string[] arguments, Dictionary<string, string> environment)
    {
        ToolProcess tool = new(arguments, environment);
        await tool.process.StandardInput.WriteAsync(input);
        tool.process.StandardInput.Close();
        await tool.ExitAsync();
        return tool;
    }

    internal void Say(string line)
    {
        process.StandardInput.WriteLine(line);
        process.StandardInput.Flush();
    }

    /// <summary>SIGTERM.</summary>
    internal void Terminate()
    {
        using Process kill = Process.Start("kill", ["-TERM", process.Id.ToString()]);
        kill.WaitForExit();
    }

    internal int ExitCode => process.ExitCode;

    /// <summary>Waits for its end, and for all that it has printed.</summary>
    internal async Task<int> ExitAsync()
    {
        using CancellationTokenSource late = new(Patience);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"It has not ended. It printed:\n{Output}{string.Join('\n', Errors)}");
        }

        return process.ExitCode;
    }

    /// <summary>Waits until it has printed something.</summary>
    /// <returns>How long that took.</returns>
    internal async Task<TimeSpan> PrintsAsync(Func<string, bool> condition, string what)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!condition(Output))
        {
            if (watch.Elapsed > Patience || process.HasExited)
                Assert.Fail($"{what}: not seen. It printed:\n{Output}{string.Join('\n', Errors)}");
            await Task.Delay(50);
        }

        return watch.Elapsed;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    static void Add(StringBuilder text, string? line)
    {
        if (line != null)
            lock (text)
                text.Append(line).Append('\n');
    }
}
