using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Interop.Tests.Rig;

/// <summary>A process that a test started, with its output line by line; it never outlives the test run.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    readonly Process process;
    readonly Task reading;

    ChildProcess(Process process, Action<string> output, Action<string> errors)
    {
        this.process = process;
        reading = Task.WhenAll(ReadAsync(process.StandardOutput, output), ReadAsync(process.StandardError, errors));
    }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public StreamWriter Input => process.StandardInput;

    /// <summary>Starts a program; each line it prints goes to one of the two.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static ChildProcess Start(string program, string[] arguments, Action<string> output, Action<string> errors)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var child = new ChildProcess(Process.Start(start)!, output, errors);
        Reaper.Watch(child.Id);
        return child;
    }

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    public void Terminate() => Signal(15);

    /// <summary>SIGINT, as Ctrl-C sends it.</summary>
    public void Interrupt() => Signal(2);

    /// <summary>The exit code, once all output has been read.</summary>
    public async Task<int> ExitAsync(TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"{process.StartInfo.FileName} has not ended within {within.TotalSeconds} s.");
        }
        await reading;
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    void Signal(int number) => Assert.AreEqual(0, SendSignal(process.Id, number), "The process is gone already.");

    static async Task ReadAsync(StreamReader from, Action<string> to)
    {
        while (await from.ReadLineAsync() is { } line)
            to(line);
    }

    [DllImport("libc", EntryPoint = "kill")]
    static extern int SendSignal(int process, int signal);
}
