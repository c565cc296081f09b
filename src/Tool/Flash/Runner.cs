using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading;

namespace Presentity.Tool.Flash;

/// <summary>What a program said, and how it ended.</summary>
/// <param name="ExitCode">0 when it succeeded.</param>
/// <param name="Output">Both of its streams, line by line.</param>
sealed record Ran(int ExitCode, string Output)
{
    /// <summary>The last line that says something: of a program that failed, usually why.</summary>
    internal string LastWords =>
        Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "it said nothing";
}

/// <summary>Runs programs, or says how it would.</summary>
/// <param name="whatIf">Whether to print command lines and run nothing.</param>
/// <param name="stop">Ends a program that is running.</param>
sealed class Runner(bool whatIf, CancellationToken stop)
{
    internal bool WhatIf => whatIf;

    internal CancellationToken Stop => stop;

    /// <summary>Runs a program to its end.</summary>
    internal Ran Run(string program, params string[] arguments) => Run(program, arguments, null);

    /// <summary>Runs a program to its end. Nothing secret may be among its arguments: other users of the machine can see them.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="heard">Is told each line of its output as it comes; null for nobody.</param>
    /// <returns>A success without words when it is only said.</returns>
    /// <exception cref="FlashException">There is no such program.</exception>
    /// <exception cref="OperationCanceledException">The user has interrupted; the program is ended.</exception>
    internal Ran Run(string program, string[] arguments, Action<string>? heard)
    {
        stop.ThrowIfCancellationRequested();
        if (whatIf)
        {
            Console.WriteLine("  " + string.Join(' ', arguments.Prepend(program).Select(Quoted)));
            return new Ran(0, "");
        }

        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["NANOFRAMEWORK_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        // A nanoff that somebody else has installed may want an older .NET.
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        using Process process = new() { StartInfo = start };
        StringBuilder output = new();
        void Take(object _, DataReceivedEventArgs line)
        {
            if (line.Data == null)
                return;
            lock (output)
                output.Append(line.Data).Append('\n');
            heard?.Invoke(line.Data);
        }

        process.OutputDataReceived += Take;
        process.ErrorDataReceived += Take;
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            throw new FlashException(ExitCode.Configuration, $"{program}: there is no such program; leave --nanoff out for the pinned one");
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using (stop.Register(() => process.Kill(entireProcessTree: true)))
            process.WaitForExit();
        stop.ThrowIfCancellationRequested();
        lock (output)
            return new Ran(process.ExitCode, output.ToString());
    }

    /// <summary>Lets the time go by; not when nothing is done.</summary>
    internal void Wait(TimeSpan time)
    {
        if (!whatIf && stop.WaitHandle.WaitOne(time))
            stop.ThrowIfCancellationRequested();
    }

    static string Quoted(string argument) => argument.Contains(' ') ? $"\"{argument}\"" : argument;
}
