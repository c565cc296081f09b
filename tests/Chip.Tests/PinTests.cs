using System.Device.Gpio;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Drivers;
using Presentity.Platform;
using Presentity.TestKit;

namespace Presentity.Chip.Tests;

/// <summary>What is on a pin: relay, button.</summary>
[TestClass]
public sealed class PinTests
{
    readonly GpioController pins = new();
    readonly Reading reading = new();

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void ARelayIsOffAtFirstAndKnowsItsState(bool isActiveLow)
    {
        Relay relay = new(pins, 26, isActiveLow, "pump", "Pump");
        Check(0);
        foreach (int state in new[] { 1, 1, 0, 1, 0 })
        {
            Assert.IsTrue(relay.TrySet(state));
            Check(state);
        }

        void Check(int state)
        {
            Assert.AreEqual((state == 1) != isActiveLow, pins.Pins[26].IsHigh);
            Assert.IsTrue(relay.TryGet(out int now));
            Assert.AreEqual(state, now);
        }
    }

    [TestMethod]
    [DataRow(true, PinMode.Input)]
    [DataRow(false, PinMode.InputPullUp)]
    public void AButtonHasAResistor(bool hasResistor, PinMode mode)
    {
        Button button = new(pins, 0, hasResistor);
        Assert.AreEqual(mode, pins.Pins[0].Mode);
        Assert.AreEqual(0, Read(button));
    }

    [TestMethod]
    public void AShortPressIsToldOnceAndWakes()
    {
        Button button = new(pins, 0, false);
        ScriptedTransport transport = new(new FakeClock());
        transport.Connect(new ServerEndpoint("example.com", 5222, "example.com", false), 1000);
        button.Wake(transport);
        pins.Pins[0].Drive(false);
        pins.Pins[0].Drive(true);
        Assert.AreEqual(1, Read(button));
        Assert.AreEqual(0, Read(button));
        pins.Pins[0].Drive(false);
        Assert.AreEqual(1, Read(button));
        Assert.AreEqual(1, Read(button));
        pins.Pins[0].Drive(true);
        Assert.AreEqual(0, Read(button));
        Assert.AreEqual(0, transport.Read(new byte[1], 0, 1, 1000));
    }

    int Read(Button button)
    {
        Assert.IsTrue(button.TryRead(reading));
        Assert.IsTrue(reading.IsBoolean);
        return reading.Value;
    }
}
