namespace Presentity.Agent;

/// <summary>A device that is one of many.</summary>
public sealed partial class AgentOptions
{
    /// <summary>What makes it one.</summary>
    public readonly FleetOptions Fleet = new FleetOptions();
}
