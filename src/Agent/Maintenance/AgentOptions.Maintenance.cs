namespace Presentity.Agent;

/// <summary>What operators look after a device by.</summary>
public sealed partial class AgentOptions
{
    /// <summary>Bytes of the log of the last commands: about 70 for each. 512 or more.</summary>
    public int CommandLogBytes = 1024;
}
