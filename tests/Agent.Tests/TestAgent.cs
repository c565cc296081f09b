using System;
using System.Collections;
using System.Text;
using Presentity.Platform;
using Presentity.TestKit;
using Presentity.Xmpp;

namespace Presentity.Agent.Tests;

/// <summary>An agent in fake time, and a server that says what every server says.</summary>
sealed class TestAgent
{
    const string Header = "<stream:stream id='1' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' from='example.com'>";
    const string Management = " xmlns='urn:xmpp:sm:3'";
    const string Sasl = "urn:ietf:params:xml:ns:xmpp-sasl";

    int answered;
    bool loggedIn;

    internal TestAgent(Preparation? prepare = null, BoardPreparation? prepareBoard = null, TestBoard? board = null)
    {
        Board = board == null ? new TestBoard() : board;
        prepareBoard?.Invoke(Board);
        Transport = new ScriptedTransport(Clock);
        AccessList access = new AccessList();
        access.Add(Jid.Parse("owner@example.com")!, Role.Owner);
        access.Add(Jid.Parse("operator@example.com")!, Role.Operator);
        access.Add(Jid.Parse("viewer@example.com")!, Role.Viewer);
        SessionOptions session = new SessionOptions(Jid.Parse("device@example.com")!, new Credentials("device", "secret"),
            new ServerEndpoint("example.com", 5223, "example.com", directTls: true));
        AgentOptions options = new AgentOptions(session, access);
        prepare?.Invoke(options);
        Agent = new DeviceAgent(options, Board, Transport, Clock, new ConstantCrypto(), Log);
        Board.Pump.Sets = 0;
        Board.Fan.Sets = 0;
    }

    /// <summary>What the server offers beside a resource to bind: <c>&lt;sm xmlns='urn:xmpp:sm:3'/></c>.</summary>
    internal string Features { get; set; } = "";

    /// <summary>How many stanzas the server has handled on a stream that is managed (XEP-0198).</summary>
    internal int Handled { get; set; }

    /// <summary>Whether the server still knows the stream that was cut.</summary>
    internal bool Resumes { get; set; } = true;

    /// <summary>Changes the options before the agent is built.</summary>
    internal delegate void Preparation(AgentOptions options);

    /// <summary>Changes the board before the agent is built.</summary>
    internal delegate void BoardPreparation(TestBoard board);

    /// <summary>The server's roster.</summary>
    internal string Roster { get; set; } = "";

    /// <summary>Whether the server answers what it is asked about the account; otherwise a test does.</summary>
    internal bool AnswersPersonal { get; set; } = true;

    internal FakeClock Clock { get; } = new FakeClock();

    internal ScriptedTransport Transport { get; }

    internal RecordingLog Log { get; } = new RecordingLog();

    internal TestBoard Board { get; }

    internal DeviceAgent Agent { get; }

    /// <summary>One that is online and has told what there is to tell.</summary>
    internal static TestAgent Online(Preparation? prepare = null, string features = "")
    {
        TestAgent agent = new TestAgent(prepare);
        agent.Board.Temperature.Value = 214;
        agent.Features = features;
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
    internal Element[] Hears(string text)
    {
        Transport.ForgetSent();
        answered = 0;
        Transport.Arrive(text);
        while (Transport.HasUnread)
            Agent.Turn();
        return Sent("");
    }

    /// <summary>The presences sent since the last <see cref="ScriptedTransport.ForgetSent"/>.</summary>
    internal Element[] Presences() => Sent("<presence");

    /// <summary>The last of them.</summary>
    internal Element LastPresence()
    {
        Element[] presences = Presences();
        return presences[presences.Length - 1];
    }

    /// <summary>How many there are.</summary>
    internal int CountPresences()
    {
        int count = 0;
        foreach (string text in Transport.AllSent())
            if (text.StartsWith("<presence"))
                count++;
        return count;
    }

    Element[] Sent(string beginning)
    {
        ArrayList stanzas = new ArrayList();
        foreach (string text in Transport.AllSent())
            if (text.StartsWith(beginning) && (text.StartsWith("<iq") || text.StartsWith("<presence") || text.StartsWith("<message")))
                stanzas.Add(Element.Parse(text));
        return (Element[])stanzas.ToArray(typeof(Element));
    }

    void Answer(string sent)
    {
        if (sent.IndexOf("<stream:stream") >= 0)
            Transport.Arrive(Header + (sent.IndexOf("from=") >= 0 && loggedIn
                ? "<stream:features><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>" + Features + "</stream:features>"
                : "<stream:features><mechanisms xmlns='" + Sasl + "'><mechanism>SCRAM-SHA-256</mechanism></mechanisms></stream:features>"));
        else if (sent.StartsWith("<auth"))
            Transport.Arrive("<challenge xmlns='" + Sasl + "'>" + Base64("r=" + ConstantCrypto.Nonce + "server,s=c2FsdA==,i=4096") + "</challenge>");
        else if (sent.StartsWith("<response"))
            Transport.Arrive("<success xmlns='" + Sasl + "'>" + Base64("v=" + Convert.ToBase64String(new byte[32])) + "</success>");
        else if (sent.IndexOf("id='bind'") >= 0)
            Transport.Arrive("<iq type='result' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>device@example.com/agent</jid></bind></iq>");
        else if (sent.StartsWith("<enable"))
            Enable();
        else if (sent.StartsWith("<resume"))
            Transport.Arrive(Resumes ? "<resumed" + Management + " h='" + Handled + "' previd='sm1'/>" : "<failed" + Management + "/>");
        else if (sent.StartsWith("<iq type='get' id='") && (AnswersPersonal || sent.IndexOf("disco#info") < 0))
            Transport.Arrive("<iq type='result' id='" + sent.Split('\'')[3] + "'>"
                + (sent.IndexOf("jabber:iq:roster") >= 0 ? Roster : "") + "</iq>");
        loggedIn = sent.StartsWith("<response");
        if (sent.IndexOf("id='bind'") < 0 && (sent.StartsWith("<iq") || sent.StartsWith("<presence")))
            Handled++;
        if (sent.IndexOf("<r xmlns") >= 0)
            Transport.Arrive("<a" + Management + " h='" + Handled + "'/>");
    }

    void Enable()
    {
        Handled = 0;
        Transport.Arrive("<enabled" + Management + " id='sm1' resume='true' max='60'/>");
    }

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Every hash is nothing but zeros: who is right about a password is tested elsewhere.</summary>
    sealed class ConstantCrypto : ICrypto
    {
        internal static string Nonce => Convert.ToBase64String(new byte[18]);

        public bool Supports(HashAlgorithm algorithm) => true;

        public void FillRandom(byte[] buffer, int offset, int count) => Array.Clear(buffer, offset, count);

        public void Hash(HashAlgorithm algorithm, byte[] data, int offset, int count, byte[] output) => Array.Clear(output, 0, output.Length);

        public void Hmac(HashAlgorithm algorithm, byte[] key, byte[] data, int offset, int count, byte[] output) =>
            Array.Clear(output, 0, output.Length);

        public void Pbkdf2(HashAlgorithm algorithm, byte[] password, byte[] salt, int iterations, byte[] output) =>
            Array.Clear(output, 0, output.Length);
    }
}
