using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>Tells the operators of alarms, each in a message with the reading and its time: at once, or once there is a session again.</summary>
sealed class AlarmMessages
{
    readonly XmppSession session;
    readonly IClock clock;
    readonly ILog log;
    readonly AccessList access;
    readonly SensorChannel[] sensors;

    internal AlarmMessages(XmppSession session, IClock clock, ILog log, AccessList access, SensorChannel[] sensors)
    {
        this.session = session;
        this.clock = clock;
        this.log = log;
        this.access = access;
        this.sensors = sensors;
    }

    /// <summary>Sends what is to be told.</summary>
    internal void RunDue()
    {
        for (int i = 0; i < sensors.Length; i++)
        {
            SensorChannel sensor = sensors[i];
            if (!sensor.MustTellAlarm || session.State != SessionState.Online)
                continue;
            sensor.MustTellAlarm = false;
            string text = Text(sensor);
            log.Write(sensor.Alarm == AlarmState.None ? LogLevel.Info : LogLevel.Warning, text);
            int at = 0;
            Jid? account;
            while ((account = access.NextToAlarm(ref at)) != null)
                Send(account, text, sensor.AlarmSince);
        }
    }

    /// <summary><c>alarm: temperature 31.2 °C is above 30 °C</c>.</summary>
    internal static string Text(SensorChannel sensor)
    {
        string reading = sensor.Sensor.Name + " " + ReadingText.WithUnit(sensor.Now, sensor.Sensor.Unit);
        if (sensor.Alarm == AlarmState.None)
            return "alarm is over: " + reading;
        bool isAbove = sensor.Alarm == AlarmState.Above;
        if (sensor.Now.IsBoolean)
            return "alarm: " + reading;
        Reading limit = new Reading();
        limit.SetNumber(isAbove ? sensor.Policy.Above : sensor.Policy.Below, 3);
        while (limit.Decimals > 0 && limit.Value % 10 == 0)
            limit.SetNumber(limit.Value / 10, limit.Decimals - 1);
        return "alarm: " + reading + (isAbove ? " is above " : " is below ") + ReadingText.WithUnit(limit, sensor.Sensor.Unit);
    }

    void Send(Jid account, string text, long since)
    {
        XmlWriter message = session.BeginStanza();
        message.Start(Word.Message);
        message.Attribute(Word.Type, Word.Chat);
        message.Attribute(Word.To, account.Bytes, 0, account.BareLength);
        message.Start(Word.Body);
        message.CloseTag();
        WriteBody(message, text, since, clock);
        message.End();
        message.End();
        session.SendStanza();
    }

    /// <summary>Writes the text with the time that it is of, where that is known.</summary>
    internal static void WriteBody(XmlWriter message, string text, long since, IClock clock)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(text);
        message.WriteEscaped(bytes, 0, bytes.Length);
        long unix = clock.UnixSeconds;
        if (unix < 0)
            return;
        message.Byte(' ');
        message.Byte('(');
        XmppDateTime.Write(message, unix - ((clock.Milliseconds - since) / 1000));
        message.Byte(')');
    }
}
