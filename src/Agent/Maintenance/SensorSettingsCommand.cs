using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>publishing-settings</c>, <c>alarm-settings</c>: some keys of sensors, in two stages: which sensors, then the keys of these.</summary>
/// <remarks>A program that knows the fields sends the second form with its first request: <c>temperature.interval</c>. All of a form is checked
/// before anything is set; a field that is not there stays as it is.</remarks>
public sealed class SensorSettingsCommand : StagedCommand
{
    const string Choice = "sensors";

    // For a sensor's fields, and for what is around the form.
    const int Rest = 300;

    readonly string title;
    readonly string[] keys;
    readonly SensorChannel[] sensors;
    readonly DeviceSettings settings;
    readonly PublishingPolicy?[] drafts;

    /// <summary>For these keys.</summary>
    internal SensorSettingsCommand(string node, string name, string[] keys, SensorChannel[] sensors, DeviceSettings settings)
        : base(node, name, Permission.ToGovern, stages: 2)
    {
        title = name;
        this.keys = keys;
        this.sensors = sensors;
        this.settings = settings;
        drafts = new PublishingPolicy?[sensors.Length];
    }

    public override CommandStatus Run(CommandRequest request)
    {
        bool isAtOnce = request.HasForm && request.Stage == 0 && !DataForm.HasField(request.Form, Choice);
        if (request.Action == Word.Prev || !request.HasForm)
            request.Stage = 1;
        else if (request.Action == Word.Next && !isAtOnce)
            return Choose(request);
        else
            return Set(request, isAtOnce);
        return CommandStatus.Executing;
    }

    public override void Write(CommandRequest request, XmlWriter answer)
    {
        if (request.Stage == 0 || request.Action == Word.Complete)
            return;
        DataForm.Start(answer, Word.Form, title);
        if (request.Stage == 1)
            WriteChoice(request.Chosen, answer);
        else
            WriteKeys(request, answer);
        answer.End();
    }

    CommandStatus Choose(CommandRequest request)
    {
        string wrong = "";
        int chosen = ChoiceField.Read(request.Form, Choice, Names(), ref wrong);
        if (chosen == 0)
            return request.RefusePayload(wrong);
        request.Chosen = chosen;
        request.Stage = 2;
        return CommandStatus.Executing;
    }

    CommandStatus Set(CommandRequest request, bool isAtOnce)
    {
        for (int i = 0; i < drafts.Length; i++)
            drafts[i] = null;
        XmlCursor form = request.Form;
        int top = form.Node;
        string wrong = "";
        for (bool more = form.MoveToFirstChild(); more && wrong.Length == 0; more = form.MoveToNext(top))
        {
            int field = form.Node;
            string name = form.ToString(form.Attribute(Word.Var));
            if (name == "FORM_TYPE" || !form.Is(Ns.Forms, Word.Field) || form.AttributeWord(Word.Type) == Word.Fixed)
                continue;
            string value = form.MoveToChild(Ns.Forms, Word.Value) ? form.ToString(form.Text()).Trim() : "";
            form.MoveTo(field);
            wrong = Draft(name, value, isAtOnce ? -1 : request.Chosen);
        }

        for (int i = 0; i < drafts.Length && wrong.Length == 0; i++)
        {
            PublishingPolicy? draft = drafts[i];
            if (draft != null && SensorKeys.Check(draft).Length > 0)
                wrong = draft.Sensor + ": " + SensorKeys.Check(draft);
        }

        return wrong.Length > 0 ? request.RefusePayload(wrong) : Keep(request);
    }

    /// <summary>Takes a field into what is to be: <c>temperature.interval</c>.</summary>
    string Draft(string field, string value, int chosen)
    {
        int dot = field.LastIndexOf('.');
        int index = dot < 0 ? -1 : Find(field.Substring(0, dot));
        string key = field.Substring(dot + 1);
        if (index < 0 || (chosen & (1 << index)) == 0 || !Has(key))
            return "there is no field " + field + " here";
        PublishingPolicy? draft = drafts[index];
        if (draft == null)
        {
            draft = new PublishingPolicy { Sensor = sensors[index].Sensor.Name };
            for (int i = 0; i < keys.Length; i++)
                SensorKeys.Set(draft, keys[i], SensorKeys.Text(sensors[index].Policy, keys[i]));
            drafts[index] = draft;
        }

        string wrong = SensorKeys.Set(draft, key, value);
        return wrong.Length > 0 ? field + ": " + wrong : "";
    }

    CommandStatus Keep(CommandRequest request)
    {
        string done = "";
        for (int i = 0; i < drafts.Length; i++)
        {
            PublishingPolicy? draft = drafts[i];
            for (int key = 0; key < keys.Length && draft != null; key++)
            {
                string value = SensorKeys.Text(draft, keys[key]);
                if (value == SensorKeys.Text(sensors[i].Policy, keys[key]))
                    continue;
                settings.Set(sensors[i], keys[key], value);
                done += (done.Length > 0 ? " · " : "") + draft.Sensor + "." + keys[key] + " = " + value;
            }
        }

        return settings.Complete(request, done);
    }

    void WriteChoice(int chosen, XmlWriter answer)
    {
        answer.Element(Word.Instructions, "Of which sensors?");
        string[] labels = new string[sensors.Length];
        for (int i = 0; i < labels.Length; i++)
            labels[i] = sensors[i].Sensor.Label;
        ChoiceField.Write(answer, Choice, Names(), labels, chosen);
    }

    string[] Names()
    {
        string[] names = new string[sensors.Length];
        for (int i = 0; i < names.Length; i++)
            names[i] = sensors[i].Sensor.Name;
        return names;
    }

    /// <summary>Writes the keys of those that were chosen, as far as they fit: the others are no longer chosen.</summary>
    void WriteKeys(CommandRequest request, XmlWriter answer)
    {
        answer.CloseTag();
        for (int i = 0; i < sensors.Length; i++)
        {
            if ((request.Chosen & (1 << i)) == 0)
                continue;
            int length = answer.Length;
            int depth = answer.Depth;
            DataForm.Field(answer, Word.Fixed, sensors[i].Sensor.Name, "", sensors[i].Sensor.Label);
            for (int key = 0; key < keys.Length; key++)
                DataForm.Field(answer, Word.TextSingle, sensors[i].Sensor.Name + "." + keys[key],
                    SensorKeys.Label(keys[key], sensors[i].Sensor.Unit), SensorKeys.Text(sensors[i].Policy, keys[key]));
            if (!answer.HasOverflowed && answer.Length <= answer.Limit - Rest)
                continue;
            answer.Rewind(length, depth);
            request.Chosen &= ~(1 << i);
            request.Note = "not all sensors that you have chosen fit into one form; do the others after these";
            request.NoteType = Word.Warn;
        }
    }

    bool Has(string key)
    {
        for (int i = 0; i < keys.Length; i++)
            if (keys[i] == key)
                return true;
        return false;
    }

    int Find(string name)
    {
        for (int i = 0; i < sensors.Length && i < ChoiceField.Most; i++)
            if (sensors[i].Sensor.Name == name)
                return i;
        return -1;
    }
}
