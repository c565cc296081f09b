using System.Text;
using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>The last things that were done, by whatever plane: who, what, when, and what came of it. One buffer: the oldest make room.</summary>
/// <remarks>
/// An entry is its length in two bytes, the clock's milliseconds in eight, and three texts in UTF-8, each behind its length in one byte.
/// The oldest comes first. The time of day is computed when it is asked for: the clock may not have known it then.
/// </remarks>
public sealed class CommandLog
{
    /// <summary>The place of a text in an entry: the sender's address.</summary>
    public const int Who = 0;

    /// <summary>The command, or what else it was.</summary>
    public const int What = 1;

    /// <summary>What came of it.</summary>
    public const int Result = 2;

    const int Head = 10;
    const int LongestWho = 100;
    const int LongestWhat = 48;
    const int LongestResult = 120;

    static readonly byte[] SecondsAgo = Encoding.UTF8.GetBytes(" s ago");

    readonly IClock clock;
    readonly byte[] buffer;
    int used;
    int entry;

    /// <summary>Keeps as many entries as fit.</summary>
    /// <param name="clock">Of the platform.</param>
    /// <param name="bytes">For all of them: 512 or more.</param>
    public CommandLog(IClock clock, int bytes)
    {
        this.clock = clock;
        buffer = new byte[bytes];
    }

    /// <summary>How many entries there are.</summary>
    public int Count;

    /// <summary>Adds an entry.</summary>
    /// <param name="address">Who has done it; what is longer than 100 bytes is cut.</param>
    /// <param name="start">Where the address begins.</param>
    /// <param name="addressLength">Its bytes.</param>
    /// <param name="what">What he did; what is longer than 48 bytes is cut.</param>
    /// <param name="result">What came of it; what is longer than 120 bytes is cut.</param>
    public void Note(byte[] address, int start, int addressLength, string what, string result)
    {
        byte[] command = Encoding.UTF8.GetBytes(what);
        byte[] outcome = Encoding.UTF8.GetBytes(result);
        int who = Cut(address, start, addressLength, LongestWho);
        int whatLength = Cut(command, 0, command.Length, LongestWhat);
        int resultLength = Cut(outcome, 0, outcome.Length, LongestResult);
        int length = Head + 3 + who + whatLength + resultLength;
        while (used + length > buffer.Length)
            DropOldest();
        int at = used;
        buffer[at++] = (byte)(length >> 8);
        buffer[at++] = (byte)length;
        long now = clock.Milliseconds;
        for (int shift = 56; shift >= 0; shift -= 8)
            buffer[at++] = (byte)(now >> shift);
        at = Append(at, address, start, who);
        at = Append(at, command, 0, whatLength);
        used = Append(at, outcome, 0, resultLength);
        Count++;
    }

    /// <summary>Goes to an entry.</summary>
    /// <param name="age">0 for the newest; less than <see cref="Count"/>.</param>
    public void MoveTo(int age)
    {
        entry = 0;
        for (int i = Count - 1; i > age; i--)
            entry += LengthOf(entry);
    }

    /// <summary>Writes when it was, where the time of day is known; otherwise how many seconds ago.</summary>
    /// <param name="writer">Inside text.</param>
    public void WriteTime(XmlWriter writer)
    {
        long then = 0;
        for (int i = 2; i < Head; i++)
            then = (then << 8) | buffer[entry + i];
        long ago = (clock.Milliseconds - then) / 1000;
        long unix = clock.UnixSeconds;
        if (unix >= ago)
        {
            XmppDateTime.Write(writer, unix - ago);
            return;
        }

        writer.WriteNumber(ago);
        writer.WriteRaw(SecondsAgo, 0, SecondsAgo.Length);
    }

    /// <summary>A text of the entry, made anew.</summary>
    /// <param name="which"><see cref="Who"/>, <see cref="What"/> or <see cref="Result"/>.</param>
    public string Text(int which)
    {
        int at = entry + Head;
        for (; which > 0; which--)
            at += 1 + buffer[at];
        return Encoding.UTF8.GetString(buffer, at + 1, buffer[at]);
    }

    int LengthOf(int start) => (buffer[start] << 8) | buffer[start + 1];

    void DropOldest()
    {
        int length = LengthOf(0);
        used -= length;
        System.Array.Copy(buffer, length, buffer, 0, used);
        Count--;
    }

    int Append(int at, byte[] text, int start, int length)
    {
        buffer[at++] = (byte)length;
        System.Array.Copy(text, start, buffer, at, length);
        return at + length;
    }

    /// <summary>The most bytes of a text that are whole characters.</summary>
    static int Cut(byte[] text, int start, int length, int most)
    {
        if (length <= most)
            return length;
        while (most > 0 && (text[start + most] & 0xC0) == 0x80)
            most--;
        return most;
    }
}
