using System;
using System.Linq;
using Presentity.Platform;

namespace Presentity.Tool.Flash;

/// <summary>The steps, one after the other. Each can be repeated: what an attempt leaves half done, the next one does.</summary>
/// <param name="options">What is wanted.</param>
/// <param name="runner">Runs programs.</param>
sealed class Flashing(FlashOptions options, Runner runner)
{
    /// <summary>What helps when a device does not listen.</summary>
    internal const string PressReset = "press RESET, close every serial monitor, and run it again";

    readonly Nanoff nanoff = new(runner, options.Nanoff);

    /// <param name="board">Which.</param>
    /// <param name="settings">What the device is to be; null to leave it what it is.</param>
    /// <exception cref="FlashException">A step has failed; those before it are done.</exception>
    internal void Run(BoardProject board, DeviceSettings? settings)
    {
        Step($"flashing {board.Name} ({board.Target})");
        if (settings is { Configuration.Password.Length: > 0 })
        {
            Step("the configuration has a password, from which the device has to compute keys for minutes; "
                + "presentity provision puts keys in its place");
        }

        nanoff.Find();
        AttachedDevice device = new(nanoff, runner, board, options, SerialPorts.Choose(nanoff, options.Port, runner.WhatIf));
        string image = Image(board);
        if (!options.SkipFirmware)
        {
            Step("writing nanoFramework's firmware");
            FirmwareUpdate.Write(nanoff, board.Target, device.Port, options);
        }

        Step("waiting for the device");
        device.Await();
        if (settings != null)
            Settings(board, settings, device.Port);
        Step("deploying the application");
        // By the device itself, never together with --update: that writes to a fixed address, which on some chips is the firmware's.
        nanoff.Must(
            "the application is not deployed", PressReset, "--nanodevice", "--deploy", "--serialport", device.Port, "--image", image);
        Step("asking the device what it runs");
        if (device.Await() is { } details)
            Finish(board, settings, details, device.Port);
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

    void Settings(BoardProject board, DeviceSettings settings, string port)
    {
        using DeviceFiles files = new(settings, runner.WhatIf);
        bool withWifi = board.HasWifi && !options.SkipNetwork;
        bool withAuthority = settings.Authority != null && !options.SkipNetwork;
        if (withWifi || withAuthority)
        {
            string wifi = withWifi ? $"Wi-Fi settings for {settings.Configuration.WifiSsid}" : "";
            Step($"writing {wifi}{(withWifi && withAuthority ? " and " : "")}{(withAuthority ? "the authority" : "")}");
            if (!runner.WhatIf)
                files.WriteNetwork(withWifi);
            nanoff.Must("the network settings are not written", PressReset, "--networkdeployment", files.Network, "--serialport", port);
        }

        string[] paths = [.. settings.Stored.Select(file => DeviceFiles.Path(file.Name))];
        Step($"copying {settings.Configuration.File} as {string.Join(" and ", paths)}");
        if (!runner.WhatIf)
            files.WriteFiles();
        Ran ran = nanoff.Must("the configuration is not copied", PressReset, "--filedeployment", files.Files, "--serialport", port);
        // nanoff ends well even when a file could not be written; only its words tell.
        string[] done = [.. ran.Output.Split('\n').Where(line => line.StartsWith("Deploying file ", StringComparison.Ordinal))];
        string? missing = paths.FirstOrDefault(path =>
            !done.Any(line => line.TrimEnd().EndsWith($" to {path}...OK", StringComparison.Ordinal)));
        if (missing != null && !runner.WhatIf)
        {
            throw new FlashException(ExitCode.Device,
                $"the configuration is not copied: nanoff could not write {missing} on the device; run it again with --mass-erase");
        }
    }

    static void Finish(BoardProject board, DeviceSettings? settings, DeviceDetails details, string port)
    {
        if (!details.Has(board.Assembly))
        {
            throw new FlashException(
                ExitCode.Device, "the application is not on the device, although it was deployed; run it again with --mass-erase");
        }

        Step($"{details.Target}, firmware {details.Firmware}, {board.Assembly}");
        Step(settings == null
            ? $"done; without --config the device has the configuration that it had. Its log is on {port} at 115200 baud"
            : $"done; the device will be online as xmpp:{settings.Configuration.Jid} within a minute. Its log is on {port} at 115200 baud");
        if (settings is { Configuration: { Access.HasOwner: false, RoleGroups.HaveOwners: false } })
        {
            Step($"it has no owner: write owner = you@example.org into {settings.Configuration.File}, "
                + "and flash it again with --skip-firmware --skip-network");
        }
    }

    static void Step(string what) => Console.WriteLine(what);
}
