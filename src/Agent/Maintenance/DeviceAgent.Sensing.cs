using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>The commands of an agent that watches its readings.</summary>
public sealed partial class DeviceAgent
{
    partial void AddForSensors(SensorChannel[] sensors, ref Command[] all)
    {
        Add(ref all, new Alarms(sensors));
        Add(ref all, new SensorSettingsCommand("alarm-settings", "Alarm settings", SensorKeys.OfAlarms, sensors, settings));
    }
}
