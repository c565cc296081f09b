namespace Presentity.Agent;

/// <summary>What the actuators may do.</summary>
public sealed partial class AgentOptions
{
    /// <summary>Policies of single actuators, by name.</summary>
    public ActuatorSettings Actuators = new ActuatorSettings();
}
