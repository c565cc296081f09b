using System;
using System.Collections.Generic;
using System.Linq;

namespace Presentity.Tool.Flash;

/// <summary>nanoFramework's firmware, written by the chip's bootloader.</summary>
static class FirmwareUpdate
{
    const string Bootloader = "bring the board into its bootloader (hold BOOT, press and release RESET or EN, release BOOT)";

    /// <summary>Writes it, and once more, slower, when the chip was not understood.</summary>
    /// <param name="nanoff">Writes it.</param>
    /// <param name="target">nanoff's name for the firmware.</param>
    /// <param name="port">Where the board is.</param>
    /// <param name="options">Which version, and whether to erase first.</param>
    /// <exception cref="FlashException">It is not written.</exception>
    internal static void Write(Nanoff nanoff, string target, string port, FlashOptions options)
    {
        // Quieter than usual: otherwise nanoff moves the cursor of a terminal, and fails where its output is none.
        List<string> update = ["--target", target, "--serialport", port, "--update", "--verbosity", "minimal"];
        if (options.FirmwareVersion != null)
            update.AddRange(["--fwversion", options.FirmwareVersion]);
        if (options.MassErase)
            update.Add("--masserase");
        Ran ran = nanoff.Run(Heard, [.. update]);
        if (ran.ExitCode != 0 && Code(ran).StartsWith("E4", StringComparison.Ordinal))
        {
            Console.WriteLine("once more, slower: some cables and USB chips want it");
            ran = nanoff.Run(Heard, [.. update, "--baud", "115200"]);
        }

        if (ran.ExitCode != 0)
        {
            throw new FlashException(
                ExitCode.Device, $"the firmware is not written: {Why(Code(ran), target, port)} (nanoff: {ran.LastWords})");
        }
    }

    static void Heard(string line)
    {
        if (line.Contains("BOOT", StringComparison.Ordinal))
            Console.WriteLine("hold the board's BOOT button down until this goes on");
    }

    /// <summary>nanoff's own number for what went wrong, which is all that it says when it is quiet: <c>E4000</c>.</summary>
    static string Code(Ran ran) => ran.LastWords is ['E', _, _, _, _] words && words[1..].All(char.IsAsciiDigit) ? words : "";

    static string Why(string code, string target, string port) => code switch
    {
        "E4001" => "this chip's flash memory is of a size that nanoFramework does not support",
        "E4002" or "E4003" or "E4004" =>
            $"the chip's flash memory could not be written; use another cable or USB socket, or {Bootloader}, and run it again",
        "E4005" or "E6000" or "E6002" => $"{port} cannot be opened; close every serial monitor, and run it again",
        "E9005" => $"there is no such firmware for {target}; give another version with --firmware-version, or none",
        "E9006" or "E9007" => "the firmware could not be downloaded; see that the internet can be reached, and run it again",
        _ => $"no answer from the chip, or none from where the firmware is downloaded; {Bootloader}, "
            + "see that the internet can be reached, and run it again",
    };
}
