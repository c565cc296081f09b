using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>The commands of an agent whose actuators are watched over.</summary>
public sealed partial class DeviceAgent
{
    partial void AddForActuators(ActuatorChannel[] actuators, ref Command[] all)
    {
        Add(ref all, new ActuatorTimer(actuators));
        Add(ref all, new SafeMode(this, settings));
    }

    /// <summary>Whether every actuator is at its fail-safe state and obeys nobody.</summary>
    internal bool IsInSafeMode => guard.IsSafeMode;

    /// <summary>Begins or ends safe mode, and tells everybody in presence. Nothing is switched at its end.</summary>
    /// <returns>False when an actuator did not obey.</returns>
    internal bool SetSafeMode(bool isOn)
    {
        options.Actuators.IsSafeMode = isOn;
        bool obeyed = !isOn || guard.EnterSafeMode();
        guard.IsSafeMode = isOn;
        publisher.Begin();
        return obeyed;
    }
}
