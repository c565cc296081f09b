namespace Presentity.Tool.Flash;

/// <summary>What the user wants.</summary>
sealed record FlashOptions
{
    /// <summary>A folder of <c>boards</c>.</summary>
    internal required string Board { get; init; }

    /// <summary>The serial port; null to find it.</summary>
    internal string? Port { get; init; }

    /// <summary>The device's configuration; null to leave the one that it has.</summary>
    internal string? Config { get; init; }

    /// <summary>The image; null to build it.</summary>
    internal string? Image { get; init; }

    /// <summary>The firmware's version; null for the newest stable one.</summary>
    internal string? FirmwareVersion { get; init; }

    /// <summary>Whether all of the flash is erased first.</summary>
    internal bool MassErase { get; init; }

    internal bool SkipFirmware { get; init; }

    internal bool SkipNetwork { get; init; }

    /// <summary>Whether to say what would be done, and to do nothing.</summary>
    internal bool WhatIf { get; init; }

    /// <summary>The nanoff to use; null for the pinned one.</summary>
    internal string? Nanoff { get; init; }

    /// <summary>Seconds that the device has to come back after its firmware was written.</summary>
    internal int Patience { get; init; }
}
