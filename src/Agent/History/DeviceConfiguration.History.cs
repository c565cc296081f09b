namespace Presentity.Agent;

/// <summary><c>history-interval</c></summary>
public sealed partial class DeviceConfiguration
{
    /// <summary><c>history-interval</c></summary>
    public int HistorySlotSeconds = 300;

    partial void EquipHistory(AgentOptions agent) => agent.HistorySlotSeconds = HistorySlotSeconds;
}
