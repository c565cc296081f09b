using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace Presentity.Tool.Tests;

/// <summary><c>presentity qr</c>: what another library reads from the code that it shows.</summary>
[TestClass]
public sealed class QrTests
{
    string folder = "";

    string Configuration => Path.Combine(folder, "device.conf");

    [TestInitialize]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("presentity-test-").FullName;

    [TestCleanup]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [TestMethod]
    [DataRow("claim = K7QF-3MXR-9TCA", "xmpp:greenhouse@example.org?roster;preauth=K7QF-3MXR-9TCA")]
    [DataRow("claim = K7QF-3MXR-9TCA\nname = Gr\u00FCnes; Haus", "xmpp:greenhouse@example.org?roster;name=Gr%C3%BCnes%3B%20Haus;preauth=K7QF-3MXR-9TCA")]
    // Who has an owner is not claimed; the code stays with its owner.
    [DataRow("claim = K7QF-3MXR-9TCA\nowner = you@example.org", "xmpp:greenhouse@example.org?roster")]
    [DataRow("claim = K7QF-3MXR-9TCA\noperators = you@example.org\nboard = Esp32DevKit",
        "xmpp:greenhouse@example.org?roster;preauth=K7QF-3MXR-9TCA")]
    [DataRow("", "xmpp:greenhouse@example.org?roster")]
    public async Task TheAddressIsInTheCode(string keys, string address)
    {
        Write(keys);
        using ToolProcess tool = await ToolProcess.RunAsync("", "qr", "--config", Configuration);
        Assert.AreEqual(0, tool.ExitCode, string.Join('\n', tool.Errors));
        string[] lines = tool.Output.TrimEnd().ReplaceLineEndings("\n").Split('\n');
        Assert.AreEqual(address, lines[^1]);
        string[] code = [.. lines[..^1].SelectMany(line => new[] { Half(line, '\u2580'), Half(line, '\u2584') })];
        Assert.AreEqual(address, Decode(code));
    }

    [TestMethod]
    public async Task TheAddressIsInThePicture()
    {
        Write("claim = K7QF-3MXR-9TCA");
        string picture = Path.Combine(folder, "label.png");
        using ToolProcess tool = await ToolProcess.RunAsync("", "qr", "--config", Configuration, "--png", picture);
        Assert.AreEqual(0, tool.ExitCode, string.Join('\n', tool.Errors));
        Assert.AreEqual("xmpp:greenhouse@example.org?roster;preauth=K7QF-3MXR-9TCA", tool.Output.Trim());
        Assert.AreEqual(tool.Output.Trim(), Decode(Rows(File.ReadAllBytes(picture))));
    }

    [TestMethod]
    [DataRow("none.conf", "label.png", "none.conf: there is no such file")]
    [DataRow("device.conf", "none/label.png", "label.png: cannot be written")]
    public async Task AFaultIsOneLine(string configuration, string picture, string said)
    {
        Write("");
        using ToolProcess tool = await ToolProcess.RunAsync(
            "", "qr", "--config", Path.Combine(folder, configuration), "--png", Path.Combine(folder, picture));
        Assert.AreEqual(2, tool.ExitCode);
        Assert.HasCount(1, tool.Errors);
        Assert.Contains(said, tool.Errors[0]);
        Assert.AreEqual("", tool.Output);
    }

    void Write(string keys) =>
        File.WriteAllText(Configuration, "jid = greenhouse@example.org\npassword = secret\n" + keys + "\n");

    /// <summary>The upper or the lower row of a line: what is dark is an asterisk.</summary>
    static string Half(string line, char half) => new([.. line.Select(c => c == '\u2588' || c == half ? '*' : ' ')]);

    static string? Decode(string[] rows)
    {
        // A reader of photographs wants more than one pixel for a module.
        const int Scale = 3;
        int width = rows.Max(row => row.Length) * Scale;
        byte[] light = new byte[width * rows.Length * Scale];
        for (int i = 0; i < light.Length; i++)
            light[i] = rows[i / width / Scale].PadRight(width)[i % width / Scale] == '*' ? (byte)0 : (byte)255;
        RGBLuminanceSource source = new(light, width, rows.Length * Scale, RGBLuminanceSource.BitmapFormat.Gray8);
        return new QRCodeReader().decode(new BinaryBitmap(new GlobalHistogramBinarizer(source)))?.Text;
    }

    /// <summary>The rows of a picture of black and white, a bit a pixel and without filters, as the tool makes it.</summary>
    static string[] Rows(byte[] png)
    {
        int width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        CollectionAssert.AreEqual(new byte[] { 1, 0, 0, 0, 0 }, png[24..29], "bits, grey, compression, filter, interlace");
        int data = png.AsSpan().IndexOf("IDAT"u8);
        int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(data - 4));
        using ZLibStream lines = new(new MemoryStream(png, data + 4, length), CompressionMode.Decompress);
        string[] rows = new string[width];
        byte[] line = new byte[1 + ((width + 7) / 8)];
        for (int y = 0; y < width; y++)
        {
            lines.ReadExactly(line);
            Assert.AreEqual(0, line[0]);
            rows[y] = string.Concat(Enumerable.Range(0, width).Select(x => (line[1 + (x / 8)] >> (7 - (x % 8)) & 1) == 0 ? '*' : ' '));
        }

        return rows;
    }
}
