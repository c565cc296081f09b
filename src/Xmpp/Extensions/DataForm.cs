using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Data Forms (XEP-0004): written field by field, read by field name.</summary>
public static partial class DataForm
{
    /// <summary>Starts a form.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="type"><see cref="Word.Form"/> or <see cref="Word.Result"/>.</param>
    /// <param name="title">For people.</param>
    public static void Start(XmlWriter writer, int type, string title)
    {
        writer.Start(Word.X, Ns.Forms);
        writer.Attribute(Word.Type, type);
        writer.Element(Word.Title, title);
    }

    /// <summary>Starts a field; its value or values follow, then <see cref="XmlWriter.End"/>.</summary>
    /// <param name="writer">Inside a form.</param>
    /// <param name="type">The word of the field's type (XEP-0004 §3.3); 0 in a result.</param>
    /// <param name="name">The field's <c>var</c>.</param>
    /// <param name="label">For people; empty for none.</param>
    public static void StartField(XmlWriter writer, int type, string name, string label)
    {
        writer.Start(Word.Field);
        writer.Attribute(Word.Type, type);
        writer.Attribute(Word.Var, name);
        if (label.Length > 0)
            writer.Attribute(Word.Label, label);
    }

    /// <summary>A field with a value of text.</summary>
    public static void Field(XmlWriter writer, int type, string name, string label, string value)
    {
        StartField(writer, type, name, label);
        writer.Element(Word.Value, value);
        writer.End();
    }

    /// <summary>A field whose value is a number, as <see cref="XmlWriter.WriteDecimal"/> writes it.</summary>
    public static void NumberField(XmlWriter writer, int type, string name, string label, int value, int decimals)
    {
        StartField(writer, type, name, label);
        writer.Start(Word.Value);
        writer.CloseTag();
        writer.WriteDecimal(value, decimals);
        writer.End();
        writer.End();
    }

    /// <summary>A boolean field.</summary>
    public static void BooleanField(XmlWriter writer, string name, string label, bool value) =>
        NumberField(writer, Word.Boolean, name, label, value ? 1 : 0, 0);

    /// <summary>Reads a boolean: <c>1</c>, <c>true</c>, <c>0</c>, <c>false</c> (XEP-0004 §3.3).</summary>
    /// <param name="value">At a field's value.</param>
    /// <param name="result">The boolean.</param>
    /// <returns>False for anything else.</returns>
    public static bool TryGetBoolean(XmlCursor value, out bool result)
    {
        int slot = value.Text();
        int word = value.Word(slot);
        bool isNumber = value.TryGetInteger(slot, out int number) && value.Length(slot) == 1 && (number == 0 || number == 1);
        result = word == Word.True || (isNumber && number == 1);
        return isNumber || word == Word.True || word == Word.False;
    }
}
