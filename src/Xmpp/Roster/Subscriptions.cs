using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Requests to subscribe to our presence (RFC 6121 §3.1): answered from the access list, at once.</summary>
public sealed partial class Subscriptions : IStanzaHandler
{
    readonly XmppSession session;
    readonly ILog log;

    /// <summary>Answers through a session.</summary>
    public Subscriptions(XmppSession session, ILog log)
    {
        this.session = session;
        this.log = log;
    }

    public void Receive(Stanza presence)
    {
        // The role is that of the sender whom the server has stamped; a request without one is nobody's.
        if (presence.Type == Word.Subscribe && presence.From != XmlCursor.None)
        {
            Admit(presence);
            bool allowed = Permission.Allows(presence.Role, Permission.ToRead) && !presence.IsFromOwnServer(session.Account);
            log.Write(allowed ? LogLevel.Info : LogLevel.Warning,
                presence.FromText() + (allowed ? " subscribed" : " asked to subscribe and was refused: no role"));
            XmlCursor cursor = presence.Cursor;
            int length = Jid.BareLengthOf(cursor.Bytes, cursor.Start(presence.From), cursor.Length(presence.From));
            Send(session, allowed ? Word.Subscribed : Word.Unsubscribed, cursor.Bytes, cursor.Start(presence.From), length);
        }
        else if (presence.Type == Word.Unsubscribe && Permission.Allows(presence.Role, Permission.ToRead))
        {
            log.Write(LogLevel.Info, presence.FromText() + " unsubscribed");
        }
    }

    // That of what lets people in (../Admission); where there is none, nothing is left of the call.
    partial void Admit(Stanza request);

    internal static void Send(XmppSession session, int type, byte[] to, int start, int length)
    {
        XmlWriter writer = session.BeginStanza();
        writer.Start(Word.Presence);
        writer.Attribute(Word.Type, type);
        writer.Attribute(Word.To, to, start, length);
        writer.End();
        session.SendStanza();
    }
}
