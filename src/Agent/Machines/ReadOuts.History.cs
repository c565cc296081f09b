using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Tells programs what is remembered: a message at a time, the newest first, each of as many values as fit.</summary>
public sealed partial class ReadOuts
{
    // A day of four sensors is about 70 messages of 2 KB: servers hold up who sends faster than a few KB a second.
    const int PauseMs = 500;

    // For the ends of the message, and what says whether there is more.
    const int Rest = 64;

    // message, fields, node, timestamp
    const int DepthOfTimestamp = 4;

    internal const int HourSeconds = 3600;
    internal const int DaySeconds = 86400;

    readonly Reading past = new Reading();

    /// <summary>What is remembered; null for nothing.</summary>
    internal SensorHistory? History;

    /// <summary>Whether there is anything of the past to tell.</summary>
    internal bool HasPast(ReadOut readOut) => readOut.PastEvery > 0 && History != null && History.IsDated
        && Oldest(History, readOut) <= Newest(History, readOut);

    partial void LookForPast(ReadOut readOut, ref bool isFollowed) => isFollowed = HasPast(readOut);

    partial void TellPast(ReadOut readOut, ref bool isOver)
    {
        SensorHistory? history = History;
        bool hasBegun = readOut.PastSlot != ReadOut.NotBegun;
        if (history == null || (!hasBegun && !HasPast(readOut)))
            return;
        readOut.Due = clock.Milliseconds + PauseMs;
        if (session.State != SessionState.Online)
        {
            // When the stream is resumed it goes on.
            isOver = false;
            return;
        }

        if (!hasBegun)
            readOut.PastSlot = Newest(history, readOut);
        long oldest = Oldest(history, readOut);
        long slot = readOut.PastSlot;
        int sensor = readOut.PastSensor;
        WritePast(history, readOut, oldest, isLast: true);
        isOver = readOut.PastSlot < oldest;
        if (!isOver)
        {
            readOut.PastSlot = slot;
            readOut.PastSensor = sensor;
            WritePast(history, readOut, oldest, isLast: false);
        }

        session.SendStanza(mayGo: true);
    }

    /// <summary>There is a new session: whoever waited for the rest of a read-out waits no more.</summary>
    internal void ForgetPast()
    {
        for (int i = 0; i < planned.Length; i++)
        {
            ReadOut? readOut = planned[i];
            if (readOut != null && readOut.PastSlot != ReadOut.NotBegun)
                planned[i] = null;
        }
    }

    static long Newest(SensorHistory history, ReadOut readOut) =>
        (readOut.PastTo >= history.StartOf(history.Next) ? history.Next : history.At(readOut.PastTo + 1)) - 1;

    static long Oldest(SensorHistory history, ReadOut readOut) => history.At(readOut.PastFrom);

    /// <summary>Writes what fits, and goes on to what does not.</summary>
    void WritePast(SensorHistory history, ReadOut readOut, long oldest, bool isLast)
    {
        int[] words = readOut.Words;
        XmlWriter writer = Start(readOut, words[Dialect.Fields]);
        int state = words[isLast ? Dialect.Done : Dialect.More];
        if (state != 0)
            writer.Attribute(state, Word.True);
        StartNode(writer, words);
        writer.CloseTag();
        int limit = writer.Limit - Rest;
        bool isFull = false;
        bool isEmpty = true;
        while (!isFull && readOut.PastSlot >= oldest)
        {
            bool isOpen = false;
            bool isWanted = history.StartOf(readOut.PastSlot) % readOut.PastEvery == 0;
            while (isWanted && !isFull && readOut.PastSensor < sensors.Length)
            {
                int length = writer.Length;
                int depth = writer.Depth;
                if (WriteValue(history, writer, readOut, isOpen))
                    isOpen = true;
                isFull = writer.HasOverflowed || writer.Length > limit;
                if (isFull)
                    writer.Rewind(length, depth);
                // One value that fits into no message is left out.
                if (!isFull || isEmpty)
                    readOut.PastSensor++;
                isEmpty &= !isOpen;
            }

            if (isOpen && writer.Depth == DepthOfTimestamp)
                writer.End();
            if (isFull)
                break;
            readOut.PastSlot--;
            readOut.PastSensor = 0;
        }

        End(writer);
    }

    /// <summary>Writes the value of a sensor, if there is one, into the timestamp of its slot, which is opened first if need be.</summary>
    /// <returns>False when there is none.</returns>
    bool WriteValue(SensorHistory history, XmlWriter writer, ReadOut readOut, bool isOpen)
    {
        int index = readOut.PastSensor;
        int[] words = readOut.Words;
        if (!readOut.Selected[index] || !history.TryGet(index, readOut.PastSlot, past))
            return false;
        long start = history.StartOf(readOut.PastSlot);
        if (!isOpen)
            StartTimestamp(writer, words, start);
        if (history.IsBoolean(index))
            past.SetBoolean(past.Value > 0);
        StartField(writer, words, index, past.IsBoolean);
        if (words[Dialect.Readings] == Ns.SensorData)
        {
            writer.Attribute(Word.HistoricalMinute, Word.True);
            writer.Attribute(Word.HistoricalHour, start % HourSeconds == 0 ? Word.True : 0);
            writer.Attribute(Word.HistoricalDay, start % DaySeconds == 0 ? Word.True : 0);
        }
        else
        {
            writer.Attribute(words[Dialect.Historical], Word.True);
        }

        writer.Attribute(words[Dialect.Automatic], Word.True);
        EndField(writer, words, index, past);
        return true;
    }
}
