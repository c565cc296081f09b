using System.Linq;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>What stanzas have in common (RFC 6120 §8).</summary>
static class Stanzas
{
    public static string? Type(this XElement stanza) => (string?)stanza.Attribute("type");

    /// <summary>A copy with another addressee.</summary>
    public static XElement To(this XElement stanza, Jid to)
    {
        var copy = new XElement(stanza);
        copy.SetAttributeValue("to", to);
        return copy;
    }

    /// <summary>A new presence stanza.</summary>
    /// <param name="type">Null for available.</param>
    public static XElement Presence(string? type, Jid from, Jid to)
    {
        var presence = new XElement(Names.Client + "presence", new XAttribute("from", from), new XAttribute("to", to));
        presence.SetAttributeValue("type", type);
        return presence;
    }

    /// <summary>The answer to an IQ.</summary>
    /// <param name="payload">Null for none.</param>
    public static XElement Result(this XElement iq, XElement? payload = null) => Answer(iq, "result", payload);

    /// <summary>The error for a stanza (RFC 6120 §8.3). Not for one that is an error itself.</summary>
    /// <param name="type"><c>cancel</c>, <c>modify</c>, <c>wait</c> or <c>auth</c>.</param>
    /// <param name="condition">An element name of RFC 6120 §8.3.3.</param>
    public static XElement Error(this XElement stanza, string type, string condition) => Answer(
        stanza,
        "error",
        new XElement(Names.Client + "error", new XAttribute("type", type), new XElement(Names.StanzaErrors + condition)));

    /// <summary>Whether an IQ is a question that has to be answered.</summary>
    public static bool IsRequest(this XElement iq) => iq.Type() is "get" or "set";

    /// <summary>The one child of a request.</summary>
    public static XElement Payload(this XElement iq) => iq.Elements().Single();

    static XElement Answer(XElement stanza, string type, XElement? payload)
    {
        var answer = new XElement(stanza.Name);
        answer.SetAttributeValue("type", type);
        answer.SetAttributeValue("id", (string?)stanza.Attribute("id"));

        // An address that is none is not given back: the one who asked could not read the answer.
        answer.SetAttributeValue("from", Jid.TryParse((string?)stanza.Attribute("to"), out Jid to) ? to : null);
        answer.SetAttributeValue("to", (string?)stanza.Attribute("from"));
        answer.Add(payload);
        return answer;
    }
}
