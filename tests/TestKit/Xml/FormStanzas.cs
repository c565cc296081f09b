using System.Text;

namespace Presentity.TestKit;

/// <summary>A device's answer to a command: a form to fill in (XEP-0050 with XEP-0004).</summary>
static class FormStanzas
{
    static readonly string[] Subjects = ["pump", "valve", "lamp", "blind", "heater", "fan"];
    static readonly string[] Types = ["boolean", "list-single", "text-single", "text-multi", "jid-single"];
    static readonly string[] Labels = ["Name on the display", "Seconds until it stops", "Lowest level in mm", "Who is told of it", "Mode at start"];

    internal static string Make(Dice dice)
    {
        int session = dice.Next(10000, 99999);
        var stanza = new StringBuilder(2048);
        stanza.Append($"<iq from='plant{dice.Next(500)}@house.example/agent' to='hall@house.example/screen' id='c{session}' type='result' xml:lang='en'>")
            .Append($"<command xmlns='http://jabber.org/protocol/commands' node='configure' sessionid='s{session}' status='executing'>")
            .Append("<actions execute='complete'><prev/><complete/></actions><x xmlns='jabber:x:data' type='form'>")
            .Append("<title>Plant</title><instructions>Change what you like</instructions>")
            .Append("<field var='FORM_TYPE' type='hidden'><value>urn:example:plant</value></field>");
        int fields = dice.Next(3, 13);
        for (int i = 0; i < fields; i++)
            Field(stanza, dice, i);
        return stanza.Append("</x></command></iq>").ToString();
    }

    static void Field(StringBuilder stanza, Dice dice, int number)
    {
        stanza.Append($"<field var='{dice.Pick(Subjects)}.{number}' type='{dice.Pick(Types)}' label='{dice.Pick(Labels)}'>");
        if (dice.Percent(35))
            stanza.Append("<option label='Off'><value>0</value></option><option label='On'><value>1</value></option>");
        else if (dice.Percent(30))
            stanza.Append("<required/><value>1</value>");
        else
            stanza.Append($"<value>{dice.Next(10000, 99999)}</value>");
        stanza.Append("</field>");
    }
}
