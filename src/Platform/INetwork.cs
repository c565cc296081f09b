namespace Presentity.Platform;

/// <summary>What carries the connection: Wi-Fi, Ethernet. A desktop has its own and needs none of this.</summary>
public interface INetwork
{
    /// <summary>What it is, for the log: <c>Wi-Fi</c>.</summary>
    string Name { get; }

    /// <summary>Begins to connect, with the settings that the platform has stored, and keeps at it. Does not wait. Called again when the
    /// network has been away for long: begins anew.</summary>
    /// <returns>False when there are no settings, or no such hardware: <see cref="Failure"/>.</returns>
    bool Start();

    /// <summary>Whether there is an address; waits for one for at most so long.</summary>
    /// <param name="timeoutMs">Milliseconds; 0 only looks.</param>
    bool IsUp(int timeoutMs);

    /// <summary>The address that this device has; empty without one.</summary>
    string Address { get; }

    /// <summary>In words for a person: why <see cref="Start"/> failed.</summary>
    string Failure { get; }
}
