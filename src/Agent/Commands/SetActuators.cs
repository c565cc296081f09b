using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>set-actuators</c>: one form for all of them. What the form leaves out stays as it is.</summary>
public sealed class SetActuators : Command
{
    readonly ActuatorChannel[] actuators;
    readonly ActuatorChanges changes;

    public SetActuators(ActuatorChannel[] actuators)
        : base("set-actuators", "Set actuators", Permission.ToSet)
    {
        this.actuators = actuators;
        changes = new ActuatorChanges(actuators);
    }

    public override CommandStatus Run(CommandRequest request)
    {
        if (!request.HasForm)
        {
            for (int i = 0; i < actuators.Length; i++)
                actuators[i].Sample();
            return CommandStatus.Executing;
        }

        if (!changes.Read(request.Form))
            return request.RefusePayload(changes.Text);
        if (!changes.TrySet())
            return request.Fail(changes.Text);
        return request.Complete(changes.Text.Length > 0 ? changes.Text : "nothing to set");
    }

    public override void Write(CommandRequest request, XmlWriter answer)
    {
        DataForm.Start(answer, request.HasForm ? Word.Result : Word.Form, "Actuators");
        if (!request.HasForm)
            answer.Element(Word.Instructions, "Set what is to change.");
        for (int i = 0; i < actuators.Length; i++)
        {
            IActuator actuator = actuators[i].Actuator;
            if (request.HasForm || !actuators[i].Now.IsAvailable)
                ReadingField.Write(answer, actuator.Name, actuator.Label, actuator.Unit, actuators[i].Now);
            else if (actuator.IsSwitch)
                DataForm.BooleanField(answer, actuator.Name, actuator.Label, actuators[i].Now.Value != 0);
            else
                DataForm.NumberField(answer, Word.TextSingle, actuator.Name, ReadingText.RangeLabel(actuator), actuators[i].Now.Value, 0);
        }

        answer.End();
    }
}
