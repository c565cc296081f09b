namespace Presentity.Agent;

/// <summary><c>alarms</c>: where something watches the readings.</summary>
public sealed partial class ChatSpeech
{
    partial void TellAlarms(ref string alarms)
    {
        alarms = "";
        for (int i = 0; i < sensors.Length; i++)
            if (sensors[i].Alarm != AlarmState.None)
                alarms += (alarms.Length > 0 ? "\n" : "") + AlarmMessages.Text(sensors[i]);
        if (alarms.Length == 0)
            alarms = "no alarms";
    }
}
