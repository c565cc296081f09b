using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>What the device is called (XEP-0172), or where it is (XEP-0080): from the configuration, told once.</summary>
public sealed class PersonalText : PersonalItem
{
    readonly string text;
    readonly string more;

    /// <summary>At a node whose name is the namespace of what is in it.</summary>
    /// <param name="node"><see cref="Ns.Nick"/> or <see cref="Ns.Geoloc"/>.</param>
    /// <param name="text">The name, or the latitude.</param>
    /// <param name="more">Nothing, or the longitude.</param>
    public PersonalText(int node, string text, string more)
        : base(node)
    {
        this.text = text;
        this.more = more;
        IsDue = text.Length > 0;
    }

    public override void Write(XmlWriter item)
    {
        if (Node == Ns.Nick)
        {
            item.Start(Word.Nick, Node);
            item.Text(text);
        }
        else
        {
            item.Start(Word.Geoloc, Node);
            item.Element(Word.Lat, text);
            item.Element(Word.Lon, more);
        }

        item.End();
    }
}
