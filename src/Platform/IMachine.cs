namespace Presentity.Platform;

/// <summary>The board as a computer: what runs on it, what is left of its memory, and its reset line.</summary>
public interface IMachine
{
    /// <summary>The firmware's target: <c>ESP32_REV3</c>.</summary>
    string Target { get; }

    /// <summary>What the firmware is, with its version: <c>nanoFramework 1.17.0.334</c>.</summary>
    string Firmware { get; }

    /// <summary>Bytes that are free for objects; collects garbage to find out.</summary>
    int FreeMemory { get; }

    /// <summary>Starts the board anew. What is on the way is lost.</summary>
    void Restart();
}
