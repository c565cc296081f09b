using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using Presentity.Host;
using Presentity.Platform;
using Presentity.Tool.Operate;
using Presentity.Tool.Prompt;

namespace Presentity.Tool.Demo;

/// <summary><c>presentity demo</c>: the first minute. A server, a simulated device, and you as its operator.</summary>
static class DemoCommand
{
    static readonly TimeSpan OnlineWithin = TimeSpan.FromSeconds(10);

    internal static Command Create()
    {
        Option<string?> script = new("--script") { Description = "Run the lines of a file instead of asking for them", HelpName = "FILE" };
        Option<bool> verbose = new("--verbose") { Description = "Show what the device logs, and what goes over its wire, without secrets" };
        Command demo = new("demo", "Show the product: a server, a simulated device, and you as its operator") { script, verbose };
        demo.SetAction(parsed => Run(parsed.GetValue(script), parsed.GetValue(verbose)));
        return demo;
    }

    static int Run(string? script, bool verbose)
    {
        Screen screen = new();
        using TextReader? lines = Lines(script, out string fault);
        if (fault.Length > 0)
        {
            Console.Error.WriteLine(fault);
            return ExitCode.Configuration;
        }

        using CancellationTokenSource stop = new();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }

        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        ILog log = verbose ? new ConsoleLog(Console.Out, new SystemClock(), verbose: true) : new ConsoleLog(TextWriter.Null, new SystemClock(), verbose: false);
        using DemoHouse house = new(log);
        Show(house, screen);
        using Watch watch = new(house.Operator.Contacts, screen);
        Interpreter interpreter = new(house.Operator, house.Device, screen, stop.Token);
        return lines == null
            ? Conversation.Ask(interpreter, screen)
            : Conversation.Play(interpreter, screen, lines, script ?? "standard input", () => IsOnline(house, stop.Token));
    }

    /// <summary>The lines to run; null when a person is to be asked for them.</summary>
    static TextReader? Lines(string? script, out string fault)
    {
        fault = "";
        try
        {
            if (script != null)
                return new StreamReader(script);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            fault = $"{script}: {(File.Exists(script) ? "cannot be read" : "there is no such file")}; give a file of lines with --script FILE";
        }

        return Console.IsInputRedirected ? Console.In : null;
    }

    static void Show(DemoHouse house, Screen screen)
    {
        screen.Line($"""
            A server, a simulated greenhouse, and you as its operator. Other XMPP clients on this machine can join:

              account   {house.Guest}   password {house.GuestPassword}
              server    127.0.0.1:{house.StartTlsPort} (STARTTLS)   127.0.0.1:{house.DirectTlsPort} (direct TLS)
              CA file   {house.AuthoritiesFile}
              device    {house.DeviceAddress}

            help lists what you can say; quit leaves.

            """);
    }

    static bool IsOnline(DemoHouse house, CancellationToken stop)
    {
        bool Seen() => house.Operator.Contacts.All.Any(contact => contact.Address == house.Device && contact.IsOnline);
        return SpinWait.SpinUntil(() => stop.IsCancellationRequested || Seen(), OnlineWithin) && Seen();
    }
}
