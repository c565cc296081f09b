using System.Collections.Generic;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>A client that has logged in and bound a resource. Belongs to the router's lock, but for its outbox and its connection.</summary>
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

    /// <summary>Which client it is of (XEP-0388 §2.3); empty when it does not say.</summary>
    public string Client { get; init; } = "";

    /// <summary>By what the session can be resumed (XEP-0198 §5); empty when it cannot.</summary>
    public string ResumptionId { get; set; } = "";

    /// <summary>Whether the client's stanzas are counted.</summary>
    public bool IsManaged { get; set; }

    /// <summary>How many stanzas of the client were handled (XEP-0198 §4).</summary>
    public uint Handled { get; set; }

    /// <summary>Counts its connections and their ends, so that who waits knows whether he still waits for the same.</summary>
    public int Generation { get; set; }

    /// <summary>The connection that it has; null while it waits to be resumed.</summary>
    public ClientStream? Connection { get; set; }

    /// <summary>Sends a stanza; what becomes of the element afterwards does not matter.</summary>
    public void Send(XElement stanza) => Outbox.Send(stanza);
}
