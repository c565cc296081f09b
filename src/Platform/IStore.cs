namespace Presentity.Platform;

/// <summary>A few small files that outlive the power: the configuration, and what the device has learnt.</summary>
public interface IStore
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="name">A plain name such as <c>device.conf</c>, at most 24 characters, without a folder.</param>
    /// <returns>Null when there is none, or it cannot be read: <see cref="Failure"/> is empty in the first case.</returns>
    byte[]? Read(string name);

    /// <summary>Writes a whole file in place of what was there: all or nothing, also when the power goes in the middle.</summary>
    /// <param name="name">As in <see cref="Read"/>.</param>
    /// <param name="data">The contents are its first <paramref name="count"/> bytes; stays the caller's.</param>
    /// <param name="count">How many.</param>
    /// <returns>False when it could not be written; what was there before is there still.</returns>
    bool Write(string name, byte[] data, int count);

    /// <summary>Removes a file; that there is none is no failure.</summary>
    bool Remove(string name);

    /// <summary>In words for a person: why the last call failed; empty when it did not.</summary>
    string Failure { get; }
}
