using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Xml;

namespace Presentity.Xmpp.Tests;

/// <summary>Stanza errors: the type that goes with each condition, and how they are written (RFC 6120 §8.3).</summary>
[TestClass]
public sealed class StanzaErrorTests
{
    readonly XmlVocabulary vocabulary = Vocabulary.Create();

    // RFC 6120 §8.3.3; where it allows two types, the one that helps the sender more.
    [TestMethod]
    [DataRow("bad-request", "modify")]
    [DataRow("conflict", "cancel")]
    [DataRow("feature-not-implemented", "cancel")]
    [DataRow("forbidden", "auth")]
    [DataRow("gone", "cancel")]
    [DataRow("internal-server-error", "cancel")]
    [DataRow("item-not-found", "cancel")]
    [DataRow("jid-malformed", "modify")]
    [DataRow("not-acceptable", "modify")]
    [DataRow("not-allowed", "cancel")]
    [DataRow("not-authorized", "auth")]
    [DataRow("policy-violation", "modify")]
    [DataRow("recipient-unavailable", "wait")]
    [DataRow("redirect", "modify")]
    [DataRow("registration-required", "auth")]
    [DataRow("remote-server-not-found", "cancel")]
    [DataRow("remote-server-timeout", "wait")]
    [DataRow("resource-constraint", "wait")]
    [DataRow("service-unavailable", "cancel")]
    [DataRow("subscription-required", "auth")]
    [DataRow("undefined-condition", "cancel")]
    [DataRow("unexpected-request", "wait")]
    public void Each_condition_has_its_type(string condition, string type)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(condition);
        int word = vocabulary.Find(bytes, 0, bytes.Length);
        Assert.AreEqual(type, vocabulary.ToString(StanzaError.TypeOf(word)));
        Assert.AreEqual(type, vocabulary.ToString(StanzaError.TypeOf(StanzaError.With(word, Word.BadAction))));
        Assert.AreEqual("<error type='" + type + "'><" + condition + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>", Write(word, 0, ""));
    }

    [TestMethod]
    public void Condition_text_and_specific_condition_in_this_order() => Assert.AreEqual(
        "<error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
        + "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>&#60;5 &#38; more</text>"
        + "<bad-payload xmlns='http://jabber.org/protocol/commands'/></error>",
        Write(StanzaError.With(StanzaError.BadRequest, Word.BadPayload), Ns.Commands, "<5 & more"));

    string Write(int error, int space, string text)
    {
        XmlWriter writer = new XmlWriter(512, vocabulary);
        StanzaError.Write(writer, error, space, text);
        return Encoding.UTF8.GetString(writer.Buffer, 0, writer.Length);
    }
}
