using System;
using System.CommandLine;
using System.Runtime.InteropServices;
using System.Threading;
using Presentity.Agent;
using Presentity.Boards.Simulated;
using Presentity.Host;
using Presentity.Platform;

namespace Presentity.Tool.Run;

/// <summary><c>presentity run --config FILE</c>: the agent and a board, against a real server, until it is told to stop.</summary>
static class RunCommand
{
    // A desktop has room where a chip has not.
    const int UnackedBytes = 65536;
    const int OutputBytes = 16384;
    const int CommandLogBytes = 8192;

    static readonly TimeSpan MostForGoodbye = TimeSpan.FromSeconds(3);

    internal static Command Create()
    {
        Option<string> config = new("--config") { Description = "The device's configuration file", Required = true, HelpName = "FILE" };
        Option<bool> verbose = new("--verbose") { Description = "Show what goes over the wire, without secrets" };
        Option<bool> exit = new("--exit-on-failure")
        {
            Description = "End instead of trying again: 2 configuration, 3 authentication, 4 TLS, 5 network",
        };
        Option<bool> keep = new("--keep-session")
        {
            Description = "On SIGTERM leave the session to the next run, beside the configuration, instead of saying goodbye",
        };
        Command run = new("run", "Run a device: the agent on a simulated board, against a real server") { config, verbose, exit, keep };
        run.SetAction(parsed =>
            Run(parsed.GetValue(config)!, parsed.GetValue(verbose), parsed.GetValue(exit), parsed.GetValue(keep)));
        return run;
    }

    /// <summary>Runs the device, and again each time that its owner restarts it: its configuration is read anew, and its board is new.</summary>
    static int Run(string file, bool verbose, bool exitOnFailure, bool keepsSession)
    {
        bool again;
        int code;
        do
            code = RunOnce(file, verbose, exitOnFailure, keepsSession, out again);
        while (again);
        return code;
    }

    static int RunOnce(string file, bool verbose, bool exitOnFailure, bool keepsSession, out bool again)
    {
        again = false;
        if (!ConfigurationFile.TryRead(file, out DeviceConfiguration configuration, out string fault))
        {
            Console.Error.WriteLine(fault);
            return ExitCode.Configuration;
        }

        SystemClock clock = new();
        SimulatedBoard board = new(clock);
        string wrongSensor = configuration.CheckAgainst(board);
        if (wrongSensor.Length > 0)
        {
            Console.Error.WriteLine(wrongSensor);
            return ExitCode.Configuration;
        }

        ConsoleLog log = new(Console.Out, clock, verbose);
        string? authorities = configuration.AuthoritiesFile.Length > 0 ? configuration.AuthoritiesFile : null;
        if (authorities != null)
            SystemAuthorities.LeaveUnread();
        bool hasCertificate = configuration.CertificateFile.Length > 0;
        using SocketTransport transport = new(new TransportOptions
        {
            AuthoritiesFile = authorities,
            CertificateFile = hasCertificate ? configuration.CertificateFile : null,
            CertificateKeyFile = hasCertificate ? configuration.CertificateKeyFile : null,
        });
        AgentOptions options = configuration.Options();
        FolderStore folder = StateFolder.Use(options.Session, file, log);
        options.System = RuntimeInformation.OSDescription;
        options.TriesAgain = !exitOnFailure;
        options.Session.UnackedBytes = UnackedBytes;
        options.Session.OutputBytes = OutputBytes;
        options.CommandLogBytes = CommandLogBytes;
        options.Store = folder;
        DeviceAgent agent = new(options, board, transport, clock, new SystemCrypto(), log);
        return Turn(agent, exitOnFailure, keepsSession, out again);
    }

    /// <summary>Turns the agent until a signal asks it to stop, or until the first failure when that is wanted.</summary>
    /// <param name="again">Whether it is to be started anew.</param>
    static int Turn(DeviceAgent agent, bool exitOnFailure, bool keepsSession, out bool again)
    {
        bool isToldToStop = false;
        // A goodbye takes a moment; an attempt to connect that is under way is not waited for.
        using Timer patience = new(_ => Environment.Exit(ExitCode.Ok));
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            isToldToStop = true;
            if (keepsSession && signal.Signal == PosixSignal.SIGTERM)
                agent.StopForRestart("switched off");
            else
                agent.Stop("switched off");
            patience.Change(MostForGoodbye, Timeout.InfiniteTimeSpan);
        }

        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        while (!agent.IsStopped)
        {
            agent.Turn();
            if (exitOnFailure && !agent.IsStopped && agent.LastEnd != Xmpp.SessionEnd.None)
            {
                again = false;
                return ExitCode.Of(agent.LastEnd);
            }
        }

        again = agent.StartsAgain && !isToldToStop;
        return ExitCode.Ok;
    }
}
