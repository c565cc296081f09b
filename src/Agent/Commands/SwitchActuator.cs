using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>pump-on</c>, <c>pump-off</c> ...: sets one switch to one state. Never toggles: a command run twice does what one run does.</summary>
public sealed class SwitchActuator : Command
{
    readonly ActuatorChannel actuator;
    readonly bool on;

    public SwitchActuator(ActuatorChannel actuator, bool on)
        : base(actuator.Actuator.Name + (on ? "-on" : "-off"), actuator.Actuator.Label + (on ? " on" : " off"), Permission.ToSet)
    {
        this.actuator = actuator;
        this.on = on;
    }

    public override CommandStatus Run(CommandRequest request)
    {
        bool obeyed = actuator.TrySet(on ? 1 : 0);
        string outcome = actuator.Outcome(obeyed);
        return obeyed ? request.Complete(outcome) : request.Fail(outcome);
    }

    public override void Write(CommandRequest request, XmlWriter answer)
    {
        DataForm.Start(answer, Word.Result, actuator.Actuator.Label);
        ReadingField.Write(answer, actuator.Actuator.Name, actuator.Actuator.Label, actuator.Actuator.Unit, actuator.Now);
        answer.End();
    }
}
