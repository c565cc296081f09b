using System.Device.Gpio;
using Presentity.Platform;

namespace Presentity.Drivers;

/// <summary>A switch on a pin: a relay, a lamp. Off from the moment it is made.</summary>
/// <remarks>The firmware makes a pin an output at its low level, and takes no other level before: what is on when the pin is low is on
/// for some tenths of a millisecond at the start, less than a relay needs to move. Nor can an output be read on the ESP32, where it
/// reads low whatever it is: what it was set to is what is known.</remarks>
public sealed class Relay : IActuator
{
    readonly GpioPin pin;
    readonly bool isActiveLow;
    int state;

    /// <param name="pins">Of the chip.</param>
    /// <param name="number">The pin.</param>
    /// <param name="isActiveLow">Whether the low level is on, as with most relay boards and with lamps between supply and pin.</param>
    /// <param name="name">On the wire.</param>
    /// <param name="label">For people.</param>
    public Relay(GpioController pins, int number, bool isActiveLow, string name, string label)
    {
        this.isActiveLow = isActiveLow;
        Name = name;
        Label = label;
        pin = pins.OpenPin(number, PinMode.Output);
        TrySet(0);
    }

    public string Name { get; }

    public string Label { get; }

    public bool IsSwitch => true;

    public int Maximum => 1;

    public string Unit => "";

    public bool TrySet(int value)
    {
        pin.Write((value != 0) != isActiveLow ? PinValue.High : PinValue.Low);
        state = value;
        return true;
    }

    public bool TryGet(out int value)
    {
        value = state;
        return true;
    }
}
