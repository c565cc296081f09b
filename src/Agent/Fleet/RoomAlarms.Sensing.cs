using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Posts alarms, and their ends, into the fleet's room; one that comes while the device is not in it, once it is.</summary>
sealed class RoomAlarms
{
    // One that comes and goes all the time tells no more than that it does.
    const int PauseMs = 5000;

    readonly XmppSession session;
    readonly Room room;
    readonly IClock clock;
    readonly SensorChannel[] sensors;
    readonly long[] posted;
    readonly bool[] isOn;
    long quietUntil;

    internal RoomAlarms(XmppSession session, Room room, IClock clock, SensorChannel[] sensors)
    {
        this.session = session;
        this.room = room;
        this.clock = clock;
        this.sensors = sensors;
        posted = new long[sensors.Length];
        isOn = new bool[sensors.Length];
    }

    /// <summary>Posts what is to be told.</summary>
    internal void RunDue()
    {
        long now = clock.Milliseconds;
        if (now < quietUntil || !room.IsIn)
            return;
        for (int i = 0; i < sensors.Length; i++)
        {
            SensorChannel sensor = sensors[i];
            bool wasOn = isOn[i];
            if (sensor.AlarmSince == posted[i])
                continue;
            posted[i] = sensor.AlarmSince;
            isOn[i] = sensor.Alarm != AlarmState.None;
            // The end of what nobody was told of is none.
            if (isOn[i] || wasOn)
                Post(sensor, now);
        }
    }

    void Post(SensorChannel sensor, long now)
    {
        quietUntil = now + PauseMs;
        XmlWriter message = room.BeginMessage();
        AlarmMessages.WriteBody(message, AlarmMessages.Text(sensor), sensor.AlarmSince, clock);
        message.End();
        message.End();
        session.SendStanza();
    }
}
