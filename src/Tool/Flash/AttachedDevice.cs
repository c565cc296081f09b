using System;
using System.Collections.Generic;
using System.Linq;

namespace Presentity.Tool.Flash;

/// <summary>The device at the end of the cable, asked over nanoFramework's wire protocol.</summary>
/// <param name="nanoff">Asks it.</param>
/// <param name="runner">Whether anything is done at all.</param>
/// <param name="board">What it must be.</param>
/// <param name="options">How long to wait for it, and where.</param>
/// <param name="port">Where it is at first.</param>
sealed class AttachedDevice(Nanoff nanoff, Runner runner, BoardProject board, FlashOptions options, string port)
{
    /// <summary>Where it is: boards with USB of their own may come back under another name, which is found when none was given.</summary>
    internal string Port { get; private set; } = port;

    /// <summary>Waits until it answers, and looks whether it is the right one.</summary>
    /// <returns>What it says of itself; null when nothing is done.</returns>
    /// <exception cref="FlashException">It does not answer, is another board, or has another firmware.</exception>
    internal DeviceDetails? Await()
    {
        DateTime end = DateTime.UtcNow.AddSeconds(options.Patience);
        while (true)
        {
            Ran ran = nanoff.Run("--nanodevice", "--devicedetails", "--serialport", Port);
            if (runner.WhatIf)
                return null;
            if (ran.ExitCode == 0)
                return Checked(new DeviceDetails(ran.Output));
            if (DateTime.UtcNow >= end)
                throw NoAnswer(ran);
            runner.Wait(TimeSpan.FromSeconds(Math.Min(2, options.Patience / 4.0)));
            IReadOnlyList<string> ports = options.Port == null ? SerialPorts.List(nanoff) : [];
            if (ports.Count == 1)
                Port = ports[0];
        }
    }

    DeviceDetails Checked(DeviceDetails details)
    {
        if (details.Target != board.Target)
        {
            throw new FlashException(ExitCode.Device,
                $"the device at {Port} is a {details.Target}, not a {board.Target}; is it the right board, and the right port?");
        }

        Version oldest = board.OldestFirmware;
        string packages = oldest.ToString(3);
        if (details.Firmware == null || details.Firmware < oldest || details.Firmware.ToString(3) != packages)
        {
            string remedy = options.SkipFirmware
                ? "run it without --skip-firmware" : $"give one that begins with {packages} with --firmware-version";
            throw new FlashException(ExitCode.Device, $"the firmware {details.Firmware} does not match the packages of the image, "
                + $"which need {packages}, {oldest} or newer; {remedy}");
        }

        return details;
    }

    FlashException NoAnswer(Ran ran)
    {
        string[] others = [.. SerialPorts.List(nanoff).Where(other => other != Port)];
        string elsewhere = others.Length > 0 ? $", or it is now at {string.Join(" or ", others)}: say so with --port" : "";
        return new FlashException(
            ExitCode.Device, $"the device at {Port} does not answer: nanoff says \"{ran.LastWords}\"; {Flashing.PressReset}{elsewhere}");
    }
}
