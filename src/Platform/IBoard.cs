namespace Presentity.Platform;

/// <summary>A wiring: which sensors and actuators there are.</summary>
public interface IBoard
{
    /// <summary>What the board is, for people: <c>Simulated greenhouse</c>.</summary>
    string Model { get; }

    /// <summary>In the order in which a person wants to read them.</summary>
    ISensor[] Sensors { get; }

    /// <summary>In the order in which a person wants to read them.</summary>
    IActuator[] Actuators { get; }

    /// <summary>Makes the board known to somebody who stands before it: blinks, beeps.</summary>
    /// <returns>False when the board has nothing to do it with.</returns>
    bool Identify();

    /// <summary>Tells the board whom to wake when an input such as a button changes, so that it is published at once.</summary>
    /// <param name="transport">Its <see cref="ITransport.Wake"/> is called, from any thread.</param>
    void WakeOnInput(ITransport transport);
}
