namespace Presentity.Agent;

/// <summary>What is read is remembered.</summary>
public sealed partial class Publisher
{
    /// <summary>Where; null for nowhere.</summary>
    internal SensorHistory? History;

    partial void Remember(long now) => History?.Record(now);
}
