using System.Text;

namespace Presentity.TestKit;

/// <summary>Group chat in several scripts, with entities and character references.</summary>
static class WideStanzas
{
    static readonly string[] Cyrillic = ["насос", "включён", "уровень", "воды", "ниже", "нормы", "проверьте", "клапан", "и", "ждите", "вечером,", "ветер"];
    static readonly string[] Ideographs = Split("水位低下中泵房电池电压正常温度计读数湿气压风向東西南北観測所");
    static readonly string[] Emoji = ["🌧", "🔌", "🌡", "🪫", "✅", "🚰", "⏱", "🌬"];
    static readonly string[] Latin = ["pump", "Pegel", "niveau", "café", "straße", "ok", "señal"];
    static readonly string[] References = ["&amp;", "&lt;on&gt;", "&quot;", "&apos;", "&#1078;", "&#x1F4A7;", "&#x6C34;", "R&amp;D"];

    internal static string Make(Dice dice)
    {
        var body = new StringBuilder(600);
        int words = dice.Next(28, 76);
        for (int i = 0; i < words; i++)
            body.Append(i == 0 ? "" : " ").Append(Word(dice));
        return $"<message from='дача{dice.Next(300)}@пример.example/сад' to='hall@house.example/screen' type='groupchat' id='w{dice.Next(100000)}'>"
            + $"<subject>Вода &amp; ветер &lt;{dice.Next(9)}&gt;</subject><body>{body}</body></message>";
    }

    static string Word(Dice dice) => dice.Next(100) switch
    {
        < 32 => dice.Pick(Cyrillic),
        < 52 => Run(dice),
        < 62 => dice.Pick(Emoji),
        < 80 => dice.Pick(Latin),
        _ => dice.Pick(References),
    };

    static string Run(Dice dice)
    {
        var run = new StringBuilder();
        int length = dice.Next(2, 9);
        for (int i = 0; i < length; i++)
            run.Append(dice.Pick(Ideographs));
        return run.ToString();
    }

    static string[] Split(string text)
    {
        var characters = new string[text.Length];
        for (int i = 0; i < text.Length; i++)
            characters[i] = text[i].ToString();
        return characters;
    }
}
