using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;
using Presentity.Xml;
using HashAlgorithm = Presentity.Platform.HashAlgorithm;

namespace Presentity.Xmpp.Tests;

/// <summary>Which mechanism a desktop chooses, what it says of the channel, and what it makes of an offer that has been changed.</summary>
[TestClass]
public sealed class SaslLoginTests
{
    const string Exporter = "tls-exporter", EndPoint = "tls-server-end-point";

    readonly FakeChannel channel = new();
    readonly Credentials credentials = new("device", "pencil");

    [TestMethod]
    [DataRow("SCRAM-SHA-1 SCRAM-SHA-1-PLUS", "tls-exporter tls-server-end-point", "SCRAM-SHA-1-PLUS", "p=tls-exporter,,", DisplayName = "bound to the best")]
    [DataRow("SCRAM-SHA-1 SCRAM-SHA-1-PLUS", "tls-server-end-point", "SCRAM-SHA-1-PLUS", "p=tls-server-end-point,,", DisplayName = "or to what there is")]
    [DataRow("SCRAM-SHA-512 SCRAM-SHA-1-PLUS", "tls-exporter", "SCRAM-SHA-1-PLUS", "p=tls-exporter,,", DisplayName = "before a better hash")]
    [DataRow("SCRAM-SHA-256-PLUS SCRAM-SHA-512-PLUS SCRAM-SHA-512", "tls-exporter", "SCRAM-SHA-512-PLUS", "p=tls-exporter,,", DisplayName = "the best hash")]
    [DataRow("SCRAM-SHA-256 SCRAM-SHA-256-PLUS", null, "SCRAM-SHA-256", "n,,", DisplayName = "a server that names no type has one that we lack")]
    [DataRow("SCRAM-SHA-256 SCRAM-SHA-256-PLUS", "tls-unique", "SCRAM-SHA-256", "n,,", DisplayName = "so has one that names it")]
    [DataRow("SCRAM-SHA-256 SCRAM-SHA-1 PLAIN DIGEST-MD5", null, "SCRAM-SHA-256", "y,,", DisplayName = "a server that cannot bind is told that we could")]
    public void The_strongest_is_chosen(string offered, string? bindings, string chosen, string header)
    {
        SaslLogin login = Login();
        Assert.IsTrue(Choose(login, offered, bindings), login.Failure);
        Assert.AreEqual(chosen, login.Name);
        Assert.StartsWith(header + "n=device,r=", Text(login.Begin()));
    }

    [TestMethod]
    public void Without_data_of_the_channel_there_is_no_binding()
    {
        channel.Data.Clear();
        SaslLogin login = Login();
        Assert.IsTrue(Choose(login, "SCRAM-SHA-1 SCRAM-SHA-1-PLUS", Exporter));
        Assert.AreEqual("SCRAM-SHA-1", login.Name);
        Assert.StartsWith("n,,", Text(login.Begin()));
        Assert.IsTrue(Choose(login, "SCRAM-SHA-1", null));
        Assert.StartsWith("n,,", Text(login.Begin()));
    }

    // XEP-0440 §3, rule 5.
    [TestMethod]
    public void Types_without_a_mechanism_for_them_are_an_attack()
    {
        SaslLogin login = Login();
        Assert.IsFalse(Choose(login, "SCRAM-SHA-256", Exporter));
        Assert.Contains("somebody may have taken it away: nothing was sent", login.Failure);
    }

    // XEP-0474 §5.3: the hash of the example there.
    [TestMethod]
    public void The_example_of_an_offer_is_signed_as_the_specification_says()
    {
        SaslLogin login = Login();
        Assert.IsTrue(Choose(login, "SCRAM-SHA-1 SCRAM-SHA-1-PLUS", EndPoint + " " + Exporter));
        Assert.IsNotNull(Answer(login, ",h=G6k/rBLDqgOhRRaCuuatSDFkJ08="), login.Failure);
    }

    [TestMethod]
    [DataRow("SCRAM-SHA-1 SCRAM-SHA-1-PLUS", "tls-server-end-point", DisplayName = "a type is gone")]
    [DataRow("SCRAM-SHA-1-PLUS", "tls-server-end-point tls-exporter", DisplayName = "a mechanism is gone")]
    [DataRow("SCRAM-SHA-1 SCRAM-SHA-1-PLUS", "tls-unique", DisplayName = "another type")]
    [DataRow("SCRAM-SHA-1", null, DisplayName = "all of it is gone")]
    [DataRow("PLAIN SCRAM-SHA-1 SCRAM-SHA-1-PLUS", "tls-server-end-point tls-exporter", DisplayName = "a mechanism too many")]
    public void An_offer_that_has_been_changed_on_the_way_is_found_out(string offered, string? bindings)
    {
        SaslLogin login = Login();
        Assert.IsTrue(Choose(login, offered, bindings), login.Failure);
        Assert.IsNull(Answer(login, ",h=G6k/rBLDqgOhRRaCuuatSDFkJ08="));
        Assert.Contains("offer of mechanisms has been changed on the way; this may be an attack", login.Failure);
    }

    // RFC 5802 §5.1: wherever it stands.
    [TestMethod]
    [DataRow(",m=more")]
    [DataRow(",x=1,m=")]
    public void An_extension_that_must_be_understood_ends_the_login(string extension)
    {
        SaslLogin login = Login();
        Assert.IsTrue(Choose(login, "SCRAM-SHA-1", null), login.Failure);
        Assert.IsNull(Answer(login, extension));
        Assert.Contains("the server sent an extension that nobody knows; this may be an attack", login.Failure);
    }

    // RFC 7677 §3, with something behind the signature.
    [TestMethod]
    [DataRow("", true)]
    [DataRow(",x=more", true)]
    [DataRow(",m=more", false)]
    public void So_does_one_behind_the_signature(string extension, bool isProof)
    {
        var scram = new ScramMechanism(new TestCrypto(), HashAlgorithm.Sha256, new Credentials("user", "pencil"), "rOprNGfwEbeRWgbNEkqO"u8.ToArray());
        Assert.IsNotNull(scram.ClientFinal(
            "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"u8.ToArray()));
        Assert.AreEqual(isProof, scram.Verify(Encoding.UTF8.GetBytes("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=" + extension)));
        Assert.AreEqual(isProof, scram.IsProven);
    }

    [TestMethod]
    public void What_the_login_is_bound_to_is_part_of_the_proof()
    {
        SaslLogin login = Login();
        Assert.IsTrue(Choose(login, "SCRAM-SHA-1 SCRAM-SHA-1-PLUS", Exporter));
        string final = Text(Answer(login, "")!);
        byte[] bound = Convert.FromBase64String(final[2..final.IndexOf(',')]);
        CollectionAssert.AreEqual((byte[])[.. "p=tls-exporter,,"u8, .. channel.Data[Exporter]], bound);
    }

    [TestMethod]
    public void EXTERNAL_needs_a_certificate_and_says_who_it_is()
    {
        SaslLogin login = Login();
        Assert.IsTrue(Choose(login, "EXTERNAL SCRAM-SHA-512", null));
        Assert.AreEqual("SCRAM-SHA-512", login.Name);
        credentials.HasCertificate = true;
        Assert.IsTrue(Choose(login, "SCRAM-SHA-512 EXTERNAL", null));
        Assert.AreEqual("EXTERNAL", login.Name);
        Assert.AreEqual("device@example.com", Text(login.Begin()));
        Assert.IsTrue(login.Succeeds([]));
        Assert.IsFalse(Choose(login, "SCRAM-SHA-512-PLUS SCRAM-SHA-512", Exporter));
        Assert.Contains("; it was EXTERNAL, and the best now is SCRAM-SHA-512-PLUS; ", login.Failure);
    }

    [TestMethod]
    public void PLAIN_needs_leave_and_verified_TLS_and_nothing_better()
    {
        SaslLogin login = Login();
        Assert.IsFalse(Choose(login, "PLAIN", null));
        Assert.Contains("no mechanism that is safe (SCRAM); it offers PLAIN", login.Failure);
        credentials.AllowsPlain = true;
        channel.IsSecure = false;
        Assert.IsFalse(Choose(login, "PLAIN", null));
        channel.IsSecure = true;
        Assert.IsTrue(Choose(login, "PLAIN SCRAM-SHA-1", null));
        Assert.AreEqual("SCRAM-SHA-1", login.Name);
        Assert.IsTrue(Choose(login, "PLAIN", null));
        Assert.AreEqual("\0device\0pencil", Text(login.Begin()));
        Assert.IsNull(login.Answer([]));
        Assert.Contains("a challenge that the mechanism does not have", login.Failure);
    }

    [TestMethod]
    public void What_was_used_is_remembered_from_start_to_start()
    {
        var store = new MemoryStore();
        credentials.RememberIn(store, "device@example.com");
        credentials.HasCertificate = true;
        SaslLogin login = Login();
        Assert.IsTrue(Choose(login, "EXTERNAL", null));
        login.Begin();
        Assert.IsTrue(login.Succeeds([]));
        Assert.AreEqual("8device@example.com", Text(store.Files[Credentials.MemoryFile]));

        var next = new Credentials("device", "pencil") { AllowsPlain = true, HowToForget = "remove the file" };
        next.RememberIn(store, "device@example.com");
        SaslLogin after = Login(next);
        Assert.IsFalse(Choose(after, "PLAIN", null));
        Assert.AreEqual(
            "the server no longer offers the mechanism used before; this may be an attack: nothing was sent; it was EXTERNAL, and the best now "
            + "is PLAIN; remove the file", after.Failure);

        var another = new Credentials("other", "pencil");
        another.RememberIn(store, "other@example.com");
        Assert.IsTrue(Choose(Login(another), "SCRAM-SHA-1", null));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("7")]
    [DataRow("7someone@example.com")]
    [DataRow("\u00FF\u00FE")]
    public void A_memory_that_is_another_s_or_none_does_not_count(string kept)
    {
        var store = new MemoryStore();
        store.Files[Credentials.MemoryFile] = Encoding.Latin1.GetBytes(kept);
        credentials.RememberIn(store, "device@example.com");
        Assert.IsTrue(Choose(Login(), "SCRAM-SHA-1", null));
    }

    [TestMethod]
    public void A_memory_that_makes_no_sense_is_said_and_nothing_is_sent()
    {
        var store = new MemoryStore();
        store.Files[Credentials.MemoryFile] = "zdevice@example.com"u8.ToArray();
        credentials.RememberIn(store, "device@example.com");
        SaslLogin login = Login();
        Assert.IsFalse(Choose(login, "SCRAM-SHA-1", null));
        Assert.Contains("it was another, and the best now is SCRAM-SHA-1", login.Failure);
    }

    SaslLogin Login(Credentials? whose = null) =>
        new(new TestCrypto(), Jid.Parse("device@example.com")!, whose ?? credentials) { Channel = channel };

    /// <summary>Lets the server answer with its first message.</summary>
    static byte[]? Answer(SaslLogin login, string extension)
    {
        string nonce = Text(login.Begin()).Split(",r=")[1];
        return login.Answer(Encoding.UTF8.GetBytes($"r={nonce}more,s=QSXCR+Q6sek8bf92,i=4096{extension}"));
    }

    static bool Choose(SaslLogin login, string mechanisms, string? bindings)
    {
        string binding = bindings == null ? "" : "<sasl-channel-binding xmlns='urn:xmpp:sasl-cb:0'>"
            + string.Concat(bindings.Split(' ').Select(type => $"<channel-binding type='{type}'/>")) + "</sasl-channel-binding>";
        string list = string.Concat(mechanisms.Split(' ').Select(name => $"<mechanism>{name}</mechanism>"));
        var tokenizer = new XmlTokenizer(new XmlLimits(), Vocabulary.Create());
        byte[] features = Encoding.UTF8.GetBytes("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'><stream:features>"
            + binding + $"<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{list}</mechanisms></stream:features>");
        tokenizer.Feed(features, 0, features.Length);
        Assert.AreEqual(XmlRead.RootStart, tokenizer.Read());
        Assert.AreEqual(XmlRead.Element, tokenizer.Read());
        var cursor = new XmlCursor(tokenizer.Tape);
        cursor.MoveToTop();
        return login.Choose(cursor, Ns.Sasl, Word.Mechanisms);
    }

    static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    sealed class FakeChannel : IChannelBinding
    {
        public Dictionary<string, byte[]> Data { get; } = new() { [Exporter] = RandomNumberGenerator.GetBytes(32), [EndPoint] = RandomNumberGenerator.GetBytes(32) };

        public bool IsSecure { get; set; } = true;

        public byte[]? ChannelBinding(string type) => Data.GetValueOrDefault(type);
    }
}
