using Presentity.Platform;

namespace Presentity.Agent;

/// <summary>An actuator and what it is set to: the one place through which it is set, by whatever plane.</summary>
public sealed partial class ActuatorChannel : Channel
{
    /// <summary>Sets this actuator.</summary>
    public ActuatorChannel(IActuator actuator)
        : base(actuator.Name, actuator.Unit) => Actuator = actuator;

    public readonly IActuator Actuator;

    /// <summary>Whether the state has changed and was not told yet.</summary>
    public bool HasChanged;

    /// <summary>Sets it, and reads back what the hardware then is set to.</summary>
    /// <param name="value">0 to the actuator's maximum.</param>
    /// <returns>False when the hardware did not obey.</returns>
    public bool TrySet(int value)
    {
        bool mayBe = true;
        Prepare(value, ref mayBe);
        bool set = mayBe && Actuator.TrySet(value);
        Sample();
        Finish();
        return set && Now.IsAvailable && Now.Value == value;
    }

    /// <summary>What came of <see cref="TrySet(int)"/>, for a person: <c>fan is 40 %</c>, <c>pump did not obey: it is off</c>.</summary>
    public string Outcome(bool obeyed)
    {
        string what = obeyed ? " is " : " did not obey: it is ";
        if (!obeyed)
            Explain(ref what);
        return Actuator.Name + what + ReadingText.WithUnit(Now, Actuator.Unit);
    }

    // Those of what watches over actuators (../Safety); where there is none, nothing is left of the call.
    partial void Prepare(int value, ref bool mayBe);

    partial void Finish();

    partial void Explain(ref string what);

    /// <summary>Reads the state.</summary>
    public void Sample()
    {
        bool wasAvailable = Now.IsAvailable;
        int before = Now.Value;
        if (!Actuator.TryGet(out int value))
            Now.SetUnavailable();
        else if (Actuator.IsSwitch)
            Now.SetBoolean(value != 0);
        else
            Now.SetNumber(value, 0);
        HasChanged |= Now.IsAvailable != wasAvailable || Now.Value != before;
    }

    /// <summary>The state has been told.</summary>
    public void Told() => HasChanged = false;
}
