using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Results of several items (XEP-0004 §3.4), and choices.</summary>
public static partial class DataForm
{
    /// <summary>Writes what the fields of the items are.</summary>
    /// <param name="writer">In a result, before its items.</param>
    /// <param name="names">Of the fields, with a space between two.</param>
    public static void Reported(XmlWriter writer, string names)
    {
        writer.Start(Word.Reported);
        string[] all = names.Split(' ');
        for (int i = 0; i < all.Length; i++)
        {
            StartField(writer, Word.TextSingle, all[i], all[i]);
            writer.End();
        }

        writer.End();
    }

    /// <summary>Starts a field of an item; its text follows, then two <see cref="XmlWriter.End"/>.</summary>
    public static void StartCell(XmlWriter writer, string name)
    {
        writer.Start(Word.Field);
        writer.Attribute(Word.Var, name);
        writer.Start(Word.Value);
        writer.CloseTag();
    }

    /// <summary>A field of an item.</summary>
    public static void Cell(XmlWriter writer, string name, string text)
    {
        StartCell(writer, name);
        writer.Text(text);
        writer.End();
        writer.End();
    }

    /// <summary>Whether a form has a field, with a value or without.</summary>
    /// <param name="form">At the form, where it stays.</param>
    /// <param name="name">The field's <c>var</c>.</param>
    public static bool HasField(XmlCursor form, string name)
    {
        int top = form.Node;
        bool has = false;
        for (bool more = form.MoveToFirstChild(); more; more = form.MoveToNext(top))
            has |= form.ToString(form.Attribute(Word.Var)) == name;
        form.MoveTo(top);
        return has;
    }

    /// <summary>One of what a list offers.</summary>
    public static void Option(XmlWriter writer, string label, string value)
    {
        writer.Start(Word.Option);
        writer.Attribute(Word.Label, label);
        writer.Element(Word.Value, value);
        writer.End();
    }

    /// <summary>A boolean that must be filled in: whether something is really to be done.</summary>
    public static void ConfirmField(XmlWriter writer, string label)
    {
        StartField(writer, Word.Boolean, "confirm", label);
        writer.Start(Word.Required);
        writer.End();
        writer.Element(Word.Value, "0");
        writer.End();
    }
}
