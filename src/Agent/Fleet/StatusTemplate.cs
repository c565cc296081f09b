using System.Text;
using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Agent;

/// <summary>The status line as its owner wants it, <c>{temperature} · pump {pump}</c>: text, and readings by the name of their sensor or
/// actuator.</summary>
public sealed class StatusTemplate
{
    /// <summary>The most bytes that one may have.</summary>
    public const int MostBytes = 160;

    // What has no value is told in front of the line, by its name.
    static readonly byte[] NoValue = Encoding.UTF8.GetBytes("–");
    static readonly byte[] On = Encoding.UTF8.GetBytes("on");
    static readonly byte[] Off = Encoding.UTF8.GetBytes("off");

    readonly string[] names;
    readonly byte[][] texts;
    Channel[] channels = new Channel[0];

    StatusTemplate(string[] names, byte[][] texts)
    {
        this.names = names;
        this.texts = texts;
    }

    /// <summary>Reads one.</summary>
    /// <returns>Null when a brace is without its other, has nothing in it, or stands in another.</returns>
    public static StatusTemplate? Parse(string text)
    {
        // What stands behind each brace that opens: a name, the brace that closes, text.
        string[] parts = text.Split('{');
        string[] names = new string[parts.Length - 1];
        byte[][] texts = new byte[parts.Length][];
        for (int i = 0; i < parts.Length; i++)
        {
            int end = parts[i].IndexOf('}');
            if (i == 0 ? end >= 0 : end < 1 || parts[i].IndexOf('}', end + 1) >= 0)
                return null;
            if (i > 0)
                names[i - 1] = parts[i].Substring(0, end).Trim();
            texts[i] = Encoding.UTF8.GetBytes(parts[i].Substring(end + 1));
        }

        return new StatusTemplate(names, texts);
    }

    /// <summary>The first name in it that nothing of a board has; empty when each is known.</summary>
    public string Unknown(IBoard board)
    {
        for (int i = 0; i < names.Length; i++)
        {
            bool isKnown = false;
            for (int s = 0; s < board.Sensors.Length; s++)
                isKnown |= board.Sensors[s].Name == names[i];
            for (int a = 0; a < board.Actuators.Length; a++)
                isKnown |= board.Actuators[a].Name == names[i];
            if (!isKnown)
                return names[i];
        }

        return "";
    }

    /// <summary>Finds what it names; a name that nothing has is as one without a value.</summary>
    internal void Bind(SensorChannel[] sensors, ActuatorChannel[] actuators)
    {
        channels = new Channel[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            for (int s = 0; s < sensors.Length; s++)
                if (sensors[s].Sensor.Name == names[i])
                    channels[i] = sensors[s];
            for (int a = 0; a < actuators.Length; a++)
                if (actuators[a].Actuator.Name == names[i])
                    channels[i] = actuators[a];
        }
    }

    /// <summary>Writes the line with the readings of now.</summary>
    internal void Write(XmlWriter writer)
    {
        writer.WriteEscaped(texts[0], 0, texts[0].Length);
        for (int i = 0; i < channels.Length; i++)
        {
            WriteValue(writer, channels[i]);
            writer.WriteEscaped(texts[i + 1], 0, texts[i + 1].Length);
        }
    }

    static void WriteValue(XmlWriter writer, Channel? channel)
    {
        byte[] word = NoValue;
        if (channel != null && channel.Now.IsAvailable)
        {
            Reading reading = channel.Now;
            if (!reading.IsBoolean)
            {
                writer.WriteDecimal(reading.Value, reading.Decimals);
                if (channel.Unit.Length > 0)
                    writer.Byte(' ');
                writer.WriteEscaped(channel.Unit, 0, channel.Unit.Length);
                return;
            }

            word = reading.Value != 0 ? On : Off;
        }

        writer.WriteRaw(word, 0, word.Length);
    }
}
