using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>What makes a device one of many.</summary>
public sealed class FleetOptions
{
    /// <summary>What the status line looks like; null for all that there is to say.</summary>
    public StatusTemplate? Status;

    /// <summary>The groups of the device's roster whose contacts have a role.</summary>
    public RoleGroups RoleGroups = new RoleGroups();

    /// <summary>The groups under which the device files those on its list: of viewers, operators and owners; null to leave the roster
    /// as it is.</summary>
    public string[]? RosterGroups = RoleGroups.Filed();

    /// <summary>The devices below this one, which are proposed to its operators (XEP-0144); empty for none.</summary>
    public ExchangeItem[] Exchange = new ExchangeItem[0];

    /// <summary>The fleet's room (XEP-0045), with the name in it as the resource; null for none.</summary>
    public Jid? Room;

    /// <summary>The room's password; empty for none.</summary>
    public string RoomPassword = "";
}
