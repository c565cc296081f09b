using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Fields that say what may be in them (XEP-0122), and that an unchanged one is not to be sent (XEP-0336 §3.4).</summary>
public static partial class DataForm
{
    /// <summary>A field for a value of 0 to a maximum; a boolean when the maximum is 1.</summary>
    /// <param name="writer">Inside a form.</param>
    /// <param name="name">The field's <c>var</c>.</param>
    /// <param name="label">For people.</param>
    /// <param name="isKnown">Whether there is a value now.</param>
    /// <param name="value">The value.</param>
    /// <param name="isBoolean">Whether it is a boolean; a number otherwise.</param>
    /// <param name="maximum">The greatest number; the least is 0.</param>
    public static void RangeField(XmlWriter writer, string name, string label, bool isKnown, int value, bool isBoolean, int maximum)
    {
        StartField(writer, isBoolean ? Word.Boolean : Word.TextSingle, name, label);
        if (isKnown)
        {
            writer.Start(Word.Value);
            writer.CloseTag();
            writer.WriteNumber(value);
            writer.End();
        }

        writer.Start(Word.Validate, Ns.Validation);
        writer.Attribute(Word.Datatype, isBoolean ? Word.XsBoolean : Word.XsInt);
        if (!isBoolean)
        {
            writer.Start(Word.Range);
            writer.AttributeNumber(Word.Min, 0);
            writer.AttributeNumber(Word.Max, maximum);
            writer.End();
        }

        writer.End();
        writer.Start(Word.NotSame, Ns.DynamicForms);
        writer.End();
        writer.End();
    }
}
