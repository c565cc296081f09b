using System.Text;
using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>read-sensors</c>: all readings and states, measured now.</summary>
public sealed class ReadSensors : Command
{
    const int All = -1;

    readonly SensorChannel[] sensors;
    readonly ActuatorChannel[] actuators;
    readonly Reading[] readings;

    public ReadSensors(SensorChannel[] sensors, ActuatorChannel[] actuators)
        : base("read-sensors", "Read sensors", Permission.ToRead)
    {
        this.sensors = sensors;
        this.actuators = actuators;
        readings = new Reading[sensors.Length];
        for (int i = 0; i < readings.Length; i++)
            readings[i] = new Reading();
    }

    public override CommandStatus Run(CommandRequest request) => Read(request, All);

    public override void Write(CommandRequest request, XmlWriter answer) => WriteReadings(answer, All);

    /// <summary>Reads some.</summary>
    /// <param name="request">Gets the note.</param>
    /// <param name="chosen">Which, a bit for each: first the sensors, then the actuators.</param>
    internal CommandStatus Read(CommandRequest request, int chosen)
    {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < sensors.Length; i++)
        {
            if (!Has(chosen, i))
                continue;
            // The publisher's own reading is left alone: what was not told yet must still be told.
            sensors[i].Read(readings[i]);
            ReadingText.Append(line, sensors[i].Sensor.Name + " " + ReadingText.WithUnit(readings[i], sensors[i].Sensor.Unit));
        }

        for (int i = 0; i < actuators.Length; i++)
        {
            if (!Has(chosen, sensors.Length + i))
                continue;
            actuators[i].Sample();
            ReadingText.Append(line, actuators[i].Actuator.Name + " " + ReadingText.WithUnit(actuators[i].Now, actuators[i].Actuator.Unit));
        }

        return request.Complete(line.ToString());
    }

    /// <summary>Writes what was read of them.</summary>
    internal void WriteReadings(XmlWriter answer, int chosen)
    {
        DataForm.Start(answer, Word.Result, "Readings");
        for (int i = 0; i < sensors.Length; i++)
            if (Has(chosen, i))
                ReadingField.Write(answer, sensors[i].Sensor.Name, sensors[i].Sensor.Label, sensors[i].Sensor.Unit, readings[i]);
        for (int i = 0; i < actuators.Length; i++)
            if (Has(chosen, sensors.Length + i))
                ReadingField.Write(answer, actuators[i].Actuator.Name, actuators[i].Actuator.Label, actuators[i].Actuator.Unit, actuators[i].Now);
        answer.End();
    }

    static bool Has(int chosen, int index) => (chosen & (1 << index)) != 0;
}
