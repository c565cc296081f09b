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
    // By target, what is not for wiring: flash, PSRAM, USB, the serial port, pins that decide how the chip starts and must be left
    // alone for it, and what the board itself has there. A button or lamp of the board is no offence.
    static readonly Dictionary<string, int[]> Taken = new()
    {
        ["ESP32_REV3"] = [1, 3, 6, 7, 8, 9, 10, 11, 12],
        ["ESP32_PSRAM_REV3"] = [1, 3, 6, 7, 8, 9, 10, 11, 12, 16, 17],
        ["ESP32_S3_OCTAL"] = [3, 19, 20, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 43, 44, 45, 46],
        ["ESP32_C3"] = [2, 8, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21],
        ["M5StickCPlus"] = [0, 1, 2, 3, 5, 6, 7, 8, 9, 11, 12, 13, 15, 16, 17, 18, 21, 22, 23, 34, 35],
        ["ESP32_OLIMEX"] = [1, 2, 3, 6, 7, 8, 9, 10, 11, 12, 14, 15, 17, 18, 19, 21, 22, 23, 25, 26, 27],
    };

    // On the ESP32 itself these have no driver and no resistor, and the second converter (these) is Wi-Fi's.
    const int FirstInputOnly = 34;
    static readonly int[] SecondConverter = [0, 2, 4, 12, 13, 14, 15, 25, 26, 27];

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
        Assert.IsGreaterThan(0, pins.Length);
        CollectionAssert.AllItemsAreUnique(pins.Select(pin => pin.Pin).ToArray());
        string target = TargetOf(board);
        Assert.IsTrue(Taken.ContainsKey(target), $"tell this test which pins are taken on {target}");
        bool isEsp32 = !target.StartsWith("ESP32_S3", StringComparison.Ordinal) && !target.StartsWith("ESP32_C3", StringComparison.Ordinal);
        foreach ((string name, int pin) in pins)
        {
            CollectionAssert.DoesNotContain(Taken[target], pin, $"{name} of {board}");
            if (isEsp32 && Array.IndexOf(Outputs, name) >= 0)
                Assert.IsLessThan(FirstInputOnly, pin, $"{name} of {board}");
            if (isEsp32 && name == "Light")
                CollectionAssert.DoesNotContain(SecondConverter, pin, $"{name} of {board}");
        }
    }

    /// <summary>A button of the board is read with the chip's resistor where the chip has one: not every board has its own.</summary>
    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void AButtonDoesNotFloat(string board)
    {
        string wiring = Read(board, ".cs");
        Match button = Button().Match(wiring);
        if (!button.Success)
            return;
        int pin = Pins(board).Single(each => each.Name == button.Groups[1].Value).Pin;
        Assert.AreEqual(pin >= FirstInputOnly, button.Groups[2].Value == "true", board);
    }

    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void TheReadmeTellsEveryPin(string board)
    {
        string readme = File.ReadAllText(Path.Combine(Workshop.Repository(), "boards", board, "README.md"));
        int[] told = [.. Row().Matches(readme).Select(row => int.Parse(row.Groups[1].Value))];
        CollectionAssert.AreEquivalent(Pins(board).Select(pin => pin.Pin).ToArray(), told);
        Assert.Contains($"`{TargetOf(board)}`", readme);
    }

    static string TargetOf(string board) => Target().Match(Read(board, ".csproj")).Groups[1].Value;

    static string Read(string board, string extension) =>
        File.ReadAllText(Path.Combine(Workshop.Repository(), "boards", board, board + extension));

    static (string Name, int Pin)[] Pins(string board) =>
        [.. Constant().Matches(Read(board, ".cs")).Select(match => (match.Groups[1].Value, int.Parse(match.Groups[2].Value)))];

    [GeneratedRegex(@"const int (\w+) = (\d+);")]
    private static partial Regex Constant();

    [GeneratedRegex(@"new Button\(pins, (\w+), (true|false)\)")]
    private static partial Regex Button();

    [GeneratedRegex(@"^\| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("<NanoTarget>(.*)</NanoTarget>")]
    private static partial Regex Target();
}
