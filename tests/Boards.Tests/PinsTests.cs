using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Boards.Tests;

/// <summary>The pins of the wirings: each once, none that the chip or the board has taken, all in the README.</summary>
[TestClass]
public sealed partial class PinsTests
{
    // Flash, PSRAM, USB, Ethernet; sources are in the boards' READMEs.
    static readonly Dictionary<string, int[]> Taken = new()
    {
        ["Esp32DevKit"] = [6, 7, 8, 9, 10, 11, 12],
        ["Esp32Wrover"] = [6, 7, 8, 9, 10, 11, 12, 16, 17],
        ["Esp32S3"] = [3, 19, 20, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 45, 46],
        ["Esp32C3"] = [2, 8, 12, 13, 14, 15, 16, 17, 18, 19],
        ["M5StickCPlus"] = [0, 5, 6, 7, 8, 9, 11, 12, 13, 15, 18, 21, 22, 23],
        ["OlimexPoe"] = [6, 7, 8, 9, 10, 11, 12, 17, 18, 19, 21, 22, 23, 25, 26, 27],
    };

    static readonly string[] Outputs = ["Data", "Clock", "Pump", "Led", "Speed", "RelayUnit"];

    static IEnumerable<object[]> Boards() => Directory.GetDirectories(Path.Combine(Workshop.Repository(), "boards"))
        .Select(folder => Path.GetFileName(folder)!)
        .Where(board => board != "Simulated")
        .Select(board => new object[] { board });

    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void EachPinOnceAndNoneThatIsTaken(string board)
    {
        (string Name, int Pin)[] pins = Pins(board);
        Assert.IsGreaterThan(2, pins.Length);
        CollectionAssert.AllItemsAreUnique(pins.Select(pin => pin.Pin).ToArray());
        foreach ((string name, int pin) in pins)
        {
            CollectionAssert.DoesNotContain(Taken[board], pin, $"{name} of {board}");
            // On the ESP32 itself these can only read.
            if (board is not ("Esp32S3" or "Esp32C3") && Array.IndexOf(Outputs, name) >= 0)
                Assert.IsLessThan(34, pin, $"{name} of {board}");
        }
    }

    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void TheReadmeTellsEveryPin(string board)
    {
        string readme = File.ReadAllText(Path.Combine(Workshop.Repository(), "boards", board, "README.md"));
        int[] told = [.. Row().Matches(readme).Select(row => int.Parse(row.Groups[1].Value))];
        CollectionAssert.AreEquivalent(Pins(board).Select(pin => pin.Pin).ToArray(), told);
        string project = File.ReadAllText(Path.Combine(Workshop.Repository(), "boards", board, board + ".csproj"));
        Assert.Contains($"`{Target().Match(project).Groups[1].Value}`", readme);
    }

    static (string Name, int Pin)[] Pins(string board)
    {
        string wiring = File.ReadAllText(Path.Combine(Workshop.Repository(), "boards", board, board + ".cs"));
        return [.. Constant().Matches(wiring).Select(match => (match.Groups[1].Value, int.Parse(match.Groups[2].Value)))];
    }

    [GeneratedRegex(@"const int (\w+) = (\d+);")]
    private static partial Regex Constant();

    [GeneratedRegex(@"^\| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("<NanoTarget>(.*)</NanoTarget>")]
    private static partial Regex Target();
}
