namespace Presentity.Platform;

/// <summary>Something that measures.</summary>
public interface ISensor
{
    /// <summary>The name on the wire and at the prompt: lower-case letters, digits and hyphens, unique on the board.</summary>
    string Name { get; }

    /// <summary>The name for people: <c>Temperature</c>.</summary>
    string Label { get; }

    /// <summary>The unit as people write it: <c>°C</c>, <c>%</c>, <c>lx</c>; empty for a boolean.</summary>
    string Unit { get; }

    /// <summary>Whether readings are booleans; numbers otherwise.</summary>
    bool IsBoolean { get; }

    /// <summary>Measures. May take milliseconds, not seconds.</summary>
    /// <param name="reading">Receives the value.</param>
    /// <returns>False when the hardware did not answer; <paramref name="reading"/> is then of no use.</returns>
    bool TryRead(Reading reading);
}
