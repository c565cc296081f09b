namespace Presentity.TestKit;

/// <summary>What one client sees in a day: presence, pings and their results, chats, and examples of 36 extensions.</summary>
static class ChattyStanzas
{
    static readonly string[] Shows = ["away", "chat", "dnd", "xa"];

    static readonly string[] Bodies =
    [
        "Is the pump still on?", "It is; level 412 mm and rising.", "Then leave it until six.", "Will do.", "Rain &amp; wind tonight, close the roof.",
        "Door opened at 07:12, nobody expected", "I'll have a look", "That was me.", "Battery of mast 3 is down to 3.41 V", "Thanks, changed.",
    ];

    internal static string Make(Dice dice) => dice.Next(100) switch
    {
        < 22 => Presence(dice),
        < 32 => Ping(dice),
        < 40 => Result(dice),
        < 58 => Chat(dice),
        _ => ExampleStanzas.Make(dice),
    };

    static string Presence(Dice dice) =>
        $"<presence from='plant{dice.Next(500)}@house.example/agent' to='hall@house.example/screen' xml:lang='en'>"
        + $"<show>{dice.Pick(Shows)}</show><status>{dice.Next(30)}.{dice.Next(10)} C, {dice.Next(20, 90)} %</status><priority>1</priority>"
        + "<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='https://plant.example.net' ver='Xo7kQp2Zr9sUvLm4YbNc1eTfGhA='/></presence>";

    static string Ping(Dice dice) =>
        $"<iq from='house.example' to='hall@house.example/screen' id='p{dice.Next(100000)}' type='get'><ping xmlns='urn:xmpp:ping'/></iq>";

    static string Result(Dice dice) =>
        $"<iq from='plant{dice.Next(500)}@house.example/agent' to='hall@house.example/screen' id='r{dice.Next(100000)}' type='result'/>";

    static string Chat(Dice dice)
    {
        int id = dice.Next(100000);
        return $"<message from='anna@house.example/phone' to='hall@house.example/screen' type='chat' id='m{id}'>"
            + $"<body>{dice.Pick(Bodies)}</body><active xmlns='http://jabber.org/protocol/chatstates'/>"
            + "<request xmlns='urn:xmpp:receipts'/>"
            + $"<thread>k{id % 97}</thread></message>";
    }
}
