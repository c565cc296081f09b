using System;
using System.Collections.Concurrent;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using Presentity.Host;
using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Tool.Operate;

/// <summary>An operator's session: the same core as a device's, on a thread of its own, with what a person needs of it.</summary>
sealed class OperatorSession : IDisposable, IAccess
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    readonly SocketTransport transport;
    readonly XmppSession session;
    readonly IClock clock = new SystemClock();
    readonly ConcurrentQueue<Action> work = new();
    readonly Thread thread;
    volatile bool stopping;
    bool wasOnline;

    /// <summary>Makes a session that is not started yet.</summary>
    /// <param name="options">Whose it is, and where the server is.</param>
    /// <param name="authoritiesFile">The CA file to trust; null for the system's.</param>
    /// <param name="log">Told of the course of things.</param>
    internal OperatorSession(SessionOptions options, string? authoritiesFile, ILog log)
    {
        options.OutputBytes = 65536;
        transport = new SocketTransport(new TransportOptions { AuthoritiesFile = authoritiesFile });
        XmlLimits limits = new() { Bytes = 60000, Nodes = 4000, Namespaces = 200 };
        session = new XmppSession(options, transport, clock, new SystemCrypto(), log, Vocabulary.Create(), limits);
        Contacts = new ContactList(() => session.Account);
        session.Router = new StanzaRouter(session, this, log, [new Ping(), Contacts]) { Presence = Contacts };
        thread = new Thread(Run) { IsBackground = true, Name = "operator" };
    }

    /// <summary>The roster with everybody's presence.</summary>
    internal ContactList Contacts { get; }

    /// <summary>Why the last session is over; empty while one lasts.</summary>
    internal string EndText { get; private set; } = "";

    internal void Start() => thread.Start();

    // Nobody has a right to ask an operator anything.
    Role IAccess.RoleOf(byte[] address, int start, int length) => Role.None;

    /// <summary>Sends an IQ request and waits for its answer.</summary>
    /// <param name="to">A full address.</param>
    /// <param name="isSet">Whether it is of type set; get otherwise.</param>
    /// <param name="payload">Its one child.</param>
    /// <returns>The whole answer, of type result or error.</returns>
    /// <exception cref="OperatorException">There was no answer, or no session.</exception>
    internal Task<XElement> RequestAsync(string to, bool isSet, XElement payload)
    {
        Reply reply = new();
        work.Enqueue(() =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(payload.ToString(SaveOptions.DisableFormatting));
            XmlWriter? request = session.State == SessionState.Online
                ? session.BeginRequest(isSet ? Word.Set : Word.Get, Jid.Parse(to), reply)
                : null;
            if (request == null)
            {
                reply.Abandoned();
                return;
            }

            request.CloseTag();
            request.WriteRaw(bytes, 0, bytes.Length);
            request.End();
            session.SendStanza();
        });
        transport.Wake();
        return reply.Task;
    }

    /// <summary>Says goodbye, and ends the thread.</summary>
    public void Dispose()
    {
        stopping = true;
        transport.Wake();
        if (thread.IsAlive)
            thread.Join(Patience * 2);
        transport.Dispose();
    }

    void Run()
    {
        while (!stopping || session.State != SessionState.Closed)
        {
            if (stopping && session.State is SessionState.Online or SessionState.Negotiating)
                session.Close();
            if (session.State == SessionState.Closed)
                Reopen();
            else
                Turn();
        }

        while (work.TryDequeue(out Action? late))
            late();
    }

    void Reopen()
    {
        if (wasOnline || EndText.Length > 0)
            clock.Sleep(200);
        wasOnline = false;
        if (!stopping && !session.Open())
            EndText = session.EndText;
    }

    void Turn()
    {
        while (work.TryDequeue(out Action? due))
            due();
        session.Turn(1000);
        if (session.State == SessionState.Online && !wasOnline)
        {
            wasOnline = true;
            EndText = "";
            Begin();
        }
        else if (session.State == SessionState.Closed)
        {
            EndText = session.EndText;
            Contacts.Clear();
        }
    }

    void Begin()
    {
        XmlWriter? roster = session.BeginRequest(Word.Get, null, Contacts);
        roster?.Start(Word.Query, Ns.Roster);
        roster?.End();
        roster?.End();
        session.SendStanza();
        XmlWriter presence = session.BeginStanza();
        presence.Start(Word.Presence);
        presence.End();
        session.SendStanza();
    }
}
