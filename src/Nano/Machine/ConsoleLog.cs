using System;
using System.Text;
using Presentity.Platform;

namespace Presentity.Nano;

/// <summary>The log on the board's serial port: <c>2026-11-22 23:09:45Z warning: ...</c>; before the time is known, seconds since the
/// start.</summary>
public sealed class ConsoleLog : ILog
{
    readonly IClock clock;

    public ConsoleLog(IClock clock) => this.clock = clock;

    public bool WantsWire => false;

    public void Write(LogLevel level, string line)
    {
        string time = clock.UnixSeconds < 0 ? (clock.Milliseconds / 1000).ToString() + " s" : DateTime.UtcNow.ToString("u");
        string how = level == LogLevel.Warning ? " warning: " : level == LogLevel.Error ? " error: " : " ";
        Console.WriteLine(time + how + Printable(line));
    }

    public void Wire(bool outgoing, byte[] buffer, int offset, int count)
    {
    }

    // What a peer has written must not begin a line of its own, nor steer the terminal that shows it.
    static string Printable(string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line);
        for (int i = 0; i < bytes.Length; i++)
            if (bytes[i] < 0x20 || bytes[i] == 0x7F)
                bytes[i] = (byte)'?';
        return Encoding.UTF8.GetString(bytes, 0, bytes.Length);
    }
}
