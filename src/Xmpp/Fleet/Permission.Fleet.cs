namespace Presentity.Xmpp;

/// <summary>What comes by way of a room.</summary>
public static partial class Permission
{
    /// <summary>What is left of a role in a room: whoever it is, there he reads and does no more.</summary>
    public static Role FromRoom(Role role) => role > ToRead ? ToRead : role;
}
