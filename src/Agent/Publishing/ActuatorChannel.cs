using System.Text;
using Presentity.Platform;

namespace Presentity.Agent;

/// <summary>An actuator and what it is set to: the one place through which it is set, by whatever plane.</summary>
public sealed class ActuatorChannel
{
    /// <summary>Sets this actuator.</summary>
    public ActuatorChannel(IActuator actuator)
    {
        Actuator = actuator;
        Name = Encoding.UTF8.GetBytes(actuator.Name);
        Unit = Encoding.UTF8.GetBytes(actuator.Unit);
    }

    public readonly IActuator Actuator;

    /// <summary>The actuator's name in UTF-8; not to be written to.</summary>
    public readonly byte[] Name;

    /// <summary>The unit of its level in UTF-8; not to be written to.</summary>
    public readonly byte[] Unit;

    /// <summary>Its state as read back from the hardware: a boolean for a switch, else a number; not available after a fault.</summary>
    public readonly Reading Now = new Reading();

    /// <summary>Whether the state has changed and was not told yet.</summary>
    public bool HasChanged;

    /// <summary>Sets it, and reads back what the hardware then is set to.</summary>
    /// <param name="value">0 to the actuator's maximum.</param>
    /// <returns>False when the hardware did not obey.</returns>
    public bool TrySet(int value)
    {
        bool set = Actuator.TrySet(value);
        Sample();
        return set && Now.IsAvailable && Now.Value == value;
    }

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
