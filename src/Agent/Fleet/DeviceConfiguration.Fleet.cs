using Presentity.Platform;
using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary><c>status</c>, <c>room</c>, <c>nick</c>, <c>room-password</c>, <c>exchange</c>, <c>owner-groups</c>, <c>operator-groups</c>,
/// <c>viewer-groups</c>, <c>roster-groups</c></summary>
public sealed partial class DeviceConfiguration
{
    /// <summary><c>status</c>; null when it is not given.</summary>
    public StatusTemplate? Status;

    /// <summary><c>room</c>; null for none.</summary>
    public Jid? Room;

    /// <summary><c>nick</c>; empty for the local part of the account.</summary>
    public string Nick = "";

    /// <summary><c>room-password</c>; empty for none.</summary>
    public string RoomPassword = "";

    /// <summary><c>exchange</c></summary>
    public ExchangeItem[] Exchange = new ExchangeItem[0];

    /// <summary><c>owner-groups</c>, <c>operator-groups</c>, <c>viewer-groups</c></summary>
    public readonly RoleGroups RoleGroups = new RoleGroups();

    /// <summary><c>roster-groups</c></summary>
    public bool FilesContacts = true;

    Jid? Occupant => Room == null ? null : Jid.Parse(Room.ToString() + "/" + (Nick.Length > 0 ? Nick : Jid!.Local));

    partial void EquipFleet(AgentOptions agent)
    {
        agent.Fleet.Status = Status;
        agent.Fleet.RoleGroups = RoleGroups;
        agent.Fleet.RosterGroups = FilesContacts ? RoleGroups.Filed() : null;
        agent.Fleet.Exchange = Exchange;
        agent.Fleet.Room = Occupant;
        agent.Fleet.RoomPassword = RoomPassword;
    }

    partial void CheckFleet(IBoard board, ref string fault)
    {
        string unknown = Status == null ? "" : Status.Unknown(board);
        if (unknown.Length > 0)
            fault = Fault("status", "there is no {" + unknown + "}; there is " + Known(board));
        else if (Room == null && Nick.Length + RoomPassword.Length > 0)
            fault = Fault(Nick.Length > 0 ? "nick" : "room-password", "there is no room; write room = fleet@conference.example.org");
        else if (Room != null && Room.MatchesDomain(Jid!.Bytes, Jid.DomainStart, Jid.BareLength - Jid.DomainStart))
            fault = Fault("room", "a room is at a service of its own, such as conference." + Jid.HostName);
        else if (Room != null && Occupant == null)
            fault = Fault("nick", "that cannot be a name in a room");
        string[] filed = RoleGroups.Filed();
        for (int i = 0; i < filed.Length && FilesContacts; i++)
            if (RoleGroups.Has(filed[i]))
                fault = Fault("roster-groups", "the device files contacts under " + filed[i]
                    + " itself, so that this group cannot give a role; name another, or write roster-groups = off");
    }

    static string Known(IBoard board)
    {
        string known = "";
        for (int i = 0; i < board.Sensors.Length; i++)
            known += (known.Length > 0 ? ", " : "") + board.Sensors[i].Name;
        for (int i = 0; i < board.Actuators.Length; i++)
            known += (known.Length > 0 ? ", " : "") + board.Actuators[i].Name;
        return known;
    }
}
