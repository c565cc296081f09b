using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Reads the sensors and publishes presence: when there is something to tell, not too often, at once when it matters.</summary>
public sealed partial class Publisher
{
    // However often somebody presses a button: subscribers get no more than five presences a second.
    const int UrgentIntervalMs = 200;

    // Between two looks at the sensors.
    const int SampleIntervalMs = 1000;

    readonly AgentOptions options;
    readonly XmppSession session;
    readonly IClock clock;
    readonly SensorChannel[] sensors;
    readonly ActuatorChannel[] actuators;
    long nextSample;
    long lastPresence;
    bool mustPublish;
    bool isUrgent;

    /// <summary>Publishes through a session.</summary>
    public Publisher(AgentOptions options, XmppSession session, IClock clock, SensorChannel[] sensors, ActuatorChannel[] actuators)
    {
        this.options = options;
        this.session = session;
        this.clock = clock;
        this.sensors = sensors;
        this.actuators = actuators;
    }

    /// <summary>What presence says that we can; null for nothing.</summary>
    public EntityCapabilities? Capabilities;

    /// <summary>How many presences have been sent.</summary>
    public int Published;

    /// <summary>A new session is online: everything is to be told again.</summary>
    public void Begin()
    {
        mustPublish = true;
        lastPresence = clock.Milliseconds - UrgentIntervalMs;
    }

    /// <summary>An input has changed: look at the sensors now.</summary>
    public void LookNow() => nextSample = 0;

    /// <summary>Does what is due.</summary>
    /// <returns>Milliseconds until something will be due.</returns>
    public int RunDue(long now)
    {
        if (now >= nextSample)
        {
            Sample(now);
            nextSample = now + SampleIntervalMs;
        }

        long due = session.State == SessionState.Online ? DueAt() : long.MaxValue;
        if (now >= due)
        {
            Publish(now);
            due = long.MaxValue;
        }

        long next = due < nextSample ? due : nextSample;
        return next <= now ? 0 : (int)(next - now);
    }

    /// <summary>Says goodbye: why, in one line.</summary>
    public void PublishUnavailable(string status)
    {
        XmlWriter writer = session.BeginStanza();
        writer.Start(Word.Presence);
        writer.Attribute(Word.Type, Word.Unavailable);
        writer.Element(Word.Status, status);
        writer.End();
        session.SendStanza();
    }

    void Sample(long now)
    {
        for (int i = 0; i < sensors.Length; i++)
            sensors[i].Sample(now);
        for (int i = 0; i < actuators.Length; i++)
            actuators[i].Sample();
        Remember(now);
    }

    long DueAt()
    {
        bool due = false;
        bool urgent = mustPublish;
        for (int i = 0; i < sensors.Length; i++)
        {
            due |= sensors[i].IsDue;
            urgent |= sensors[i].IsUrgent;
        }

        for (int i = 0; i < actuators.Length; i++)
            urgent |= actuators[i].HasChanged;
        isUrgent = urgent;
        if (urgent)
            return lastPresence + UrgentIntervalMs;
        return due ? lastPresence + options.PresenceIntervalMs : long.MaxValue;
    }

    void Publish(long now)
    {
        XmlWriter writer = session.BeginStanza();
        writer.Start(Word.Presence);
        int show = Health();
        if (show != 0)
            writer.Element(Word.Show, show);
        writer.Start(Word.Status);
        StatusLine.Write(writer, sensors, actuators, this);
        writer.End();
        Published++;
        if (isUrgent || !options.IsPresenceShort)
            WriteDetails(writer);
        writer.End();
        // What cannot be sent is not tried again: all is told anew in the next session.
        session.SendStanza(mayGo: true);
        mustPublish = false;
        lastPresence = now;
        for (int i = 0; i < sensors.Length; i++)
            sensors[i].Told(now);
        for (int i = 0; i < actuators.Length; i++)
            actuators[i].Told();
        PublishItems();
    }

    void WriteDetails(XmlWriter writer)
    {
        Capabilities?.Write(writer);
        bool fits = !writer.HasOverflowed;
        int length = writer.Length;
        SensorFields.Write(writer, sensors, actuators, clock.UnixSeconds, Published);
        // What people read matters more than what machines do.
        if (fits && writer.HasOverflowed)
            writer.Rewind(length, 1);
    }

    // dnd: an actuator does not do what it is told; away: a sensor has no value; nothing: all is well (RFC 6121 §4.7.2.1).
    int Health()
    {
        for (int i = 0; i < actuators.Length; i++)
            if (!actuators[i].Now.IsAvailable)
                return Word.Dnd;
        for (int i = 0; i < sensors.Length; i++)
            if (!sensors[i].Now.IsAvailable)
                return Word.Away;
        int show = 0;
        LookForAlarms(ref show);
        LookForSafeMode(ref show);
        return show;
    }

    // That of what is made of a reading (../Sensing).
    partial void LookForAlarms(ref int show);

    // That of what watches over actuators (../Safety).
    partial void LookForSafeMode(ref int show);

    // That of what programs see (../Machines).
    partial void PublishItems();

    // That of what is remembered (../History).
    partial void Remember(long now);
}
