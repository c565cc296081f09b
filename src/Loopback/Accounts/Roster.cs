using System;
using System.Collections.Generic;
using System.Linq;

namespace Presentity.Loopback;

/// <summary>The contacts of one account.</summary>
sealed class Roster
{
    readonly Dictionary<Jid, Contact> contacts = [];

    // Clients keep rosters by version, from one run of the server to the next: no two runs may have a version in common.
    readonly string run = Guid.NewGuid().ToString("N")[..8];
    int changes;

    /// <summary>Another one after each change (RFC 6121 §2.6).</summary>
    public string Version => $"{run}-{changes}";

    public IReadOnlyCollection<Contact> Contacts => contacts.Values;

    /// <summary>What a client is shown.</summary>
    public IEnumerable<Contact> Items => contacts.Values.Where(contact => contact.IsListed);

    /// <summary>Those who see the account's presence.</summary>
    public IEnumerable<Contact> Subscribers => contacts.Values.Where(contact => contact.State.HasFlag(Subscription.From));

    /// <summary>Those whose presence the account sees.</summary>
    public IEnumerable<Contact> Subscriptions => contacts.Values.Where(contact => contact.State.HasFlag(Subscription.To));

    /// <summary>Finds a contact by its bare JID.</summary>
    public Contact? Find(Jid jid) => contacts.GetValueOrDefault(jid);

    /// <summary>Finds a contact, or makes one that is not listed yet.</summary>
    public Contact Get(Jid jid) => contacts.TryGetValue(jid, out Contact? contact) ? contact : contacts[jid] = new Contact(jid);

    public void Remove(Contact contact) => contacts.Remove(contact.Jid);

    /// <summary>Counts a change of what a client is shown.</summary>
    public void Touch() => changes++;
}
