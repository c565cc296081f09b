using System.Text;
using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Reads the device out for programs (XEP-0323 §3): what was asked for is measured and told by message.</summary>
public sealed class ReadOuts
{
    // Whoever plans one for later takes memory meanwhile.
    const int MostPlanned = 2;

    static readonly byte[] NoReading = Encoding.UTF8.GetBytes("no reading:");

    readonly XmppSession session;
    readonly IAccess access;
    readonly IClock clock;
    readonly SensorChannel[] sensors;
    readonly ActuatorChannel[] actuators;
    readonly Reading[] readings;
    readonly ReadOut?[] planned = new ReadOut?[MostPlanned];

    /// <summary>Of these.</summary>
    public ReadOuts(XmppSession session, IAccess access, IClock clock, SensorChannel[] sensors, ActuatorChannel[] actuators)
    {
        this.session = session;
        this.access = access;
        this.clock = clock;
        this.sensors = sensors;
        this.actuators = actuators;
        Count = sensors.Length + actuators.Length;
        readings = new Reading[Count];
        for (int i = 0; i < Count; i++)
            readings[i] = new Reading();
    }

    /// <summary>How many sensors and actuators there are, numbered in this order.</summary>
    public readonly int Count;

    /// <summary>One of them.</summary>
    public Channel ChannelAt(int index) => index < sensors.Length ? sensors[index] : actuators[index - sensors.Length];

    /// <summary>The one of a name.</summary>
    /// <returns>Below 0 when there is none.</returns>
    public int Find(XmlCursor cursor, int name)
    {
        for (int i = 0; i < Count; i++)
            if (cursor.ValueEquals(name, ChannelAt(i).Name, 0, ChannelAt(i).Name.Length))
                return i;
        return -1;
    }

    /// <summary>Measures one.</summary>
    /// <returns>What came of it; holds until it is measured again.</returns>
    public Reading Measure(int index)
    {
        if (index < sensors.Length)
        {
            // The publisher's own reading is left alone: what was not told yet must still be told.
            sensors[index].Read(readings[index]);
        }
        else
        {
            ActuatorChannel actuator = actuators[index - sensors.Length];
            actuator.Sample();
            readings[index].CopyFrom(actuator.Now);
        }

        return readings[index];
    }

    /// <summary>Keeps a read-out for later.</summary>
    /// <returns>False when there are too many.</returns>
    public bool Plan(ReadOut readOut)
    {
        for (int i = 0; i < planned.Length; i++)
        {
            if (planned[i] != null)
                continue;
            planned[i] = readOut;
            return true;
        }

        return false;
    }

    /// <summary>Forgets one that was kept.</summary>
    /// <param name="request">Whose sender has planned it.</param>
    /// <param name="words">In which vocabulary.</param>
    /// <param name="number">The slot of its number.</param>
    /// <returns>False when there is none.</returns>
    public bool Cancel(Stanza request, int[] words, int number)
    {
        XmlCursor cursor = request.Cursor;
        for (int i = 0; i < planned.Length; i++)
        {
            ReadOut? readOut = planned[i];
            if (readOut == null || readOut.Words != words || !cursor.ValueEquals(request.From, readOut.To, 0, readOut.ToLength)
                || !cursor.ValueEquals(number, readOut.Number, 0, readOut.NumberLength))
                continue;
            planned[i] = null;
            return true;
        }

        return false;
    }

    /// <summary>Does what is due.</summary>
    /// <returns>Milliseconds until something will be due.</returns>
    public int RunDue()
    {
        int wait = int.MaxValue;
        for (int i = 0; i < planned.Length; i++)
        {
            ReadOut? readOut = planned[i];
            if (readOut == null)
                continue;
            long left = readOut.Due - clock.Milliseconds;
            if (left <= 0)
            {
                planned[i] = null;
                Begin(readOut);
            }
            else if (left < wait)
            {
                wait = (int)left;
            }
        }

        return wait;
    }

    /// <summary>Measures what is selected, and tells it.</summary>
    public void Tell(ReadOut readOut)
    {
        bool failed = false;
        for (int i = 0; i < Count; i++)
            if (readOut.Selected[i])
                failed |= !Measure(i).IsAvailable;
        failed &= readOut.Words[Dialect.Failure] != 0;
        int first = 0;
        do
        {
            int end = Count;
            // As many fields as fit: mostly all.
            while (!Write(readOut, first, end, failed) && end > first + 1)
                end--;
            session.SendStanza(mayGo: true);
            first = end;
        }
        while (first < Count);
        if (failed)
        {
            WriteFailure(readOut);
            session.SendStanza(mayGo: true);
        }
    }

    bool Write(ReadOut readOut, int first, int end, bool isFollowed)
    {
        int[] words = readOut.Words;
        XmlWriter writer = Start(readOut, words[Dialect.Fields]);
        int state = words[isFollowed || end < Count ? Dialect.More : Dialect.Done];
        if (state != 0)
            writer.Attribute(state, Word.True);
        bool hasAny = false;
        for (int i = first; i < end; i++)
        {
            if (!readOut.Selected[i] || !readings[i].IsAvailable)
                continue;
            if (!hasAny)
                StartTimestamp(writer, words);
            hasAny = true;
            WriteField(writer, words, i);
        }

        return End(writer);
    }

    void StartTimestamp(XmlWriter writer, int[] words)
    {
        writer.Start(words[Dialect.Node]);
        writer.Attribute(words[Dialect.NodeId], Word.Device);
        writer.Start(words[Dialect.Timestamp]);
        writer.BeginAttribute(words[Dialect.Value]);
        XmppDateTime.Write(writer, clock.UnixSeconds);
        writer.EndAttribute();
    }

    void WriteField(XmlWriter writer, int[] words, int index)
    {
        Channel channel = ChannelAt(index);
        Reading reading = readings[index];
        writer.Start(reading.IsBoolean ? words[Dialect.Boolean] : words[Dialect.Numeric]);
        writer.Attribute(words[Dialect.Name], channel.Name, 0, channel.Name.Length);
        writer.Attribute(words[Dialect.Momentary], Word.True);
        writer.Attribute(words[Dialect.Automatic], Word.True);
        if (index >= sensors.Length)
            writer.Attribute(words[Dialect.Writable], Word.True);
        writer.BeginAttribute(words[Dialect.Value]);
        if (reading.IsBoolean)
            writer.WriteWord(reading.Value != 0 ? Word.True : Word.False);
        else
            writer.WriteDecimal(reading.Value, reading.Decimals);
        writer.EndAttribute();
        if (!reading.IsBoolean)
            writer.Attribute(words[Dialect.Unit], channel.Unit, 0, channel.Unit.Length);
        writer.End();
    }

    void WriteFailure(ReadOut readOut)
    {
        int[] words = readOut.Words;
        XmlWriter writer = Start(readOut, words[Dialect.Failure]);
        writer.Attribute(words[Dialect.Done], Word.True);
        writer.Start(Word.Error);
        writer.Attribute(words[Dialect.NodeId], Word.Device);
        writer.BeginAttribute(words[Dialect.Timestamp]);
        XmppDateTime.Write(writer, clock.UnixSeconds);
        writer.EndAttribute();
        writer.Text(NoReading, 0, NoReading.Length);
        for (int i = 0; i < Count; i++)
        {
            if (!readOut.Selected[i] || readings[i].IsAvailable)
                continue;
            writer.Byte(' ');
            writer.WriteEscaped(ChannelAt(i).Name, 0, ChannelAt(i).Name.Length);
        }

        End(writer);
    }

    static bool End(XmlWriter writer)
    {
        while (writer.Depth > 0 && !writer.HasOverflowed)
            writer.End();
        return !writer.HasOverflowed;
    }

    XmlWriter Start(ReadOut readOut, int name)
    {
        XmlWriter writer = session.BeginStanza();
        writer.Start(Word.Message);
        writer.Attribute(Word.To, readOut.To, readOut.ToStart, readOut.ToLength);
        writer.Start(name, readOut.Words[Dialect.Readings]);
        writer.Attribute(readOut.Words[Dialect.Number], readOut.Number, readOut.NumberStart, readOut.NumberLength);
        return writer;
    }

    /// <summary>The time of one that was planned has come. Its asker may have lost his role since.</summary>
    void Begin(ReadOut readOut)
    {
        if (!Permission.Allows(access.RoleOf(readOut.To, 0, readOut.ToLength), Permission.ToRead))
            return;
        XmlWriter writer = Start(readOut, Word.Started);
        End(writer);
        session.SendStanza(mayGo: true);
        Tell(readOut);
    }
}
