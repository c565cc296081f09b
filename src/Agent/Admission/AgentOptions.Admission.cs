namespace Presentity.Agent;

/// <summary>How a device gets its first owner.</summary>
public sealed partial class AgentOptions
{
    /// <summary>The code that makes its sender the owner while there is none; empty for no such thing.</summary>
    public string Claim = "";
}
