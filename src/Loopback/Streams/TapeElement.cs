using System.Xml.Linq;
using Presentity.Xml;

namespace Presentity.Loopback;

/// <summary>What is on the tape, as an element that outlives it.</summary>
public static class TapeElement
{
    /// <summary>Makes an element of the one that the cursor is at, with all that is in it.</summary>
    /// <exception cref="System.Xml.XmlException">A name that XML 1.0 has only since its fifth edition; .NET knows the fourth.</exception>
    public static XElement From(XmlCursor cursor)
    {
        int node = cursor.Node;
        var element = new XElement(Name(cursor, node));
        for (int slot = cursor.FirstAttribute(); slot != XmlCursor.None; slot = cursor.NextAttribute(slot))
            element.Add(new XAttribute(Name(cursor, slot), cursor.ToString(slot)));
        for (int child = cursor.FirstNode(); child != XmlCursor.None; child = cursor.NextNode(child))
        {
            if (cursor.IsText(child))
            {
                element.Add(cursor.ToString(child));
                continue;
            }

            cursor.MoveTo(child);
            element.Add(From(cursor));
            cursor.MoveTo(node);
        }

        return element;
    }

    static XName Name(XmlCursor cursor, int node) => XName.Get(cursor.LocalNameOf(node), cursor.NamespaceOf(node));
}
