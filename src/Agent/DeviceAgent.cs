using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>The device: reads and publishes, answers and acts, and comes back whenever the connection is lost.</summary>
/// <remarks>One loop, one turn: <c>while (!agent.IsStopped) agent.Turn();</c></remarks>
public sealed class DeviceAgent
{
    // A session that lasted this long was a good one.
    const int GoodSessionMs = 60000;

    // Names the software in entity capabilities (XEP-0115 §4).
    const string CapabilitiesNode = "urn:presentity:agent";

    // In the store, between two runs.
    const string StreamFile = "stream.state";

    // While there is no connection to wait on, so that Stop is soon seen.
    const int NapMs = 100;

    readonly AgentOptions options;
    readonly ITransport transport;
    readonly IClock clock;
    readonly ILog log;
    readonly XmppSession session;
    readonly Roster roster;
    readonly Publisher publisher;
    readonly AdHocCommands commands;
    readonly DeviceStatus status;
    readonly Backoff backoff;
    long nextAttempt;
    long onlineSince;
    bool wasOnline;
    string? stopReason;
    bool restarts;

    /// <summary>Builds the agent: everything that it will ever need is allocated here.</summary>
    public DeviceAgent(AgentOptions options, IBoard board, ITransport transport, IClock clock, ICrypto crypto, ILog log)
    {
        this.options = options;
        this.transport = transport;
        this.clock = clock;
        this.log = log;
        XmlVocabulary vocabulary = Vocabulary.Create();
        session = new XmppSession(options.Session, transport, clock, crypto, log, vocabulary, options.Limits);
        backoff = new Backoff(crypto);
        SensorChannel[] sensors = new SensorChannel[board.Sensors.Length];
        for (int i = 0; i < sensors.Length; i++)
            sensors[i] = new SensorChannel(board.Sensors[i], options.Sensors.Of(board.Sensors[i].Name));
        ActuatorChannel[] actuators = new ActuatorChannel[board.Actuators.Length];
        for (int i = 0; i < actuators.Length; i++)
            actuators[i] = new ActuatorChannel(board.Actuators[i]);

        publisher = new Publisher(session, clock, sensors, actuators) { PresenceIntervalMs = options.PresenceIntervalMs };
        status = new DeviceStatus(board, clock, session, publisher, options.Software + " " + options.Version);
        LastActivity activity = new LastActivity(clock);
        commands = new AdHocCommands(Commands(board, sensors, actuators), clock, crypto, log, activity);
        roster = new Roster(session, options.Access, log);
        DiscoInfo info = new DiscoInfo(board.Model);
        IqHandler[] handlers =
        {
            new Ping(),
            new SoftwareVersion(options.Software, options.Version, options.System),
            new EntityTime(clock),
            activity,
            roster,
            commands,
            info,
            new DiscoItems(commands),
        };
        session.Router = new StanzaRouter(session, options.Access, log, handlers) { Presence = new Subscriptions(session, log) };
        info.Collect(session.Router, vocabulary, commands);
        publisher.Capabilities = new EntityCapabilities(crypto, info, CapabilitiesNode, vocabulary);
        info.Answer(publisher.Capabilities);
        board.WakeOnInput(transport);
        TakeUpStream();
    }

    /// <summary>Whether the agent has stopped, after <see cref="Stop"/>.</summary>
    public bool IsStopped;

    /// <summary>The full address while online; null otherwise.</summary>
    public Jid? Address => session.State == SessionState.Online ? session.Bound : null;

    /// <summary>Why the last session is over; <see cref="SessionEnd.None"/> before the first end and while one lasts.</summary>
    public SessionEnd LastEnd;

    /// <summary>Asks the agent to say goodbye and stop. Any thread may call.</summary>
    /// <param name="reason">Told to the subscribers, in one line.</param>
    public void Stop(string reason)
    {
        stopReason = reason;
        transport.Wake();
    }

    /// <summary>Asks the agent to stop for a moment: where the server and <see cref="AgentOptions.Store"/> allow, nobody is told, and whoever
    /// starts it again in time goes on with the same stream. Any thread may call.</summary>
    /// <param name="reason">Told to the subscribers where the stream cannot be kept.</param>
    public void StopForRestart(string reason)
    {
        restarts = true;
        Stop(reason);
    }

    /// <summary>Ends a pause between two attempts to connect: what stood in the way is gone, as the platform knows.</summary>
    public void TryNow() => nextAttempt = clock.Milliseconds;

    /// <summary>Does what is due and waits for what comes, once.</summary>
    public void Turn()
    {
        long now = clock.Milliseconds;
        string? reason = stopReason;
        if (reason != null && EndFor(reason))
            return;
        int wait = publisher.RunDue(now);
        if (session.State == SessionState.Closed)
        {
            Reconnect(now, wait);
            return;
        }

        if (session.Turn(wait))
            publisher.LookNow();
        if (session.State == SessionState.Online)
        {
            if (!wasOnline)
                Begin();
            roster.RequestIfDue();
        }
        else if (session.State == SessionState.Closed)
        {
            Ended();
        }
    }

    /// <summary>Goes through the end, turn by turn.</summary>
    /// <returns>True when the agent has stopped.</returns>
    bool EndFor(string reason)
    {
        if (restarts && session.CanResume && options.Store != null)
            KeepStream(options.Store);
        if (session.State == SessionState.Online)
        {
            publisher.PublishUnavailable(reason);
            session.Close();
            log.Write(LogLevel.Info, "going offline: " + reason);
        }
        else if (session.State == SessionState.Negotiating)
        {
            session.Close();
        }

        IsStopped = session.State == SessionState.Closed;
        return IsStopped;
    }

    void Reconnect(long now, int wait)
    {
        if (now >= nextAttempt)
        {
            LastEnd = SessionEnd.None;
            if (!session.Open())
                Ended();
            return;
        }

        long left = nextAttempt - now;
        int nap = wait < left ? wait : (int)left;
        clock.Sleep(nap < NapMs ? nap : NapMs);
    }

    void Begin()
    {
        wasOnline = true;
        onlineSince = clock.Milliseconds;
        Jid bound = session.Bound!;
        log.Write(LogLevel.Info, "connected as " + bound.ToString() + " with " + session.Security + (session.IsResumed ? ", the stream resumed" : ""));
        if (!session.IsResumed || session.HasLostPresence)
            publisher.Begin();
        // In a new process of ours not even a resumed stream knows who was allowed to what.
        if (session.IsResumed && status.Sessions > 0)
            return;
        if (bound.Resource != options.Session.Resource)
            log.Write(LogLevel.Warning, "the server gave another resource than " + options.Session.Resource);
        commands.ListAs(bound);
        status.SessionBegan();
        roster.Request();
    }

    /// <summary>Goes on with the stream that was kept, once: what is in the store is of no use to anybody after that.</summary>
    void TakeUpStream()
    {
        IStore? store = options.Store;
        byte[]? stream = store?.Read(StreamFile);
        if (stream != null && store!.Remove(StreamFile) && !session.Restore(stream))
            log.Write(LogLevel.Warning, "a stream that was kept is not of this account and server: a new one begins");
    }

    void KeepStream(IStore store)
    {
        byte[]? stream = session.Suspend();
        if (stream != null && store.Write(StreamFile, stream, stream.Length))
            log.Write(LogLevel.Info, "going on after a restart");
        else
            log.Write(LogLevel.Warning, "a new stream begins after the restart: " + store.Failure);
    }

    void Ended()
    {
        long now = clock.Milliseconds;
        if (wasOnline && now - onlineSince >= GoodSessionMs)
            backoff.Reset();
        wasOnline = false;
        LastEnd = session.End;
        if (stopReason != null)
        {
            log.Write(LogLevel.Info, "offline");
            return;
        }

        int wait = backoff.Next(session.End, session.StreamErrorCondition);
        nextAttempt = now + wait;
        bool needsPerson = session.End == SessionEnd.Authentication || session.End == SessionEnd.Tls;
        log.Write(needsPerson ? LogLevel.Error : LogLevel.Warning,
            "disconnected: " + session.EndText + (options.TriesAgain ? "; next attempt in " + ((wait + 999) / 1000).ToString() + " s" : ""));
    }

    /// <summary>The commands of a board: some that every board has, and one for each switch and direction.</summary>
    Command[] Commands(IBoard board, SensorChannel[] sensors, ActuatorChannel[] actuators)
    {
        int switches = 0;
        for (int i = 0; i < actuators.Length; i++)
            if (actuators[i].Actuator.IsSwitch)
                switches++;
        Command[] all = new Command[4 + (2 * switches)];
        int at = 0;
        all[at++] = new ReadSensors(sensors, actuators);
        all[at++] = status;
        for (int i = 0; i < actuators.Length; i++)
        {
            if (!actuators[i].Actuator.IsSwitch)
                continue;
            all[at++] = new SwitchActuator(actuators[i], true);
            all[at++] = new SwitchActuator(actuators[i], false);
        }

        all[at++] = new SetActuators(actuators);
        all[at] = new Identify(board);
        return all;
    }
}
