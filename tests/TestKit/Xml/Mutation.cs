using System.Collections.Generic;
using System.Text;

namespace Presentity.TestKit;

/// <summary>Spoils documents, from a seed: bytes lost, added, changed, runs lost or repeated, markup put where it does not belong.</summary>
public static class Mutation
{
    const string Markup = "<>&'\"/=:; \t\n\r]![?x#;AZaz-._09\0\u0001\u007f";

    static readonly string[] Pieces =
    [
        "<a/>", "</a>", "<a>", "<![CDATA[", "]]>", "<![CDATA[]]>", "&amp;", "&#x", "&#65;", "&#0;", "&#xD;", "&#xFFFE;", "&#x1F600;", "&lt;", "&nbsp;",
        " xmlns='urn:a'", " xmlns=''", " xmlns:a='urn:a'", " xmlns:a=''", " xmlns:b='urn:a'", " a:x='1'", " b:x='2'", " x='1'", " xml:lang='de'",
        "a:", "xml:", "xmlns:", " xmlns:xml='http://www.w3.org/XML/1998/namespace'", " xmlns:q='http://www.w3.org/2000/xmlns/'",
        "\r\n", "\r", "\uFEFF", "\uFFFF", "é", "水", "\U0001F600", "\u0300", "·", "<!-- -->", "<?pi?>", "<!DOCTYPE a>",
    ];

    /// <summary>A spoilt copy, with this many changes.</summary>
    public static byte[] Of(byte[] document, int changes, Dice dice)
    {
        var spoilt = new List<byte>(document);
        for (int i = 0; i < changes; i++)
            Change(spoilt, dice);
        return spoilt.ToArray();
    }

    static void Change(List<byte> bytes, Dice dice)
    {
        if (bytes.Count == 0)
            return;
        int at = dice.Next(bytes.Count);
        int run = System.Math.Min(dice.Next(1, 40), bytes.Count - at);
        switch (dice.Next(6))
        {
            case 0:
                bytes.RemoveAt(at);
                break;
            case 1:
                bytes.Insert(at, (byte)Markup[dice.Next(Markup.Length)]);
                break;
            case 2:
                bytes[at] = (byte)dice.Next(256);
                break;
            case 3:
                bytes.RemoveRange(at, run);
                break;
            case 4:
                bytes.InsertRange(dice.Next(bytes.Count), bytes.GetRange(at, run));
                break;
            default:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(dice.Pick(Pieces)));
                break;
        }
    }
}
