namespace Presentity.TestKit;

/// <summary>A weather station's presence: status for people, caps, readings in an extension of its own.</summary>
static class PresenceStanzas
{
    internal static string Make(Dice dice)
    {
        int number = dice.Next(10000, 99999);
        int tenths = dice.Next(30, 380);
        return $"<presence from='mast{number}@field.example.org/agent' to='collector@field.example.org/hall'>"
            + "<status>measuring</status><priority>3</priority>"
            + "<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='https://mast.example.net/agent' ver='r4xS1fD0pYb2mWq8LkTzVn5oHcE='/>"
            + $"<w xmlns='urn:example:weather' t='{tenths / 10}.{tenths % 10}' rh='{dice.Next(200, 990) / 10}.{dice.Next(10)}' "
            + $"bat='3.{dice.Next(10, 99)}' seq='{number}'/></presence>";
    }
}
