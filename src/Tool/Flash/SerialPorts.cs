using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Presentity.Tool.Flash;

/// <summary>Which serial port the device is at.</summary>
static class SerialPorts
{
    const string Any = "PORT";

    /// <summary>The port that was given, or the only one that there is.</summary>
    /// <exception cref="FlashException">There is none, or more than one, or it may not be opened.</exception>
    internal static string Choose(Nanoff nanoff, string? given, bool whatIf)
    {
        if (given == null)
        {
            Ran ran = nanoff.Must("the serial ports cannot be listed", "say where the board is with --port", "--listports");
            if (whatIf)
                return Any;
            IReadOnlyList<string> found = In(ran);
            given = found.Count == 1 ? found[0] : throw new FlashException(ExitCode.Configuration, found.Count == 0
                ? "there is no serial port: plug the board in with a cable that carries data, install the driver of its USB chip, "
                    + "or give --port"
                : $"there are several serial ports: {string.Join(", ", found)}; say which with --port");
        }

        if (!whatIf && given.StartsWith('/'))
            CheckAccess(given);
        return given;
    }

    /// <summary>The ports at which a board may be.</summary>
    internal static IReadOnlyList<string> List(Nanoff nanoff) => In(nanoff.Run("--listports"));

    static IReadOnlyList<string> In(Ran ran) =>
        [.. ran.Output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Select(line => line.Trim()).Where(IsCandidate).Distinct()];

    // On macOS every port has two names, and tty.* waits for a modem. On Linux ttyS* are the sockets of old PCs, there or not.
    static bool IsCandidate(string port) =>
        port.StartsWith("COM", StringComparison.OrdinalIgnoreCase)
        || port.StartsWith("/dev/ttyUSB", StringComparison.Ordinal) || port.StartsWith("/dev/ttyACM", StringComparison.Ordinal)
        || port.StartsWith("/dev/cu.usb", StringComparison.Ordinal) || port.StartsWith("/dev/cu.wchusb", StringComparison.Ordinal)
        || port.StartsWith("/dev/cu.SLAB", StringComparison.Ordinal);

    static void CheckAccess(string port)
    {
        if (!File.Exists(port))
            throw new FlashException(ExitCode.Configuration, $"there is no port {port}; leave --port out to see what there is");
        try
        {
            using FileStream opened = new(port, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (UnauthorizedAccessException)
        {
            throw new FlashException(ExitCode.Configuration,
                $"{port} may not be opened: add yourself to its group (dialout or uucp: sudo usermod -aG dialout $USER), then log in anew");
        }
        catch (IOException e)
        {
            throw new FlashException(
                ExitCode.Device, $"{port} cannot be opened: {e.Message.TrimEnd('.')}; is it in use by a serial monitor?");
        }
    }
}
