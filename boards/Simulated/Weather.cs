using Presentity.Platform;

namespace Presentity.Boards.Simulated;

/// <summary>What the greenhouse is like: warm air that the fan cools, damp that the pump brings, light that comes and goes.</summary>
sealed class Weather(IClock clock, SimulatedActuator pump, SimulatedActuator fan)
{
    /// <summary>Whether the sensors do not answer.</summary>
    internal bool IsBroken { get; set; }

    /// <summary>Tenths of a degree Celsius: 21.4 °C and a little about it, less with the fan on.</summary>
    internal int Temperature => 214 + Wave(97, 8) - (fan.Value / 10);

    /// <summary>Percent: 48 % and a little about it, more with the pump on.</summary>
    internal int Humidity => 48 + Wave(61, 3) + (pump.Value * 12);

    /// <summary>Lux: between 280 and 360.</summary>
    internal int Light => 320 + Wave(37, 40);

    // A triangle of this period in seconds, from minus to plus the height.
    int Wave(int period, int height)
    {
        int phase = (int)(clock.Milliseconds / 250 % (period * 4));
        int up = phase < period * 2 ? phase : (period * 4) - phase;
        return (up * height / period) - height;
    }
}
