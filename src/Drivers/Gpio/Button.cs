using System;
using System.Device.Gpio;
using Presentity.Platform;

namespace Presentity.Drivers;

/// <summary>A button between a pin and ground. A press is published at once, and is not missed however short it is.</summary>
public sealed class Button : ISensor
{
    const int DebounceMs = 20;

    readonly GpioPin pin;
    ITransport? awake;
    bool wasPressed;

    /// <param name="pins">Of the chip.</param>
    /// <param name="number">The pin.</param>
    /// <param name="hasResistor">Whether the board has a resistor to the supply at this pin; otherwise the chip's is used.</param>
    public Button(GpioController pins, int number, bool hasResistor)
    {
        pin = pins.OpenPin(number, hasResistor ? PinMode.Input : PinMode.InputPullUp);
        pin.DebounceTimeout = TimeSpan.FromMilliseconds(DebounceMs);
        pin.ValueChanged += Changed;
    }

    public string Name => "button";

    public string Label => "Button";

    public string Unit => "";

    public bool IsBoolean => true;

    /// <summary>Whom to wake when it is pressed or let go.</summary>
    public void Wake(ITransport transport) => awake = transport;

    public bool TryRead(Reading reading)
    {
        // A press that is over already is told once.
        reading.SetBoolean(wasPressed || pin.Read() == PinValue.Low);
        wasPressed = false;
        return true;
    }

    void Changed(object sender, PinValueChangedEventArgs change)
    {
        if (change.ChangeType == PinEventTypes.Falling)
            wasPressed = true;
        awake?.Wake();
    }
}
