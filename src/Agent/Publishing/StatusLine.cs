using System.Text;
using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Agent;

/// <summary>The state of a device in one line for people, the most important first: <c>21.4 °C · 48 % · pump off</c>.</summary>
/// <remarks>Clients show one line of about 60 characters: what does not fit is left out.</remarks>
static partial class StatusLine
{
    const int LongestBytes = 72;

    static readonly byte[] Separator = Encoding.UTF8.GetBytes(" · ");
    static readonly byte[] Unavailable = Encoding.UTF8.GetBytes(" unavailable");
    static readonly byte[] Faulty = Encoding.UTF8.GetBytes(" faulty");
    static readonly byte[] On = Encoding.UTF8.GetBytes(" on");
    static readonly byte[] Off = Encoding.UTF8.GetBytes(" off");

    /// <summary>Writes the line; the writer is in an element that is for it alone.</summary>
    internal static void Write(XmlWriter writer, SensorChannel[] sensors, ActuatorChannel[] actuators, Publisher publisher)
    {
        writer.CloseTag();
        int start = writer.Length;
        WriteAlarms(writer, start, sensors);
        WriteSafeMode(writer, start, actuators);
        for (int i = 0; i < actuators.Length; i++)
            if (!actuators[i].Now.IsAvailable)
                Item(writer, start, actuators[i], true, Faulty);
        for (int i = 0; i < sensors.Length; i++)
            if (!sensors[i].Now.IsAvailable)
                Item(writer, start, sensors[i], true, Unavailable);
        bool isWritten = false;
        WriteTemplate(writer, start, publisher, ref isWritten);
        if (isWritten)
            return;
        for (int i = 0; i < sensors.Length; i++)
        {
            bool isAlarm = false;
            LookForAlarm(sensors[i], ref isAlarm);
            if (sensors[i].Now.IsAvailable && !isAlarm && (!sensors[i].Now.IsBoolean || sensors[i].Now.Value != 0))
                Item(writer, start, sensors[i], sensors[i].Now.IsBoolean, On);
        }

        for (int i = 0; i < actuators.Length; i++)
            if (actuators[i].Now.IsAvailable)
                Item(writer, start, actuators[i], true, actuators[i].Now.Value != 0 ? On : Off);
    }

    // That of a line as an owner wants it (../Fleet).
    static partial void WriteTemplate(XmlWriter writer, int start, Publisher publisher, ref bool isWritten);

    // Those of alarms (../Sensing).
    static partial void WriteAlarms(XmlWriter writer, int start, SensorChannel[] sensors);

    static partial void LookForAlarm(SensorChannel sensor, ref bool isAlarm);

    // That of what watches over actuators (../Safety).
    static partial void WriteSafeMode(XmlWriter writer, int start, ActuatorChannel[] actuators);

    static void Item(XmlWriter writer, int start, Channel channel, bool isNamed, byte[] state)
    {
        Reading reading = channel.Now;
        int before = writer.Length;
        int depth = writer.Depth;
        if (before > start)
            writer.WriteRaw(Separator, 0, Separator.Length);
        if (isNamed)
            writer.WriteEscaped(channel.Name, 0, channel.Name.Length);
        if (!reading.IsAvailable || reading.IsBoolean)
        {
            writer.WriteRaw(state, 0, state.Length);
        }
        else
        {
            if (isNamed)
                writer.Byte(' ');
            writer.WriteDecimal(reading.Value, reading.Decimals);
            if (channel.Unit.Length > 0)
                writer.Byte(' ');
            writer.WriteEscaped(channel.Unit, 0, channel.Unit.Length);
        }

        if (writer.Length - start > LongestBytes)
            writer.Rewind(before, depth);
    }
}
