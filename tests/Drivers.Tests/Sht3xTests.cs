using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;

namespace Presentity.Drivers.Tests;

/// <summary>The SHT3x, in good days and bad ones.</summary>
[TestClass]
public sealed class Sht3xTests
{
    readonly SimulatedSht3x chip = new SimulatedSht3x();
    readonly SimulatedBus bus;
    readonly Sht3x sensor;
    readonly Reading reading = new Reading();

    public Sht3xTests()
    {
        bus = new SimulatedBus(chip);
        sensor = new Sht3x(bus, bus, Sht3x.DefaultAddress);
    }

    /// <summary>By the formulas of the data sheet (§4.13), rounded to tenths.</summary>
    [TestMethod]
    [DataRow(0x0000, -450, 0x0000, 0)]
    [DataRow(0x0750, -400, 0x28F5, 160)]
    [DataRow(0x41D4, 0, 0x4000, 250)]
    [DataRow(0x41AE, -1, 0x7FFF, 500)]
    [DataRow(0x6666, 250, 0x8000, 500)]
    [DataRow(0xFFFF, 1300, 0xFFFF, 1000)]
    public void ValuesOfTheDataSheet(int temperature, int tenthsOfDegree, int humidity, int tenthsOfPercent)
    {
        chip.Temperature = temperature;
        chip.Humidity = humidity;
        Assert.IsTrue(sensor.Temperature.TryRead(reading));
        Assert.AreEqual(tenthsOfDegree, reading.Value);
        Assert.AreEqual(1, reading.Decimals);
        Assert.IsTrue(sensor.Humidity.TryRead(reading));
        Assert.AreEqual(tenthsOfPercent, reading.Value);
        Assert.AreEqual("2400", bus.Written);
    }

    /// <summary>The example of the data sheet (§4.12): 0xBEEF has the check 0x92.</summary>
    [TestMethod]
    public void TheSimulationChecksAsTheDataSheetDoes() =>
        Assert.AreEqual((byte)0x92, SimulatedChip.Crc(new byte[] { 0xBE, 0xEF }, 0, 2));

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
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
    public void UnpluggedAndBack()
    {
        bus.IsSilent = true;
        Assert.IsFalse(sensor.Temperature.TryRead(reading));
        bus.IsSilent = false;
        bus.Sleep(1000);
        Assert.IsTrue(sensor.Temperature.TryRead(reading));
        bus.IsSilent = true;
        Assert.IsTrue(sensor.Humidity.TryRead(reading));
        bus.Sleep(1000);
        Assert.IsFalse(sensor.Humidity.TryRead(reading));
    }

    [TestMethod]
    public void AnotherAddressIsAnotherChip()
    {
        Assert.IsFalse(new Sht3x(bus, bus, Sht3x.OtherAddress).Temperature.TryRead(reading));
        Assert.AreEqual("", bus.Written);
    }
}
