using System;
using System.IO;
using Presentity.Agent;
using Presentity.Host;

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
        if (TryReadKeys(file, out configuration, out fault))
            fault = CheckFiles(configuration);
        return fault.Length == 0;
    }

    /// <summary>Reads the file of any board, and looks at nothing beside it.</summary>
    internal static bool TryReadKeys(string file, out DeviceConfiguration configuration, out string fault)
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
        return fault.Length == 0;
    }

    static string CheckFiles(DeviceConfiguration configuration)
    {
        if (configuration.Board.Length == 0)
            return configuration.Fault("board", "missing; write board = simulated");
        if (configuration.Board != "simulated")
            return configuration.Fault("board", $"simulated is the board that there is on a desktop, not {configuration.Board}");
        string folder = Path.GetDirectoryName(configuration.File) ?? "";
        if (configuration.AuthoritiesFile.Length > 0)
        {
            string beside = Path.Combine(folder, configuration.AuthoritiesFile);
            if (!File.Exists(beside))
                return configuration.Fault("ca", $"there is no file {configuration.AuthoritiesFile}");
            configuration.AuthoritiesFile = beside;
        }

        return configuration.CertificateFile.Length > 0 ? CheckCertificate(configuration, folder) : "";
    }

    static string CheckCertificate(DeviceConfiguration configuration, string folder)
    {
        string key = configuration.CertificateKeyFile.Length > 0 ? configuration.CertificateKeyFile : configuration.CertificateFile;
        configuration.CertificateFile = Path.Combine(folder, configuration.CertificateFile);
        configuration.CertificateKeyFile = Path.Combine(folder, key);
        string wrong = ClientCertificate.Read(configuration.CertificateFile, configuration.CertificateKeyFile, out _);
        return wrong.Length > 0 ? configuration.Fault("certificate", wrong) : "";
    }
}
