using System.Collections.Generic;

namespace System.Device.Gpio;

/// <summary>A pin as the firmware of the ESP32 has it: an output begins low, is not written before it is one, and reads low
/// whatever it is.</summary>
public sealed class GpioPin
{
    bool outside = true;
    bool latch;

    public event PinValueChangedEventHandler? ValueChanged;

    public TimeSpan DebounceTimeout { get; set; }

    internal PinMode Mode { get; private set; }

    /// <summary>The level that the pin drives.</summary>
    internal bool IsHigh => Mode >= PinMode.Output && latch;

    public void SetPinMode(PinMode mode)
    {
        Mode = mode;
        latch = false;
    }

    public void Write(PinValue value)
    {
        if (Mode < PinMode.Output)
            throw new ArgumentException("not an output");
        latch = value == PinValue.High;
    }

    public PinValue Read() => Mode < PinMode.Output && outside ? PinValue.High : PinValue.Low;

    /// <summary>What is wired to the pin changes its level.</summary>
    internal void Drive(bool isHigh)
    {
        outside = isHigh;
        ValueChanged?.Invoke(this, new PinValueChangedEventArgs(isHigh ? PinEventTypes.Rising : PinEventTypes.Falling));
    }
}

/// <summary>The pins of the chip.</summary>
public sealed class GpioController
{
    internal Dictionary<int, GpioPin> Pins { get; } = [];

    public GpioPin OpenPin(int number)
    {
        GpioPin pin = new();
        Pins.Add(number, pin);
        return pin;
    }

    public GpioPin OpenPin(int number, PinMode mode)
    {
        GpioPin pin = OpenPin(number);
        pin.SetPinMode(mode);
        return pin;
    }
}

public delegate void PinValueChangedEventHandler(object sender, PinValueChangedEventArgs change);

public sealed class PinValueChangedEventArgs(PinEventTypes type) : EventArgs
{
    public PinEventTypes ChangeType { get; } = type;
}

public readonly record struct PinValue(bool IsHigh)
{
    public static PinValue High => new(true);

    public static PinValue Low => new(false);
}

/// <summary>As on the chip.</summary>
public enum PinMode
{
    Input = 0,
    InputPullDown = 1,
    InputPullUp = 2,
    Output = 3,
}

/// <summary>As on the chip.</summary>
public enum PinEventTypes
{
    None = 0,
    Rising = 1,
    Falling = 2,
}
