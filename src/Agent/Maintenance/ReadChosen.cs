using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>read-chosen</c>: some of the readings and states, measured now.</summary>
public sealed class ReadChosen : Command
{
    const string Choice = "sensors";

    readonly ReadSensors all;
    readonly SensorChannel[] sensors;
    readonly ActuatorChannel[] actuators;
    int chosen;

    /// <summary>Of those that <paramref name="all"/> reads.</summary>
    public ReadChosen(ReadSensors all, SensorChannel[] sensors, ActuatorChannel[] actuators)
        : base("read-chosen", "Read some sensors", Permission.ToRead)
    {
        this.all = all;
        this.sensors = sensors;
        this.actuators = actuators;
    }

    public override CommandStatus Run(CommandRequest request)
    {
        if (!request.HasForm)
            return CommandStatus.Executing;
        string wrong = "";
        chosen = ChoiceField.Read(request.Form, Choice, Texts(labels: false), ref wrong);
        if (chosen == 0)
            return request.RefusePayload(wrong);
        return all.Read(request, chosen);
    }

    public override void Write(CommandRequest request, XmlWriter answer)
    {
        if (request.HasForm)
        {
            all.WriteReadings(answer, chosen);
            return;
        }

        DataForm.Start(answer, Word.Form, "Readings");
        answer.Element(Word.Instructions, "Which are to be read?");
        ChoiceField.Write(answer, Choice, Texts(labels: false), Texts(labels: true), 0);
        answer.End();
    }

    /// <summary>The names of all, or what they are for a person.</summary>
    string[] Texts(bool labels)
    {
        string[] texts = new string[sensors.Length + actuators.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            int actuator = i - sensors.Length;
            if (actuator < 0)
                texts[i] = labels ? sensors[i].Sensor.Label : sensors[i].Sensor.Name;
            else
                texts[i] = labels ? actuators[actuator].Actuator.Label : actuators[actuator].Actuator.Name;
        }

        return texts;
    }
}
