using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>What the device is called (XEP-0172), or where it is (XEP-0080): from the configuration, or as it was set
/// since; told when it is new.</summary>
public sealed class PersonalText : PersonalItem
{
    string text;
    string more;
    string words;

    /// <summary>At a node whose name is the namespace of what is in it.</summary>
    /// <param name="node"><see cref="Ns.Nick"/> or <see cref="Ns.Geoloc"/>.</param>
    /// <param name="text">The name, or the latitude.</param>
    /// <param name="more">Nothing, or the longitude.</param>
    /// <param name="words">Nothing, or the place in words.</param>
    public PersonalText(int node, string text, string more, string words)
        : base(node)
    {
        this.text = text;
        this.more = more;
        this.words = words;
        IsDue = text.Length + words.Length > 0;
    }

    /// <summary>Tells something else. Nothing at all is told too: it takes back what was told before.</summary>
    public void Set(string newText, string newMore, string newWords)
    {
        text = newText;
        more = newMore;
        words = newWords;
        IsDue = true;
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
            if (text.Length > 0)
            {
                item.Element(Word.Lat, text);
                item.Element(Word.Lon, more);
            }

            if (words.Length > 0)
                item.Element(Word.Text, words);
        }

        item.End();
    }
}
