using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>One client's stream after the other (RFC 6120): connected, negotiated, bound, and in the end closed.</summary>
/// <remarks>
/// Nothing happens but in the caller's <see cref="Turn"/>. All buffers are made once; each <see cref="Open"/> begins a new
/// stream over them. What goes wrong is <see cref="End"/> and one line for a person in <see cref="EndText"/>.
/// </remarks>
public sealed partial class XmppSession
{
    readonly SessionOptions options;
    readonly ITransport transport;
    readonly IClock clock;
    readonly ILog log;
    readonly XmlVocabulary vocabulary;
    readonly XmlTokenizer tokenizer;
    readonly XmlCursor cursor;
    readonly XmlWriter writer;
    readonly Stanza stanza;
    readonly SaslLogin login;
    readonly NegotiationStep[] steps;
    readonly ServerPing serverPing;

    // A peer that says less in its time, and no stanza, is as good as silent: a byte now and then holds no session.
    const int SignOfLifeBytes = 256;

    BindResource bind;
    bool sendFailed;
    int heard;
    long deadline;
    long lastHeard;

    /// <summary>Allocates everything.</summary>
    /// <param name="options">Read at every <see cref="Open"/>.</param>
    /// <param name="transport">Used by nobody else.</param>
    /// <param name="clock">Of the platform.</param>
    /// <param name="crypto">Of the platform.</param>
    /// <param name="log">Told of the course of things.</param>
    /// <param name="vocabulary">From <see cref="Vocabulary.Create"/>.</param>
    /// <param name="limits">Of what is read.</param>
    public XmppSession(
        SessionOptions options, ITransport transport, IClock clock, ICrypto crypto, ILog log, XmlVocabulary vocabulary, XmlLimits limits)
    {
        this.options = options;
        this.transport = transport;
        this.clock = clock;
        this.log = log;
        this.vocabulary = vocabulary;
        tokenizer = new XmlTokenizer(limits, vocabulary);
        cursor = new XmlCursor(tokenizer.Tape);
        writer = new XmlWriter(options.OutputBytes, vocabulary);
        stanza = new Stanza(cursor);
        login = new SaslLogin(crypto, options.Account, options.Credentials);
        Equip();
        bind = new BindResource(options.Resource);
        steps = new NegotiationStep[] { new StartTls(), new SaslStep(login), bind };
        EquipToResume();
        Pending = new PendingIqs(options.Account);
        serverPing = new ServerPing(this);
    }

    /// <summary>Gets the stanzas, once there is one who does; those before are dropped.</summary>
    public StanzaRouter? Router;

    /// <summary>The account, without a resource.</summary>
    public Jid Account => options.Account;

    /// <summary>The full address that the server gave; null before <see cref="SessionState.Online"/>.</summary>
    public Jid? Bound => step == steps.Length && State >= SessionState.Online ? bind.Bound : null;

    public SessionState State;

    /// <summary>Why the last stream is over; <see cref="SessionEnd.None"/> while it is not.</summary>
    public SessionEnd End;

    /// <summary>The same for a person: one line.</summary>
    public string EndText = "";

    /// <summary>The word of the stream error's condition when the server ended it with one; 0 otherwise.</summary>
    public int StreamErrorCondition;

    /// <summary>The requests of ours that wait for an answer.</summary>
    public readonly PendingIqs Pending;

    /// <summary>What protects the stream and how we proved who we are: <c>TLS 1.3, SCRAM-SHA-256</c>.</summary>
    public string Security =>
        (transport.Protection.Length > 0 ? transport.Protection : "TLS") + ", "
        + (login.Name.Length == 0 ? "no login" : login.Name);

    /// <summary>Connects and begins a stream. Blocks until there is a connection, at most the time to connect.</summary>
    /// <returns>False when the session is over already.</returns>
    public bool Open()
    {
        End = SessionEnd.None;
        EndText = "";
        StreamErrorCondition = 0;
        ServerEndpoint? other = otherHost;
        PrepareToResume(ref other);
        State = SessionState.Negotiating;
        otherHost = null;
        redirects = 0;
        return Connect(other ?? options.Endpoint);
    }

    /// <summary>Connects and begins a stream.</summary>
    /// <param name="endpoint">Where to; null for another host of the same server.</param>
    bool Connect(ServerEndpoint? endpoint)
    {
        step = 0;
        sendFailed = false;
        BeginConnection();
        TransportStatus status = transport.Connect(endpoint, options.ConnectTimeoutMs);
        lastHeard = clock.Milliseconds;
        // A host that takes up the connection and then says nothing must not use up the time of the others.
        deadline = lastHeard + (transport.HasAnother ? options.ConnectTimeoutMs : options.NegotiationTimeoutMs);
        if (status != TransportStatus.Ok)
            return Finish(KindOf(status), transport.Failure);
        isDirect = transport.IsSecure;
        OpenStream();
        return State != SessionState.Closed;
    }

    /// <summary>Waits for input for at most <paramref name="waitMs"/>, handles what is there, and returns.</summary>
    /// <returns>True when something at the device ended the wait: <see cref="ITransport.Wake"/>.</returns>
    public bool Turn(int waitMs)
    {
        if (State == SessionState.Closed)
            return false;
        long now = clock.Milliseconds;
        CheckTime(now);
        XmlRead read = Next();
        if (read == XmlRead.NeedsInput && State != SessionState.Closed)
        {
            long left = NextDeadline(now) - now;
            int wait = left < waitMs ? left < 0 ? 0 : (int)left : waitMs;
            int start = tokenizer.FreeStart;
            int count = transport.Read(tokenizer.Buffer, start, tokenizer.FreeCount, wait);
            if (count < 0)
            {
                if (State == SessionState.Closing)
                    Finish(SessionEnd.Closed, "closed");
                else
                    Lose("the connection was lost");
                return false;
            }

            if (count == 0)
            {
                long then = clock.Milliseconds;
                CheckTime(then);
                return then - now < wait;
            }

            if (log.WantsWire)
                LogWire(false, tokenizer.Buffer, start, count);
            tokenizer.Filled(count);
            read = Next();
            heard += count;
            if (read != XmlRead.NeedsInput || heard >= SignOfLifeBytes)
            {
                lastHeard = clock.Milliseconds;
                heard = 0;
            }
        }

        while (read != XmlRead.NeedsInput && State != SessionState.Closed)
        {
            Handle(read);
            if (sendFailed && State != SessionState.Closed)
                Lose("the connection was lost");
            read = Next();
        }

        return false;
    }

    /// <summary>Closes our side of the stream (RFC 6120 §4.4); <see cref="Turn"/> then waits for the server's.</summary>
    public void Close()
    {
        if (State == SessionState.Closed || State == SessionState.Closing)
            return;
        writer.Clear();
        LeaveStream();
        StreamHeader.WriteEnd(writer);
        Send();
        State = SessionState.Closing;
        deadline = clock.Milliseconds + options.CloseTimeoutMs;
    }

    /// <summary>Gives the writer for one stanza, empty. What was begun before and not sent is gone.</summary>
    public XmlWriter BeginStanza()
    {
        writer.Clear();
        return writer;
    }

    /// <summary>Sends what was written since <see cref="BeginStanza"/>, as one write to the transport.</summary>
    /// <param name="mayGo">Whether a later one says the same, or it can be asked again: it need not be kept until the server has it.</param>
    /// <returns>False when it did not fit, or could not be sent; the latter ends the session in this turn. What is sent once the stream
    /// is resumed counts as sent.</returns>
    public bool SendStanza(bool mayGo = false)
    {
        if (State != SessionState.Online)
            return false;
        if (writer.HasOverflowed)
        {
            log.Write(LogLevel.Warning, "a stanza of more than " + writer.Limit.ToString() + " bytes was not sent");
            return false;
        }

        bool isKept = false;
        Keep(mayGo, ref isKept);
        return Send() || isKept;
    }

    /// <summary>Begins a request of ours; its payload is written next, then <see cref="XmlWriter.End"/> and <see cref="SendStanza"/>.</summary>
    /// <param name="type"><see cref="Word.Get"/> or <see cref="Word.Set"/>.</param>
    /// <param name="to">To whom; null for our own account or server.</param>
    /// <param name="reply">Who waits for the answer.</param>
    /// <returns>Null when too many requests wait already.</returns>
    public XmlWriter? BeginRequest(int type, Jid? to, IIqReply reply)
    {
        int id = Pending.Add(to, reply, clock.Milliseconds + options.AnswerTimeoutMs);
        if (id == 0)
            return null;
        XmlWriter request = BeginStanza();
        request.Start(Word.Iq);
        request.Attribute(Word.Type, type);
        request.AttributeNumber(Word.Id, id);
        if (to != null)
            request.Attribute(Word.To, to.Bytes, 0, to.Bytes.Length);
        return request;
    }

    long NextDeadline(long now)
    {
        if (State != SessionState.Online)
            return deadline;
        long next = Pending.NextDeadline;
        LookForSilence(ref next);
        long ping = lastHeard + options.PingAfterMs;
        // A ping that is due but not sent waits for room among the requests.
        return serverPing.IsWaiting || ping <= now || next < ping ? next : ping;
    }

    void CheckTime(long now)
    {
        if (State == SessionState.Online)
        {
            Pending.Expire(now);
            if (State == SessionState.Online && now >= lastHeard + options.PingAfterMs && !serverPing.IsWaiting)
                serverPing.Send();
            BreakSilence(now);
            if (sendFailed)
                Lose("the connection was lost");
        }
        else if (now >= deadline)
        {
            if (State == SessionState.Closing)
                Finish(SessionEnd.Closed, "closed");
            else if (State == SessionState.Negotiating)
                Refuse(Word.ConnectionTimeout, SessionEnd.TimedOut, "the login took too long");
        }
    }

    /// <summary>The server has not answered a ping; it is there all the same when it has said something else since.</summary>
    internal void PingIsLost()
    {
        if (lastHeard + options.AnswerTimeoutMs > clock.Milliseconds)
            return;
        const string Text = "the server no longer answers";
        bool canResume = false;
        LookForResumption(ref canResume);
        // What is closed cannot be resumed.
        if (canResume)
            Finish(SessionEnd.TimedOut, Text);
        else
            Refuse(Word.ConnectionTimeout, SessionEnd.TimedOut, Text);
    }

    // The desktop's part, and those of what brings a session back (../Resumption); where there is none, nothing is left of the call.
    partial void Equip();

    partial void EquipToResume();

    partial void PrepareToResume(ref ServerEndpoint? place);

    partial void BeginConnection();

    partial void BecameOnline();

    partial void Keep(bool mayGo, ref bool isKept);

    partial void Sent();

    partial void LookForSilence(ref long deadline);

    partial void BreakSilence(long now);

    partial void LookForResumption(ref bool canResume);

    partial void LeaveStream();

    partial void Ended();

    bool Lose(string text) => Finish(SessionEnd.Network, transport.Failure.Length > 0 ? transport.Failure : text);

    bool Finish(SessionEnd end, string text)
    {
        transport.Close();
        if (State == SessionState.Negotiating && transport.HasAnother)
        {
            log.Write(LogLevel.Warning, text + "; trying another host");
            return Connect(null);
        }

        bool canResume = false;
        End = end;
        Ended();
        LookForResumption(ref canResume);
        State = SessionState.Closed;
        EndText = text;
        if (!canResume)
            Pending.Clear();
        return false;
    }

    /// <summary>Ends the stream with a stream error of ours.</summary>
    void Refuse(int condition, SessionEnd end, string text)
    {
        if (State == SessionState.Closing)
        {
            Finish(SessionEnd.Closed, "closed");
            return;
        }

        writer.Clear();
        StreamHeader.WriteError(writer, condition);
        Send();
        SendEnd();
        Finish(end, text);
    }

    void SendEnd()
    {
        writer.Clear();
        StreamHeader.WriteEnd(writer);
        Send();
    }

    bool Send() => Send(writer.Buffer, writer.Length);

    bool Send(byte[] bytes, int length)
    {
        // RFC 6120 §4.4: behind our closing tag there is nothing.
        if (State == SessionState.Closing)
            return true;
        if (log.WantsWire)
            LogWire(true, bytes, 0, length);
        if (!transport.Write(bytes, 0, length))
            sendFailed = true;
        Sent();
        return !sendFailed;
    }

    static SessionEnd KindOf(TransportStatus status) =>
        status >= TransportStatus.CertificateExpired ? SessionEnd.Tls : SessionEnd.Network;
}
