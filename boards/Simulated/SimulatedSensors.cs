using Presentity.Platform;

namespace Presentity.Boards.Simulated;

/// <summary>Temperature of the air.</summary>
sealed class Thermometer(Weather weather) : ISensor
{
    public string Name => "temperature";

    public string Label => "Temperature";

    public string Unit => "°C";

    public bool IsBoolean => false;

    public bool TryRead(Reading reading)
    {
        reading.SetNumber(weather.Temperature, 1);
        return !weather.IsBroken;
    }
}

/// <summary>Relative humidity of the air.</summary>
sealed class Hygrometer(Weather weather) : ISensor
{
    public string Name => "humidity";

    public string Label => "Humidity";

    public string Unit => "%";

    public bool IsBoolean => false;

    public bool TryRead(Reading reading)
    {
        reading.SetNumber(weather.Humidity, 0);
        return !weather.IsBroken;
    }
}

/// <summary>Light level.</summary>
sealed class LightMeter(Weather weather) : ISensor
{
    public string Name => "light";

    public string Label => "Light level";

    public string Unit => "lx";

    public bool IsBoolean => false;

    public bool TryRead(Reading reading)
    {
        reading.SetNumber(weather.Light, 0);
        return !weather.IsBroken;
    }
}

/// <summary>A button that wakes the agent when it is pressed or let go.</summary>
sealed class SimulatedButton : ISensor
{
    bool down;

    public string Name => "button";

    public string Label => "Button";

    public string Unit => "";

    public bool IsBoolean => true;

    internal ITransport? Transport { get; set; }

    public bool TryRead(Reading reading)
    {
        reading.SetBoolean(down);
        return true;
    }

    internal void Press(bool pressed)
    {
        down = pressed;
        Transport?.Wake();
    }
}
