using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Text out of a form that was filled in.</summary>
static class FormText
{
    /// <summary>The value of a field, without white space around it; empty when there is none.</summary>
    /// <param name="form">At the form, where it stays.</param>
    /// <param name="field">The name of the field.</param>
    internal static string Of(XmlCursor form, string field)
    {
        int top = form.Node;
        string text = "";
        for (bool more = form.MoveToFirstChild(); more; more = form.MoveToNext(top))
        {
            if (form.ToString(form.Attribute(Word.Var)) != field || !form.MoveToChild(Ns.Forms, Word.Value))
                continue;
            text = form.ToString(form.Text()).Trim();
            break;
        }

        form.MoveTo(top);
        return text;
    }
}
