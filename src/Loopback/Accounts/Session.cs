using System.Collections.Generic;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>A client that has logged in and bound a resource. Belongs to the router's lock, but for its outbox.</summary>
sealed class Session(Account account, Jid jid, Outbox outbox)
{
    public Account Account { get; } = account;

    /// <summary>The full JID.</summary>
    public Jid Jid { get; } = jid;

    public Outbox Outbox { get; } = outbox;

    /// <summary>The last presence that the client has sent to all; null when it is unavailable.</summary>
    public XElement? Presence { get; set; }

    /// <summary>-128 to 127; below 0 it takes no messages for the account as a whole.</summary>
    public int Priority { get; set; }

    /// <summary>Whether it has asked for the roster, and so is told of changes.</summary>
    public bool WantsRoster { get; set; }

    /// <summary>To whom it has sent presence of its own accord (RFC 6121 §4.6).</summary>
    public HashSet<Jid> Directed { get; } = [];

    /// <summary>Sends a stanza; what becomes of the element afterwards does not matter.</summary>
    public void Send(XElement stanza) => Outbox.Send(StreamText.Of(stanza));
}
