using System;
using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>An agent that programs can read and set, each by the protocol that it knows.</summary>
public sealed partial class DeviceAgent
{
    ReadOuts readOuts = null!;
    PersonalEvents? personal;
    PersonalText? nick;
    PersonalText? place;

    partial void OfferToMachines(
        IBoard board, SensorChannel[] sensors, ActuatorChannel[] actuators, LastActivity activity, ICrypto crypto, ref IqHandler[] handlers)
    {
        int[][] dialects = Dialect.All();
        ActuatorChanges changes = new ActuatorChanges(actuators);
        readOuts = new ReadOuts(session, options.Access, clock, sensors, actuators);
        LendHistory(readOuts);
        IqHandler[] more = new IqHandler[handlers.Length + (4 * dialects.Length) + 1];
        Array.Copy(handlers, more, handlers.Length);
        int at = handlers.Length;
        for (int i = 0; i < dialects.Length; i++)
        {
            more[at++] = new ReadOutRequest(dialects[i], readOuts, clock);
            more[at++] = new ReadOutCancel(dialects[i], readOuts);
            more[at++] = new ControlSet(dialects[i], actuators, changes, activity, log);
            more[at++] = new ControlForm(dialects[i], actuators);
        }

        more[at] = new RemoteProcedures(board, options.Software + " " + options.Version, readOuts, changes, activity, clock, log);
        handlers = more;
        if (options.Personal != PersonalAccess.Off)
            PublishAtAccount(sensors, actuators, crypto);
    }

    void PublishAtAccount(SensorChannel[] sensors, ActuatorChannel[] actuators, ICrypto crypto)
    {
        PersonalItem[] items = new PersonalItem[]
        {
            new PersonalReadings(sensors, actuators, clock),
            nick = new PersonalText(Ns.Nick, options.Name, "", ""),
            place = new PersonalText(Ns.Geoloc, options.Latitude, options.Longitude, options.Place),
        };
        publisher.Readings = items[0];
        AddIcon(sensors, actuators, crypto, ref items);
        personal = new PersonalEvents(session, log, options.Personal == PersonalAccess.Whitelist ? options.Access : null, items);
        publisher.Personal = personal;
    }

    // Those of what is remembered (../History).
    partial void LendHistory(ReadOuts readOuts);

    partial void ForgetPast();

    // The desktop's part; on the chip there is none, and nothing is left of the call.
    partial void AddIcon(SensorChannel[] sensors, ActuatorChannel[] actuators, ICrypto crypto, ref PersonalItem[] items);

    partial void BeginForMachines()
    {
        personal?.Begin();
        ForgetPast();
    }

    partial void RunForMachines(ref int wait)
    {
        int due = readOuts.RunDue();
        if (due < wait)
            wait = due;
    }
}
