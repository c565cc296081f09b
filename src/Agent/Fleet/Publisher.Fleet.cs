namespace Presentity.Agent;

/// <summary>A status line as its owner wants it.</summary>
public sealed partial class Publisher
{
    /// <summary>What the status line looks like; null for all that there is.</summary>
    internal StatusTemplate? Template;
}
