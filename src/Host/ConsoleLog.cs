using System;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using Presentity.Platform;

namespace Presentity.Host;

/// <summary>A log of lines for a person: <c>2026-11-22T23:09:45Z warning: no answer from alpha.test</c>.</summary>
/// <remarks>One event is one line, whatever the event says: see <see cref="LogText"/>. Any thread may write.</remarks>
/// <param name="output">Where the lines go; stays the caller's. Flushed after each line.</param>
/// <param name="clock">For the time that begins each line.</param>
/// <param name="verbose">Whether what goes over the wire is wanted: <c>-&gt;</c> what we sent, <c>&lt;-</c> what came.</param>
public sealed class ConsoleLog(TextWriter output, IClock clock, bool verbose) : ILog
{
    readonly Lock oneLine = new();
    readonly StringBuilder text = new();

    public bool WantsWire => verbose;

    public void Write(LogLevel level, string line)
    {
        lock (oneLine)
        {
            Begin();
            text.Append(level switch { LogLevel.Warning => "warning: ", LogLevel.Error => "error: ", _ => "" });
            LogText.Append(text, line);
            End();
        }
    }

    public void Wire(bool outgoing, byte[] buffer, int offset, int count)
    {
        if (!verbose)
            return;
        lock (oneLine)
        {
            Begin();
            text.Append(outgoing ? "-> " : "<- ");
            LogText.Append(text, buffer.AsSpan(offset, count));
            End();
        }
    }

    void Begin()
    {
        DateTimeOffset now = DateTimeOffset.FromUnixTimeSeconds(clock.UnixSeconds);
        text.Clear().Append(now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)).Append(' ');
    }

    void End()
    {
        // The end of the line is part of the one write, so that another program on the same terminal cannot come between.
        text.Append('\n');
        output.Write(text.ToString());
        output.Flush();
    }
}
