using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>An agent that is one of many.</summary>
public sealed partial class DeviceAgent
{
    FleetRoster contacts = null!;
    Room? room;

    partial void JoinFleet(SensorChannel[] sensors, ActuatorChannel[] actuators, ICrypto crypto)
    {
        publisher.Template = options.Fleet.Status;
        publisher.Template?.Bind(sensors, actuators);
        WatchRoster();
        StanzaRouter router = session.Router!;
        FleetOptions fleet = options.Fleet;
        if (fleet.Room != null)
        {
            room = new Room(session, options.Access, clock, crypto, log, fleet.Room, fleet.RoomPassword) { Next = router.Presence };
            router.Presence = room;
            router.Messages = new RoomChat(session, room, speech, limit, clock, router.Messages);
            PostAlarmsOf(sensors);
        }

        router.Messages = new Invitations(clock, log, router.Messages);
    }

    void WatchRoster()
    {
        AccessList access = options.Access;
        FleetOptions fleet = options.Fleet;
        access.Room = fleet.Room;
        access.Groups = new GroupMembers(fleet.RoleGroups, session.Account, log);
        RosterFiling? filing = null;
        if (fleet.RosterGroups != null)
            filing = new RosterFiling(session, roster, access, log, fleet.RosterGroups);
        RosterExchange? exchange = null;
        if (fleet.Exchange.Length > 0)
            exchange = new RosterExchange(session, access, options.Store, log, fleet.Exchange);
        contacts = new FleetRoster(session, roster, access, log, access.Groups, filing, exchange);
        roster.Watcher = contacts;
    }

    partial void BeginForFleet()
    {
        contacts.Begin();
        room?.Begin();
    }

    partial void RunForFleet(ref int wait)
    {
        contacts.Run();
        if (room == null)
            return;
        int due = room.RunDue();
        if (due < wait)
            wait = due;
        PostAlarms();
    }

    partial void LeaveFleet(string reason) => room?.SayGoodbye(reason);

    // Those of what is made of readings (*.Sensing.cs).
    partial void PostAlarmsOf(SensorChannel[] sensors);

    partial void PostAlarms();
}
