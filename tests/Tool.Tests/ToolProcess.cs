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
    /// <param name="folder">Where it is run; null for where the tests are.</param>
    internal ToolProcess(string[] arguments, Dictionary<string, string> environment, string? folder = null)
        : this("dotnet", [Built("Tool"), .. arguments], environment, folder)
    {
    }

    ToolProcess(string program, string[] arguments, Dictionary<string, string> environment, string? folder)
    {
        process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
                WorkingDirectory = folder ?? "",
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

    /// <summary>How long it may take to end, or to print something.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

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

    internal static Task<ToolProcess> RunAsync(string input, string[] arguments, Dictionary<string, string> environment, string? folder = null) =>
        EndAsync(new ToolProcess(arguments, environment, folder), input);

    /// <summary>Runs another program that runs it.</summary>
    internal static Task<ToolProcess> RunAsync(string program, string[] arguments, Dictionary<string, string> environment, string folder, TimeSpan patience) =>
        EndAsync(new ToolProcess(program, arguments, environment, folder) { Patience = patience }, "");

    /// <summary>Where a project is that was built with the tests: <c>Tool</c>, <c>Nanoff</c>.</summary>
    internal static string Built(string project) => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, typeof(ToolProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == project).Value!));

    static async Task<ToolProcess> EndAsync(ToolProcess tool, string input)
    {
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
    internal void Terminate() => Signal("TERM");

    internal void Signal(string name)
    {
        using Process kill = Process.Start("kill", ["-" + name, process.Id.ToString()]);
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
