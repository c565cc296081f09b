using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Presentity.Host;
using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Interop.Tests.Rig;

/// <summary>The device's own session on a real connection, in the hands of a test: it sends what it is told and notes what it is told.</summary>
sealed class RosterClient : IDisposable, IAccess, IStanzaHandler
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly SocketTransport transport;
    readonly XmppSession session;
    readonly Subscriptions subscriptions;
    readonly ConcurrentQueue<Action> work = new();
    readonly ConcurrentQueue<string> heard = new();
    readonly TaskCompletionSource online = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Thread thread;
    volatile bool isStopping;

    RosterClient(Account account, int port, string authoritiesFile)
    {
        Jid = Xmpp.Jid.Parse(account.Jid)!;
        transport = new SocketTransport(new TransportOptions { AuthoritiesFile = authoritiesFile });
        var options = new SessionOptions(
            Jid, new Credentials(Jid.Local, account.Password), new ServerEndpoint(ProsodyServer.Address, port, Jid.HostName, directTls: false))
        {
            // Beside a device of the same account.
            Resource = "roster",
        };
        session = new XmppSession(
            options, transport, new SystemClock(), new SystemCrypto(), new NoLog(), Vocabulary.Create(), new XmlLimits { Bytes = 16000 });
        subscriptions = new Subscriptions(session, new NoLog());
        Blocking = new BlockList(session, new NoLog());
        session.Router = new StanzaRouter(session, this, new NoLog(), [new RosterPush(this), .. Blocking.Handlers]) { Presence = this };
        thread = new Thread(Run) { IsBackground = true, Name = account.Jid };
    }

    /// <summary>The bare address.</summary>
    public Jid Jid { get; }

    public BlockList Blocking { get; }

    /// <summary>Logs in, asks for the roster and becomes available.</summary>
    public static async Task<RosterClient> OnlineAsync(Account account, int port, string authoritiesFile)
    {
        var client = new RosterClient(account, port, authoritiesFile);
        client.thread.Start();
        await client.online.Task.WaitAsync(Patience);
        await client.RosterAsync();
        await client.BecomeAvailableAsync();
        await client.RosterAsync();
        return client;
    }

    /// <summary>What came since the last call: <c>subscribe</c> for a presence, <c>push from ask approved</c> for a roster push.</summary>
    public string[] Heard()
    {
        var all = new List<string>();
        while (heard.TryDequeue(out string? one))
            all.Add(one);
        return [.. all];
    }

    /// <summary>Asks, approves, cancels: <c>subscribe</c>, <c>unsubscribe</c>, <c>subscribed</c>, <c>unsubscribed</c>.</summary>
    public Task SendAsync(string type, Jid contact) => DoAsync(() =>
    {
        Action<Jid> send = type switch
        {
            "subscribe" => subscriptions.Subscribe,
            "unsubscribe" => subscriptions.Unsubscribe,
            "subscribed" => subscriptions.Approve,
            _ => subscriptions.Cancel,
        };
        send(contact);
    });

    Task BecomeAvailableAsync() => DoAsync(() =>
    {
        XmlWriter writer = session.BeginStanza();
        writer.Start(Word.Presence);
        writer.End();
        session.SendStanza();
    });

    /// <summary>The roster: by address, <c>from ask approved</c>. All that was sent before has been dealt with when it comes.</summary>
    public async Task<Dictionary<string, string>> RosterAsync()
    {
        var reply = new Answer();
        await DoAsync(() =>
        {
            XmlWriter request = session.BeginRequest(Word.Get, null, reply)!;
            request.Start(Word.Query, Ns.Roster);
            request.End();
            request.End();
            session.SendStanza();
        });
        return await reply.Items.Task.WaitAsync(Patience);
    }

    /// <summary>Takes a contact out of the roster; it need not be there.</summary>
    public async Task RemoveAsync(Jid contact)
    {
        await DoAsync(() => RosterChange.Remove(session, new NoLog(), contact));
        await RosterAsync();
    }

    /// <summary>Puts a contact into the roster.</summary>
    /// <returns>Why the server refused; empty when it did not.</returns>
    public async Task<string> SetAsync(Jid contact, string name, params string[] groups)
    {
        RosterChange? change = null;
        await DoAsync(() => change = RosterChange.Set(session, new NoLog(), contact, name, groups));
        await RosterAsync();
        return change is { IsDone: true } ? change.Failure : "not done";
    }

    /// <summary>Asks somebody whether he is there (XEP-0199).</summary>
    /// <returns>The condition of the error that comes instead of an answer; empty when there is none.</returns>
    public async Task<string> PingAsync(Jid whom)
    {
        var reply = new Condition();
        await DoAsync(() =>
        {
            XmlWriter request = session.BeginRequest(Word.Get, whom, reply)!;
            request.Start(Word.Ping, Ns.Ping);
            request.End();
            request.End();
            session.SendStanza();
        });
        return await reply.Text.Task.WaitAsync(Patience);
    }

    /// <summary>Does something on the session's own thread.</summary>
    public Task DoAsync(Action what)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Enqueue(() =>
        {
            what();
            done.SetResult();
        });
        transport.Wake();
        return done.Task.WaitAsync(Patience);
    }

    Role IAccess.RoleOf(byte[] address, int start, int length) => Role.None;

    public void Receive(Stanza stanza)
    {
        string type = stanza.AtTop().ToString(stanza.Cursor.Attribute(Word.Type));
        if (type.Contains("subscribe", StringComparison.Ordinal))
            heard.Enqueue(type);
    }

    public void Dispose()
    {
        isStopping = true;
        transport.Wake();
        thread.Join(Patience);
        transport.Dispose();
    }

    void Run()
    {
        session.Open();
        while (session.State != SessionState.Closed)
        {
            if (isStopping)
                session.Close();
            while (session.State == SessionState.Online && work.TryDequeue(out Action? due))
                due();
            session.Turn(100);
            if (session.State == SessionState.Online)
                online.TrySetResult();
        }

        online.TrySetException(new IOException(session.EndText));
    }

    static string Describe(XmlCursor item) => string.Join(' ', new[]
    {
        item.Attribute(Word.Subscription) == XmlCursor.None ? "none" : item.ToString(item.Attribute(Word.Subscription)),
        item.Attribute(Word.Ask) == XmlCursor.None ? "" : "ask",
        item.AttributeWord(Word.Approved) == Word.True ? "approved" : "",
    }.Where(static word => word.Length > 0));

    sealed class RosterPush(RosterClient client) : IqHandler(Ns.Roster, Word.Query, feature: 0)
    {
        public override int Answer(Stanza request, XmlWriter answer)
        {
            XmlCursor query = request.AtPayload();
            if (!request.IsFromOwnAccount(client.session.Account) || !query.MoveToChild(Ns.Roster, Word.Item))
                return StanzaError.ServiceUnavailable;
            client.heard.Enqueue("push " + Describe(query));
            return StanzaError.None;
        }
    }

    sealed class Answer : IIqReply
    {
        readonly Dictionary<string, string> items = [];

        public TaskCompletionSource<Dictionary<string, string>> Items { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Receive(Stanza answer)
        {
            if (answer.Type == Word.Result && answer.Children > 0)
            {
                XmlCursor query = answer.AtPayload();
                int parent = query.Node;
                for (bool more = query.MoveToFirstChild(); more; more = query.MoveToNext(parent))
                    items[query.ToString(query.Attribute(Word.Jid))] = Describe(query);
            }

            if (!answer.IsPartial)
                Items.SetResult(items);
        }

        public void Abandoned() => Items.TrySetException(new AssertFailedException("no answer from the server"));
    }

    sealed class Condition : IIqReply
    {
        public TaskCompletionSource<string> Text { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Receive(Stanza answer)
        {
            XmlCursor iq = answer.AtTop();
            bool isError = answer.Type == Word.Error && iq.MoveToChild(Ns.Client, Word.Error) && iq.MoveToFirstChild();
            Text.SetResult(isError ? iq.LocalNameOf(iq.Node) : "");
        }

        public void Abandoned() => Text.SetResult("no answer");
    }

    sealed class NoLog : ILog
    {
        public bool WantsWire => false;

        public void Write(LogLevel level, string text)
        {
        }

        public void Wire(bool outgoing, byte[] buffer, int start, int count)
        {
        }
    }
}
