using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Presentity.Platform;
using Presentity.TestKit;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>An agent in fake time, and a server that says what every server says.</summary>
sealed class TestAgent
{
    const string Header = "<stream:stream id='1' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' from='example.com'>";
    const string Sasl = "urn:ietf:params:xml:ns:xmpp-sasl";

    int answered;
    bool loggedIn;

    internal TestAgent(Action<AgentOptions>? prepare = null)
    {
        Transport = new ScriptedTransport(Clock);
        AccessList access = new();
        access.Add(Jid.Parse("owner@example.com")!, Role.Owner);
        access.Add(Jid.Parse("operator@example.com")!, Role.Operator);
        access.Add(Jid.Parse("viewer@example.com")!, Role.Viewer);
        SessionOptions session = new(Jid.Parse("device@example.com")!, new Credentials("device", "secret"),
            new ServerEndpoint("example.com", 5223, "example.com", directTls: true));
        AgentOptions options = new(session, access);
        prepare?.Invoke(options);
        Agent = new DeviceAgent(options, Board, Transport, Clock, new ConstantCrypto(), Log);
    }

    internal FakeClock Clock { get; } = new();

    internal ScriptedTransport Transport { get; }

    internal RecordingLog Log { get; } = new();

    internal TestBoard Board { get; } = new();

    internal DeviceAgent Agent { get; }

    /// <summary>One that is online and has told what there is to tell.</summary>
    internal static TestAgent Online(Action<AgentOptions>? prepare = null)
    {
        TestAgent agent = new(prepare);
        agent.Board.Temperature.Value = 214;
        agent.LogIn();
        agent.Run(1000);
        agent.Transport.ForgetSent();
        return agent;
    }

    /// <summary>Turns until the session is online, answering as a server does.</summary>
    internal void LogIn()
    {
        answered = Transport.SentCount;
        for (int turns = 0; turns < 5000 && Agent.Address == null; turns++)
        {
            Agent.Turn();
            if (!Transport.IsOpen)
                answered = Transport.SentCount;
            AnswerAll();
        }
    }

    /// <summary>Turns until this many milliseconds of fake time have gone by.</summary>
    internal void Run(long milliseconds)
    {
        long end = Clock.Milliseconds + milliseconds;
        while (Clock.Milliseconds < end && !Agent.IsStopped)
        {
            Agent.Turn();
            AnswerAll();
        }
    }

    void AnswerAll()
    {
        if (answered > Transport.SentCount)
            answered = 0;
        for (; answered < Transport.SentCount && Transport.IsOpen; answered++)
            Answer(Transport.Sent(answered));
    }

    /// <summary>Lets something arrive, and gives what is sent while it is handled.</summary>
    internal IReadOnlyList<XElement> Hears(string text)
    {
        Transport.ForgetSent();
        Transport.Arrive(text);
        while (Transport.HasUnread)
            Agent.Turn();
        return Sent();
    }

    /// <summary>The stanzas sent since the last <see cref="ScriptedTransport.ForgetSent"/>.</summary>
    internal IReadOnlyList<XElement> Sent() =>
        [.. Transport.AllSent().Where(text => text[1] is 'i' or 'p' or 'm').Select(text => XElement.Parse($"<s xmlns='jabber:client'>{text}</s>").Elements().Single())];

    /// <summary>The presences among them.</summary>
    internal IReadOnlyList<XElement> Presences() => [.. Sent().Where(stanza => stanza.Name.LocalName == "presence")];

    void Answer(string sent)
    {
        if (sent.Contains("<stream:stream", StringComparison.Ordinal))
            Transport.Arrive(Header + (sent.Contains("from=", StringComparison.Ordinal) && loggedIn
                ? "<stream:features><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></stream:features>"
                : $"<stream:features><mechanisms xmlns='{Sasl}'><mechanism>SCRAM-SHA-256</mechanism></mechanisms></stream:features>"));
        else if (sent.StartsWith("<auth", StringComparison.Ordinal))
            Transport.Arrive($"<challenge xmlns='{Sasl}'>{Base64($"r={ConstantCrypto.Nonce}server,s=c2FsdA==,i=4096")}</challenge>");
        else if (sent.StartsWith("<response", StringComparison.Ordinal))
            Transport.Arrive($"<success xmlns='{Sasl}'>{Base64("v=" + Convert.ToBase64String(new byte[32]))}</success>");
        else if (sent.Contains("id='bind'", StringComparison.Ordinal))
            Transport.Arrive("<iq type='result' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>device@example.com/agent</jid></bind></iq>");
        else if (sent.StartsWith("<iq type='get' id='", StringComparison.Ordinal))
            Transport.Arrive($"<iq type='result' id='{sent.Split('\'')[3]}'/>");
        loggedIn = sent.StartsWith("<response", StringComparison.Ordinal);
    }

    static string Base64(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Every hash is nothing but zeros: who is right about a password is tested elsewhere.</summary>
    sealed class ConstantCrypto : ICrypto
    {
        public bool Supports(HashAlgorithm algorithm) => true;

        internal static readonly string Nonce = Convert.ToBase64String(new byte[18]);

        public void FillRandom(byte[] buffer, int offset, int count) => Array.Clear(buffer, offset, count);

        public void Hash(HashAlgorithm algorithm, byte[] data, int offset, int count, byte[] output) => Array.Clear(output);

        public void Hmac(HashAlgorithm algorithm, byte[] key, byte[] data, int offset, int count, byte[] output) => Array.Clear(output);

        public void Pbkdf2(HashAlgorithm algorithm, byte[] password, byte[] salt, int iterations, byte[] output) => Array.Clear(output);
    }
}
