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

    /// <summary>Whether it has stopped to be started anew: an owner has asked for a restart. On the chip every stop is one.</summary>
    public bool StartsAgain;

    /// <summary>Says goodbye in the next turn, behind the answer to who has asked for it, and stops to be started anew.</summary>
    internal void StartAgain()
    {
        StartsAgain = true;
        Stop("restarting");
    }

    partial void TakeUpSettings(IBoard board) => settings = new DeviceSettings(options, board, log);

    partial void AddMaintenance(SensorChannel[] sensors, ActuatorChannel[] actuators, ref Command[] all)
    {
        lastCommands = new CommandLog(clock, options.CommandLogBytes);
        claim.Changes = lastCommands;
        Add(ref all, new ReadChosen((ReadSensors)all[0], sensors, actuators));
        Add(ref all, new LastCommands(lastCommands));
        AddForActuators(actuators, ref all);
        AddForSensors(sensors, ref all);
        Add(ref all, new SensorSettingsCommand("publishing-settings", "Publishing settings", SensorKeys.OfPublishing, sensors, settings));
        AddForMachines(ref all);
        Add(ref all, new Restart(this));
    }

    partial void Maintain(LastActivity activity, DiscoInfo info, ICrypto crypto, XmlVocabulary vocabulary)
    {
        activity.Changes = lastCommands;
        Introduce(info, crypto, vocabulary);
    }

    // That of what watches over actuators (../Safety).
    partial void AddForActuators(ActuatorChannel[] actuators, ref Command[] all);

    // That of what is made of readings (../Sensing).
    partial void AddForSensors(SensorChannel[] sensors, ref Command[] all);

    // Those of name and place (../Machines).
    partial void AddForMachines(ref Command[] all);

    partial void Introduce(DiscoInfo info, ICrypto crypto, XmlVocabulary vocabulary);

    static void Add(ref Command[] all, Command command)
    {
        Command[] more = new Command[all.Length + 1];
        Array.Copy(all, more, all.Length);
        more[all.Length] = command;
        all = more;
    }
}
