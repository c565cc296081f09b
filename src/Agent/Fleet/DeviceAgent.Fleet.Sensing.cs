namespace Presentity.Agent;

/// <summary>An agent that tells its fleet of alarms.</summary>
public sealed partial class DeviceAgent
{
    RoomAlarms? roomAlarms;

    partial void PostAlarmsOf(SensorChannel[] sensors) => roomAlarms = new RoomAlarms(session, room!, clock, sensors);

    partial void PostAlarms() => roomAlarms?.RunDue();
}
