using System.Text;
using Presentity.Xml;

namespace Presentity.Xmpp;

// For commands that look for one field; the chip's commands go through a form once.
public static partial class DataForm
{
    /// <summary>Goes from a form to the first value of one of its fields.</summary>
    /// <param name="form">At <c>&lt;x/></c>; at the value after true, not moved after false.</param>
    /// <param name="name">The field's <c>var</c>.</param>
    /// <returns>False when there is no such field, or it has no value.</returns>
    public static bool MoveToValue(XmlCursor form, string name)
    {
        byte[] wanted = Encoding.UTF8.GetBytes(name);
        int top = form.Node;
        for (bool more = form.MoveToFirstChild(); more; more = form.MoveToNext(top))
        {
            if (!form.Is(Ns.Forms, Word.Field) || !form.ValueEquals(form.Attribute(Word.Var), wanted, 0, wanted.Length))
                continue;
            if (form.MoveToChild(Ns.Forms, Word.Value))
                return true;
            break;
        }

        form.MoveTo(top);
        return false;
    }
}
