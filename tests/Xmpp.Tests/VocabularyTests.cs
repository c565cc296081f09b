using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Xml;

namespace Presentity.Xmpp.Tests;

/// <summary>The numbers in <see cref="Ns"/> and <see cref="Word"/> are the places of their texts in the vocabulary.</summary>
[TestClass]
public sealed class VocabularyTests
{
    // As the registrars of XMPP write them.
    static readonly Dictionary<string, string> Namespaces = new()
    {
        ["Client"] = "jabber:client",
        ["Streams"] = "http://etherx.jabber.org/streams",
        ["StreamErrors"] = "urn:ietf:params:xml:ns:xmpp-streams",
        ["Tls"] = "urn:ietf:params:xml:ns:xmpp-tls",
        ["Sasl"] = "urn:ietf:params:xml:ns:xmpp-sasl",
        ["Bind"] = "urn:ietf:params:xml:ns:xmpp-bind",
        ["Stanzas"] = "urn:ietf:params:xml:ns:xmpp-stanzas",
        ["Roster"] = "jabber:iq:roster",
        ["DiscoInfo"] = "http://jabber.org/protocol/disco#info",
        ["DiscoItems"] = "http://jabber.org/protocol/disco#items",
        ["Caps"] = "http://jabber.org/protocol/caps",
        ["Commands"] = "http://jabber.org/protocol/commands",
        ["Forms"] = "jabber:x:data",
        ["Ping"] = "urn:xmpp:ping",
        ["Version"] = "jabber:iq:version",
        ["Time"] = "urn:xmpp:time",
        ["Last"] = "jabber:iq:last",
        ["Delay"] = "urn:xmpp:delay",
        ["SensorData"] = "urn:xmpp:iot:sensordata",
        ["StreamManagement"] = "urn:xmpp:sm:3",
        ["StreamLimits"] = "urn:xmpp:stream-limits:0",
        ["Sasl2"] = "urn:xmpp:sasl:2",
        ["Bind2"] = "urn:xmpp:bind:0",
        ["Fast"] = "urn:xmpp:fast:0",
        ["Pars"] = "urn:xmpp:pars:0",
        ["Receipts"] = "urn:xmpp:receipts",
        ["ChatStates"] = "http://jabber.org/protocol/chatstates",
        ["Shim"] = "http://jabber.org/protocol/shim",
        ["LegacyDelay"] = "jabber:x:delay",
        ["Carbons"] = "urn:xmpp:carbons:2",
        ["Forward"] = "urn:xmpp:forward:0",
        ["RoomUser"] = "http://jabber.org/protocol/muc#user",
        ["Encryption"] = "urn:xmpp:eme:0",
        ["Control"] = "urn:xmpp:iot:control",
        ["Rpc"] = "jabber:iq:rpc",
        ["Validation"] = "http://jabber.org/protocol/xdata-validate",
        ["DynamicForms"] = "urn:xmpp:xdata:dynamic",
        ["PubSub"] = "http://jabber.org/protocol/pubsub",
        ["PubSubOwner"] = "http://jabber.org/protocol/pubsub#owner",
        ["Geoloc"] = "http://jabber.org/protocol/geoloc",
        ["Nick"] = "http://jabber.org/protocol/nick",
        ["Room"] = "http://jabber.org/protocol/muc",
        ["RosterExchange"] = "http://jabber.org/protocol/rosterx",
        ["Conference"] = "jabber:x:conference",
        ["NeuroFoundationSensorData"] = "urn:nf:iot:sd:1.0",
        ["NeuroFoundationControl"] = "urn:nf:iot:ctr:1.0",
        ["AvatarData"] = "urn:xmpp:avatar:data",
        ["AvatarMetadata"] = "urn:xmpp:avatar:metadata",
        ["RosterVersioning"] = "urn:xmpp:features:rosterver",
        ["PreApproval"] = "urn:xmpp:features:pre-approval",
        ["Blocking"] = "urn:xmpp:blocking",
    };

    readonly XmlVocabulary vocabulary = Vocabulary.Create();

    [TestMethod]
    public void Namespaces_have_their_texts()
    {
        Dictionary<string, int> numbers = Constants(typeof(Ns));
        CollectionAssert.AreEquivalent(Namespaces.Keys, numbers.Keys);
        foreach ((string name, int number) in numbers)
            Assert.AreEqual(Namespaces[name], vocabulary.ToString(number), name);
    }

    [TestMethod]
    public void Words_are_named_as_they_are_written()
    {
        foreach ((string name, int number) in Constants(typeof(Word)))
            Assert.AreEqual(name, NameOf(vocabulary.ToString(number)), $"number {number}");
    }

    [TestMethod]
    public void Every_number_has_one_name_and_every_text_one_number()
    {
        int[] numbers = [.. Constants(typeof(Ns)).Values, .. Constants(typeof(Word)).Values];
        CollectionAssert.AreEqual(Enumerable.Range(XmlVocabulary.First, vocabulary.Count - XmlVocabulary.First + 1).ToArray(), numbers.Order().ToArray());
        for (int number = 1; number <= vocabulary.Count; number++)
        {
            byte[] text = Encoding.UTF8.GetBytes(vocabulary.ToString(number));
            Assert.AreEqual(number, vocabulary.Find(text, 0, text.Length), $"{vocabulary.ToString(number)} is there twice");
        }
    }

    [TestMethod]
    public void No_text_needs_escaping()
    {
        for (int number = 1; number <= vocabulary.Count; number++)
            Assert.AreEqual(-1, vocabulary.ToString(number).IndexOfAny(['<', '>', '&', '\'', '"', '\n']));
    }

    [TestMethod]
    public void Every_condition_of_bad_XML_is_a_word()
    {
        foreach (XmlError error in Enum.GetValues<XmlError>().Where(error => error != XmlError.None))
        {
            byte[] condition = Encoding.UTF8.GetBytes(XmlErrors.Condition(error));
            Assert.AreNotEqual(XmlVocabulary.Unknown, vocabulary.Find(condition, 0, condition.Length), XmlErrors.Condition(error));
        }
    }

    static Dictionary<string, int> Constants(Type type) => type
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(field => field.Name, field => (int)field.GetRawConstantValue()!);

    /// <summary><c>bad-request</c> is BadRequest, <c>nodeId</c> NodeId, <c>FORM_TYPE</c> FormType, <c>stream:error</c> StreamError.</summary>
    static string NameOf(string text) => text == "1.0" ? "Version10" : string.Concat(text.Split('-', '_', ':').Select(Capitalized));

    static string Capitalized(string part) =>
        char.ToUpperInvariant(part[0]) + (part.Any(char.IsAsciiLetterLower) ? part[1..] : part[1..].ToLowerInvariant());
}
