using System.Collections;
using Presentity.Xml;

namespace Presentity.Xmpp.Tests;

/// <summary>Commands of every kind: one stage, a form, a result, a failure, an answer that is too large.</summary>
static class TestCommands
{
    public static Command[] All(ArrayList ran) =>
        new Command[] { new PumpOn(ran), new SetFan(ran), new ReadSensors(), new Restart(ran), new Flood() };

    /// <summary>One stage: done, with a note.</summary>
    sealed class PumpOn(ArrayList ran) : Command("pump-on", "Pump on", Role.Operator)
    {
        public override CommandStatus Run(CommandRequest request)
        {
            ran.Add("pump-on");
            return request.Complete("pump is on");
        }
    }

    /// <summary>A form with a field of every type, then one stage.</summary>
    sealed class SetFan(ArrayList ran) : Command("set-fan", "Set fan", Role.Operator)
    {
        public override CommandStatus Run(CommandRequest request)
        {
            if (!request.HasForm)
                return CommandStatus.Executing;
            XmlCursor form = request.Form;
            int top = form.Node;
            if (!DataForm.MoveToValue(form, "speed") || !form.TryGetInteger(form.Text(), out int speed) || speed < 0 || speed > 100)
                return request.RefusePayload("speed is 0 to 100");
            form.MoveTo(top);
            bool on = true;
            if (DataForm.MoveToValue(form, "on") && !DataForm.TryGetBoolean(form, out on))
                return request.RefusePayload("on is true or false");
            ran.Add("set-fan " + speed + (on ? " on" : " off"));
            return request.Complete("fan is at " + speed);
        }

        public override void Write(CommandRequest request, XmlWriter answer)
        {
            if (request.HasForm)
                return;
            DataForm.Start(answer, Word.Form, "Set fan");
            answer.Element(Word.Instructions, "How fast, and where.");
            DataForm.Field(answer, Word.Hidden, "FORM_TYPE", "", "urn:example:fan");
            DataForm.Field(answer, Word.Fixed, "hint", "", "0 < x & x < 100");
            DataForm.BooleanField(answer, "on", "On", true);
            DataForm.NumberField(answer, Word.TextSingle, "speed", "Speed, %", 40, 0);
            DataForm.StartField(answer, Word.ListSingle, "side", "Side");
            answer.Element(Word.Value, "left");
            Option(answer, "Left", "left");
            Option(answer, "Right", "right");
            answer.End();
            DataForm.StartField(answer, Word.TextMulti, "why", "Why");
            answer.Element(Word.Value, "one");
            answer.Element(Word.Value, "two");
            answer.End();
            DataForm.Field(answer, Word.JidSingle, "who", "Who", "owner@example.com");
            answer.End();
        }

        static void Option(XmlWriter answer, string label, string value)
        {
            answer.Start(Word.Option);
            answer.Attribute(Word.Label, label);
            answer.Element(Word.Value, value);
            answer.End();
        }
    }

    /// <summary>One stage, with a result that is a form.</summary>
    sealed class ReadSensors() : Command("read-sensors", "Read sensors", Role.Viewer)
    {
        public override CommandStatus Run(CommandRequest request) => CommandStatus.Completed;

        public override void Write(CommandRequest request, XmlWriter answer)
        {
            DataForm.Start(answer, Word.Result, "Sensors");
            DataForm.NumberField(answer, 0, "temperature", "Temperature, °C", -214, 1);
            DataForm.BooleanField(answer, "button", "Button", false);
            answer.End();
        }
    }

    /// <summary>For owners, and it does not succeed.</summary>
    sealed class Restart(ArrayList ran) : Command("restart", "Restart", Role.Owner)
    {
        public override CommandStatus Run(CommandRequest request)
        {
            ran.Add("restart");
            return request.Fail("the switch did not move");
        }
    }

    /// <summary>An answer of more than a chip's buffer holds.</summary>
    sealed class Flood() : Command("flood", "Flood", Role.Viewer)
    {
        public override CommandStatus Run(CommandRequest request) => request.Complete(new string('~', 3000));
    }
}
