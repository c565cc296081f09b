using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>alarms</c>: the alarms that there are, and of every sensor when a reading is one.</summary>
public sealed class Alarms : Command
{
    // For the note, and what is around the form.
    const int Rest = 400;

    readonly SensorChannel[] sensors;

    /// <summary>Of these.</summary>
    public Alarms(SensorChannel[] sensors)
        : base("alarms", "Alarms", Permission.ToRead) => this.sensors = sensors;

    public override CommandStatus Run(CommandRequest request)
    {
        string text = "";
        for (int i = 0; i < sensors.Length; i++)
            if (sensors[i].Alarm != AlarmState.None)
                text += (text.Length > 0 ? " · " : "") + AlarmMessages.Text(sensors[i]);
        return request.Complete(text.Length > 0 ? text : "no alarms");
    }

    public override void Write(CommandRequest request, XmlWriter answer)
    {
        DataForm.Start(answer, Word.Result, "Alarms");
        DataForm.Reported(answer, "sensor reading state above below hysteresis delay");
        for (int i = 0; i < sensors.Length; i++)
        {
            int length = answer.Length;
            int depth = answer.Depth;
            WriteItem(sensors[i], answer);
            if (answer.HasOverflowed || answer.Length > answer.Limit - Rest)
                answer.Rewind(length, depth);
        }

        answer.End();
    }

    static void WriteItem(SensorChannel sensor, XmlWriter answer)
    {
        answer.Start(Word.Item);
        DataForm.Cell(answer, "sensor", sensor.Sensor.Name);
        DataForm.Cell(answer, "reading", ReadingText.WithUnit(sensor.Now, sensor.Sensor.Unit));
        DataForm.Cell(answer, "state", sensor.Alarm == AlarmState.None ? "none" : sensor.Alarm == AlarmState.Above ? "above" : "below");
        string[] keys = SensorKeys.OfAlarms;
        for (int i = 0; i < keys.Length; i++)
            DataForm.Cell(answer, keys[i].Substring("alarm-".Length), SensorKeys.Text(sensor.Policy, keys[i]));
        answer.End();
    }
}
