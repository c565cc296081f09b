using Presentity.Xml;

namespace Presentity.TestKit;

/// <summary>A vocabulary for tests of the tokenizer: the words of an agent, so that some names of a stream are known and some are not.</summary>
public static class StreamWords
{
    /// <summary>The words, separated by spaces.</summary>
    public const string Text =
        "jabber:client http://etherx.jabber.org/streams http://jabber.org/protocol/caps http://jabber.org/protocol/commands "
        + "http://jabber.org/protocol/disco#info http://jabber.org/protocol/disco#items jabber:x:data jabber:iq:roster "
        + "jabber:iq:version jabber:iq:last urn:xmpp:ping urn:xmpp:time urn:xmpp:delay urn:xmpp:iot:sensordata "
        + "urn:xmpp:iot:control urn:example:weather "
        + "stream iq message presence error body subject thread show status priority id type from to version lang "
        + "get set result chat groupchat query item jid name subscription ask c hash node ver ping feature identity category var "
        + "command sessionid action actions execute complete prev next note x field value option label form title instructions required "
        + "fields seqnr done nodeId timestamp numeric momentary automaticReadout unit boolean stamp seconds os time tzo utc "
        + "w t rh bat seq data sid true false both none";

    /// <summary>Makes the table.</summary>
    public static XmlVocabulary Create() => new(Text);
}
