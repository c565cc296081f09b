using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>A reading as a field of a result form: the bare value for machines, the unit in the label for people.</summary>
static class ReadingField
{
    internal static void Write(XmlWriter answer, string name, string label, string unit, Reading reading)
    {
        string full = unit.Length > 0 ? label + " (" + unit + ")" : label;
        if (!reading.IsAvailable)
            DataForm.Field(answer, Word.TextSingle, name, full, "unavailable");
        else if (reading.IsBoolean)
            DataForm.BooleanField(answer, name, full, reading.Value != 0);
        else
            DataForm.NumberField(answer, Word.TextSingle, name, full, reading.Value, reading.Decimals);
    }
}
