namespace Presentity.Xmpp;

/// <summary>How far a device is on its way into a room.</summary>
enum RoomState
{
    /// <summary>Not in it.</summary>
    Out,

    /// <summary>Asks whether there is one.</summary>
    Asking,

    /// <summary>Has asked to be let in.</summary>
    Joining,

    /// <summary>In it.</summary>
    In,

    /// <summary>Banned.</summary>
    Barred,
}
