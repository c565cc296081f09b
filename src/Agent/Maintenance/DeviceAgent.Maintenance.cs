using System;
using Presentity.Platform;
using Presentity.Xml;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>An agent that is looked after by command: what was done is kept, and what was configured is changed.</summary>
public sealed partial class DeviceAgent
{
    CommandLog lastCommands = null!;
    DeviceSettings settings = null!;

    partial void TakeUpSettings(IBoard board) => settings = new DeviceSettings(options, board, log);

    partial void AddMaintenance(SensorChannel[] sensors, ActuatorChannel[] actuators, ref Command[] all)
    {
        lastCommands = new CommandLog(clock, options.CommandLogBytes);
        claim.Changes = lastCommands;
        Add(ref all, new LastCommands(lastCommands));
        AddForActuators(actuators, ref all);
        AddForSensors(sensors, ref all);
        Add(ref all, new SensorSettingsCommand("publishing-settings", "Publishing settings", SensorKeys.OfPublishing, sensors, settings));
    }

    partial void Maintain(LastActivity activity, DiscoInfo info, ICrypto crypto, XmlVocabulary vocabulary) => activity.Changes = lastCommands;

    // That of what watches over actuators (../Safety).
    partial void AddForActuators(ActuatorChannel[] actuators, ref Command[] all);

    // That of what is made of readings (../Sensing).
    partial void AddForSensors(SensorChannel[] sensors, ref Command[] all);

    static void Add(ref Command[] all, Command command)
    {
        Command[] more = new Command[all.Length + 1];
        Array.Copy(all, more, all.Length);
        more[all.Length] = command;
        all = more;
    }
}
