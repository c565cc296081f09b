using System.Linq;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>Who sees whose presence (RFC 6121 §4).</summary>
sealed class Presences(Accounts accounts, Messages messages)
{
    /// <summary>Takes presence that is about no subscription.</summary>
    /// <param name="to">Null for all who may see it.</param>
    public void Receive(Session session, XElement presence, Jid? to)
    {
        string? type = presence.Type();
        if (type == "probe")
            Probe(session, (to ?? session.Account.Jid).Bare);
        else if (to is { } addressee)
            Direct(session, presence, addressee);
        else if (type == "unavailable")
            Leave(session, presence);
        else if (type is null)
            Announce(session, presence);
    }

    /// <summary>Tells all who have seen the client's presence that it is gone.</summary>
    public void Leave(Session session, XElement presence)
    {
        bool wasAvailable = session.Presence is not null;
        session.Presence = null;
        if (wasAvailable)
            Broadcast(session.Account, presence);
        foreach (Jid jid in session.Directed.Where(jid => !wasAvailable || !IsSeenBy(session.Account, jid.Bare)))
            Deliver(presence, jid);
        session.Directed.Clear();
    }

    /// <summary>Shows what an account's clients have announced to a new subscriber.</summary>
    public void Show(Account shown, Account subscriber)
    {
        foreach (Session session in shown.Available)
            Deliver(session.Presence!, subscriber.Jid);
    }

    /// <summary>Makes an account's clients unavailable to one who was a subscriber.</summary>
    public void Hide(Account hidden, Account subscriber)
    {
        foreach (Session session in hidden.Available)
            Deliver(Stanzas.Presence("unavailable", session.Jid, subscriber.Jid), subscriber.Jid);
    }

    static bool IsSeenBy(Account account, Jid jid) =>
        jid == account.Jid || (account.Roster.Find(jid)?.State.HasFlag(Subscription.From) ?? false);

    static int Priority(XElement presence) =>
        sbyte.TryParse(presence.Element(Names.Client + "priority")?.Value.Trim(), out sbyte priority) ? priority : 0;

    void Announce(Session session, XElement presence)
    {
        bool isInitial = session.Presence is null;
        session.Presence = presence;
        session.Priority = Priority(presence);
        Broadcast(session.Account, presence);
        if (isInitial)
        {
            foreach (Session other in session.Account.Available.Where(other => other != session))
                session.Send(other.Presence!.To(session.Jid));
            foreach (Contact contact in session.Account.Roster.Subscriptions)
                Probe(session, contact.Jid);
            foreach (Contact contact in session.Account.Roster.Contacts.Where(contact => contact.Request is not null))
                session.Send(contact.Request!);
        }

        if (session.Priority >= 0)
            messages.DeliverOffline(session);
    }

    /// <summary>Answers for the contact (RFC 6121 §4.3.2): with all its presences, or why there are none.</summary>
    void Probe(Session session, Jid contact)
    {
        Account? account = accounts.Find(contact);
        if (account is null || !IsSeenBy(account, session.Account.Jid))
        {
            session.Send(Stanzas.Presence("unsubscribed", contact, session.Account.Jid));
            return;
        }

        foreach (Session shown in account.Available)
            session.Send(shown.Presence!.To(session.Jid));
        if (!account.Available.Any())
            session.Send(Stanzas.Presence("unavailable", contact, session.Jid));
    }

    void Direct(Session session, XElement presence, Jid to)
    {
        // Only where it has arrived: nobody else has to be told of the end.
        if (Deliver(presence, to) && presence.Type() is null)
            session.Directed.Add(to);
        else if (presence.Type() == "unavailable")
            session.Directed.Remove(to);
    }

    void Broadcast(Account account, XElement presence)
    {
        Deliver(presence, account.Jid);
        foreach (Contact contact in account.Roster.Subscribers)
            Deliver(presence, contact.Jid);
    }

    bool Deliver(XElement presence, Jid to)
    {
        XElement addressed = presence.To(to);
        Session[] sessions = to.IsBare
            ? [.. accounts.Find(to)?.Available ?? []]
            : accounts.FindSession(to) is { } one ? [one] : [];
        foreach (Session session in sessions)
            session.Send(addressed);
        return sessions.Length > 0;
    }
}
