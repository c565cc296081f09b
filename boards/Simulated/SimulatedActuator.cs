using Presentity.Platform;

namespace Presentity.Boards.Simulated;

/// <summary>A relay, a lamp, or something of 0 to 100 %: off, or at rest, at the start.</summary>
sealed class SimulatedActuator(string name, string label, bool isSwitch) : IActuator
{
    public string Name { get; } = name;

    public string Label { get; } = label;

    public bool IsSwitch { get; } = isSwitch;

    public int Maximum { get; } = isSwitch ? 1 : 100;

    public string Unit { get; } = isSwitch ? "" : "%";

    /// <summary>What it is set to.</summary>
    internal int Value { get; private set; }

    /// <summary>Whether it neither obeys nor answers.</summary>
    internal bool IsBroken { get; set; }

    public bool TrySet(int value)
    {
        if (!IsBroken)
            Value = value;
        return !IsBroken;
    }

    public bool TryGet(out int value)
    {
        value = Value;
        return !IsBroken;
    }
}
