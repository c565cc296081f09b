using System;
using System.Security.Cryptography;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Loopback.Tests;

/// <summary>The server's side of SCRAM against the examples of its RFCs, and against clients that get it wrong.</summary>
[TestClass]
public sealed class ScramServerTests
{
    const string Salt = "QSXCR+Q6sek8bf92";

    static readonly Misbehaviour None = new();

    [TestMethod]
    [DataRow(
        "SHA1", "fyko+d2lbbFgONRv9qkxdawL", "3rfcNHYJY1ZVvWVs7j", Salt,
        "v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", "rmF9pqV8S7suAoZWja4dJRkFsKQ=", DisplayName = "RFC 5802 §5")]
    [DataRow(
        "SHA256", "rOprNGfwEbeRWgbNEkqO", "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0", "W22ZaJ0SNY7soEsUEjb6gQ==",
        "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=", "6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=", DisplayName = "RFC 7677 §3")]
    public void TheExampleOfTheRfcComesOut(string hash, string clientNonce, string nonce, string salt, string proof, string signature)
    {
        var algorithm = new HashAlgorithmName(hash);
        ScramServer scram = Server(algorithm, nonce, salt);

        Assert.AreEqual($"r={clientNonce}{nonce},s={salt},i=4096", scram.Challenge($"n,,n=user,r={clientNonce}"));
        Assert.AreEqual("user", scram.User);
        Assert.AreEqual("v=" + signature, scram.Finish($"c=biws,r={clientNonce}{nonce},p={proof}"));
    }

    [TestMethod]
    [DataRow("n,,n=user", DisplayName = "no nonce")]
    [DataRow("n,,n=user,r=", DisplayName = "an empty nonce")]
    [DataRow("n,,n=,r=x", DisplayName = "an empty name")]
    [DataRow("n,,m=ext,n=user,r=x", DisplayName = "an extension that must be understood")]
    [DataRow("p=tls-exporter,,n=user,r=x", DisplayName = "channel binding, which is not on offer")]
    [DataRow("n,b=x,n=user,r=x", DisplayName = "no authorization identity")]
    [DataRow("n,,n=us=2Xer,r=x", DisplayName = "a broken escape")]
    [DataRow("n,,n=user=,r=x", DisplayName = "a cut escape")]
    [DataRow("", DisplayName = "nothing")]
    public void AMalformedBeginningIsRefused(string first) =>
        Assert.AreEqual("malformed-request", Assert.ThrowsExactly<SaslException>(() => Server().Challenge(first)).Message);

    [TestMethod]
    [DataRow("c=biws,r=xN,p=AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "not-authorized", DisplayName = "a wrong proof")]
    [DataRow("c=biws,r=xM,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", "not-authorized", DisplayName = "another nonce")]
    [DataRow("c=eSws,r=xN,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", "malformed-request", DisplayName = "another GS2 header")]
    [DataRow("c=biws,r=xN,p=AAAA", "malformed-request", DisplayName = "a short proof")]
    [DataRow("c=biws,r=xN,p=!", "malformed-request", DisplayName = "a proof that is not base64")]
    [DataRow("c=biws,r=xN", "malformed-request", DisplayName = "no proof")]
    public void AWrongEndIsRefused(string final, string condition)
    {
        ScramServer scram = Server();
        scram.Challenge("n,,n=user,r=x");

        Assert.AreEqual(condition, Assert.ThrowsExactly<SaslException>(() => scram.Finish(final)).Message);
    }

    [TestMethod]
    public void NamesAreUnescaped()
    {
        ScramServer scram = Server();
        scram.Challenge("y,a=x=3Dy,n=a=2Cb=3D2C,r=x");

        Assert.AreEqual("a,b=2C", scram.User);
        Assert.AreEqual("x=y", scram.AuthorizationId);
    }

    [TestMethod]
    public void AnAccountThatDoesNotExistAlwaysHasTheSameSalt()
    {
        ScramKeys first = ScramKeys.Nobodys("nobody", HashAlgorithmName.SHA256, 10);
        ScramKeys second = ScramKeys.Nobodys("nobody", HashAlgorithmName.SHA256, 10);
        ScramKeys another = ScramKeys.Nobodys("nobody2", HashAlgorithmName.SHA256, 10);

        CollectionAssert.AreEqual(first.Salt, second.Salt);
        CollectionAssert.AreNotEqual(first.Salt, another.Salt);
        CollectionAssert.AreNotEqual(first.StoredKey, second.StoredKey);
    }

    static ScramServer Server() => Server(HashAlgorithmName.SHA1, "N", Salt);

    static ScramServer Server(HashAlgorithmName hash, string nonce, string salt) =>
        new(hash, nonce, _ => ScramKeys.Derive("pencil", hash, 4096, Convert.FromBase64String(salt)), None);
}
