using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;

namespace Presentity.Agent.Tests;

/// <summary>The ring of what was read: what is kept, and when it was, whatever the calendar does.</summary>
[TestClass]
public sealed class HistoryTests
{
    // 2026-11-23T00:00:00Z
    const long Midnight = 1795392000;

    [TestMethod]
    public void TheMeanOfEachSlotIsKeptUnderItsBeginning()
    {
        Rig rig = new(Midnight);
        for (int value = 210; value < 215; value++)
            rig.Run(60, value);
        rig.Run(300, 300);
        rig.Run(150, -1);
        Assert.AreEqual("00:00 212 1|00:05 300 1", rig.Kept());
        // Half away from zero.
        rig.Run(150, -2);
        rig.Run(1, 0);
        Assert.AreEqual("00:00 212 1|00:05 300 1|00:10 -2 1", rig.Kept());
    }

    [TestMethod]
    public void WhatCannotBeReadHasNoValue()
    {
        Rig rig = new(Midnight);
        rig.Run(300, 214);
        rig.Sensor.IsBroken = true;
        rig.Run(450, 999);
        rig.Sensor.IsBroken = false;
        rig.Run(451, 216);
        Assert.AreEqual("00:00 214 1|00:05 -|00:10 216 1|00:15 216 1", rig.Kept());
    }

    [TestMethod]
    [DataRow(3 * 300, "00:00 214 1|00:05 -|00:10 -|00:15 216 1")]
    [DataRow(86400, "00:05 -|00:10 -|00:15 -")]
    [DataRow(10 * 86400, "00:05 -|00:10 -|00:15 -")]
    public void WhileTheDeviceSleptThereIsNothing(int seconds, string expected)
    {
        Rig rig = new(Midnight);
        rig.Run(300, 214);
        rig.Clock.Advance((seconds - 300) * 1000L);
        rig.Run(301, 216);
        string kept = rig.Kept();
        Assert.StartsWith(expected, kept);
        if (seconds > 900)
            Assert.AreEqual("287 -, then 216", string.Join(", then ", kept.Split('|').Count(slot => slot.EndsWith('-')) + " -", kept.Split('|')[^1].Split(' ')[1]));
    }

    [TestMethod]
    public void ADayIsKeptAndNoMore()
    {
        Rig rig = new(Midnight - 43200);
        for (int slot = 0; slot < 900; slot++)
            rig.Run(300, slot);
        rig.Run(1, 0);
        string[] kept = rig.Kept().Split('|');
        Assert.HasCount(288, kept);
        Assert.AreEqual("15:00 612 1", kept[0]);
        Assert.AreEqual("14:55 899 1", kept[^1]);
        // Across midnight.
        int at = Array.FindIndex(kept, slot => slot.StartsWith("00:00", StringComparison.Ordinal));
        Assert.StartsWith("23:55", kept[at - 1]);
    }

    [TestMethod]
    public void WithoutACalendarItIsKeptAndDatedOnceThereIsOne()
    {
        Rig rig = new(-1);
        rig.Run(300 * 4, 214);
        Assert.IsFalse(rig.History.IsDated);
        Assert.AreEqual(4, rig.History.Next - rig.History.First);
        long began = rig.Clock.Milliseconds - rig.History.AgeOf(0);
        rig.Clock.SetCalendar(Midnight + 86400 - 100);
        rig.Run(200, 216);
        Assert.IsTrue(rig.History.IsDated);
        long truly = rig.Clock.UnixSeconds - ((rig.Clock.Milliseconds - began) / 1000);
        Assert.IsInRange(-150, 150, rig.History.StartOf(0) - truly);
        Assert.AreEqual("23:55", rig.Kept().Split('|')[^1].Split(' ')[0]);
    }

    /// <summary>The clock was wrong, and what it said of the past was, too.</summary>
    [TestMethod]
    [DataRow(86400 * 365, "00:00 00:05 00:10")]
    [DataRow(-86400 * 365, "00:00 00:05 00:10")]
    [DataRow(3600, "01:00 01:05 01:10")]
    [DataRow(-3600, "23:00 23:05 23:10")]
    [DataRow(1, "00:00 00:05 00:10")]
    [DataRow(-100, "00:00 00:05")]
    [DataRow(200, "00:05 00:10")]
    public void WhenTheCalendarIsSetWhatIsKeptMovesWithIt(int seconds, string expected)
    {
        Rig rig = new(Midnight);
        rig.Run(900, 214);
        rig.Clock.SetCalendar(rig.Clock.UnixSeconds + seconds);
        rig.Run(2, 214);
        Assert.StartsWith(expected, string.Join(' ', rig.Kept().Split('|').Select(slot => slot.Split(' ')[0])));
        rig.Run(600, 216);
        // No slot is there twice, none is missing.
        string[] kept = rig.Kept().Split('|');
        for (int i = 1; i < kept.Length; i++)
            Assert.AreEqual(300, (Minutes(kept[i]) - Minutes(kept[i - 1]) + 1440) % 1440 * 60);
    }

    [TestMethod]
    public void OfABooleanTheShareIsKept()
    {
        Rig rig = new(Midnight, isBoolean: true);
        rig.Run(300, 0);
        rig.Run(30, 1);
        rig.Run(270, 0);
        rig.Run(1, 1);
        rig.Run(300, 0);
        // A second of five minutes; and what is too short for a thousandth is not off.
        Assert.AreEqual("00:00 0 3|00:05 100 3|00:10 3 3", rig.Kept());
        Assert.IsTrue(rig.History.IsBoolean(0));
        Rig brief = new(Midnight, slotSeconds: 3600, isBoolean: true);
        brief.Run(1, 1);
        brief.Run(3600, 0);
        Assert.AreEqual("00:00 1 3", brief.Kept());
    }

    [TestMethod]
    [DataRow(101325, 2, "101325 2")]
    [DataRow(-8388607, 0, "-8388607 0")]
    [DataRow(8388608, 0, "-")]
    [DataRow(123456789, 3, "123457 0")]
    [DataRow(-123456789, 6, "-123457 3")]
    [DataRow(int.MaxValue, 0, "-")]
    [DataRow(int.MinValue, 6, "-214748 2")]
    public void NumbersOfManyDigitsAreRoundedAndTooLargeOnesAreLeftOut(int value, int decimals, string expected)
    {
        HistoryRing ring = new(2);
        Reading reading = new();
        reading.SetNumber(value, decimals);
        ring.Add(reading);
        ring.Close(1);
        Assert.AreEqual(expected, ring.TryGet(1, out int kept) ? kept + " " + ring.Decimals : "-");
        Assert.IsFalse(ring.TryGet(0, out _));
    }

    [TestMethod]
    public void ASensorMayHaveOtherDecimalsLater()
    {
        HistoryRing ring = new(3);
        Reading reading = new();
        reading.SetNumber(214, 1);
        ring.Add(reading);
        reading.SetNumber(22, 0);
        ring.Add(reading);
        ring.Close(0);
        reading.SetNumber(21567, 3);
        ring.Add(reading);
        ring.Close(1);
        Assert.IsTrue(ring.TryGet(0, out int first));
        Assert.IsTrue(ring.TryGet(1, out int second));
        Assert.AreEqual("217 216 1", first + " " + second + " " + ring.Decimals);
    }

    [TestMethod]
    public void StepsBeginAtRoundTimes()
    {
        Rig rig = new(Midnight + 600);
        rig.Run(4 * 3600, 214);
        SensorHistory history = rig.History;
        List<string> starts = [];
        for (long slot = history.First; slot < history.Next; slot = history.StepEnd(slot, 12))
            starts.Add(Clock(history.StartOf(slot)));
        Assert.AreEqual("00:10 01:00 02:00 03:00 04:00", string.Join(' ', starts));
        Assert.AreEqual(Midnight + 1200, history.StartOf(history.At(Midnight + 901)));
        Assert.AreEqual(history.First, history.At(0));
        Assert.AreEqual(history.Next, history.At(long.MaxValue));
    }

    /// <summary>Compared with a list of all that was ever read.</summary>
    [TestMethod]
    public void ItIsAsIfAllHadBeenKept()
    {
        Gen.Select(Gen.Int[0, 4], Gen.Int[1, 2000], Gen.Int[-2000, 2000]).Array[1, 300].Sample(
            steps =>
            {
                Rig rig = new(Midnight, slotSeconds: 600);
                List<(long Unix, int Value)> all = [];
                foreach ((int kind, int seconds, int value) in steps)
                {
                    rig.Sensor.Value = value;
                    rig.Sensor.IsBroken = kind == 0;
                    if (kind == 1)
                    {
                        rig.Clock.Advance(seconds * 10_000L);
                        continue;
                    }

                    for (int i = 0; i < seconds; i += 50)
                    {
                        rig.Clock.Advance(50_000);
                        rig.Sample();
                        if (kind != 0)
                            all.Add((rig.Clock.UnixSeconds, value));
                    }
                }

                rig.Sensor.IsBroken = true;
                rig.Sample();
                Reading kept = new();
                SensorHistory history = rig.History;
                Assert.IsLessThanOrEqualTo(history.Slots, history.Next - history.First);
                for (long slot = history.First; slot < history.Next; slot++)
                {
                    long start = history.StartOf(slot);
                    int[] values = [.. all.Where(one => one.Unix >= start && one.Unix < start + 600).Select(one => one.Value)];
                    Assert.AreEqual(values.Length > 0, history.TryGet(0, slot, kept));
                    if (values.Length > 0)
                        Assert.AreEqual((int)Math.Round((decimal)values.Sum() / values.Length, MidpointRounding.AwayFromZero), kept.Value);
                }
            },
            iter: 300);
    }

    /// <summary>What is read is when it was read, so that what is kept says how wrong its date is: by half a slot for each time that the
    /// calendar was set, at most, and by what is in the slot.</summary>
    [TestMethod]
    public void DatesAreRightHoweverOftenTheCalendarIsSet()
    {
        Gen.Select(Gen.Int[30, 5000], Gen.Int[-4000, 4000]).Array[0, 12].Sample(
            steps =>
            {
                Rig rig = new(-1);
                void Read(int seconds)
                {
                    for (int i = 0; i < seconds; i++)
                    {
                        rig.Clock.Advance(1000);
                        rig.Sensor.Value = (int)(rig.Clock.Milliseconds / 1000);
                        rig.Sample();
                    }
                }

                Read(1000);
                rig.Clock.SetCalendar(Midnight);
                foreach ((int seconds, int by) in steps)
                {
                    Read(seconds);
                    rig.Clock.SetCalendar(rig.Clock.UnixSeconds + by);
                }

                Read(700);
                SensorHistory history = rig.History;
                long toUnix = rig.Clock.UnixSeconds - (rig.Clock.Milliseconds / 1000);
                Reading kept = new();
                int before = 0;
                for (long slot = history.First; slot < history.Next; slot++)
                {
                    Assert.AreEqual(0, history.StartOf(slot) % 300);
                    // Half a slot forwards leaves one so short that nothing was read in it.
                    if (!history.TryGet(0, slot, kept))
                        continue;
                    Assert.IsGreaterThan(before, kept.Value);
                    before = kept.Value;
                    Assert.IsInRange(-150 * (steps.Length + 2), 150 * (steps.Length + 2), kept.Value + toUnix - 150 - history.StartOf(slot));
                }

                Assert.IsLessThan(600, (rig.Clock.Milliseconds / 1000) - before);
            },
            iter: 300);
    }

    [TestMethod]
    public void NothingIsAllocatedForAReading()
    {
        Rig rig = new(Midnight);
        rig.Run(400, 214);
        Assert.AreEqual(0, Allocation.Least(() => rig.Run(70_000, 215)));
    }

    static int Minutes(string slot) => (int.Parse(slot[..2]) * 60) + int.Parse(slot[3..5]);

    static string Clock(long unix) => DateTimeOffset.FromUnixTimeSeconds(unix).ToString("HH:mm");

    /// <summary>A history of one sensor.</summary>
    sealed class Rig
    {
        readonly SensorChannel channel;

        internal Rig(long unixSeconds, int slotSeconds = 300, bool isBoolean = false)
        {
            Clock = new FakeClock(unixSeconds);
            Sensor = new TestSensor("probe", "Probe", "", isBoolean);
            channel = new SensorChannel(Sensor, new PublishingPolicy());
            History = new SensorHistory([channel], slotSeconds, Clock);
        }

        internal FakeClock Clock { get; }

        internal TestSensor Sensor { get; }

        internal SensorHistory History { get; }

        /// <summary>Reads a value every second, from now on.</summary>
        internal void Run(int seconds, int value)
        {
            Sensor.Value = value;
            for (int i = 0; i < seconds; i++)
            {
                Sample();
                Clock.Advance(1000);
            }
        }

        internal void Sample()
        {
            channel.Sample(Clock.Milliseconds);
            History.Record(Clock.Milliseconds);
        }

        internal string Kept()
        {
            List<string> kept = [];
            Reading reading = new();
            for (long slot = History.First; slot < History.Next; slot++)
                kept.Add(HistoryTests.Clock(History.StartOf(slot)) + (History.TryGet(0, slot, reading) ? " " + reading.Value + " " + reading.Decimals : " -"));
            return string.Join('|', kept);
        }
    }
}
