using System;

namespace Presentity.Tool.Flash;

/// <summary>A device is not flashed; the message is one line for a person and says what to do.</summary>
/// <param name="code">One of <see cref="ExitCode"/>.</param>
sealed class FlashException(int code, string message) : Exception(message)
{
    internal int Code { get; } = code;
}
