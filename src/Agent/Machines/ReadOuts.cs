using System.Text;
using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Reads the device out for programs (XEP-0323 §3): what was asked for is measured and told by message.</summary>
public sealed partial class ReadOuts
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
                bool isOver = true;
                if (Begin(readOut))
                    TellPast(readOut, ref isOver);
                if (isOver)
                    planned[i] = null;
                left = isOver ? int.MaxValue : readOut.Due - clock.Milliseconds;
            }

            if (left < wait)
                wait = (int)left;
        }

        return wait;
    }

    /// <summary>Measures what is selected, and tells it.</summary>
    public void Tell(ReadOut readOut)
    {
        bool failed = false;
        for (int i = 0; i < Count; i++)
            if (readOut.IsMomentary && readOut.Selected[i])
                failed |= !Measure(i).IsAvailable;
        failed &= readOut.Words[Dialect.Failure] != 0;
        bool isFollowed = false;
        LookForPast(readOut, ref isFollowed);
        if (isFollowed && !readOut.IsMomentary)
            return;
        int first = 0;
        do
        {
            int end = Count;
            // As many fields as fit: mostly all.
            while (!Write(readOut, first, end, failed || isFollowed) && end > first + 1)
                end--;
            session.SendStanza(mayGo: true);
            first = end;
        }
        while (first < Count);
        if (failed)
        {
            WriteFailure(readOut, isFollowed);
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
            if (!readOut.IsMomentary || !readOut.Selected[i] || !readings[i].IsAvailable)
                continue;
            if (!hasAny)
                StartNode(writer, words);
            if (!hasAny)
                StartTimestamp(writer, words, clock.UnixSeconds);
            hasAny = true;
            WriteField(writer, words, i);
        }

        return End(writer);
    }

    static void StartNode(XmlWriter writer, int[] words)
    {
        writer.Start(words[Dialect.Node]);
        writer.Attribute(words[Dialect.NodeId], Word.Device);
    }

    static void StartTimestamp(XmlWriter writer, int[] words, long unixSeconds)
    {
        writer.Start(words[Dialect.Timestamp]);
        writer.BeginAttribute(words[Dialect.Value]);
        XmppDateTime.Write(writer, unixSeconds);
        writer.EndAttribute();
    }

    void WriteField(XmlWriter writer, int[] words, int index)
    {
        StartField(writer, words, index, readings[index].IsBoolean);
        writer.Attribute(words[Dialect.Momentary], Word.True);
        writer.Attribute(words[Dialect.Automatic], Word.True);
        if (index >= sensors.Length)
            writer.Attribute(words[Dialect.Writable], Word.True);
        EndField(writer, words, index, readings[index]);
    }

    void StartField(XmlWriter writer, int[] words, int index, bool isBoolean)
    {
        Channel channel = ChannelAt(index);
        writer.Start(isBoolean ? words[Dialect.Boolean] : words[Dialect.Numeric]);
        writer.Attribute(words[Dialect.Name], channel.Name, 0, channel.Name.Length);
    }

    void EndField(XmlWriter writer, int[] words, int index, Reading reading)
    {
        Channel channel = ChannelAt(index);
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

    void WriteFailure(ReadOut readOut, bool isFollowed)
    {
        int[] words = readOut.Words;
        XmlWriter writer = Start(readOut, words[Dialect.Failure]);
        writer.Attribute(words[Dialect.Done], isFollowed ? 0 : Word.True);
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

    /// <summary>The time of one that was planned has come, or that for what is left of it.</summary>
    /// <returns>False when nothing more is to be told: its asker has lost his role since.</returns>
    bool Begin(ReadOut readOut)
    {
        if (!Permission.Allows(access.RoleOf(readOut.To, 0, readOut.ToLength), Permission.ToRead))
            return false;
        if (readOut.IsQueued)
        {
            XmlWriter writer = Start(readOut, Word.Started);
            End(writer);
            session.SendStanza(mayGo: true);
        }

        if (!readOut.HasBegun)
            Tell(readOut);
        readOut.IsQueued = false;
        readOut.HasBegun = true;
        return true;
    }

    // Those of what is remembered (../History): whether it follows; and it is told, message by message.
    partial void LookForPast(ReadOut readOut, ref bool isFollowed);

    partial void TellPast(ReadOut readOut, ref bool isOver);
}
