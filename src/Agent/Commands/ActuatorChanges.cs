using System.Text;
using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>What is to become of the actuators, whoever asks by whatever plane: all of it is checked before anything is set. Whatever is
/// not named stays as it is.</summary>
public sealed partial class ActuatorChanges
{
    const int Untouched = -1;

    readonly ActuatorChannel[] actuators;
    readonly int[] wanted;

    /// <summary>To these.</summary>
    public ActuatorChanges(ActuatorChannel[] actuators)
    {
        this.actuators = actuators;
        wanted = new int[actuators.Length];
    }

    /// <summary>What is wrong with what is asked, or what came of it, for a person; empty when there is nothing to say.</summary>
    public string Text = "";

    /// <summary>The actuator that <see cref="Text"/> is about, as something is wrong; below 0 for none.</summary>
    public int Wrong;

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        for (int i = 0; i < wanted.Length; i++)
            wanted[i] = Untouched;
        Wrong = -1;
        Text = "";
    }

    /// <summary>Reads a form that was filled in, all of it.</summary>
    /// <param name="form">At the form.</param>
    /// <returns>False when something is wrong with it: <see cref="Text"/>.</returns>
    public bool Read(XmlCursor form)
    {
        Clear();
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
                return false;
            int field = form.Node;
            if (!form.MoveToChild(Ns.Forms, Word.Value) || form.Length(form.Text()) == 0)
                continue;
            bool on = false;
            int level = 0;
            int slot = form.Text();
            bool isGood = actuators[index].Actuator.IsSwitch ? DataForm.TryGetBoolean(form, out on) : form.TryGetInteger(slot, out level);
            if (!Want(index, on ? 1 : level, isGood, form, slot))
                return false;
            form.MoveTo(field);
        }

        return FitTogether();
    }

    /// <summary>The actuator of a name.</summary>
    /// <returns>Below 0 when there is none: <see cref="Text"/> says so.</returns>
    public int Find(XmlCursor cursor, int name)
    {
        for (int i = 0; i < actuators.Length; i++)
            if (cursor.ValueEquals(name, actuators[i].Name, 0, actuators[i].Name.Length))
                return i;
        Text = "there is no actuator " + cursor.ToString(name);
        return -1;
    }

    /// <summary>Notes what one is to be set to.</summary>
    /// <param name="index">From <see cref="Find"/>.</param>
    /// <param name="value">The state.</param>
    /// <param name="isGood">Whether it could be read at all.</param>
    /// <param name="cursor">Where it was read.</param>
    /// <param name="slot">Its text.</param>
    /// <returns>False when it is none that the actuator has: <see cref="Text"/>.</returns>
    public bool Want(int index, int value, bool isGood, XmlCursor cursor, int slot)
    {
        IActuator actuator = actuators[index].Actuator;
        wanted[index] = value;
        if (isGood && value >= 0 && value <= actuator.Maximum)
            return true;
        Wrong = index;
        Text = actuator.Name + ": " + (actuator.IsSwitch ? "true or false" : "0 to " + actuator.Maximum.ToString())
            + ", not " + cursor.ToString(slot);
        return false;
    }

    /// <summary>Whether all that is wanted may be at the same time; <see cref="Text"/> otherwise.</summary>
    public bool FitTogether()
    {
        CheckTogether();
        return Wrong < 0;
    }

    /// <summary>Sets what is wanted, and reads it back. <see cref="Text"/> says what came of each.</summary>
    /// <returns>False when one did not obey; the others were set all the same.</returns>
    public bool TrySet()
    {
        StringBuilder done = new StringBuilder();
        for (int i = 0; i < actuators.Length; i++)
        {
            if (wanted[i] == Untouched)
                continue;
            bool obeyed = actuators[i].TrySet(wanted[i]);
            if (!obeyed)
                Wrong = i;
            ReadingText.Append(done, actuators[i].Outcome(obeyed));
        }

        Text = done.ToString();
        return Wrong < 0;
    }

    // That of what watches over actuators (../Safety).
    partial void CheckTogether();
}
