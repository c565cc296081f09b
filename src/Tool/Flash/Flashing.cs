using System;
using System.Collections.Generic;
using System.Linq;
using Presentity.Platform;

namespace Presentity.Tool.Flash;

/// <summary>The steps, one after the other. Each can be repeated: what an attempt leaves half done, the next one does.</summary>
/// <param name="options">What is wanted.</param>
/// <param name="runner">Runs programs.</param>
sealed class Flashing(FlashOptions options, Runner runner)
{
    const string Bootloader = "bring the board into its bootloader (hold BOOT, press and release RESET or EN, release BOOT) and run it again";
    const string PressReset = "press RESET, close every serial monitor, and run it again";

    readonly Nanoff nanoff = new(runner, options.Nanoff);

    /// <exception cref="FlashException">A step has failed; those before it are done.</exception>
    internal void Run()
    {
        BoardProject board = BoardProject.Find(options.Board, runner);
        DeviceSettings? settings = options.Config == null ? null : DeviceSettings.Read(options.Config, board, board.HasWifi && !options.SkipNetwork, runner.WhatIf);
        Step($"flashing {board.Name} ({board.Target})");
        if (settings is { Configuration.Password.Length: > 0 })
            Step("the configuration has a password, from which the device has to compute keys for minutes; presentity provision puts keys in its place");
        nanoff.Find();
        string port = SerialPorts.Choose(nanoff, options.Port, runner.WhatIf);
        string image = Image(board);
        if (!options.SkipFirmware)
            port = Firmware(board, port);
        if (settings != null)
            Settings(board, settings, port);
        Step("deploying the application");
        // By the device itself, never together with --update: that writes to a fixed address, which on some chips is the firmware's.
        nanoff.Must("the application is not deployed", PressReset, "--nanodevice", "--deploy", "--serialport", port, "--image", image);
        Verify(board, port);
        if (!runner.WhatIf)
            Finish(settings, port);
    }

    string Image(BoardProject board)
    {
        if (options.Image == null)
            Step("building the image");
        string image = options.Image ?? board.Build(runner);
        if (!runner.WhatIf)
            board.CheckImage(image);
        return image;
    }

    /// <returns>The port, which on boards with USB of their own may have another name afterwards.</returns>
    string Firmware(BoardProject board, string port)
    {
        Step("writing nanoFramework's firmware");
        List<string> update = ["--target", board.Target, "--serialport", port, "--update"];
        if (options.FirmwareVersion != null)
            update.AddRange(["--fwversion", options.FirmwareVersion]);
        if (options.MassErase)
            update.Add("--masserase");
        if (nanoff.Run([.. update]).ExitCode != 0)
        {
            Step("once more, slower: some cables and USB chips want it");
            nanoff.Must("the firmware is not written", Bootloader, [.. update, "--baud", "115200"]);
        }

        return Await(port);
    }

    string Await(string port)
    {
        Step("waiting for the device");
        DateTime end = DateTime.UtcNow.AddSeconds(options.Patience);
        while (true)
        {
            Ran ran = nanoff.Run("--nanodevice", "--devicedetails", "--serialport", port);
            if (ran.ExitCode == 0)
                return port;
            if (DateTime.UtcNow >= end)
                throw NoAnswer(port, ran);
            runner.Wait(TimeSpan.FromSeconds(Math.Min(2, options.Patience / 4.0)));
            IReadOnlyList<string> ports = options.Port == null ? SerialPorts.List(nanoff) : [];
            if (ports.Count == 1)
                port = ports[0];
        }
    }

    void Settings(BoardProject board, DeviceSettings settings, string port)
    {
        using DeviceFiles files = new(settings, runner.WhatIf);
        bool hasNetwork = !options.SkipNetwork && (board.HasWifi || settings.Authority != null);
        if (hasNetwork)
        {
            Step(board.HasWifi ? $"writing Wi-Fi settings for {settings.Configuration.WifiSsid}" + (settings.Authority != null ? " and the authority" : "") : "writing the authority");
            if (!runner.WhatIf)
                files.WriteNetwork(board.HasWifi);
            nanoff.Must("the network settings are not written", PressReset, "--networkdeployment", files.Network, "--serialport", port);
        }

        Step($"copying {settings.Configuration.File} as I:\\device.conf{(settings.Authority != null ? $" and I:\\{settings.AuthorityName}" : "")}");
        if (!runner.WhatIf)
            files.WriteFiles();
        Ran ran = nanoff.Must("the configuration is not copied", PressReset, "--filedeployment", files.Files, "--serialport", port);
        // nanoff ends well even when a file could not be written; only its words tell.
        string? failed = ran.Output.Split('\n').FirstOrDefault(line => line.Contains("rror deploying", StringComparison.Ordinal) || line.Contains("ception deploying", StringComparison.Ordinal));
        if (failed != null)
            throw new FlashException(ExitCode.Device, $"the configuration is not copied: nanoff says \"{failed.Trim()}\"; run it again with --mass-erase");
    }

    void Verify(BoardProject board, string port)
    {
        Step("asking the device what it runs");
        Ran ran = nanoff.Run("--nanodevice", "--devicedetails", "--serialport", port);
        if (runner.WhatIf)
            return;
        if (ran.ExitCode != 0)
            throw NoAnswer(port, ran);
        DeviceDetails details = new(ran.Output);
        if (details.Target != board.Target)
            throw new FlashException(ExitCode.Device, $"the device at {port} is a {details.Target}, not a {board.Target}; is it the right board, and the right port?");
        if (details.Firmware == null || details.Firmware < board.OldestFirmware || details.Firmware.Build != board.OldestFirmware.Build || details.Firmware.Minor != board.OldestFirmware.Minor)
        {
            throw new FlashException(ExitCode.Device,
                $"the firmware {details.Firmware} does not match the packages of the image, which need {board.OldestFirmware.ToString(3)}, {board.OldestFirmware} or newer; run it without --skip-firmware and without --firmware-version");
        }

        if (!details.Has("Presentity." + board.Name))
            throw new FlashException(ExitCode.Device, $"the application is not on the device, although it was deployed; run it again with --mass-erase");
        Step($"{details.Target}, firmware {details.Firmware}, Presentity.{board.Name}");
    }

    static void Finish(DeviceSettings? settings, string port)
    {
        if (settings == null)
        {
            Step($"done; without --config the device has the configuration that it had. Its log is on {port} at 115200 baud");
            return;
        }

        Step($"done; the device will be online as xmpp:{settings.Configuration.Jid} within a minute. Its log is on {port} at 115200 baud");
        if (settings.Configuration.Claim.Length > 0 && !settings.Configuration.Access.HasOwner)
            Step($"it has no owner yet: its claim code is {settings.Configuration.Claim}");
    }

    static FlashException NoAnswer(string port, Ran ran) =>
        new(ExitCode.Device, $"the device at {port} does not answer: nanoff says \"{ran.LastWords}\"; {PressReset}");

    static void Step(string what) => Console.WriteLine(what);
}
