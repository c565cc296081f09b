using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Sets actuators for programs (XEP-0325 §3.2): all of a request is checked before anything is set, and the answer comes when the
/// hardware has done it.</summary>
/// <remarks>
/// <code>
/// &lt;iq type='set' id='1'>&lt;set xmlns='urn:xmpp:iot:control'>
///   &lt;boolean name='pump' value='true'/>&lt;int name='fan' value='40'/>
/// &lt;/set>&lt;/iq>
/// &lt;iq type='result' id='1'>&lt;setResponse xmlns='urn:xmpp:iot:control' responseCode='OK'>...&lt;/setResponse>&lt;/iq>
/// </code>
/// By IQ alone: a message may be old, forwarded, or from a room, and nobody would hear whether it was done. It is passed over.
/// </remarks>
public sealed class ControlSet : MachineHandler
{
    readonly ActuatorChannel[] actuators;
    readonly ActuatorChanges changes;
    readonly LastActivity activity;
    readonly ILog log;
    int named;

    public ControlSet(int[] words, ActuatorChannel[] actuators, ActuatorChanges changes, LastActivity activity, ILog log)
        : base(words, Dialect.Control, Word.Set, words[Dialect.Control])
    {
        this.actuators = actuators;
        this.changes = changes;
        this.activity = activity;
        this.log = log;
    }

    public override int Answer(Stanza request, XmlWriter answer)
    {
        HasRefused = false;
        named = XmlCursor.None;
        changes.Clear();
        if (!request.IsSet)
            return StanzaError.NotAllowed;
        if (!Permission.Allows(request.Role, Permission.ToSet))
        {
            log.Write(LogLevel.Warning, request.FromText() + " may not set actuators");
            return Refuse(request, StanzaError.Forbidden, "operators may");
        }

        XmlCursor set = request.AtPayload();
        if (!KnowsNodes(set))
            return Refuse(request, StanzaError.ItemNotFound, "there is one node: device");
        int error = Check(set);
        if (error != StanzaError.None)
            return Refuse(request, error, changes.Text);
        bool obeyed = changes.TrySet();
        activity.Note(request, "control", changes.Text);
        log.Write(obeyed ? LogLevel.Info : LogLevel.Warning, request.FromText() + " set: " + changes.Text);
        if (!obeyed)
            return Refuse(request, StanzaError.InternalServerError, changes.Text);
        answer.Start(Words[Dialect.Set], Words[Dialect.Control]);
        if (Words[Dialect.Code] != 0)
            answer.Attribute(Words[Dialect.Code], Word.Ok);
        for (int i = 0; i < actuators.Length; i++)
            if (changes.Wants(i))
                WriteParameter(answer, actuators[i].Name, 0, actuators[i].Name.Length);
        answer.End();
        return StanzaError.None;
    }

    public override bool WriteError(Stanza request, int error, XmlWriter writer)
    {
        if (!HasRefused || Words[Dialect.Code] == 0)
            return false;
        HasRefused = false;
        byte[] name = changes.Wrong < 0 ? request.Cursor.Bytes : actuators[changes.Wrong].Name;
        int start = changes.Wrong < 0 ? request.Cursor.Start(named) : 0;
        int length = changes.Wrong < 0 ? request.Cursor.Length(named) : name.Length;

        // XEP-0325 up to 0.2 has the reason here; 0.3 and later have it in the error.
        writer.Start(Words[Dialect.Set], Words[Dialect.Control]);
        writer.Attribute(Words[Dialect.Code], CodeOf(error));
        if (length > 0)
            WriteParameter(writer, name, start, length);
        writer.End();
        StanzaError.Start(writer, error, request.ErrorText);
        if (length > 0)
        {
            writer.Start(Words[Dialect.ParameterError], Words[Dialect.Control]);
            writer.Attribute(Word.Var, name, start, length);
            writer.Text(request.ErrorText);
            writer.End();
        }

        writer.End();
        return true;
    }

    /// <summary>Reads the parameters, typed or in a form.</summary>
    /// <param name="set">At the request.</param>
    int Check(XmlCursor set)
    {
        int top = set.Node;
        int count = 0;
        for (bool more = set.MoveToFirstChild(); more; more = set.MoveToNext(top))
        {
            if (set.LocalName == Words[Dialect.Node])
                continue;
            if (count == 0 && set.Is(Ns.Forms, Word.X) && set.AttributeWord(Word.Type) == Word.Submit)
                return changes.Read(set) ? StanzaError.None : changes.Wrong < 0 ? StanzaError.ItemNotFound : StanzaError.BadRequest;
            count++;
            named = set.Attribute(Words[Dialect.Name]);
            int index = changes.Find(set, named);
            if (index < 0)
                return StanzaError.ItemNotFound;
            if (changes.Wants(index))
            {
                changes.Text = "there is one of them twice";
                return StanzaError.BadRequest;
            }

            int slot = set.Attribute(Words[Dialect.Value]);
            bool isGood = TryGetValue(set, slot, actuators[index].Actuator.IsSwitch, out int value);
            if (!changes.Want(index, value, isGood, set, slot))
                return StanzaError.BadRequest;
        }

        if (count > 0 && changes.FitTogether())
            return StanzaError.None;
        if (count == 0)
            changes.Text = "nothing to set";
        return StanzaError.BadRequest;
    }

    /// <summary>Reads a value of the type that the element's name says: a switch takes a boolean, a level a number.</summary>
    bool TryGetValue(XmlCursor set, int slot, bool isSwitch, out int value)
    {
        int type = set.LocalName;
        bool isText = type == Words[Dialect.String];
        value = 0;
        if (set.Namespace != Words[Dialect.Control])
            return false;
        if (isSwitch)
            return (isText || type == Words[Dialect.Boolean]) && MachineValue.TryGetBoolean(set, slot, out value);
        bool isDouble = type == Words[Dialect.Double];
        return (isText || isDouble || type == Words[Dialect.Int] || type == Words[Dialect.Long])
            && MachineValue.TryGetWhole(set, slot, isText || isDouble, out value);
    }

    void WriteParameter(XmlWriter writer, byte[] name, int start, int length)
    {
        writer.Start(Words[Dialect.Parameter]);
        writer.Attribute(Words[Dialect.Name], name, start, length);
        writer.End();
    }

    static int CodeOf(int error)
    {
        switch (error)
        {
            case StanzaError.Forbidden:
                return Word.InsufficientPrivileges;
            case StanzaError.ItemNotFound:
                return Word.NotFound;
            default:
                return Word.OtherError;
        }
    }
}
