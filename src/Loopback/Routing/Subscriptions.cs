using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>Asking for, giving and taking back the right to see somebody's presence (RFC 6121 §3).</summary>
sealed class Subscriptions(Accounts accounts, Presences presences)
{
    /// <summary>Takes a presence about a subscription from a client.</summary>
    /// <param name="to">A bare JID of this domain.</param>
    public void Receive(Account user, XElement presence, Jid to)
    {
        if (to == user.Jid)
            return;
        presence.SetAttributeValue("from", user.Jid);
        string type = presence.Type()!;
        Contact contact = user.Roster.Get(to);
        bool wasSeen = contact.State.HasFlag(Subscription.From);
        SubscriptionChange change = SubscriptionRules.Outbound(contact.State, type);
        Apply(user, contact, change.State);
        if (!change.GoesOn)
            return;

        if (accounts.Find(to) is not { } other)
        {
            // RFC 6121 §4.3.2 says so of a probe; for a request it beats an eternal "pending".
            if (type == "subscribe")
                Take(user, to, Stanzas.Presence("unsubscribed", to, user.Jid));
            return;
        }

        Take(other, user.Jid, presence);
        if (type == "subscribed")
            presences.Show(user, other);
        else if (type == "unsubscribed" && wasSeen)
            presences.Hide(user, other);
    }

    /// <summary>Makes two accounts see each other, whatever was before.</summary>
    public void Befriend(Account one, Account other)
    {
        Apply(one, one.Roster.Get(other.Jid), Subscription.Both);
        Apply(other, other.Roster.Get(one.Jid), Subscription.Both);
        presences.Show(one, other);
        presences.Show(other, one);
    }

    /// <summary>Removes a contact, and all subscriptions with it (RFC 6121 §2.5).</summary>
    public void Remove(Account user, Contact contact)
    {
        Subscription state = contact.State;
        user.Roster.Remove(contact);
        RosterQueries.Push(user, new XElement(
            Names.Roster + "item", new XAttribute("jid", contact.Jid), new XAttribute("subscription", "remove")));
        if (accounts.Find(contact.Jid) is not { } other)
            return;
        if ((state & (Subscription.To | Subscription.PendingOut)) != 0)
            Take(other, user.Jid, Stanzas.Presence("unsubscribe", user.Jid, other.Jid));
        if ((state & (Subscription.From | Subscription.PendingIn)) != 0)
            Take(other, user.Jid, Stanzas.Presence("unsubscribed", user.Jid, other.Jid));
        if (state.HasFlag(Subscription.From))
            presences.Hide(user, other);
    }

    /// <summary>Takes a presence about a subscription for an account.</summary>
    void Take(Account account, Jid from, XElement presence)
    {
        string type = presence.Type()!;
        Contact contact = account.Roster.Get(from);
        bool wasSeen = contact.State.HasFlag(Subscription.From);
        SubscriptionChange change = SubscriptionRules.Inbound(contact.State, type);
        if (change.GoesOn)
        {
            XElement addressed = presence.To(account.Jid);
            if (type == "subscribe")
                contact.Request = addressed;
            foreach (Session session in account.Available)
                session.Send(addressed);
        }

        Apply(account, contact, change.State);
        bool isSeen = change.State.HasFlag(Subscription.From);
        if (!(wasSeen || isSeen) || accounts.Find(from) is not { } other)
            return;
        if (type == "subscribe")
        {
            // Granted before, and the other side has forgotten (RFC 6121 §3.1.3), or in advance (§3.4.2).
            Take(other, account.Jid, Stanzas.Presence("subscribed", account.Jid, from));
            presences.Show(account, other);
        }
        else if (type == "unsubscribe" && wasSeen)
        {
            presences.Hide(account, other);
        }
    }

    static void Apply(Account account, Contact contact, Subscription state)
    {
        // That somebody has asked is nothing that the roster shows.
        bool isVisible = ((contact.State ^ state) & ~Subscription.PendingIn) != 0;
        contact.State = state;
        if (!state.HasFlag(Subscription.PendingIn))
            contact.Request = null;
        if (isVisible)
        {
            contact.IsListed = true;
            RosterQueries.Push(account, contact.ToItem());
        }
        else if (state == Subscription.None && !contact.IsListed)
        {
            account.Roster.Remove(contact);
        }
    }
}
