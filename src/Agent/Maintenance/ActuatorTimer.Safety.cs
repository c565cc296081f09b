using System.Text;
using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>timer</c>: one actuator on for a while, after which it goes off by itself: <c>pump</c>, <c>on</c>, <c>10 min</c>.</summary>
public sealed class ActuatorTimer : Command
{
    readonly ActuatorChannel[] actuators;

    /// <summary>For these.</summary>
    public ActuatorTimer(ActuatorChannel[] actuators)
        : base("timer", "On for a time", Permission.ToSet) => this.actuators = actuators;

    public override CommandStatus Run(CommandRequest request)
    {
        if (!request.HasForm)
            return CommandStatus.Executing;
        string name = FormText.Of(request.Form, "actuator");
        ActuatorChannel? channel = null;
        for (int i = 0; i < actuators.Length; i++)
            if (actuators[i].Actuator.Name == name)
                channel = actuators[i];
        if (channel == null)
            return request.RefusePayload("actuator: there is none called " + name);
        IActuator actuator = channel.Actuator;
        string wanted = FormText.Of(request.Form, "value");
        int value = actuator.Maximum;
        if (wanted.Length > 0 && wanted != "on" && !int.TryParse(wanted, out value))
            value = 0;
        if (value < 1 || value > actuator.Maximum)
            return request.RefusePayload("value: " + name + " is on" + (actuator.IsSwitch ? "" : ", or 1 to " + actuator.Maximum.ToString())
                + ", not " + wanted);
        string time = FormText.Of(request.Form, "duration");
        byte[] bytes = Encoding.UTF8.GetBytes(time);
        int digits = 0;
        while (digits < bytes.Length && bytes[digits] >= '0' && bytes[digits] <= '9')
            digits++;
        int milliseconds = ChatTime.Read(time.Substring(0, digits), time.Substring(digits).Trim());
        if (milliseconds == 0)
            return request.RefusePayload("duration: 1 s to 24 h such as 10 min, not " + time);
        bool obeyed = channel.TrySet(value, milliseconds);
        return obeyed ? request.Complete(channel.TimedOutcome()) : request.Fail(channel.Outcome(false));
    }

    public override void Write(CommandRequest request, XmlWriter answer)
    {
        if (request.HasForm)
            return;
        DataForm.Start(answer, Word.Form, "On for a time");
        answer.Element(Word.Instructions, "It goes off by itself when the time is over.");
        DataForm.StartField(answer, Word.ListSingle, "actuator", "Actuator");
        if (actuators.Length > 0)
            answer.Element(Word.Value, actuators[0].Actuator.Name);
        for (int i = 0; i < actuators.Length; i++)
            DataForm.Option(answer, actuators[i].Actuator.IsSwitch ? actuators[i].Actuator.Label : ReadingText.RangeLabel(actuators[i].Actuator),
                actuators[i].Actuator.Name);
        answer.End();
        DataForm.Field(answer, Word.TextSingle, "value", "On, or a level", "on");
        DataForm.Field(answer, Word.TextSingle, "duration", "For how long", "10 min");
        answer.End();
    }
}
