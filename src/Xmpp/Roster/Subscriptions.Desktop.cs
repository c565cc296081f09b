namespace Presentity.Xmpp;

/// <summary>Subscriptions by our own will (RFC 6121 §3), for the desktop alone: a device asks for nobody's presence.</summary>
public sealed partial class Subscriptions
{
    /// <summary>Asks to see a contact's presence (§3.1.1).</summary>
    public void Subscribe(Jid contact) => Send(session, Word.Subscribe, contact.Bytes, 0, contact.BareLength);

    /// <summary>Wants to see it no longer (§3.3.1).</summary>
    public void Unsubscribe(Jid contact) => Send(session, Word.Unsubscribe, contact.Bytes, 0, contact.BareLength);

    /// <summary>Lets a contact see our presence: who has asked (§3.1.4), or who will, where the server takes that (§3.4).</summary>
    public void Approve(Jid contact) => Send(session, Word.Subscribed, contact.Bytes, 0, contact.BareLength);

    /// <summary>Refuses a contact's request, takes back what was approved, or ends the subscription (§3.2.1).</summary>
    public void Cancel(Jid contact) => Send(session, Word.Unsubscribed, contact.Bytes, 0, contact.BareLength);
}
