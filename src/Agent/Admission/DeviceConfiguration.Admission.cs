namespace Presentity.Agent;

/// <summary><c>claim</c></summary>
public sealed partial class DeviceConfiguration
{
    partial void EquipClaim(AgentOptions agent) => agent.Claim = Claim;
}
