namespace Presentity.Xmpp;

/// <summary>Why a room does not let somebody in (XEP-0045 §7.2.5 to §7.2.12), for a person who can do something about it.</summary>
static class RoomRefusal
{
    /// <summary>In words.</summary>
    /// <param name="condition">The word of the error's condition.</param>
    /// <param name="hasPassword">Whether there was a password.</param>
    internal static string Of(int condition, bool hasPassword)
    {
        switch (condition)
        {
            case Word.Conflict:
                return "all our names are taken";
            case Word.NotAuthorized:
                return hasPassword ? "room-password is wrong" : "it wants a password; write room-password";
            case Word.RegistrationRequired:
                return "it is for members only; make the device a member";
            case Word.NotAcceptable:
                return "it wants the name that it knows us by; write it as nick";
            case Word.ItemNotFound:
            case Word.NotAllowed:
                return "there is no such room, or it is locked";
            case Word.ServiceUnavailable:
                return "it is full";
            default:
                return "it does not let us in";
        }
    }

    /// <summary>Whether it is of no use to try again before somebody has done something.</summary>
    internal static bool NeedsPerson(int condition) => condition == Word.NotAuthorized || condition == Word.RegistrationRequired
        || condition == Word.NotAcceptable || condition == Word.ItemNotFound || condition == Word.NotAllowed;
}
