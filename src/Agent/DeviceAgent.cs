using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>The device: reads and publishes, answers and acts, and comes back whenever the connection is lost.</summary>
/// <remarks>One loop, one turn: <c>while (!agent.IsStopped) agent.Turn();</c></remarks>
public sealed partial class DeviceAgent
{
    // A session that lasted this long was a good one.
    const int GoodSessionMs = 60000;

    // Names the software in entity capabilities (XEP-0115 §4).
    const string CapabilitiesNode = "urn:presentity:agent";

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

    /// <summary>Builds the agent: everything that it will ever need is allocated here.</summary>
    public DeviceAgent(AgentOptions options, IBoard board, ITransport transport, IClock clock, ICrypto crypto, ILog log)
    {
        this.options = options;
        this.transport = transport;
        this.clock = clock;
        this.log = log;
        TakeUpSettings(board);
        XmlVocabulary vocabulary = Vocabulary.Create();
        session = new XmppSession(options.Session, transport, clock, crypto, log, vocabulary, options.Limits);
        backoff = new Backoff(crypto);
        SensorChannel[] sensors = new SensorChannel[board.Sensors.Length];
        for (int i = 0; i < sensors.Length; i++)
            sensors[i] = new SensorChannel(board.Sensors[i], options.Sensors.Of(board.Sensors[i].Name));
        ActuatorChannel[] actuators = new ActuatorChannel[board.Actuators.Length];
        for (int i = 0; i < actuators.Length; i++)
            actuators[i] = new ActuatorChannel(board.Actuators[i]);

        publisher = new Publisher(options, session, clock, sensors, actuators);
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
        Subscriptions subscriptions = new Subscriptions(session, log);
        OfferToMachines(board, sensors, actuators, activity, crypto, ref handlers);
        session.Router = new StanzaRouter(session, options.Access, log, handlers) { Presence = subscriptions };
        LetIn(subscriptions);
        Extend();
        Converse(sensors, actuators, info, activity);
        JoinFleet(sensors, actuators, crypto);
        info.Collect(session.Router, vocabulary, commands);
        publisher.Capabilities = new EntityCapabilities(crypto, info, CapabilitiesNode, vocabulary);
        info.Answer(publisher.Capabilities);
        board.WakeOnInput(transport);
        WatchOver(actuators);
        WatchReadings(sensors);
        TakeUpStream(board);
        Maintain(activity, info, crypto, vocabulary);
    }

    /// <summary>Adds what the desktop has and the chip has not.</summary>
    partial void Extend();

    // Those of what programs ask and see (Machines).
    partial void OfferToMachines(IBoard board, SensorChannel[] sensors, ActuatorChannel[] actuators, LastActivity activity, ICrypto crypto,
        ref IqHandler[] handlers);

    partial void BeginForMachines();

    partial void RunForMachines(ref int wait);

    // Those of what is made of readings (Sensing).
    partial void WatchReadings(SensorChannel[] sensors);

    partial void TellAlarms();

    // That of what is remembered (History).
    partial void RememberReadings(SensorChannel[] sensors, ref Command[] all);

    // Those of what lets people in (Admission).
    partial void AddCommands(ref Command[] all);

    partial void LetIn(Subscriptions subscriptions);

    partial void FollowAccess();

    // Those of what operators look after it by (Maintenance).
    partial void TakeUpSettings(IBoard board);

    partial void AddMaintenance(SensorChannel[] sensors, ActuatorChannel[] actuators, ref Command[] all);

    partial void Maintain(LastActivity activity, DiscoInfo info, ICrypto crypto, XmlVocabulary vocabulary);

    // That of the chat plane (Chat).
    partial void Converse(SensorChannel[] sensors, ActuatorChannel[] actuators, DiscoInfo info, LastActivity activity);

    // Those of what makes it one of many (Fleet).
    partial void JoinFleet(SensorChannel[] sensors, ActuatorChannel[] actuators, ICrypto crypto);

    partial void BeginForFleet();

    partial void RunForFleet(ref int wait);

    partial void LeaveFleet(string reason);

    // Those of what watches over actuators (Safety).
    partial void WatchOver(ActuatorChannel[] actuators);

    partial void Guard(ref int wait);

    partial void EndGuard();

    // Those of what brings a session back (Resumption); where there is none, nothing is left of the call.
    partial void TakeUpStream(IBoard board);

    partial void KeepStream();

    partial void ComeBack(ref bool tells, ref bool asks);

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
        Guard(ref wait);
        RunForMachines(ref wait);
        RunForFleet(ref wait);
        TellAlarms();
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
            FollowAccess();
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
        KeepStream();
        if (session.State == SessionState.Online)
        {
            LeaveFleet(reason);
            publisher.PublishUnavailable(reason);
            session.Close();
            log.Write(LogLevel.Info, "going offline: " + reason);
        }
        else if (session.State == SessionState.Negotiating)
        {
            session.Close();
        }

        IsStopped = session.State == SessionState.Closed;
        if (IsStopped)
            EndGuard();
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
        log.Write(LogLevel.Info, "connected as " + bound.ToString() + " with " + session.Security);
        bool tells = true;
        bool asks = true;
        ComeBack(ref tells, ref asks);
        if (tells)
            publisher.Begin();
        if (!asks)
            return;
        // Bind 2 puts something of the server's behind it (XEP-0386 §3.2.1).
        if (bound.Resource.IndexOf(options.Session.Resource) != 0)
            log.Write(LogLevel.Warning, "the server gave another resource than " + options.Session.Resource);
        commands.ListAs(bound);
        status.SessionBegan();
        roster.Request();
        BeginForMachines();
        BeginForFleet();
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
        RememberReadings(sensors, ref all);
        AddCommands(ref all);
        AddMaintenance(sensors, actuators, ref all);
        return all;
    }
}
