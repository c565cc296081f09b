namespace Presentity.Platform;

/// <summary>Something that acts: a relay, a lamp, a fan.</summary>
public interface IActuator
{
    /// <summary>The name on the wire and at the prompt: lower-case letters, digits and hyphens, unique on the board.</summary>
    string Name { get; }

    /// <summary>The name for people: <c>Pump</c>.</summary>
    string Label { get; }

    /// <summary>True for a switch (0 is off, 1 is on); false for a level.</summary>
    bool IsSwitch { get; }

    /// <summary>The greatest level; the least is 0. A switch has 1.</summary>
    int Maximum { get; }

    /// <summary>The unit of a level as people write it: <c>%</c>; empty for a switch.</summary>
    string Unit { get; }

    /// <summary>Sets it.</summary>
    /// <param name="value">0 to <see cref="Maximum"/>; the caller has checked.</param>
    /// <returns>False when the hardware did not obey.</returns>
    bool TrySet(int value);

    /// <summary>Reads back what the hardware is set to.</summary>
    /// <param name="value">The state.</param>
    /// <returns>False when the hardware did not answer.</returns>
    bool TryGet(out int value);
}
