using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Agent;
using Presentity.Boards.Simulated;
using Presentity.Firmware;
using Presentity.Loopback;
using Presentity.Nano;
using Presentity.Platform;
using Presentity.TestKit;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Chip.Tests;

/// <summary>An owner restarts a device by command: it answers, says goodbye, and its board is started anew.</summary>
[TestClass]
public sealed class RestartTests : IIqReply
{
    readonly TestNetwork network = new();
    readonly RecordingLog log = new();
    readonly Clock clock = new();
    string answer = "";

    [TestMethod]
    public void AfterTheAnswerTheBoardIsStartedAnew()
    {
        using IDisposable over = new Ending(clock);
        LoopbackServer server = new(new LoopbackOptions { ScramIterations = 4096 });
        server.AddAccount("device", "secret");
        server.AddAccount("owner", "secret");
        server.Start();
        TestStore store = new()
        {
            ["device.conf"] = "jid = device@localhost\npassword = secret\nowner = owner@localhost\ntls = direct\nca = ca.pem\nserver = localhost:"
                + server.DirectTlsPort.ToString(CultureInfo.InvariantCulture) + "\n",
            ["ca.pem"] = server.Authority.Pem,
        };
        TestMachine machine = new();
        ITransport Transport(byte[]? authorities) => new NanoTransport(clock, network, authorities);
        Thread device = new(() => new DeviceFirmware(
            new SimulatedBoard(clock), network, machine, clock, new TestCrypto(), store, log, Transport).Run());
        device.Start();
        Until(() => log.Lines.Any(line => line.Contains("connected as ", StringComparison.Ordinal)), null);

        XmppSession owner = LogIn(server);
        Ask(owner, "");
        Assert.StartsWith("executing ", answer);
        Assert.AreEqual(0, machine.Restarts);
        string session = answer.Split(' ')[1];
        Ask(owner, session);
        Assert.AreEqual("completed " + session, answer);
        Until(() => !device.IsAlive, owner);
        Assert.AreEqual(1, machine.Restarts);
        Assert.IsTrue(log.Has(LogLevel.Info, "going offline: restarting"));
        owner.Close();
        server.DisposeAsync().AsTask().Wait();
    }

    public void Receive(Stanza stanza)
    {
        XmlCursor command = stanza.AtPayload();
        answer = command.ToString(command.Attribute(Word.Status)) + " " + command.ToString(command.Attribute(Word.Sessionid));
    }

    public void Abandoned() => answer = "nothing";

    XmppSession LogIn(LoopbackServer server)
    {
        SessionOptions options = new(Jid.Parse("owner@localhost")!, new Credentials("owner", "secret"),
            new ServerEndpoint("localhost", server.DirectTlsPort, "localhost", directTls: true));
        XmppSession owner = new(options, new NanoTransport(clock, network, Encoding.UTF8.GetBytes(server.Authority.Pem)), clock, new TestCrypto(),
            new RecordingLog(), Vocabulary.Create(), new XmlLimits());
        owner.Router = new StanzaRouter(owner, new AccessList(), new RecordingLog(), []);
        Assert.IsTrue(owner.Open());
        Until(() => owner.State == SessionState.Online, owner);
        return owner;
    }

    /// <summary>Asks for the form, or fills it in, and waits for the answer.</summary>
    void Ask(XmppSession owner, string session)
    {
        answer = "";
        byte[] command = Encoding.UTF8.GetBytes("<command xmlns='http://jabber.org/protocol/commands' node='restart'"
            + (session.Length == 0 ? "/>" : $" sessionid='{session}' action='complete'><x xmlns='jabber:x:data' type='submit'>"
                + "<field var='confirm'><value>1</value></field></x></command>"));
        XmlWriter request = owner.BeginRequest(Word.Set, Jid.Parse("device@localhost/agent"), this)!;
        request.CloseTag();
        request.WriteRaw(command, 0, command.Length);
        request.End();
        owner.SendStanza();
        Until(() => answer.Length > 0, owner);
    }

    void Until(Func<bool> condition, XmppSession? owner)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.IsLessThan(30_000, watch.ElapsedMilliseconds, string.Join('\n', log.Lines));
            if (owner == null || owner.State is SessionState.Closed)
                Thread.Sleep(20);
            else
                owner.Turn(20);
        }
    }

    /// <summary>The chip's, but that nobody waits for last words to be read; once a test is over, whoever asks it is thrown out.</summary>
    sealed class Clock : IClock
    {
        readonly NanoClock clock = new();

        internal volatile bool IsOver;

        public long UnixSeconds => clock.UnixSeconds;

        public long Milliseconds => IsOver ? throw new OperationCanceledException() : clock.Milliseconds;

        public void Sleep(int milliseconds)
        {
            if (!IsOver && milliseconds < 10_000)
                clock.Sleep(milliseconds);
        }
    }

    sealed class Ending(Clock clock) : IDisposable
    {
        public void Dispose() => clock.IsOver = true;
    }
}
