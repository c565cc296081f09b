using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.TestKit;

namespace Presentity.Xmpp.Tests;

/// <summary>What is kept of a token (XEP-0484) and of the client's id (XEP-0388) from login to login, and from start to start.</summary>
[TestClass]
public sealed class TokenMemoryTests
{
    const long Now = 1795388985;

    readonly MemoryStore store = new();
    readonly TestCrypto crypto = new(new Dice(1));

    [TestMethod]
    public void TheIdIsARandomUuidThatIsMadeOnce()
    {
        Credentials credentials = Recall();
        string id = credentials.AgentId(crypto);
        Assert.MatchesRegex("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id);
        Assert.AreEqual(id, credentials.AgentId(crypto));
        Assert.AreEqual(id, Recall().AgentId(crypto));
        Assert.AreNotEqual(id, new Credentials("device", "pencil").AgentId(crypto));
    }

    [TestMethod]
    public void ATokenIsKeptUntilItExpires()
    {
        Recall().KeepToken("HT-SHA-256-NONE", "secret", Now + 60);
        Credentials credentials = Recall();
        Assert.AreEqual("secret", credentials.Token);
        Assert.AreEqual("HT-SHA-256-NONE", credentials.TokenMechanism);
        Assert.IsTrue(credentials.HasToken(Now + 59));
        Assert.IsFalse(credentials.HasToken(Now + 60));
        // Who does not know the time lets the server say.
        Assert.IsTrue(credentials.HasToken(-1));
        credentials.KeepToken("HT-SHA-256-NONE", "secret", 0);
        Assert.IsTrue(credentials.HasToken(long.MaxValue));
    }

    [TestMethod]
    public void ATokenThatIsThrownAwayIsGoneAndTheIdStays()
    {
        Credentials credentials = Recall();
        string id = credentials.AgentId(crypto);
        credentials.KeepToken("HT-SHA-256-NONE", "secret", 0);
        credentials.ForgetToken();
        Assert.IsFalse(credentials.HasToken(Now));
        Assert.IsFalse(Recall().HasToken(Now));
        Assert.DoesNotContain("secret", Encoding.UTF8.GetString(store.Files[Credentials.TokenFile]));
        Assert.AreEqual(id, Recall().AgentId(crypto));
    }

    [TestMethod]
    [DataRow("other@example.com\nid\nHT-SHA-256-NONE\n0\nsecret", DisplayName = "of another account")]
    [DataRow("device@example.com\nid\nHT-SHA-256-NONE\nsoon\nsecret", DisplayName = "an expiry that is none")]
    [DataRow("device@example.com\nid\nHT-SHA-256-NONE\n0", DisplayName = "cut")]
    [DataRow("device@example.com\nid\nHT-SHA-256-NONE\n0\nsecret\n", DisplayName = "more than it should be")]
    [DataRow("", DisplayName = "empty")]
    public void WhatIsNotOursOrDamagedDoesNotCount(string kept)
    {
        store.Write(Credentials.TokenFile, Encoding.UTF8.GetBytes(kept), Encoding.UTF8.GetByteCount(kept));
        Credentials credentials = Recall();
        Assert.IsFalse(credentials.HasToken(Now));
        Assert.AreNotEqual("id", credentials.AgentId(crypto));
    }

    [TestMethod]
    public void WhatCannotBeKeptIsNoToken()
    {
        Credentials credentials = Recall();
        credentials.KeepToken("HT-SHA-256-NONE", "two\nlines", 0);
        Assert.IsFalse(credentials.HasToken(Now));
        credentials.KeepToken("HT-SHA-256-NONE", new string('x', 257), 0);
        Assert.IsFalse(credentials.HasToken(Now));
        credentials.KeepToken("HT-SHA-256-NONE", new string('x', 256), 0);
        Assert.IsTrue(credentials.HasToken(Now));
    }

    Credentials Recall()
    {
        var credentials = new Credentials("device", "pencil");
        credentials.RememberIn(store, "device@example.com");
        return credentials;
    }
}
