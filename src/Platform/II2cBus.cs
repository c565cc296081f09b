namespace Presentity.Platform;

/// <summary>A bus on which a driver talks to its chip: I2C, as the controller of it. Nothing here throws.</summary>
public interface II2cBus
{
    /// <summary>Writes.</summary>
    /// <param name="address">The chip's, 7 bits.</param>
    /// <param name="data">Its first <paramref name="count"/> bytes; stays the caller's.</param>
    /// <param name="count">How many.</param>
    /// <returns>False when the chip did not take all of it.</returns>
    bool TryWrite(int address, byte[] data, int count);

    /// <summary>Reads.</summary>
    /// <param name="address">The chip's, 7 bits.</param>
    /// <param name="data">Receives <paramref name="count"/> bytes from index 0.</param>
    /// <param name="count">How many.</param>
    /// <returns>False when the chip did not answer; what is in <paramref name="data"/> then means nothing.</returns>
    bool TryRead(int address, byte[] data, int count);
}
