using System;
using System.CommandLine;
using System.Threading;

namespace Presentity.Tool.Flash;

/// <summary><c>presentity flash</c>: from a board's sources and a configuration to a device that runs; flash.ps1 calls it.</summary>
static class FlashCommand
{
    internal static Command Create()
    {
        Option<string?> board = new("--board") { Description = "Which board: a folder of boards", HelpName = "BOARD" };
        Option<string?> port = new("--port") { Description = "Its serial port; found when there is one alone", HelpName = "PORT" };
        Option<string?> config = new("--config")
        {
            Description = "The device's configuration, as presentity provision makes it",
            HelpName = "FILE",
        };
        Option<string?> image = new("--image") { Description = "An image that was built before", HelpName = "FILE" };
        Option<string?> firmware = new("--firmware-version")
        {
            Description = "The version of nanoFramework's firmware; the newest stable one otherwise",
            HelpName = "VERSION",
        };
        Option<bool> erase = new("--mass-erase") { Description = "Erase all of the flash first" };
        Option<bool> skipFirmware = new("--skip-firmware") { Description = "Leave nanoFramework's firmware as it is" };
        Option<bool> skipNetwork = new("--skip-network") { Description = "Leave the Wi-Fi settings and the authority as they are" };
        Option<bool> whatIf = new("--what-if") { Description = "Print every command instead of running it" };
        Option<string?> nanoff = new("--nanoff") { Description = "The nanoff to use instead of the pinned one", HelpName = "FILE" };
        Option<int> patience = new("--patience")
        {
            Description = "How long the device may take to come back, in seconds",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => 60,
        };
        Command flash = new("flash", "Flash a board: firmware, Wi-Fi, authority, configuration and application")
        {
            board, port, config, image, firmware, erase, skipFirmware, skipNetwork, whatIf, nanoff, patience,
        };
        flash.SetAction(parsed => Run(new FlashOptions
        {
            Board = parsed.GetValue(board) ?? "",
            Port = parsed.GetValue(port),
            Config = parsed.GetValue(config),
            Image = parsed.GetValue(image),
            FirmwareVersion = parsed.GetValue(firmware),
            MassErase = parsed.GetValue(erase),
            SkipFirmware = parsed.GetValue(skipFirmware),
            SkipNetwork = parsed.GetValue(skipNetwork),
            WhatIf = parsed.GetValue(whatIf),
            Nanoff = parsed.GetValue(nanoff),
            Patience = parsed.GetValue(patience),
        }));
        return flash;
    }

    static int Run(FlashOptions options)
    {
        using CancellationTokenSource stop = new();
        Runner runner = new(options.WhatIf, stop.Token);
        try
        {
            BoardProject board = BoardProject.Find(options.Board, runner);
            DeviceSettings? settings = options.Config == null
                ? null : DeviceSettings.Read(options.Config, board, board.HasWifi && !options.SkipNetwork, options.WhatIf);
            // From here on there may be something to put away; before, at a question, a user who interrupts just leaves.
            using SignalRegistrations signals = new(stop);
            new Flashing(options, runner).Run(board, settings);
            return ExitCode.Ok;
        }
        catch (FlashException e)
        {
            Console.Error.WriteLine(e.Message);
            return e.Code;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("interrupted; run it again: every step can be repeated");
            return ExitCode.Failed;
        }
    }
}
