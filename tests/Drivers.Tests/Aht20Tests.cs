using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;

namespace Presentity.Drivers.Tests;

/// <summary>The AHT20, in good days and bad ones.</summary>
[TestClass]
public sealed class Aht20Tests
{
    readonly SimulatedAht20 chip = new SimulatedAht20();
    readonly SimulatedBus bus;
    readonly Aht20 sensor;
    readonly Reading reading = new Reading();

    public Aht20Tests()
    {
        bus = new SimulatedBus(chip);
        sensor = new Aht20(bus, bus);
    }

    /// <summary>The whole range of both, by the formulas of the data sheet (§6.1, §6.2), rounded to tenths.</summary>
    [TestMethod]
    [DataRow(0x00000, -500, 0x00000, 0)]
    [DataRow(0x0CCCD, -400, 0x28F5C, 160)]
    [DataRow(0x40000, 0, 0x40000, 250)]
    [DataRow(0x3FDF4, -1, 0x7FFFF, 500)]
    [DataRow(0x60000, 250, 0x80000, 500)]
    [DataRow(0xACCCD, 850, 0xFFFFF, 1000)]
    [DataRow(0xFFFFF, 1500, 0xFFBE7, 999)]
    public void ValuesOfTheDataSheet(int temperature, int tenthsOfDegree, int humidity, int tenthsOfPercent)
    {
        chip.Temperature = temperature;
        chip.Humidity = humidity;
        Assert.IsTrue(sensor.Temperature.TryRead(reading));
        Assert.AreEqual(tenthsOfDegree, reading.Value);
        Assert.AreEqual(1, reading.Decimals);
        Assert.IsTrue(sensor.Humidity.TryRead(reading));
        Assert.AreEqual(tenthsOfPercent, reading.Value);
        Assert.AreEqual("AC3300", bus.Written);
    }

    [TestMethod]
    public void AChipThatHasForgottenItsCalibrationIsToldAgain()
    {
        chip.IsCalibrated = false;
        Assert.IsTrue(sensor.Temperature.TryRead(reading));
        Assert.AreEqual("BE0800 AC3300", bus.Written);
        bus.Sleep(1000);
        Assert.IsTrue(sensor.Temperature.TryRead(reading));
        Assert.AreEqual("BE0800 AC3300 AC3300", bus.Written);
        chip.IsCalibrated = false;
        bus.Sleep(1000);
        Assert.IsTrue(sensor.Temperature.TryRead(reading));
        Assert.AreEqual("BE0800 AC3300 AC3300 BE0800 AC3300", bus.Written);
    }

    [TestMethod]
    public void AChipThatCannotBeCalibratedHasNoValue()
    {
        chip.IsCalibrated = false;
        chip.CannotCalibrate = true;
        Assert.IsFalse(sensor.Temperature.TryRead(reading));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    [DataRow(6)]
    public void AWrongCheckIsNoValue(int place)
    {
        chip.Broken = place;
        Assert.IsFalse(sensor.Temperature.TryRead(reading));
        Assert.IsFalse(sensor.Humidity.TryRead(reading));
        chip.Broken = -1;
        bus.Sleep(1000);
        Assert.IsTrue(sensor.Temperature.TryRead(reading));
    }

    [TestMethod]
    public void ASlowChipIsWaitedForButNotForEver()
    {
        chip.TakesMs = 150;
        Assert.IsTrue(sensor.Temperature.TryRead(reading));
        chip.TakesMs = 100000;
        bus.Sleep(1000);
        long before = bus.Milliseconds;
        Assert.IsFalse(sensor.Temperature.TryRead(reading));
        Assert.IsTrue(bus.Milliseconds - before < 250);
    }

    [TestMethod]
    public void UnpluggedAndBack()
    {
        Assert.IsTrue(sensor.Humidity.TryRead(reading));
        bus.IsSilent = true;
        bus.Sleep(1000);
        Assert.IsFalse(sensor.Humidity.TryRead(reading));
        bus.IsSilent = false;
        bus.Sleep(1000);
        Assert.IsTrue(sensor.Humidity.TryRead(reading));
    }

    [TestMethod]
    public void BothSensorsShareAMeasurement()
    {
        Assert.IsTrue(sensor.Temperature.TryRead(reading));
        int reads = bus.Reads;
        Assert.IsTrue(sensor.Humidity.TryRead(reading));
        Assert.AreEqual(reads, bus.Reads);
        bus.Sleep(500);
        Assert.IsTrue(sensor.Humidity.TryRead(reading));
        Assert.AreEqual("AC3300 AC3300", bus.Written);
    }
}
