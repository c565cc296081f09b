using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Presentity.Loopback.Tests;

/// <summary>A server that misbehaves does so as it was told, and where.</summary>
[TestClass]
public sealed class MisbehaviourTests
{
    [TestMethod]
    public async Task ScramIsTamperedWith()
    {
        Assert.MatchesRegex("^r=own.+,s=.+,i=10,h=.+$", await ChallengeAsync(new Misbehaviour()));
        Assert.MatchesRegex("^r=own.+,s=.+,i=1000000000,h=.+$", await ChallengeAsync(new Misbehaviour { AnnouncedIterations = 1_000_000_000 }));
        Assert.MatchesRegex("^r=(?!own).+,s=.+,i=10,h=.+$", await ChallengeAsync(new Misbehaviour { ForeignNonce = true }));
    }

    [TestMethod]
    public async Task TheSignatureIsWrong()
    {
        await using LoopbackServer server = Start(new Misbehaviour { WrongSignature = true });
        await using RawClient client = await RawClient.SecuredAsync(server);
        var scram = new ScramClient(HashAlgorithmName.SHA1, "a", "a-pass");
        XElement challenge = await client.AskAsync(
            $"<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{RawClient.Encode(scram.First)}</auth>");
        XElement success = await client.AskAsync(
            $"<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{RawClient.Encode(scram.Final(RawClient.Decode(challenge.Value)))}</response>");

        Assert.AreEqual("success", success.Name.LocalName);
        Assert.IsFalse(scram.Verifies(RawClient.Decode(success.Value)));
    }

    [TestMethod]
    public async Task StartTlsIsStripped()
    {
        await using LoopbackServer server = Start(new Misbehaviour { NoStartTls = true });
        await using RawClient client = await RawClient.ConnectAsync(server);
        await client.OpenAsync();

        Assert.AreEqual("mechanisms", (await client.ReadAsync()).Elements().Single().Name.LocalName);
        Assert.AreEqual("success", (await client.LogInAsync("a", "a-pass")).Name.LocalName);
    }

    [TestMethod]
    public async Task BytesAreInjectedBehindProceed()
    {
        await using LoopbackServer server = Start(new Misbehaviour { AfterProceed = "<injected/>" });
        await using RawClient client = await RawClient.ConnectAsync(server);
        await client.OpenAsync();
        await client.ReadAsync();

        Assert.AreEqual("proceed", (await client.AskAsync("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")).Name.LocalName);
        Assert.AreEqual("injected", (await client.ReadAsync()).Name.LocalName);
    }

    [TestMethod]
    [DataRow(Moment.Header)]
    [DataRow(Moment.TlsFeatures)]
    [DataRow(Moment.Proceed)]
    [DataRow(Moment.SecureHeader)]
    [DataRow(Moment.SaslFeatures)]
    [DataRow(Moment.Challenge)]
    [DataRow(Moment.Success)]
    [DataRow(Moment.SessionHeader)]
    [DataRow(Moment.BindFeatures)]
    [DataRow(Moment.Bound)]
    [DataRow(Moment.Session)]
    public async Task AFaultHappensAtItsMoment(Moment moment)
    {
        await using (LoopbackServer server = Start(new Misbehaviour { Fault = Fault.Garbage, At = moment }))
        {
            var walk = new Walk(server);
            Assert.IsInstanceOfType<XmlException>(await walk.RunAsync());
            Assert.AreEqual(moment, walk.At);
        }

        await using (LoopbackServer server = Start(new Misbehaviour { Fault = Fault.Cut, At = moment }))
        {
            var walk = new Walk(server);
            Exception? end = await walk.RunAsync();
            Assert.IsTrue(end is IOException or XmlException, end?.ToString());
            Assert.AreEqual(moment, walk.At);
        }
    }

    [TestMethod]
    [DataRow(Moment.TlsFeatures)]
    [DataRow(Moment.SaslFeatures)]
    [DataRow(Moment.Session)]
    public async Task SilenceLastsAsLongAsTheClient(Moment moment)
    {
        await using LoopbackServer server = Start(new Misbehaviour { Fault = Fault.Silence, At = moment });
        var walk = new Walk(server);
        Task<Exception?> walking = walk.RunAsync();

        await TestServer.EventuallyAsync(() => walk.At == moment, "The client has come to the moment.");
        await Task.Delay(300);
        Assert.IsFalse(walking.IsCompleted);
        Assert.AreEqual(1, server.ConnectionCount);
        server.CutAll();
        await walking;
        await TestServer.EventuallyAsync(() => server.ConnectionCount == 0, "The connection has gone with the client.");
    }

    [TestMethod]
    public async Task AStanzaIsOversized()
    {
        await using LoopbackServer server = Start(new Misbehaviour { Fault = Fault.Oversized, At = Moment.Session, OversizedBytes = 300_000 });
        await using RawClient client = await RawClient.ConnectedAsync(server, "a");

        Assert.AreEqual(300_000, (await client.ReadAsync()).Value.Length);
        await client.ReadNothingAsync();
    }

    [TestMethod]
    public async Task WithoutAnyOfThisTheWalkSucceeds()
    {
        await using LoopbackServer server = Start(new Misbehaviour());

        Assert.IsNull(await new Walk(server).RunAsync());
    }

    static LoopbackServer Start(Misbehaviour misbehaviour) =>
        TestServer.Start(new LoopbackOptions { ScramIterations = 10, Misbehaviour = misbehaviour, CloseTimeout = TimeSpan.FromMilliseconds(300) });

    static async Task<string> ChallengeAsync(Misbehaviour misbehaviour)
    {
        await using LoopbackServer server = Start(misbehaviour);
        await using RawClient client = await RawClient.SecuredAsync(server);
        XElement challenge = await client.AskAsync(
            $"<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{RawClient.Encode("n,,n=a,r=own")}</auth>");
        return RawClient.Decode(challenge.Value);
    }
}
