using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>history</c>: what a sensor has read in the last 24 h, or between two moments: a summary, and a table in steps as fine as
/// there is room for.</summary>
public sealed partial class HistoryCommand : Command
{
    // For the rest of the note, and what is around it.
    const int Rest = 130;

    readonly SensorHistory history;
    readonly SensorChannel[] sensors;
    readonly HistorySummary summary;
    int sensor;
    long from;
    long to;
    long first;
    long end;

    public HistoryCommand(SensorHistory history, SensorChannel[] sensors)
        : base("history", "History", Permission.ToRead)
    {
        this.history = history;
        this.sensors = sensors;
        summary = history.Summary;
    }

    public override CommandStatus Run(CommandRequest request)
    {
        if (!request.HasForm)
            return CommandStatus.Executing;
        string wrong = Read(request.Form);
        if (wrong.Length > 0)
            return request.RefusePayload(wrong);
        first = history.First;
        end = history.Next;
        if (from > 0 || to != long.MaxValue)
        {
            if (!history.IsDated)
                return request.Fail("the time is not known yet; leave from and to empty");
            first = history.At(from);
            end = history.At(to);
        }

        if (first >= end)
            return request.Complete(history.Next == 0 ? "nothing is kept yet" : "nothing is kept of that time");
        summary.Read(history, sensor, first, end);
        return request.Complete(summary.Tell(sensors[sensor].Sensor));
    }

    public override void Write(CommandRequest request, XmlWriter answer)
    {
        DataForm.Start(answer, request.HasForm ? Word.Result : Word.Form, "History");
        if (!request.HasForm)
            WriteQuestions(answer);
        else if (request.NoteType != Word.Error && first < end)
            WriteAnswer(request, answer);
        answer.End();
    }

    /// <summary>Reads what is asked for.</summary>
    /// <returns>What is wrong with it; empty when nothing is.</returns>
    string Read(XmlCursor form)
    {
        sensor = -1;
        from = 0;
        to = long.MaxValue;
        string named = "none";
        int top = form.Node;
        for (bool more = form.MoveToFirstChild(); more; more = form.MoveToNext(top))
        {
            int field = form.Node;
            string name = form.ToString(form.Attribute(Word.Var));
            if (!form.MoveToChild(Ns.Forms, Word.Value))
                continue;
            int slot = form.Text();
            long time = 0;
            if (name == "sensor")
                named = Find(form, slot);
            else if ((name == "from" || name == "to") && form.Length(slot) > 0)
                time = XmppDateTime.Read(form, slot);
            if (time < 0)
                return name + ": a moment such as 2026-11-22T18:00:00Z, not " + form.ToString(slot);
            if (time > 0 && name == "from")
                from = time;
            else if (time > 0)
                to = time;
            form.MoveTo(field);
        }

        if (sensor < 0)
            return "sensor: " + Names() + "; not " + named;
        return to <= from ? "to is not after from" : "";
    }

    string Find(XmlCursor form, int slot)
    {
        sensor = -1;
        for (int i = 0; i < sensors.Length; i++)
            if (form.ValueEquals(slot, sensors[i].Name, 0, sensors[i].Name.Length))
                sensor = i;
        return form.ToString(slot);
    }

    string Names()
    {
        string names = "";
        for (int i = 0; i < sensors.Length; i++)
            names += (i > 0 ? ", " : "") + sensors[i].Sensor.Name;
        return names;
    }

    void WriteQuestions(XmlWriter answer)
    {
        answer.Element(Word.Instructions, "Without from and to: the last 24 h.");
        DataForm.StartField(answer, Word.ListSingle, "sensor", "Sensor");
        answer.Element(Word.Value, sensors[0].Sensor.Name);
        for (int i = 0; i < sensors.Length; i++)
        {
            answer.Start(Word.Option);
            answer.Attribute(Word.Label, sensors[i].Sensor.Label);
            answer.Element(Word.Value, sensors[i].Sensor.Name);
            answer.End();
        }

        answer.End();
        WriteMoment(answer, "from", "From");
        WriteMoment(answer, "to", "To");
    }

    void WriteMoment(XmlWriter answer, string name, string label)
    {
        DataForm.StartField(answer, Word.TextSingle, name, label + " (2026-11-22T18:00:00Z)");
        Validate(answer);
        answer.End();
    }

    // That of what programs ask (../Machines).
    partial void Validate(XmlWriter answer);

    /// <summary>The summary as a field, for clients that hide the note; and the table, for those that show one.</summary>
    void WriteAnswer(CommandRequest request, XmlWriter answer)
    {
        DataForm.Field(answer, 0, "summary", "Summary", request.Note);
        int length = answer.Length;
        int depth = answer.Depth;
        // The note comes behind the form.
        int limit = answer.Limit - Rest - (3 * request.Note.Length);
        for (int step = HistoryStep.Coarser(history, 0); step != 0; step = HistoryStep.Coarser(history, step))
        {
            if (TryWrite(answer, step, limit))
            {
                request.Note += "; in steps of " + DeviceStatus.Duration((long)step * history.SlotSeconds * 1000);
                return;
            }

            answer.Rewind(length, depth);
        }
    }

    bool TryWrite(XmlWriter answer, int step, int limit)
    {
        string unit = sensors[sensor].Sensor.Unit;
        answer.Start(Word.Reported);
        DataForm.StartField(answer, Word.TextSingle, "time", "From");
        answer.End();
        DataForm.StartField(answer, Word.TextSingle, "value", sensors[sensor].Sensor.Label + (unit.Length > 0 ? " (" + unit + ")" : ""));
        answer.End();
        answer.End();
        for (long slot = first; slot < end;)
        {
            long next = history.StepEnd(slot, step);
            WriteLine(answer, slot, next < end ? next : end);
            if (answer.HasOverflowed || answer.Length > limit)
                return false;
            slot = next;
        }

        return true;
    }

    void WriteLine(XmlWriter answer, long slot, long next)
    {
        summary.Read(history, sensor, slot, next);
        answer.Start(Word.Item);
        DataForm.StartField(answer, 0, "time", "");
        answer.Start(Word.Value);
        answer.CloseTag();
        if (history.IsDated)
            XmppDateTime.Write(answer, history.StartOf(slot));
        else
            answer.Text(DeviceStatus.Duration(history.AgeOf(slot)) + " ago");
        answer.End();
        answer.End();
        DataForm.Field(answer, 0, "value", "", summary.Count > 0 ? summary.Text : "");
        answer.End();
    }
}
