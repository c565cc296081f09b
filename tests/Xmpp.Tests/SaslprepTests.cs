using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Xmpp.Tests;

/// <summary>Names and passwords as RFC 4013 prepares them, and what it refuses.</summary>
[TestClass]
public sealed class SaslprepTests
{
    // RFC 4013 §3; then RFC 8265 §4.3, of which SASLprep makes the same; then what UTF-16 has in two halves, and today's Unicode.
    [TestMethod]
    [DataRow("I\u00ADX", "IX")]
    [DataRow("user", "user")]
    [DataRow("USER", "USER")]
    [DataRow("\u00AA", "a")]
    [DataRow("\u2168", "IX")]
    [DataRow("correct horse battery staple", "correct horse battery staple")]
    [DataRow("Correct Horse Battery Staple", "Correct Horse Battery Staple")]
    [DataRow("\u03C0\u00DF\u00E5", "\u03C0\u00DF\u00E5")]
    [DataRow("Jack of \u2666s", "Jack of \u2666s")]
    [DataRow("foo\u1680bar", "foo bar")]
    [DataRow("p\u00A0a\u0308\u00AA=,<&\"'\u00ADx", "p \u00E4a=,<&\"'x")]
    [DataRow("\u0627\u0628", "\u0627\u0628")]
    [DataRow("\u06271\u0628", "\u06271\u0628")]
    [DataRow("\U0001F511", "\U0001F511")]
    [DataRow("a\u200Bb\uFE0F", "ab")]
    [DataRow("", "")]
    public void A_text_is_prepared(string text, string prepared)
    {
        Assert.IsTrue(Saslprep.TryPrepare(text, out string actual, out string fault), fault);
        Assert.AreEqual(prepared, actual);
        Assert.IsTrue(Saslprep.TryPrepare(actual, out string again, out _));
        Assert.AreEqual(prepared, again);
    }

    [TestMethod]
    [DataRow("\u0007", "U+0007")]
    [DataRow("my cat is a \tby", "U+0009")]
    [DataRow("a\u007F", "U+007F")]
    [DataRow("a\u0085", "U+0085")]
    [DataRow("a\u200Eb", "U+200E")]
    [DataRow("\uE000", "U+E000")]
    [DataRow("\uFFFD", "U+FFFD")]
    [DataRow("\uFFFE", "U+FFFE")]
    [DataRow("\U000E0041", "U+E0041")]
    [DataRow("\u06271", "direction")]
    [DataRow("\u0627a\u0628", "direction")]
    [DataRow("1\u0627", "direction")]
    public void A_text_is_refused_with_the_reason_and_without_the_text(string text, string why)
    {
        Assert.IsFalse(Saslprep.TryPrepare(text, out string prepared, out string fault));
        Assert.AreEqual("", prepared);
        Assert.Contains(why, fault);
        Assert.DoesNotContain("my cat", fault);
    }

    // Not a row of the test above: an attribute cannot hold it.
    [TestMethod]
    public void Half_a_character_is_none()
    {
        Assert.IsFalse(Saslprep.TryPrepare("a\uD83D", out _, out string fault));
        Assert.Contains("U+D83D", fault);
    }

    [TestMethod]
    public void The_password_is_prepared_for_SCRAM()
    {
        var crypto = new TestKit.TestCrypto();
        Assert.AreEqual(Final(crypto, "I\u00ADX\u00AA"), Final(crypto, "IXa"));
        Assert.AreNotEqual(Final(crypto, "I\u00ADX\u00AA"), Final(crypto, "IXb"));
    }

    [TestMethod]
    public void The_name_is_prepared_for_SCRAM() => Assert.AreEqual("IX\u00E4", new Credentials("I\u00ADXa\u0308", "").User);

    static string Final(TestKit.TestCrypto crypto, string password)
    {
        var scram = new ScramMechanism(crypto, Platform.HashAlgorithm.Sha1, new Credentials("user", password), "nonce"u8.ToArray());
        return System.Convert.ToBase64String(scram.ClientFinal("r=nonce1,s=QSXCR+Q6sek8bf92,i=4096"u8.ToArray())!);
    }
}
