using System.Text;

namespace Presentity.TestKit;

/// <summary>Streams that make no sense: elements in each other at random, with all that a stream may hold.</summary>
/// <param name="dice">What decides.</param>
/// <param name="large">Bytes of a large text: larger than the buffer that is to be tried.</param>
public sealed class RandomStream(Dice dice, int large)
{
    static readonly string[] Names = ["iq", "item", "q", "field", "unknown-name", "é", "水位", "x1", "z"];
    static readonly string[] Spaces = ["urn:a", "urn:b", "jabber:client", "http://jabber.org/protocol/caps", "urn:a-name-that-nobody-knows", ""];
    static readonly string[] Attributes = ["id", "type", "jid", "aa", "bb", "é", "z"];
    static readonly string[] Prefixes = ["p", "q", "rr"];

    static readonly string[] Texts =
    [
        "x", "one two", "&amp;", "a &lt; b", "&#x1F327;&#65;", "<![CDATA[<c>]]>", "a<![CDATA[]]>b", "вода 水", "\r\n", " ", "]]", "🌧", "1\r2",
    ];

    readonly StringBuilder text = new();

    /// <summary>A stream of up to this many stanzas.</summary>
    public byte[] Make(int stanzas)
    {
        text.Clear();
        text.Append("<?xml version='1.0'?><r:s xmlns='jabber:client' xmlns:r='urn:root' xmlns:p='urn:p' xmlns:q='jabber:client' xmlns:rr='urn:rr' q:id='1'>");
        int count = dice.Next(1, stanzas);
        for (int i = 0; i < count; i++)
        {
            Element(dice.Next(1, 7), dice.Percent(30) ? 40 : 6);
            if (dice.Percent(20))
                text.Append(" \n");
        }

        text.Append("</r:s>");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    void Element(int depth, int mostChildren)
    {
        string name = (dice.Percent(20) ? dice.Pick(Prefixes) + ":" : "") + dice.Pick(Names);
        text.Append('<').Append(name);
        Tag();
        int children = depth == 0 ? dice.Next(2) : dice.Next(mostChildren + 1);
        if (children == 0 && dice.Percent(60))
        {
            text.Append("/>");
            return;
        }

        text.Append('>');
        for (int i = 0; i < children; i++)
        {
            if (dice.Percent(40))
                text.Append(dice.Percent(4) ? LargeText() : dice.Pick(Texts));
            if (depth > 0 && text.Length < 20 * large)
                Element(dice.Next(depth), dice.Percent(10) ? 30 : 3);
        }

        text.Append("</").Append(name).Append(dice.Percent(10) ? "\n>" : ">");
    }

    void Tag()
    {
        string space = dice.Percent(20) ? "\n" : " ";
        if (dice.Percent(25))
            text.Append(space).Append($"xmlns='{dice.Pick(Spaces)}'");
        if (dice.Percent(12))
            text.Append(space).Append($"xmlns:{dice.Pick(Prefixes)}=\"{Spaces[dice.Next(Spaces.Length - 1)]}\"");
        int skip = dice.Next(Attributes.Length + 1);
        for (int i = skip; i < Attributes.Length && i < skip + 3; i++)
            text.Append(space).Append(dice.Percent(20) ? "rr:" : "").Append($"{Attributes[i]}='{Value()}'");
    }

    string Value() => dice.Next(8) switch
    {
        0 => "",
        1 => "&apos;v&#xE9;&lt;",
        2 => "вода\t1",
        3 => "plant@house.example/agent",
        _ => dice.Next(1000).ToString(),
    };

    string LargeText()
    {
        var value = new StringBuilder();
        while (value.Length < large)
            value.Append(dice.Pick(Texts));
        return value.ToString();
    }
}
