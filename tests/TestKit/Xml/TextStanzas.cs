using System;
using System.Text;

namespace Presentity.TestKit;

/// <summary>Long messages, and blocks of in-band bytestreams (XEP-0047), half and half.</summary>
static class TextStanzas
{
    static readonly string[] Words =
    [
        "after", "the", "rain", "had", "stopped", "a", "keeper", "of", "small", "instruments", "walked", "along", "every", "row",
        "and", "wrote", "down", "what", "each", "one", "said", "pressure", "falling", "slowly", "wind", "from", "north-east",
        "nothing", "else", "to", "report", "until", "evening", "when", "second", "tank", "was", "found", "almost", "empty", "(again)",
        "so", "we", "opened", "its", "valve", "for", "twenty", "minutes;", "level", "rose", "by", "thirty-one", "millimetres,", "then",
    ];

    internal static string Make(Dice dice) => dice.Percent(50) ? Message(dice) : Block(dice);

    static string Message(Dice dice)
    {
        var text = new StringBuilder(3000);
        int length = dice.Next(1500, 3300);
        while (text.Length < length)
            text.Append(dice.Pick(Words)).Append(dice.Percent(8) ? ".\n" : " ");
        return $"<message from='keeper@field.example.org/desk' to='hall@house.example/screen' type='chat' id='t{dice.Next(100000)}'>"
            + $"<body>{text}</body></message>";
    }

    static string Block(Dice dice)
    {
        byte[] block = new byte[dice.Next(1500, 2200)];
        for (int i = 0; i < block.Length; i++)
            block[i] = (byte)dice.Next(256);
        return $"<iq from='camera@field.example.org/agent' to='hall@house.example/screen' type='set' id='b{dice.Next(100000)}'>"
            + $"<data xmlns='http://jabber.org/protocol/ibb' seq='{dice.Next(65536)}' sid='picture'>{Convert.ToBase64String(block)}</data></iq>";
    }
}
