using System.Text;
using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>set-actuators</c>: one form for all of them. What the form leaves out stays as it is.</summary>
public sealed partial class SetActuators : Command
{
    const int Untouched = -1;

    readonly ActuatorChannel[] actuators;
    readonly int[] wanted;

    public SetActuators(ActuatorChannel[] actuators)
        : base("set-actuators", "Set actuators", Permission.ToSet)
    {
        this.actuators = actuators;
        wanted = new int[actuators.Length];
    }

    public override CommandStatus Run(CommandRequest request)
    {
        if (!request.HasForm)
        {
            for (int i = 0; i < actuators.Length; i++)
                actuators[i].Sample();
            return CommandStatus.Executing;
        }

        // All of the form is checked before anything is set: a form with a fault changes nothing.
        string fault = Check(request.Form);
        if (fault.Length > 0)
            return request.RefusePayload(fault);
        StringBuilder done = new StringBuilder();
        bool failed = false;
        for (int i = 0; i < actuators.Length; i++)
        {
            if (wanted[i] == Untouched)
                continue;
            bool obeyed = actuators[i].TrySet(wanted[i]);
            failed |= !obeyed;
            ReadingText.Append(done, actuators[i].Outcome(obeyed));
        }

        if (done.Length == 0)
            return request.Complete("nothing to set");
        return failed ? request.Fail(done.ToString()) : request.Complete(done.ToString());
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

    /// <summary>Reads the whole form into <see cref="wanted"/>.</summary>
    /// <returns>What is wrong with it, for a person; empty when nothing is.</returns>
    string Check(XmlCursor form)
    {
        for (int i = 0; i < wanted.Length; i++)
            wanted[i] = Untouched;
        int top = form.Node;
        for (bool more = form.MoveToFirstChild(); more; more = form.MoveToNext(top))
        {
            if (!form.Is(Ns.Forms, Word.Field))
                continue;
            int name = form.Attribute(Word.Var);
            if (form.Word(name) == Word.FormType)
                continue;
            int index = Find(form, name);
            if (index < 0)
                return "there is no actuator " + form.ToString(name);
            int field = form.Node;
            if (!form.MoveToChild(Ns.Forms, Word.Value) || form.Length(form.Text()) == 0)
                continue;
            string fault = Want(form, index);
            if (fault.Length > 0)
                return fault;
            form.MoveTo(field);
        }

        string together = "";
        CheckTogether(ref together);
        return together;
    }

    // That of what watches over actuators (../Safety).
    partial void CheckTogether(ref string fault);

    string Want(XmlCursor value, int index)
    {
        IActuator actuator = actuators[index].Actuator;
        bool on = false;
        int level = 0;
        bool isGood = actuator.IsSwitch ? DataForm.TryGetBoolean(value, out on) : value.TryGetInteger(value.Text(), out level);
        wanted[index] = on ? 1 : level;
        if (isGood && level >= 0 && level <= actuator.Maximum)
            return "";
        string range = actuator.IsSwitch ? "true or false" : "0 to " + actuator.Maximum.ToString();
        return actuator.Name + ": " + range + ", not " + value.ToString(value.Text());
    }

    int Find(XmlCursor form, int name)
    {
        for (int i = 0; i < actuators.Length; i++)
            if (form.ValueEquals(name, actuators[i].Name, 0, actuators[i].Name.Length))
                return i;
        return -1;
    }
}
