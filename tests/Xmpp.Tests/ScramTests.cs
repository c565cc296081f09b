using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Platform;
using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>SCRAM against the examples of its RFCs, to the byte.</summary>
[TestClass]
public sealed class ScramTests
{
    readonly TestCrypto crypto = new TestCrypto();

    // RFC 5802 §5.
    [TestMethod]
    public void SHA_1() => Log(
        HashAlgorithm.Sha1,
        "fyko+d2lbbFgONRv9qkxdawL",
        "n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL",
        "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096",
        "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=",
        "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=");

    // RFC 7677 §3.
    [TestMethod]
    public void SHA_256() => Log(
        HashAlgorithm.Sha256,
        "rOprNGfwEbeRWgbNEkqO",
        "n,,n=user,r=rOprNGfwEbeRWgbNEkqO",
        "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
        "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");

    [TestMethod]
    public void A_nonce_is_long_printable_and_never_the_same()
    {
        string first = First(new ScramMechanism(crypto, HashAlgorithm.Sha256, new Credentials("user", "pencil")));
        string second = First(new ScramMechanism(crypto, HashAlgorithm.Sha256, new Credentials("user", "pencil")));
        Assert.StartsWith("n,,n=user,r=", first);
        string nonce = first.Substring("n,,n=user,r=".Length);
        Assert.AreEqual(24, nonce.Length);
        Assert.DoesNotContain(",", nonce);
        Assert.AreNotEqual(first, second);
    }

    [TestMethod]
    [DataRow("v=")]
    [DataRow("v=AAAA")]
    [DataRow("v=*")]
    [DataRow("e=invalid-proof")]
    [DataRow("")]
    [DataRow("x")]
    [DataRow("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G5=")]
    [DataRow("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95GA=")]
    public void Every_other_signature_is_refused(string serverFinal)
    {
        ScramMechanism scram = new ScramMechanism(crypto, HashAlgorithm.Sha256, new Credentials("user", "pencil"), Bytes("rOprNGfwEbeRWgbNEkqO"));
        Assert.IsNotNull(scram.ClientFinal(
            Bytes("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")));
        Assert.IsFalse(scram.Verify(Bytes(serverFinal)));
        Assert.Contains(serverFinal.Length == 0 ? "no signature" : "a wrong signature", scram.Failure);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("r")]
    [DataRow("r=")]
    [DataRow("r=nonce")]
    [DataRow("r=nonce1")]
    [DataRow("r=nonce1,s=QSXCR+Q6sek8bf92")]
    [DataRow("r=nonce1,i=4096,s=QSXCR+Q6sek8bf92")]
    [DataRow("s=QSXCR+Q6sek8bf92,r=nonce1,i=4096")]
    [DataRow("r=nonce1,s=QSXCR+Q6sek8bf92,i=")]
    [DataRow("r=nonce1,s=QSXCR+Q6sek8bf92,i=0")]
    [DataRow("r=nonce1,s=QSXCR+Q6sek8bf92,i=4.096")]
    [DataRow("r=Nonce1,s=QSXCR+Q6sek8bf92,i=4096")]
    [DataRow("r=nonc,s=QSXCR+Q6sek8bf92,i=4096")]
    [DataRow("m=more,r=nonce1,s=QSXCR+Q6sek8bf92,i=4096")]
    [DataRow("r=nonce1,m=more,s=QSXCR+Q6sek8bf92,i=4096")]
    public void Every_other_first_message_is_refused(string serverFirst)
    {
        ScramMechanism scram = new ScramMechanism(crypto, HashAlgorithm.Sha1, new Credentials("user", "pencil"), Bytes("nonce"));
        Assert.IsNull(scram.ClientFinal(Bytes(serverFirst)));
        Assert.IsGreaterThan(0, scram.Failure.Length);
        Assert.AreEqual(0, crypto.Derivations);
    }

    [TestMethod]
    public void Extensions_behind_the_count_are_passed_over()
    {
        ScramMechanism scram = new ScramMechanism(crypto, HashAlgorithm.Sha1, new Credentials("user", "pencil"), Bytes("nonce"));
        Assert.IsNotNull(scram.ClientFinal(Bytes("r=nonce1,s=QSXCR+Q6sek8bf92,i=4096,x=more,y=m=1")));
    }

    [TestMethod]
    public void Bounds_of_the_count_are_those_of_the_account()
    {
        Credentials credentials = new Credentials("user", "pencil") { LeastIterations = 10, MostIterations = 20 };
        for (int count = 8; count < 23; count++)
        {
            ScramMechanism scram = new ScramMechanism(crypto, HashAlgorithm.Sha1, credentials, Bytes("nonce"));
            Assert.AreEqual(
                count >= 10 && count <= 20, scram.ClientFinal(Bytes("r=nonce1,s=QSXCR+Q6sek8bf92,i=" + count)) != null, count.ToString());
        }
    }

    void Log(HashAlgorithm algorithm, string nonce, string clientFirst, string serverFirst, string clientFinal, string serverFinal)
    {
        ScramMechanism scram = new ScramMechanism(crypto, algorithm, new Credentials("user", "pencil"), Bytes(nonce));
        Assert.AreEqual(clientFirst, First(scram));
        Assert.AreEqual(clientFinal, Text(scram.ClientFinal(Bytes(serverFirst))!));
        Assert.IsTrue(scram.Verify(Bytes(serverFinal)));
    }

    static string First(ScramMechanism scram) => Text(scram.ClientFirst());

    static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes, 0, bytes.Length);

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
