using System;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>Addresses as the desktop prepares them (RFC 7622), with the RFC's examples.</summary>
[TestClass]
public sealed class AddressTests
{
    // RFC 7622 §3.5, table 1.
    [TestMethod]
    [DataRow("juliet@example.com", "juliet@example.com")]
    [DataRow("juliet@example.com/foo", "juliet@example.com/foo")]
    [DataRow("juliet@example.com/foo bar", "juliet@example.com/foo bar")]
    [DataRow("juliet@example.com/foo@bar", "juliet@example.com/foo@bar")]
    [DataRow("foo\\20bar@example.com", "foo\\20bar@example.com")]
    [DataRow("fussball@example.com", "fussball@example.com")]
    [DataRow("fu\u00DFball@example.com", "fu\u00DFball@example.com")]
    [DataRow("\u03C0@example.com", "\u03C0@example.com")]
    [DataRow("\u03A3@example.com/foo", "\u03C3@example.com/foo")]
    [DataRow("\u03C3@example.com/foo", "\u03C3@example.com/foo")]
    [DataRow("\u03C2@example.com/foo", "\u03C2@example.com/foo")]
    [DataRow("king@example.com/\u265A", "king@example.com/\u265A")]
    [DataRow("example.com", "example.com")]
    [DataRow("example.com/foobar", "example.com/foobar")]
    [DataRow("a.example.com/b@example.net", "a.example.com/b@example.net")]

    // By rule.
    [DataRow("Ｄｅｖｉｃｅ@Ｅxample．com/Ａgent", "device@example.com/Ａgent")]
    [DataRow("e\u0301@B\u00DCCHER.example/e\u0301\u00A0", "\u00E9@b\u00FCcher.example/\u00E9 ")]
    [DataRow("a@xn--bcher-kva.example", "a@b\u00FCcher.example")]
    [DataRow("a@XN--BCHER-KVA.example", "a@b\u00FCcher.example")]
    [DataRow("a@stra\u00DFe.example", "a@stra\u00DFe.example")]
    [DataRow("a@xn--strae-oqa.example", "a@stra\u00DFe.example")]
    [DataRow("a@\u65E5\u672C\u8A9E\u3002\uFF4A\uFF50", "a@\u65E5\u672C\u8A9E.jp")]
    [DataRow("a@example.com.", "a@example.com")]
    [DataRow("a@192.0.2.1", "a@192.0.2.1")]
    [DataRow("a@[2001:DB8::1]/b", "a@[2001:db8::1]/b")]
    [DataRow("a@\u05D0\u05D1.example", "a@\u05D0\u05D1.example")]
    [DataRow("a@\u13A0.example", "a@\u13A0.example")]
    public void Addresses_are_prepared_by_part(string text, string expected)
    {
        Jid? jid = Jid.Parse(text);
        Assert.AreEqual(expected, jid?.ToString());
        Assert.AreEqual(expected, Jid.Parse(expected)?.ToString());
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Assert.AreEqual(expected, Jid.Parse(bytes, 0, bytes.Length)?.ToString());
        int slash = expected.IndexOf('/');
        string bare = slash < 0 ? expected : expected[..slash];
        Assert.AreEqual(bare[(bare.IndexOf('@') + 1)..], jid!.Domain);
        Assert.AreEqual(Encoding.UTF8.GetByteCount(bare), jid.BareLength);
    }

    // RFC 7622 §3.5, table 2.
    [TestMethod]
    [DataRow("\"juliet\"@example.com")]
    [DataRow("foo bar@example.com")]
    [DataRow("juliet@example.com/ foo")]
    [DataRow("@example.com/")]
    [DataRow("henry\u2163@example.com")]
    [DataRow("\u265A@example.com")]
    [DataRow("juliet@")]
    [DataRow("/foobar")]

    // By rule: signs in other widths are the same signs.
    [DataRow("a\uFF20b@example.com")]
    [DataRow("a\uFF0Fb@example.com")]
    [DataRow("a\uFF1Ab@example.com")]
    [DataRow("a@b\uFF0Fc")]
    [DataRow("a@exam_ple.com")]
    [DataRow("a@-example.com")]
    [DataRow("a@example-.com")]
    [DataRow("a@ab--cd.com")]
    [DataRow("a@example..com")]
    [DataRow("a@.example.com")]
    [DataRow("a@.")]
    [DataRow("a@xn--bcher-kvb.example")]
    [DataRow("a@xn--a.example")]
    [DataRow("a@xn--.example")]
    [DataRow("a@xn--fussball-.example")]
    [DataRow("a@xn--\u00FC.example")]
    [DataRow("a@\u0301b.example")]
    [DataRow("a@\u2163.example")]
    [DataRow("a@\u265A.example")]
    [DataRow("a@\u0378.example")]
    [DataRow("a@\u00AD.example")]
    [DataRow("a@l\u00B7.example")]
    [DataRow("a@\u05D0a\u05D1.example")]
    [DataRow("a@\u05D0.1example")]
    [DataRow("a@\uAB70.example")]
    [DataRow("a@[2001:db8::1")]
    [DataRow("a@[192.0.2.1]")]
    [DataRow("a@[fe80::1%25eth0]")]
    [DataRow("a@2001:db8::1")]
    [DataRow("a@b/c\u0085")]
    [DataRow("a@b/\uFFFE")]
    public void What_is_no_address_is_not_read(string text) => Assert.IsNull(Jid.Parse(text));

    [TestMethod]
    public void Lengths_are_of_the_prepared_parts()
    {
        Assert.IsNotNull(Jid.Parse(new string('\uFF41', 1023) + "@b"));
        Assert.IsNull(Jid.Parse(new string('\uFF41', 1024) + "@b"));
        Assert.IsNotNull(Jid.Parse("a@b/" + new string('\u00E9', 511) + "c"));
        Assert.IsNull(Jid.Parse("a@b/" + new string('\u00E9', 512)));
        Assert.IsNotNull(Jid.Parse("a@" + new string('\u00FC', 50) + ".example"));
        Assert.IsNull(Jid.Parse("a@" + new string('\u00FC', 63) + ".example"));
    }

    [TestMethod]
    public void Comparing_makes_no_object()
    {
        Jid jid = Jid.Parse("w\u00E4rme@h\u00E4user.example/\u265A")!;
        byte[] wire = Encoding.UTF8.GetBytes("W\u00E4rme@H\u00E4user.Example/\u265A");
        Assert.IsTrue(jid.Matches(wire, 0, wire.Length));
        bool isSame = true;
        Assert.AreEqual(0, Allocation.Least(() =>
        {
            for (int i = 0; i < 1000; i++)
                isSame &= jid.Matches(wire, 0, wire.Length) && jid.MatchesBare(wire, 0, wire.Length) && !jid.MatchesDomain(wire, 0, wire.Length);
        }));
        Assert.IsTrue(isSame);
    }

    [TestMethod]
    public void Bytes_that_are_no_utf8_are_no_address()
    {
        Assert.IsNull(Jid.Parse([(byte)'a', (byte)'@', (byte)'b', (byte)'/', 0xC3], 0, 5));
        Assert.IsNull(Jid.Parse("a@b/\uD800"));
    }

    [TestMethod]
    public void A_server_may_stamp_a_resource_with_a_space_in_front()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("juliet@example.com/ foo");
        Assert.AreEqual(" foo", Jid.Parse(bytes, 0, bytes.Length)?.Resource);
    }

    [TestMethod]
    [DataRow("a@example.com", "example.com")]
    [DataRow("a@b\u00FCcher.example", "xn--bcher-kva.example")]
    [DataRow("a@stra\u00DFe.example", "xn--strae-oqa.example")]
    [DataRow("a@\u65E5\u672C\u8A9E.\u30C6\u30B9\u30C8", "xn--wgv71a119e.xn--zckzah")]
    [DataRow("a@[2001:db8::1]", "[2001:db8::1]")]
    public void The_name_of_the_host_is_ascii(string text, string expected) => Assert.AreEqual(expected, Jid.Parse(text)!.HostName);

    // RFC 3492 §7.1: Arabic, Chinese, Czech, Japanese, Vietnamese, a name with ASCII and digits.
    [TestMethod]
    [DataRow("\u0644\u064A\u0647\u0645\u0627\u0628\u062A\u0643\u0644\u0645\u0648\u0634\u0639\u0631\u0628\u064A\u061F", "egbpdaj6bu4bxfgehfvwxn")]
    [DataRow("\u4ED6\u4EEC\u4E3A\u4EC0\u4E48\u4E0D\u8BF4\u4E2D\u6587", "ihqwcrb4cv8a8dqg056pqjye")]
    [DataRow("Pro\u010Dprost\u011Bnemluv\u00ED\u010Desky", "Proprostnemluvesky-uyb24dma41a")]
    [DataRow("3\u5E74B\u7D44\u91D1\u516B\u5148\u751F", "3B-ww4c5e180e575a65lsy2b")]
    [DataRow("T\u1EA1isaoh\u1ECDkh\u00F4ngth\u1EC3ch\u1EC9n\u00F3iti\u1EBFngVi\u1EC7t", "TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g")]
    [DataRow("\u30D1\u30D5\u30A3\u30FCde\u30EB\u30F3\u30D0", "de-jg4avhby1noc0d")]
    [DataRow("-> $1.00 <-", "-> $1.00 <--")]
    public void Punycode_is_that_of_the_rfc(string text, string expected)
    {
        Assert.AreEqual(expected, Punycode.Encode(Precis.CodePoints(text)!));
        CollectionAssert.AreEqual(Precis.CodePoints(text), Punycode.Decode(expected));
    }

    [TestMethod]
    [DataRow("99999999")]
    [DataRow("a-\u00FC")]
    [DataRow("bcher-kv!")]
    [DataRow("bcher-kv")]
    public void What_is_no_punycode_is_not_read(string text) => Assert.IsNull(Punycode.Decode(text));
}
