using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Messages change nothing and are never answered (RFC 6121 §5.2.2); one that came back is for the log.</summary>
/// <remarks>The desktop's alone; the chip drops all unread. Strangers are not listened to: they could fill the log.</remarks>
public sealed class MessageLog(ILog log) : IStanzaHandler
{
    public void Receive(Stanza stanza)
    {
        if (!stanza.IsWhole || !Permission.Allows(stanza.Role, Permission.ToRead) || MessageType.Of(stanza) != Word.Error)
            return;
        XmlCursor message = stanza.AtTop();
        string text = message.MoveToChild(Ns.Client, Word.Error) ? StreamHeader.Describe(message, Ns.Stanzas, out _) : "no error";
        log.Write(LogLevel.Warning, "a message to " + stanza.FromText() + " came back: " + text);
    }
}
