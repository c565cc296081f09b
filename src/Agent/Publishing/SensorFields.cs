using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>The readings for machines: <c>&lt;fields/></c> of XEP-0323 §3, inside presence.</summary>
static class SensorFields
{
    /// <summary>Writes all readings with the time of now; nothing while the time is not known, without which they mean nothing.</summary>
    internal static void Write(XmlWriter writer, SensorChannel[] sensors, ActuatorChannel[] actuators, long unixSeconds, int number)
    {
        if (unixSeconds < 0)
            return;
        writer.Start(Word.Fields, Ns.SensorData);
        writer.AttributeNumber(Word.Seqnr, number);
        writer.Attribute(Word.Done, Word.True);
        writer.Start(Word.Node);
        writer.Attribute(Word.NodeId, Word.Device);
        writer.Start(Word.Timestamp);
        writer.BeginAttribute(Word.Value);
        XmppDateTime.Write(writer, unixSeconds);
        writer.EndAttribute();
        for (int i = 0; i < sensors.Length; i++)
            Field(writer, sensors[i]);
        for (int i = 0; i < actuators.Length; i++)
            Field(writer, actuators[i]);
        writer.End();
        writer.End();
        writer.End();
    }

    // A reading that is not available is not told: absence says it (XEP-0323 §3.3 has no value for it).
    static void Field(XmlWriter writer, Channel channel)
    {
        Reading reading = channel.Now;
        if (!reading.IsAvailable)
            return;
        writer.Start(reading.IsBoolean ? Word.Boolean : Word.Numeric);
        writer.Attribute(Word.Name, channel.Name, 0, channel.Name.Length);
        writer.Attribute(Word.Momentary, Word.True);
        if (reading.IsBoolean)
        {
            writer.Attribute(Word.Value, reading.Value != 0 ? Word.True : Word.False);
        }
        else
        {
            writer.BeginAttribute(Word.Value);
            writer.WriteDecimal(reading.Value, reading.Decimals);
            writer.EndAttribute();
            writer.Attribute(Word.Unit, channel.Unit, 0, channel.Unit.Length);
        }

        writer.End();
    }
}
