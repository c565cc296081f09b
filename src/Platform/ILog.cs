namespace Presentity.Platform;

/// <summary>Where the agent says what happened. A line is worth a person's attention, or it is not written.</summary>
public interface ILog
{
    /// <summary>One line, without its end.</summary>
    void Write(LogLevel level, string line);

    /// <summary>Whether the bytes on the wire are wanted; asked before each <see cref="Wire"/>.</summary>
    bool WantsWire { get; }

    /// <summary>What went over the wire. Never called with secrets.</summary>
    /// <param name="outgoing">True for what we sent.</param>
    /// <param name="buffer">Read from <paramref name="offset"/>, <paramref name="count"/> bytes, during the call only.</param>
    /// <param name="offset">Where the bytes begin.</param>
    /// <param name="count">How many.</param>
    void Wire(bool outgoing, byte[] buffer, int offset, int count);
}

/// <summary>How much a line matters.</summary>
public enum LogLevel
{
    /// <summary>The course of things.</summary>
    Info,

    /// <summary>Something was refused or lost; the device goes on.</summary>
    Warning,

    /// <summary>The device cannot do its work until somebody acts.</summary>
    Error,
}
