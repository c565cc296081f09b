namespace Presentity.Xmpp;

/// <summary>Namespaces, as numbers of the <see cref="Vocabulary"/>.</summary>
public static class Ns
{
    /// <summary><c>jabber:client</c></summary>
    public const int Client = 5;

    /// <summary><c>http://etherx.jabber.org/streams</c></summary>
    public const int Streams = 6;

    /// <summary><c>urn:ietf:params:xml:ns:xmpp-streams</c></summary>
    public const int StreamErrors = 7;

    /// <summary><c>urn:ietf:params:xml:ns:xmpp-tls</c></summary>
    public const int Tls = 8;

    /// <summary><c>urn:ietf:params:xml:ns:xmpp-sasl</c></summary>
    public const int Sasl = 9;

    /// <summary><c>urn:ietf:params:xml:ns:xmpp-bind</c></summary>
    public const int Bind = 10;

    /// <summary><c>urn:ietf:params:xml:ns:xmpp-stanzas</c></summary>
    public const int Stanzas = 11;

    /// <summary><c>jabber:iq:roster</c></summary>
    public const int Roster = 12;

    /// <summary><c>http://jabber.org/protocol/disco#info</c></summary>
    public const int DiscoInfo = 13;

    /// <summary><c>http://jabber.org/protocol/disco#items</c></summary>
    public const int DiscoItems = 14;

    /// <summary><c>http://jabber.org/protocol/caps</c></summary>
    public const int Caps = 15;

    /// <summary><c>http://jabber.org/protocol/commands</c></summary>
    public const int Commands = 16;

    /// <summary><c>jabber:x:data</c></summary>
    public const int Forms = 17;

    /// <summary><c>urn:xmpp:ping</c></summary>
    public const int Ping = 18;

    /// <summary><c>jabber:iq:version</c></summary>
    public const int Version = 19;

    /// <summary><c>urn:xmpp:time</c></summary>
    public const int Time = 20;

    /// <summary><c>jabber:iq:last</c></summary>
    public const int Last = 21;

    /// <summary><c>urn:xmpp:delay</c></summary>
    public const int Delay = 22;

    /// <summary><c>urn:xmpp:iot:sensordata</c></summary>
    public const int SensorData = 23;

    /// <summary><c>urn:xmpp:sm:3</c></summary>
    public const int StreamManagement = 24;

    /// <summary><c>urn:xmpp:stream-limits:0</c></summary>
    public const int StreamLimits = 25;
}
