using System;
using System.Diagnostics;
using System.IO;
using Presentity.Host;
using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Benchmarks.Network;

/// <summary>Our session over our transport, as the agent has them.</summary>
sealed class OurClient : IIqReply, IAccess, IDisposable
{
    readonly Jid server = Jid.Parse(ProsodyServer.Domain)!;
    readonly SocketTransport transport;
    readonly XmppSession session;
    bool isAnswered;

    public OurClient(ProsodyServer server, string jid, string password)
    {
        var clock = new SystemClock();
        Jid account = Jid.Parse(jid)!;
        var options = new SessionOptions(account, new Credentials(account.Local, password),
            new ServerEndpoint(ProsodyServer.Address, server.Port, ProsodyServer.Domain, directTls: false));
        transport = new SocketTransport(new TransportOptions { AuthoritiesFile = server.AuthoritiesFile });
        var log = new ConsoleLog(TextWriter.Null, clock, verbose: false);
        session = new XmppSession(options, transport, clock, new SystemCrypto(), log, Vocabulary.Create(), new XmlLimits());
        session.Router = new StanzaRouter(session, this, log, []);
    }

    /// <summary>From the call to the bound resource.</summary>
    public TimeSpan Connect()
    {
        long began = Stopwatch.GetTimestamp();
        session.Open();
        while (session.State == SessionState.Negotiating)
            session.Turn(1000);
        TimeSpan time = Stopwatch.GetElapsedTime(began);
        if (session.State != SessionState.Online)
            throw new InvalidOperationException(session.EndText);
        return time;
    }

    public void Close()
    {
        session.Close();
        while (session.State != SessionState.Closed)
            session.Turn(1000);
    }

    /// <summary>Pings one after the other; the time of each in nanoseconds.</summary>
    public double[] Pings(int count)
    {
        double[] times = new double[count];
        for (int i = 0; i < count; i++)
        {
            isAnswered = false;
            long began = Stopwatch.GetTimestamp();
            XmlWriter ping = session.BeginRequest(Word.Get, server, this)!;
            ping.Start(Word.Ping, Ns.Ping);
            ping.End();
            ping.End();
            session.SendStanza();
            while (!isAnswered)
                session.Turn(1000);
            times[i] = Stopwatch.GetElapsedTime(began).TotalNanoseconds;
        }
        return times;
    }

    public void Dispose() => transport.Dispose();

    void IIqReply.Receive(Stanza answer) => isAnswered = true;

    void IIqReply.Abandoned() => throw new InvalidOperationException("a ping was not answered");

    Role IAccess.RoleOf(byte[] address, int start, int length) => Role.None;
}
