using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>Keys in place of a password: with them a login costs no derivation, and without fitting ones there is none.</summary>
[TestClass]
public sealed class ScramKeysTests
{
    // Of RFC 5802 §5: the password is pencil.
    const string Nonce = "fyko+d2lbbFgONRv9qkxdawL";
    const string ServerFirst = "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096";
    const string ClientFinal = "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=";
    const string Known = "4096 QSXCR+Q6sek8bf92 4jTEe/bDZpbdbYUrmaqiuiZVVyg= D+CSWLOshSulAsxiupA+qs2/fTE=";

    readonly TestCrypto crypto = new TestCrypto();

    [TestMethod]
    public void The_example_of_the_specification_needs_no_password()
    {
        ScramMechanism scram = With(Known);
        Assert.AreEqual(ClientFinal, Text(scram.ClientFinal(Bytes(ServerFirst))!));
        Assert.IsTrue(scram.Verify(Bytes("v=rmF9pqV8S7suAoZWja4dJRkFsKQ=")));
        Assert.AreEqual(0, crypto.Derivations);
    }

    [TestMethod]
    public void Keys_are_those_of_the_password()
    {
        ScramKeys known = ScramKeys.Parse(HashAlgorithm.Sha1, Known)!;
        ScramKeys made = ScramKeys.Derive(crypto, HashAlgorithm.Sha1, Bytes("pencil"), known.Salt, known.Iterations);
        Assert.IsTrue(Credentials.AreEqual(known.ClientKey, made.ClientKey));
        Assert.IsTrue(Credentials.AreEqual(known.ServerKey, made.ServerKey));
    }

    [TestMethod]
    [DataRow("r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf93,i=4096")]
    [DataRow("r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8,i=4096")]
    [DataRow("r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4097")]
    public void A_salt_or_count_that_has_changed_is_said(string serverFirst)
    {
        ScramMechanism scram = With(Known);
        Assert.IsNull(scram.ClientFinal(Bytes(serverFirst)));
        Assert.IsTrue(scram.Failure.IndexOf("salt or iteration count") > 0, scram.Failure);
        Assert.IsTrue(scram.Failure.IndexOf("run presentity provision again") > 0, scram.Failure);
        Assert.AreEqual(0, crypto.Derivations);
    }

    [TestMethod]
    public void A_password_beside_them_makes_the_ones_that_fit()
    {
        Credentials credentials = new Credentials("user", "pencil");
        credentials.Add(ScramKeys.Parse(HashAlgorithm.Sha1, "8192" + Known.Substring(4))!);
        for (int login = 0; login < 2; login++)
        {
            ScramMechanism scram = new ScramMechanism(crypto, HashAlgorithm.Sha1, credentials, Bytes(Nonce));
            Assert.AreEqual(ClientFinal, Text(scram.ClientFinal(Bytes(ServerFirst))!));
        }

        Assert.AreEqual(1, crypto.Derivations);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("4096")]
    [DataRow("0 QSXCR+Q6sek8bf92 4jTEe/bDZpbdbYUrmaqiuiZVVyg= D+CSWLOshSulAsxiupA+qs2/fTE=")]
    [DataRow("x QSXCR+Q6sek8bf92 4jTEe/bDZpbdbYUrmaqiuiZVVyg= D+CSWLOshSulAsxiupA+qs2/fTE=")]
    [DataRow("4096  4jTEe/bDZpbdbYUrmaqiuiZVVyg= D+CSWLOshSulAsxiupA+qs2/fTE=")]
    [DataRow("4096 QSXCR+Q6sek8bf9 4jTEe/bDZpbdbYUrmaqiuiZVVyg= D+CSWLOshSulAsxiupA+qs2/fTE=")]
    [DataRow("4096 QSXCR+Q6sek8bf92 4jTEe/bDZpbdbYUrmaqiuiY= D+CSWLOshSulAsxiupA+qs2/fTE=")]
    [DataRow("4096 QSXCR+Q6sek8bf92 4jTEe/bDZpbdbYUrmaqiuiZVVyg= D+CSWLOshSulAsxiupA+qs2/fTE= more")]
    public void What_is_no_keys_is_refused(string text) => Assert.IsNull(ScramKeys.Parse(HashAlgorithm.Sha1, text));

    ScramMechanism With(string keys)
    {
        Credentials credentials = new Credentials("user", "");
        credentials.Add(ScramKeys.Parse(HashAlgorithm.Sha1, keys)!);
        return new ScramMechanism(crypto, HashAlgorithm.Sha1, credentials, Bytes(Nonce));
    }

    static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes, 0, bytes.Length);

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
