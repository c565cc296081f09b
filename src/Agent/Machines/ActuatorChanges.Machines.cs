namespace Presentity.Agent;

/// <summary>What programs are told of what they asked for.</summary>
public sealed partial class ActuatorChanges
{
    /// <summary>Whether an actuator is to be set.</summary>
    internal bool Wants(int index) => wanted[index] != Untouched;
}
