using System;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Presentity.Tool.Flash;

/// <summary>The files that nanoff is given, in a folder that nobody else can read, and that is gone afterwards, whatever happens.</summary>
sealed class DeviceFiles : IDisposable
{
    // What stands in no JSON by itself, such as ' and +, is left as it is: these files are for nanoff alone.
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    readonly DeviceSettings settings;
    readonly string folder;

    /// <param name="settings">Whose files.</param>
    /// <param name="whatIf">Whether to make nothing.</param>
    internal DeviceFiles(DeviceSettings settings, bool whatIf)
    {
        this.settings = settings;
        // On Unix the folder is its owner's alone.
        folder = whatIf
            ? System.IO.Path.Combine(System.IO.Path.GetTempPath(), "presentity-flash-XXXXXX")
            : Directory.CreateTempSubdirectory("presentity-flash-").FullName;
    }

    /// <summary>What <c>--networkdeployment</c> takes.</summary>
    internal string Network => In("network.json");

    /// <summary>What <c>--filedeployment</c> takes.</summary>
    internal string Files => In("files.json");

    /// <summary>Writes the Wi-Fi settings and the authority for the device's own store.</summary>
    internal void WriteNetwork(bool withWifi)
    {
        JsonObject network = [];
        if (withWifi)
        {
            bool isOpen = settings.Configuration.WifiPassword.Length == 0;
            network["WirelessClient"] = new JsonObject
            {
                ["Ssid"] = settings.Configuration.WifiSsid,
                ["Password"] = settings.Configuration.WifiPassword,
                ["Authentication"] = isOpen ? "OPEN" : "WPA2",
                ["Encryption"] = isOpen ? "None" : "WPA2_PSK2",
                ["ConfigurationOption"] = "AutoConnect",
            };
        }

        if (settings.Authority != null)
        {
            // nanoff means to add the zero that mbedTLS needs behind a PEM text, and adds it to a copy that it throws away.
            string pem = In("authority.pem");
            File.WriteAllBytes(pem, [.. settings.Authority, 0]);
            network["CACertificatesPath"] = pem;
        }

        File.WriteAllText(Network, network.ToJsonString(Plain));
    }

    /// <summary>Where a file is in the device's file system.</summary>
    internal static string Path(string name) => "I:\\" + name;

    /// <summary>Writes the configuration and the authority for the device's file system.</summary>
    internal void WriteFiles()
    {
        JsonArray files = [];
        foreach (StoredFile file in settings.Stored)
        {
            string source = In(file.Name);
            File.WriteAllBytes(source, file.Contents);
            // What a device has begun to write counts more than what is there: FileStore. It must not outlive what is given now.
            files.Add((JsonNode)new JsonObject { ["DestinationFilePath"] = Path(file.Name + ".new") });
            files.Add((JsonNode)new JsonObject { ["DestinationFilePath"] = Path(file.Name), ["SourceFilePath"] = source });
        }

        File.WriteAllText(Files, new JsonObject { ["Files"] = files }.ToJsonString(Plain));
    }

    string In(string name) => System.IO.Path.Combine(folder, name);

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
