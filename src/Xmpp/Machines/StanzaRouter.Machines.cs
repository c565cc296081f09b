using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Answers that something follows, and errors that say more.</summary>
public sealed partial class StanzaRouter
{
    partial void Follow(Stanza iq, IqHandler handler) => handler.Follow(iq);

    partial void RefuseInFull(Stanza iq, int error, XmlWriter writer, ref bool isWritten)
    {
        // A stranger learns no more than that there is nobody.
        IqHandler? handler = iq.Role == Role.None ? null : Find(iq.Payload);
        if (handler != null)
            isWritten = handler.WriteError(iq, error, writer);
    }
}
