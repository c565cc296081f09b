using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Xmpp.Tests;

/// <summary>PRECIS (RFC 8264) by the examples of RFC 8265 and by rule.</summary>
[TestClass]
public sealed class PrecisTests
{
    // RFC 8265 §3.5, tables 2 and 3.
    [TestMethod]
    [DataRow("juliet@example.com", "juliet@example.com")]
    [DataRow("fussball", "fussball")]
    [DataRow("fußball", "fußball")]
    [DataRow("π", "π")]
    [DataRow("Σ", "σ")]
    [DataRow("σ", "σ")]
    [DataRow("ς", "ς")]
    [DataRow("foo bar", null)]
    [DataRow("", null)]
    [DataRow("henry\u2163", null)]
    [DataRow("\u221E", null)]
    [DataRow("\u265A", null)]

    // By rule: width, case, normalization.
    [DataRow("Ｄｅｖｉｃｅ", "device")]
    [DataRow("ｶﾞ", "ガ")]
    [DataRow("e\u0301te\u0301", "été")]
    [DataRow("A\u030A", "å")]
    [DataRow("\u212B", "å")]
    [DataRow("\u0130", "i\u0307")]
    [DataRow("Straße", "straße")]
    [DataRow("\u1E9E", "ß")]
    [DataRow("\U00010400", "\U00010428")]
    [DataRow("\u1100\u1161\u11A8", "각")]
    [DataRow("\u1112", null)]
    [DataRow("ﬁ", null)]
    [DataRow("a\u00AD", null)]
    [DataRow("a\u0000", null)]
    [DataRow("a\u007F", null)]
    [DataRow("\u0378", null)]
    [DataRow("\U0001F600", null)]
    [DataRow("\uFFFE", null)]
    [DataRow("\u0640", null)]
    [DataRow("\u00DF\u3007", "ß〇")]

    // Context (RFC 5892 Appendix A).
    [DataRow("l·l", "l·l")]
    [DataRow("L·L", "l·l")]
    [DataRow("l·a", null)]
    [DataRow("·l", null)]
    [DataRow("\u0375α", "\u0375α")]
    [DataRow("\u0375a", null)]
    [DataRow("א\u05F3", "א\u05F3")]
    [DataRow("\u05F3א", null)]
    [DataRow("ア・ア", "ア・ア")]
    [DataRow("ア･ア", "ア・ア")]
    [DataRow("a・a", null)]
    [DataRow("क\u094D\u200Dष", "क\u094D\u200Dष")]
    [DataRow("क\u200Dष", null)]
    [DataRow("\u0628\u200C\u0628", "\u0628\u200C\u0628")]
    [DataRow("\u0628\u064B\u200C\u064B\u0628", "\u0628\u064B\u200C\u064B\u0628")]
    [DataRow("\u0627\u200C\u0628", null)]
    [DataRow("a\u200Cb", null)]
    [DataRow("ب\u0661\u0662", "ب\u0661\u0662")]
    [DataRow("ب\u0661\u06F2", null)]

    // Direction (RFC 5893 §2).
    [DataRow("אב1", "אב1")]
    [DataRow("אב.", null)]
    [DataRow("1אב", null)]
    [DataRow("אaב", null)]
    [DataRow("aא", null)]
    [DataRow("ب1\u0661", null)]
    [DataRow("א\u05B0", "א\u05B0")]
    public void A_user_name_is_mapped_to_lower_case_or_refused(string text, string? expected)
    {
        Assert.AreEqual(expected, Precis.UsernameCaseMapped(text));
        if (expected != null)
            Assert.AreEqual(expected, Precis.UsernameCaseMapped(expected));
    }

    // RFC 8265 §4.3, tables 4 and 5.
    [TestMethod]
    [DataRow("correct horse battery staple", "correct horse battery staple")]
    [DataRow("Correct Horse Battery Staple", "Correct Horse Battery Staple")]
    [DataRow("πßå", "πßå")]
    [DataRow("Jack of \u2666s", "Jack of \u2666s")]
    [DataRow("foo\u1680bar", "foo bar")]
    [DataRow("", null)]
    [DataRow("my cat is a \u0009by", null)]

    // By rule.
    [DataRow("\u00A0\u3000", "  ")]
    [DataRow("A\u030A\u212B", "ÅÅ")]
    [DataRow("Ｗide", "Ｗide")]
    [DataRow("ﬁ\u2163", "ﬁ\u2163")]
    [DataRow("\U0001F600", "\U0001F600")]
    [DataRow("אaב", "אaב")]
    [DataRow("a\u200Db", null)]
    [DataRow("a\u0085b", null)]
    [DataRow("\u2028", null)]
    [DataRow("\uE000", null)]
    [DataRow("\u0378", null)]
    public void An_opaque_string_keeps_case_width_and_symbols(string text, string? expected) =>
        Assert.AreEqual(expected, Precis.OpaqueString(text));

    [TestMethod]
    public void Half_of_a_pair_is_no_text()
    {
        foreach (string text in new[] { "\uD800", "a\uDC00b", "a\uDBFF" })
        {
            Assert.IsNull(Precis.UsernameCaseMapped(text));
            Assert.IsNull(Precis.OpaqueString(text));
        }
    }

    [TestMethod]
    public void Ascii_passes_as_it_is_but_for_case()
    {
        for (char c = '\0'; c <= '\x7F'; c++)
        {
            string text = c.ToString();
            Assert.AreEqual(c is > ' ' and < '\x7F' ? text.ToLowerInvariant() : null, Precis.UsernameCaseMapped(text));
            Assert.AreEqual(c is >= ' ' and < '\x7F' ? text : null, Precis.OpaqueString(text));
        }
    }
}
