using System;
using System.CommandLine;
using System.IO;
using Presentity.Agent;
using Presentity.Tool.Run;
using QRCoder;

namespace Presentity.Tool.Qr;

/// <summary><c>presentity qr --config FILE</c>: a device's address as a QR code, for a telephone or a label.</summary>
static class QrCommand
{
    // How many pixels of a picture a module is wide.
    const int PixelsPerModule = 8;

    internal static Command Create()
    {
        Option<string> config = new("--config") { Description = "The device's configuration file", Required = true, HelpName = "FILE" };
        Option<string?> png = new("--png") { Description = "Make a picture of it, to be printed", HelpName = "FILE" };
        Command qr = new("qr", "Show a device's address as a QR code, with the claim code of one that has no owner") { config, png };
        qr.SetAction(parsed => Show(parsed.GetValue(config)!, parsed.GetValue(png)));
        return qr;
    }

    static int Show(string file, string? png)
    {
        if (!ConfigurationFile.TryReadKeys(file, out DeviceConfiguration configuration, out string fault))
            return Fail(fault);
        string address = Invitation.To(configuration).ToString();
        using QRCodeGenerator generator = new();
        using QRCodeData modules = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        if (png != null)
        {
            fault = WritePicture(png, modules);
            if (fault.Length > 0)
                return Fail(fault);
        }
        else
        {
            Console.Write(QrText.Of(modules, hasColours: !Console.IsOutputRedirected));
        }

        Console.WriteLine(address);
        return ExitCode.Ok;
    }

    static string WritePicture(string file, QRCodeData modules)
    {
        try
        {
            using PngByteQRCode picture = new(modules);
            File.WriteAllBytes(file, picture.GetGraphic(PixelsPerModule));
            return "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return $"{file}: cannot be written; give a file in a folder that you may write to with --png FILE";
        }
    }

    static int Fail(string fault)
    {
        Console.Error.WriteLine(fault);
        return ExitCode.Configuration;
    }
}
