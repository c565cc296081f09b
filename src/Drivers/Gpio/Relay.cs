using System.Device.Gpio;
using Presentity.Platform;

namespace Presentity.Drivers;

/// <summary>A switch on a pin: a relay, a lamp. Off from the moment it is made.</summary>
public sealed class Relay : IActuator
{
    readonly GpioPin pin;
    readonly bool isActiveLow;

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
        pin = pins.OpenPin(number);
        // The level first, then the direction: the other way round an active-low relay would click at every start.
        pin.Write(Level(0));
        pin.SetPinMode(PinMode.Output);
        pin.Write(Level(0));
    }

    public string Name { get; }

    public string Label { get; }

    public bool IsSwitch => true;

    public int Maximum => 1;

    public string Unit => "";

    public bool TrySet(int value)
    {
        pin.Write(Level(value));
        return TryGet(out int now) && now == value;
    }

    // The pin's own level: what an output that is shorted, or overridden, does not follow.
    public bool TryGet(out int value)
    {
        value = pin.Read() == Level(1) ? 1 : 0;
        return true;
    }

    PinValue Level(int value) => (value != 0) != isActiveLow ? PinValue.High : PinValue.Low;
}
