using System.Device.Pwm;
using nanoFramework.Hardware.Esp32;
using Presentity.Platform;

namespace Presentity.Drivers;

/// <summary>A fan with a speed input (25 kHz), or what else takes 0 to 100 % as a pulse width. At rest from the moment it is
/// made.</summary>
public sealed class Fan : IActuator
{
    const int Hertz = 25000;

    readonly PwmChannel channel;
    int percent;

    /// <param name="pin">The pin; becomes the first PWM output.</param>
    public Fan(int pin)
    {
        Configuration.SetPinFunction(pin, DeviceFunction.PWM1);
        channel = PwmChannel.CreateFromPin(pin, Hertz, 0);
        channel.Start();
    }

    public string Name => "fan";

    public string Label => "Fan";

    public bool IsSwitch => false;

    public int Maximum => 100;

    public string Unit => "%";

    public bool TrySet(int value)
    {
        channel.DutyCycle = value / 100.0;
        percent = value;
        return true;
    }

    // The output has no way back: what it was set to is what is known.
    public bool TryGet(out int value)
    {
        value = percent;
        return true;
    }
}
