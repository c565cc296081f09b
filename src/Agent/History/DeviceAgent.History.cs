using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>An agent that remembers what its sensors have read.</summary>
public sealed partial class DeviceAgent
{
    SensorHistory? history;

    partial void RememberReadings(SensorChannel[] sensors, ref Command[] all)
    {
        if (options.HistorySlotSeconds == 0 || sensors.Length == 0)
            return;
        history = new SensorHistory(sensors, options.HistorySlotSeconds, clock);
        publisher.History = history;
        Command[] more = new Command[all.Length + 1];
        System.Array.Copy(all, more, all.Length);
        more[all.Length] = new HistoryCommand(history, sensors);
        all = more;
    }
}
