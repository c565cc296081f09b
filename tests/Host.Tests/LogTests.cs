using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;

namespace Presentity.Host.Tests;

/// <summary>One event is one line, whatever a peer puts into it.</summary>
[TestClass]
public sealed class LogTests
{
    const string Time = "2026-11-22T23:09:45Z ";

    readonly StringWriter output = new();

    [TestMethod]
    [DataRow(LogLevel.Info, "")]
    [DataRow(LogLevel.Warning, "warning: ")]
    [DataRow(LogLevel.Error, "error: ")]
    public void Line_has_time_and_level(LogLevel level, string word)
    {
        Log(verbose: false).Write(level, "connected to alpha.test · 21.4 °C");
        Assert.AreEqual(Time + word + "connected to alpha.test · 21.4 °C\n", output.ToString());
    }

    [TestMethod]
    [DataRow("a\n2026-11-22T23:09:45Z error: forged", @"a\n2026-11-22T23:09:45Z error: forged")]
    [DataRow("a\r\nb", @"a\r\nb")]
    [DataRow("a\tb", @"a\tb")]
    [DataRow("a\u0085b\u2028c\u2029d", @"a\u{85}b\u{2028}c\u{2029}d")]
    [DataRow("\u001b[2J\u0007\u0000\u007f", @"\u{1B}[2J\u{7}\u{0}\u{7F}")]
    [DataRow("\u009b2J", @"\u{9B}2J")]
    [DataRow("moc.\u202egro", @"moc.\u{202E}gro")]
    [DataRow("zero\u200bwidth", @"zero\u{200B}width")]
    [DataRow("\ue000", @"\u{E000}")]
    public void What_would_move_the_writing_is_shown(string text, string shown)
    {
        Log(verbose: true).Write(LogLevel.Info, text);
        Assert.AreEqual(Time + shown + "\n", output.ToString());
        output.GetStringBuilder().Clear();
        Wire(false, Encoding.UTF8.GetBytes(text));
        Assert.AreEqual(Time + "<- " + shown + "\n", output.ToString());
    }

    [TestMethod]
    public void Every_character_of_Unicode_leaves_one_line()
    {
        ConsoleLog log = Log(verbose: false);
        for (int value = 0; value <= 0x10FFFF; value++)
            if (Rune.IsValid(value))
                log.Write(LogLevel.Info, new Rune(value).ToString());
        // Every line end that .NET knows, not only ours.
        string[] lines = output.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.HasCount(0x110000 - 0x800 + 1, lines);
    }

    [TestMethod]
    public void Half_of_a_surrogate_pair_is_no_failure()
    {
        Log(verbose: false).Write(LogLevel.Info, "a\ud83db");
        Assert.AreEqual(Time + "a\ufffdb\n", output.ToString());
    }

    [TestMethod]
    public void Wire_says_which_way()
    {
        Wire(true, "<presence/>"u8);
        Wire(false, "<message><body>grün 🌱</body></message>"u8);
        Assert.AreEqual($"{Time}-> <presence/>\n{Time}<- <message><body>grün 🌱</body></message>\n", output.ToString());
    }

    [TestMethod]
    public void Wire_shows_bytes_that_are_no_text()
    {
        Wire(false, [(byte)'a', 0xFF, 0xC0, 0x80, (byte)'b', 0xE2, 0x82]);
        Assert.AreEqual(Time + @"<- a\xFF\xC0\x80b\xE2\x82" + "\n", output.ToString());
    }

    [TestMethod]
    public void Wire_takes_its_part_of_the_buffer()
    {
        Log(verbose: true).Wire(true, "##<a/>##"u8.ToArray(), 2, 4);
        Assert.AreEqual(Time + "-> <a/>\n", output.ToString());
    }

    [TestMethod]
    public void Wire_is_silent_unless_verbose()
    {
        ConsoleLog log = Log(verbose: false);
        Assert.IsFalse(log.WantsWire);
        Assert.IsTrue(Log(verbose: true).WantsWire);
        log.Wire(true, "<auth/>"u8.ToArray(), 0, 7);
        Assert.AreEqual("", output.ToString());
    }

    [TestMethod]
    public async Task Lines_of_many_threads_stay_whole()
    {
        ConsoleLog log = Log(verbose: false);
        IEnumerable<Task> writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            for (int i = 0; i < 500; i++)
                log.Write(LogLevel.Info, new string((char)('a' + writer), 40));
        }));
        await Task.WhenAll(writers);
        string[] lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.HasCount(2000, lines);
        Assert.IsTrue(lines.All(line => line.Length == Time.Length + 40 && line[Time.Length..].Distinct().Count() == 1));
    }

    ConsoleLog Log(bool verbose) => new(output, new FixedClock(), verbose);

    void Wire(bool outgoing, ReadOnlySpan<byte> bytes) => Log(verbose: true).Wire(outgoing, bytes.ToArray(), 0, bytes.Length);

    sealed class FixedClock : IClock
    {
        public long Milliseconds => 0;

        public long UnixSeconds => new DateTimeOffset(2026, 11, 22, 23, 9, 45, TimeSpan.Zero).ToUnixTimeSeconds();

        public void Sleep(int milliseconds) => throw new NotSupportedException();
    }
}
