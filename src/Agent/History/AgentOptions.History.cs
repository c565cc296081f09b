namespace Presentity.Agent;

/// <summary>How much is remembered.</summary>
public sealed partial class AgentOptions
{
    /// <summary>Of how many seconds one value of each sensor is kept for 24 h: whole minutes of which an hour is a multiple; 0 to keep
    /// none.</summary>
    public int HistorySlotSeconds = 300;
}
