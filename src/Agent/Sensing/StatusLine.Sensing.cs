using System.Text;
using Presentity.Xml;

namespace Presentity.Agent;

/// <summary>Alarms come first: <c>! temperature 31.2 °C · 48 %</c>.</summary>
static partial class StatusLine
{
    static readonly byte[] Alarm = Encoding.UTF8.GetBytes("! ");

    static partial void WriteAlarms(XmlWriter writer, int start, SensorChannel[] sensors)
    {
        for (int i = 0; i < sensors.Length; i++)
        {
            if (sensors[i].Alarm == AlarmState.None || !sensors[i].Now.IsAvailable)
                continue;
            if (writer.Length == start)
                writer.WriteRaw(Alarm, 0, Alarm.Length);
            Item(writer, start + Alarm.Length, sensors[i], true, sensors[i].Now.Value != 0 ? On : Off);
        }
    }

    static partial void LookForAlarm(SensorChannel sensor, ref bool isAlarm) => isAlarm = sensor.Alarm != AlarmState.None;
}
