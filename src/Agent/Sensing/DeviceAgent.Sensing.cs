namespace Presentity.Agent;

/// <summary>An agent that tells its operators when a reading is where it must not be.</summary>
public sealed partial class DeviceAgent
{
    AlarmMessages alarms = null!;

    partial void WatchReadings(SensorChannel[] sensors) => alarms = new AlarmMessages(session, clock, log, options.Access, sensors);

    partial void TellAlarms() => alarms.RunDue();
}
