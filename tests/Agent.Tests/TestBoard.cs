using Presentity.Platform;

namespace Presentity.Agent.Tests;

/// <summary>A board whose sensors read what a test says.</summary>
sealed class TestBoard : IBoard
{
    internal TestSensor Temperature { get; } = new("temperature", "Temperature", "°C", false);

    internal TestSensor Button { get; } = new("button", "Button", "", true);

    internal TestActuator Pump { get; } = new("pump", "Pump", "", 1);

    internal TestActuator Fan { get; } = new("fan", "Fan", "%", 100);

    internal bool HasLamp { get; set; } = true;

    public string Model => "Test board";

    public ISensor[] Sensors => [Temperature, Button];

    public IActuator[] Actuators => [Pump, Fan];

    public bool Identify() => HasLamp;

    public void WakeOnInput(ITransport transport)
    {
    }
}

/// <summary>A sensor that reads what a test says, in tenths.</summary>
sealed class TestSensor(string name, string label, string unit, bool isBoolean) : ISensor
{
    public string Name { get; } = name;

    public string Label { get; } = label;

    public string Unit { get; } = unit;

    public bool IsBoolean { get; } = isBoolean;

    internal int Value { get; set; }

    internal bool IsBroken { get; set; }

    public bool TryRead(Reading reading)
    {
        if (IsBoolean)
            reading.SetBoolean(Value != 0);
        else
            reading.SetNumber(Value, 1);
        return !IsBroken;
    }
}

/// <summary>An actuator that may be broken: it neither obeys nor answers; or stuck: it answers, and does not obey.</summary>
sealed class TestActuator(string name, string label, string unit, int maximum) : IActuator
{
    public string Name { get; } = name;

    public string Label { get; } = label;

    public bool IsSwitch { get; } = maximum == 1;

    public int Maximum { get; } = maximum;

    public string Unit { get; } = unit;

    internal int Value { get; private set; }

    /// <summary>How often it was set since the agent was built.</summary>
    internal int Sets { get; set; }

    internal bool IsBroken { get; set; }

    internal bool IsStuck { get; set; }

    /// <summary>Called each time that it was set.</summary>
    internal Watcher? WasSet { get; set; }

    internal delegate void Watcher();

    public bool TrySet(int value)
    {
        Sets++;
        if (!IsBroken && !IsStuck)
            Value = value;
        WasSet?.Invoke();
        return !IsBroken;
    }

    public bool TryGet(out int value)
    {
        value = Value;
        return !IsBroken;
    }
}
