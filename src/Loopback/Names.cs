using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>The XML namespaces that the server speaks.</summary>
static class Names
{
    public static readonly XNamespace Client = "jabber:client";
    public static readonly XNamespace Streams = "http://etherx.jabber.org/streams";
    public static readonly XNamespace StreamErrors = "urn:ietf:params:xml:ns:xmpp-streams";
    public static readonly XNamespace StanzaErrors = "urn:ietf:params:xml:ns:xmpp-stanzas";
    public static readonly XNamespace Tls = "urn:ietf:params:xml:ns:xmpp-tls";
    public static readonly XNamespace Sasl = "urn:ietf:params:xml:ns:xmpp-sasl";
    public static readonly XNamespace Sasl2 = "urn:xmpp:sasl:2";
    public static readonly XNamespace Bind2 = "urn:xmpp:bind:0";
    public static readonly XNamespace Fast = "urn:xmpp:fast:0";
    public static readonly XNamespace SaslBinding = "urn:xmpp:sasl-cb:0";
    public static readonly XNamespace Bind = "urn:ietf:params:xml:ns:xmpp-bind";
    public static readonly XNamespace Session = "urn:ietf:params:xml:ns:xmpp-session";
    public static readonly XNamespace Roster = "jabber:iq:roster";
    public static readonly XNamespace RosterVersions = "urn:xmpp:features:rosterver";
    public static readonly XNamespace PreApproval = "urn:xmpp:features:pre-approval";
    public static readonly XNamespace DiscoInfo = "http://jabber.org/protocol/disco#info";
    public static readonly XNamespace DiscoItems = "http://jabber.org/protocol/disco#items";
    public static readonly XNamespace Ping = "urn:xmpp:ping";
    public static readonly XNamespace Version = "jabber:iq:version";
    public static readonly XNamespace Time = "urn:xmpp:time";
    public static readonly XNamespace Delay = "urn:xmpp:delay";
    public static readonly XNamespace StreamManagement = "urn:xmpp:sm:3";
    public static readonly XNamespace StreamLimits = "urn:xmpp:stream-limits:0";
}
