using System;
using System.IO;
using Presentity.Agent;

namespace Presentity.Tool.Run;

/// <summary>A configuration file on the desktop: read, and checked against what is there.</summary>
static class ConfigurationFile
{
    /// <summary>The most bytes that a configuration may have.</summary>
    const int MostBytes = 65536;

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its path, as the user wrote it.</param>
    /// <param name="configuration">What it says; complete when this returns true. Paths in it are relative to the file.</param>
    /// <param name="fault">What is wrong, in one line that names file, line and key; empty when nothing is.</param>
    internal static bool TryRead(string file, out DeviceConfiguration configuration, out string fault)
    {
        byte[] contents = [];
        fault = "";
        try
        {
            if (new FileInfo(file).Length > MostBytes)
                fault = $"{file}: more than {MostBytes} bytes; is it a configuration?";
            else
                contents = File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            fault = $"{file}: {(File.Exists(file) ? "cannot be read" : "there is no such file")}; give a configuration with --config FILE";
        }

        ConfigurationReader reader = ConfigurationReader.Read(file, contents);
        configuration = reader.Configuration;
        if (fault.Length == 0)
            fault = reader.Fault;
        if (fault.Length == 0)
            fault = CheckFiles(configuration);
        return fault.Length == 0;
    }

    static string CheckFiles(DeviceConfiguration configuration)
    {
        if (configuration.Board.Length == 0)
            return configuration.Fault("board", "missing; write board = simulated");
        if (configuration.Board != "simulated")
            return configuration.Fault("board", $"simulated is the board that there is on a desktop, not {configuration.Board}");
        if (configuration.AuthoritiesFile.Length == 0)
            return "";
        string beside = Path.Combine(Path.GetDirectoryName(configuration.File) ?? "", configuration.AuthoritiesFile);
        if (!File.Exists(beside))
            return configuration.Fault("ca", $"there is no file {configuration.AuthoritiesFile}");
        configuration.AuthoritiesFile = beside;
        return "";
    }
}
