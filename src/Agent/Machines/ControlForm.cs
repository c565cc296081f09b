using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Tells what can be set, and between which limits (XEP-0325 §3.3.1): a form, whose fields are the parameters.</summary>
public sealed class ControlForm : MachineHandler
{
    readonly ActuatorChannel[] actuators;

    public ControlForm(int[] words, ActuatorChannel[] actuators)
        : base(words, Dialect.Control, Word.GetForm, feature: 0) => this.actuators = actuators;

    public override int Answer(Stanza request, XmlWriter answer)
    {
        if (request.IsSet)
            return StanzaError.NotAllowed;
        if (!Permission.Allows(request.Role, Permission.ToSet))
            return StanzaError.Forbidden;
        if (!KnowsNodes(request.AtPayload()))
            return StanzaError.ItemNotFound;
        DataForm.Start(answer, Word.Form, "Actuators");
        for (int i = 0; i < actuators.Length; i++)
        {
            IActuator actuator = actuators[i].Actuator;
            actuators[i].Sample();
            DataForm.RangeField(answer, actuator.Name, actuator.IsSwitch ? actuator.Label : ReadingText.RangeLabel(actuator),
                actuators[i].Now.IsAvailable, actuators[i].Now.Value, actuator.IsSwitch, actuator.Maximum);
        }

        answer.End();
        return StanzaError.None;
    }
}
