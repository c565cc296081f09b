using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Drivers;
using Presentity.Platform;

namespace Presentity.Chip.Tests;

/// <summary>The BME280 through a binding that does not notice when the chip is gone.</summary>
[TestClass]
public sealed class Bme280Tests
{
    readonly SimulatedBme280 chip = new();
    readonly Bme280Chip sensor;

    public Bme280Tests() => sensor = new Bme280Chip(new NanoI2cBus(21, 22), chip, Bme280Chip.DefaultAddress);

    [TestMethod]
    public void AllThree() => Assert.AreEqual("215 485 10135", Read());

    [TestMethod]
    public void UnpluggedAndBack()
    {
        Assert.AreEqual("215 485 10135", Read());
        chip.Answers = 0;
        Assert.AreEqual("- - -", Read());
        Assert.AreEqual("- - -", Read());
        chip.Restart();
        chip.Answers = int.MaxValue;
        Assert.AreEqual("215 485 10135", Read());
    }

    [TestMethod]
    public void NeverThere()
    {
        chip.Answers = 0;
        Assert.AreEqual("- - -", Read());
        Assert.AreEqual("- - -", Read());
        Assert.AreEqual("- - -", Read(new Bme280Chip(new NanoI2cBus(21, 22), chip, 0x77)));
    }

    /// <summary>It answers, and no longer measures what it was told to.</summary>
    [TestMethod]
    public void AChipThatLostItsPowerForAMomentIsSetAnew()
    {
        Assert.AreEqual("215 485 10135", Read());
        chip.Restart();
        Assert.AreEqual("- - -", Read());
        Assert.AreEqual("215 485 10135", Read());
    }

    /// <summary>Pulled out after every single transfer of a reading, the first one and a later one.</summary>
    [TestMethod]
    public void PulledOutInTheMiddleIsNoValue()
    {
        int whole = 0;
        for (int answers = 0; answers < 80; answers++)
        {
            chip.Answers = answers;
            string read = Read();
            if (read != "- - -")
                Assert.AreEqual("215 485 10135", read, $"after {answers}");
            whole += read == "- - -" ? 0 : 1;
            if (answers % 2 == 0)
                chip.Restart();
        }

        Assert.IsGreaterThan(10, whole);
    }

    string Read() => Read(sensor);

    string Read(Bme280Chip of)
    {
        chip.Sleep(1000);
        return $"{One(of.Temperature)} {One(of.Humidity)} {One(of.Pressure)}";
    }

    static string One(ISensor sensor)
    {
        Reading reading = new();
        return sensor.TryRead(reading) ? $"{reading.Value}" : "-";
    }
}
