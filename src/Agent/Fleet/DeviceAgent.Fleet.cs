using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>An agent that is one of many.</summary>
public sealed partial class DeviceAgent
{
    FleetRoster contacts = null!;

    partial void JoinFleet(SensorChannel[] sensors, ActuatorChannel[] actuators, ICrypto crypto)
    {
        publisher.Template = options.Status;
        publisher.Template?.Bind(sensors, actuators);
        AccessList access = options.Access;
        access.Room = options.Room;
        access.Groups = new GroupMembers(options.RoleGroups, session.Account, log);
        RosterFiling? filing = options.RosterGroups == null ? null : new RosterFiling(session, roster, access, log, options.RosterGroups);
        contacts = new FleetRoster(session, access, log, access.Groups, filing);
        roster.Watcher = contacts;
    }

    partial void BeginForFleet() => contacts.Begin();

    partial void RunForFleet(ref int wait) => contacts.Run();
}
