using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>The words of XMPP, in the order of their numbers in <see cref="Ns"/> and <see cref="Word"/>. A test compares them.</summary>
/// <remarks>One text for reading and writing: it is the only place where protocol text stands.</remarks>
public static partial class Vocabulary
{
    const string Namespaces =
        "jabber:client " +
        "http://etherx.jabber.org/streams " +
        "urn:ietf:params:xml:ns:xmpp-streams " +
        "urn:ietf:params:xml:ns:xmpp-tls " +
        "urn:ietf:params:xml:ns:xmpp-sasl " +
        "urn:ietf:params:xml:ns:xmpp-bind " +
        "urn:ietf:params:xml:ns:xmpp-stanzas " +
        "jabber:iq:roster " +
        "http://jabber.org/protocol/disco#info " +
        "http://jabber.org/protocol/disco#items " +
        "http://jabber.org/protocol/caps " +
        "http://jabber.org/protocol/commands " +
        "jabber:x:data " +
        "urn:xmpp:ping " +
        "jabber:iq:version " +
        "urn:xmpp:time " +
        "jabber:iq:last " +
        "urn:xmpp:delay " +
        "urn:xmpp:iot:sensordata ";

    const string Names =
        "iq message presence id type from to version stream stream:stream stream:error xmlns:stream xml:lang en " +
        "1.0 " +
        "get set result error " +
        "features starttls proceed failure required " +
        "mechanisms mechanism auth challenge response success abort text SCRAM-SHA-1 SCRAM-SHA-256 " +
        "bind resource jid " +
        "query item subscription ask none both remove subscribe subscribed unsubscribe unsubscribed unavailable " +
        "show status away dnd c hash ver node sha-1 " +
        "identity feature category name client bot automation command-list command-node var " +
        "command sessionid action actions execute complete prev next cancel executing completed canceled note info warn " +
        "x form submit title instructions field label value option boolean fixed hidden jid-single list-single " +
        "text-single text-multi reported FORM_TYPE " +
        "os time tzo utc seconds ping delay stamp " +
        "fields seqnr done nodeId timestamp numeric momentary unit device true false " +
        "modify wait continue code " +
        "bad-request conflict feature-not-implemented forbidden gone internal-server-error item-not-found jid-malformed " +
        "not-acceptable not-allowed not-authorized policy-violation recipient-unavailable redirect " +
        "registration-required remote-server-not-found remote-server-timeout resource-constraint service-unavailable " +
        "subscription-required undefined-condition unexpected-request " +
        "malformed-action bad-action bad-locale bad-payload bad-sessionid session-expired " +
        "bad-format bad-namespace-prefix connection-timeout host-gone host-unknown improper-addressing invalid-from " +
        "invalid-namespace invalid-xml not-well-formed reset restricted-xml see-other-host system-shutdown " +
        "unsupported-encoding unsupported-feature unsupported-stanza-type unsupported-version " +
        "aborted account-disabled credentials-expired encryption-required incorrect-encoding invalid-authzid " +
        "invalid-mechanism malformed-request mechanism-too-weak temporary-auth-failure " +
        "remote-connection-failed " +
        "SCRAM-SHA-512";

    /// <summary>Makes the table; one for a program is enough.</summary>
    public static XmlVocabulary Create() => new XmlVocabulary(
        Namespaces + Names + ResumptionNames + AdmissionNames + ChatNames + MachineNames + HistoryNames + FleetNames + MaintenanceNames +
        MoreNames);
}
