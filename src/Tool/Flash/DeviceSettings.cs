using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Presentity.Agent;
using Presentity.Tool.Provision;

namespace Presentity.Tool.Flash;

/// <summary>A file for the device's own file system.</summary>
/// <param name="Name">What it is called there.</param>
/// <param name="Contents">What it holds.</param>
sealed record StoredFile(string Name, byte[] Contents);

/// <summary>A device's configuration, checked, and taken apart into what goes where.</summary>
sealed class DeviceSettings
{
    const int LongestName = 24;

    DeviceSettings(DeviceConfiguration configuration, string text, byte[]? authority)
    {
        Configuration = configuration;
        Authority = authority;
        Stored = [new("device.conf", Encoding.UTF8.GetBytes(text))];
        if (authority != null)
            Stored = [.. Stored, new(Path.GetFileName(configuration.AuthoritiesFile), authority)];
    }

    internal DeviceConfiguration Configuration { get; }

    /// <summary>What goes into the device's file system: the configuration without the Wi-Fi settings, and the authority.</summary>
    internal IReadOnlyList<StoredFile> Stored { get; }

    /// <summary>The authority's certificate in PEM; null when the file names none.</summary>
    internal byte[]? Authority { get; }

    /// <summary>Reads a file as the device will, and what only a desktop can check.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="board">Which it must be for.</param>
    /// <param name="needsWifi">Whether Wi-Fi settings are to be written; a missing password is asked for.</param>
    /// <param name="whatIf">Whether nothing will be done: then nothing is asked.</param>
    /// <exception cref="FlashException">It cannot be used.</exception>
    internal static DeviceSettings Read(string file, BoardProject board, bool needsWifi, bool whatIf)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            string why = File.Exists(file) ? "cannot be read" : "there is no such file";
            throw Fault($"{file}: {why}; make one with presentity provision --config {file}");
        }

        ConfigurationReader reader = ConfigurationReader.Read(file, Encoding.UTF8.GetBytes(text));
        DeviceConfiguration configuration = reader.Configuration;
        if (reader.Fault.Length > 0)
            throw Fault(reader.Fault);
        if (configuration.Board.Length > 0 && !configuration.Board.Equals(board.Name, StringComparison.OrdinalIgnoreCase))
            throw Fault(configuration.Fault("board", $"the file is for {configuration.Board}, not for {board.Name}; give the right one"));
        if (needsWifi)
            AskForWifi(configuration, file, whatIf);
        return new DeviceSettings(configuration, WithoutWifi(text, configuration), Certificate(configuration));
    }

    static void AskForWifi(DeviceConfiguration configuration, string file, bool whatIf)
    {
        if (configuration.WifiSsid.Length == 0)
            throw Fault($"{file}: wifi.ssid: missing; write wifi.ssid = NAME, or leave the device's Wi-Fi settings with --skip-network");
        if (configuration.WifiPassword.Length == 0 && !whatIf)
            configuration.WifiPassword = Questions.AskSecret($"The password of {configuration.WifiSsid} (empty for an open network):");
        if (configuration.WifiPassword.Length is not 0 and (< 8 or > 64))
            throw Fault($"{file}: wifi.password: 8 to 64 characters");
    }

    static byte[]? Certificate(DeviceConfiguration configuration)
    {
        if (configuration.AuthoritiesFile.Length == 0)
            return null;
        string path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(configuration.File))!, configuration.AuthoritiesFile);
        if (!File.Exists(path))
            throw Fault(configuration.Fault("ca", $"there is no file {configuration.AuthoritiesFile}; presentity provision makes it"));
        if (Path.GetFileName(path).Length > LongestName)
        {
            throw Fault(configuration.Fault(
                "ca", $"the device keeps names of at most {LongestName} characters; give the file a shorter one"));
        }

        byte[] pem = File.ReadAllBytes(path);
        return Encoding.ASCII.GetString(pem).Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal)
            ? pem
            : throw Fault(configuration.Fault("ca", $"{configuration.AuthoritiesFile} is no PEM file (-----BEGIN CERTIFICATE-----)"));
    }

    /// <summary>nanoff writes Wi-Fi settings to their own place: a second copy of a secret would be one too many.</summary>
    static string WithoutWifi(string text, DeviceConfiguration configuration)
    {
        ConfigurationText stored = new(text);
        foreach (string key in stored.Keys("wifi.").ToArray())
            stored[key] = "";
        if (configuration.AuthoritiesFile.Length > 0)
            stored["ca"] = Path.GetFileName(configuration.AuthoritiesFile);
        return stored.ToString();
    }

    static FlashException Fault(string fault) => new(ExitCode.Configuration, fault);
}
