using System.Collections;
using System.Text;
using Presentity.Platform;

namespace Presentity.TestKit;

/// <summary>Keeps what is logged.</summary>
public sealed class RecordingLog : ILog
{
    readonly ArrayList lines = new ArrayList();
    readonly StringBuilder wire = new StringBuilder();

    /// <summary>The lines so far, each with its level before it: <c>Warning: dropped ...</c>.</summary>
    public string[] Lines
    {
        get
        {
            lock (lines)
                return (string[])lines.ToArray(typeof(string));
        }
    }

    /// <summary>What went over the wire as far as it was told, each piece behind <c>&lt; </c> or <c>> </c>.</summary>
    public string WireText => wire.ToString();

    public bool WantsWire { get; set; }

    /// <summary>Whether a line of this level has this in it.</summary>
    public bool Has(LogLevel level, string part)
    {
        foreach (string line in Lines)
            if (line.StartsWith(PlatformNames.Of(level) + ": ") && line.IndexOf(part) >= 0)
                return true;
        return false;
    }

    public void Write(LogLevel level, string line)
    {
        // A device may run in a thread of its own, and be looked at from another.
        lock (lines)
            lines.Add(PlatformNames.Of(level) + ": " + line);
    }

    public void Wire(bool outgoing, byte[] buffer, int offset, int count) =>
        wire.Append(outgoing ? "> " : "< ").Append(Encoding.UTF8.GetString(buffer, offset, count)).Append('\n');
}
