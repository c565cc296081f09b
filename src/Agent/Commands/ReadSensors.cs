using System.Text;
using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>read-sensors</c>: all readings and states, measured now.</summary>
public sealed class ReadSensors : Command
{
    readonly SensorChannel[] sensors;
    readonly ActuatorChannel[] actuators;
    readonly Reading[] readings;

    /// <summary>Which are read, a bit for each: first the sensors, then the actuators.</summary>
    public int Chosen = -1;

    public ReadSensors(SensorChannel[] sensors, ActuatorChannel[] actuators)
        : base("read-sensors", "Read sensors", Permission.ToRead)
    {
        this.sensors = sensors;
        this.actuators = actuators;
        readings = new Reading[sensors.Length];
        for (int i = 0; i < readings.Length; i++)
            readings[i] = new Reading();
    }

    public override CommandStatus Run(CommandRequest request)
    {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < sensors.Length; i++)
        {
            if (!Has(i))
                continue;
            // The publisher's own reading is left alone: what was not told yet must still be told.
            sensors[i].Read(readings[i]);
            ReadingText.Append(line, sensors[i].Sensor.Name + " " + ReadingText.WithUnit(readings[i], sensors[i].Sensor.Unit));
        }

        for (int i = 0; i < actuators.Length; i++)
        {
            if (!Has(sensors.Length + i))
                continue;
            actuators[i].Sample();
            ReadingText.Append(line, actuators[i].Actuator.Name + " " + ReadingText.WithUnit(actuators[i].Now, actuators[i].Actuator.Unit));
        }

        return request.Complete(line.ToString());
    }

    public override void Write(CommandRequest request, XmlWriter answer)
    {
        DataForm.Start(answer, Word.Result, "Readings");
        for (int i = 0; i < sensors.Length; i++)
            if (Has(i))
                ReadingField.Write(answer, sensors[i].Sensor.Name, sensors[i].Sensor.Label, sensors[i].Sensor.Unit, readings[i]);
        for (int i = 0; i < actuators.Length; i++)
            if (Has(sensors.Length + i))
                ReadingField.Write(answer, actuators[i].Actuator.Name, actuators[i].Actuator.Label, actuators[i].Actuator.Unit, actuators[i].Now);
        answer.End();
    }

    bool Has(int index) => (Chosen & (1 << index)) != 0;
}
