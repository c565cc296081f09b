using System.Collections.Generic;
using System.Linq;
using System.Text;
using Presentity.Platform;

namespace Presentity.TestKit;

/// <summary>Keeps what is logged.</summary>
public sealed class RecordingLog : ILog
{
    readonly List<string> lines = [];
    readonly StringBuilder wire = new();

    /// <summary>The lines so far, each with its level before it: <c>Warning: dropped ...</c>.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>What went over the wire as far as it was told, each piece behind <c>&lt; </c> or <c>> </c>.</summary>
    public string WireText => wire.ToString();

    public bool WantsWire { get; set; }

    /// <summary>Whether a line of this level has this in it.</summary>
    public bool Has(LogLevel level, string part) => lines.Any(line => line.StartsWith(level + ": ") && line.Contains(part));

    public void Write(LogLevel level, string line) => lines.Add(level + ": " + line);

    public void Wire(bool outgoing, byte[] buffer, int offset, int count) =>
        wire.Append(outgoing ? "> " : "< ").Append(Encoding.UTF8.GetString(buffer, offset, count)).Append('\n');
}
