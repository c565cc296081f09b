namespace Presentity.Agent;

/// <summary>How much is remembered.</summary>
public sealed partial class AgentOptions
{
    /// <summary>Of how many seconds one value of each sensor is kept for 24 h: a part of an hour, 60 or more; 0 to keep none.</summary>
    public int HistorySlotSeconds = 300;
}
