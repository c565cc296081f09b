namespace Presentity.Xmpp;

/// <summary>What an <see cref="XmppUri"/> asks for: the query types of XEP-0147 and of the registry that it began.</summary>
public static class XmppQuery
{
    /// <summary>Send a message: <c>subject</c>, <c>body</c>, <c>thread</c>, <c>from</c>, <c>id</c>, <c>type</c>.</summary>
    public const string Message = "message";

    /// <summary>Ask to see somebody's presence.</summary>
    public const string Subscribe = "subscribe";

    /// <summary>See it no longer.</summary>
    public const string Unsubscribe = "unsubscribe";

    /// <summary>Put into the roster: <c>name</c>, any number of <c>group</c>.</summary>
    public const string Roster = "roster";

    /// <summary>Take out of the roster.</summary>
    public const string Remove = "remove";

    /// <summary>Run a command (XEP-0050): <c>node</c>, <c>action</c>.</summary>
    public const string Command = "command";

    /// <summary>Ask what there is (XEP-0030): <c>node</c>, <c>request</c> is <c>info</c> or <c>items</c>, <c>type</c>.</summary>
    public const string Disco = "disco";

    /// <summary>Enter a room (XEP-0045): <c>password</c>.</summary>
    public const string Join = "join";

    /// <summary>Invite somebody to a room: <c>jid</c>, <c>password</c>.</summary>
    public const string Invite = "invite";

    /// <summary>Ask for presence once.</summary>
    public const string Probe = "probe";

    /// <summary>Do something to a node (XEP-0060): <c>action</c>, <c>node</c>.</summary>
    public const string PubSub = "pubsub";

    /// <summary>Make an account, or register with a service (XEP-0077).</summary>
    public const string Register = "register";

    /// <summary>Undo that.</summary>
    public const string Unregister = "unregister";

    /// <summary>Take a file from somebody: <c>sid</c>, <c>mime-type</c>, <c>name</c>, <c>size</c>.</summary>
    public const string ReceiveFile = "recvfile";

    /// <summary>Send a file to somebody.</summary>
    public const string SendFile = "sendfile";

    /// <summary>Look at somebody's card (XEP-0054).</summary>
    public const string VCard = "vcard";
}
