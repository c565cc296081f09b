using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Presentity.Loopback;
using Presentity.Xml;
using Presentity.Xmpp;
using XmlException = System.Xml.XmlException;

namespace Presentity.Tool.Operate;

/// <summary>The operator's roster (RFC 6121 §2), with the presence of everybody in it. Any thread may read it.</summary>
sealed class ContactList(Func<Jid> account) : IqHandler(Ns.Roster, Word.Query, feature: 0), IIqReply, IStanzaHandler
{
    readonly object gate = new();
    readonly SortedDictionary<string, Contact> contacts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Told of a contact that has changed: before, and after. From the session's thread.</summary>
    internal event Action<Contact, Contact>? Changed;

    internal IReadOnlyList<Contact> All
    {
        get
        {
            lock (gate)
                return [.. contacts.Values];
        }
    }

    /// <summary>A roster push: from our own account only (RFC 6121 §2.1.6).</summary>
    public override int Answer(Stanza request, XmlWriter answer)
    {
        if (!request.IsSet || !request.IsFromOwnAccount(account()))
            return StanzaError.ServiceUnavailable;
        Take(request);
        return StanzaError.None;
    }

    /// <summary>The roster, or a part of a large one.</summary>
    public void Receive(Stanza stanza)
    {
        if (stanza.Kind == Word.Presence)
            TakePresence(stanza);
        else if (stanza.Type == Word.Result)
            Take(stanza);
    }

    public void Abandoned()
    {
        // The session is over, or its server is slow: the roster is asked for again after the next login.
    }

    /// <summary>Everybody is offline: so are we.</summary>
    internal void Clear()
    {
        foreach (Contact contact in All.Where(contact => contact.IsOnline))
            Set(contact, new Contact(contact.Address, contact.Subscription));
    }

    void Take(Stanza stanza)
    {
        if (stanza.Payload != Payload)
            return;
        foreach (XElement item in TapeElement.From(stanza.AtPayload()).Elements())
        {
            string address = (string?)item.Attribute("jid") ?? "";
            string subscription = (string?)item.Attribute("subscription") ?? "none";
            lock (gate)
            {
                if (subscription == "remove")
                    contacts.Remove(address);
                else
                    contacts[address] = contacts.TryGetValue(address, out Contact? known)
                        ? known with { Subscription = subscription }
                        : new Contact(address, subscription);
            }
        }
    }

    void TakePresence(Stanza stanza)
    {
        XElement presence;
        try
        {
            presence = TapeElement.From(stanza.AtTop());
        }
        catch (XmlException)
        {
            // A name that .NET does not know: nothing that we would show.
            return;
        }

        if ((string?)presence.Attribute("type") is not (null or "unavailable"))
            return;
        string from = (string?)presence.Attribute("from") ?? "";
        Contact? before;
        lock (gate)
            contacts.TryGetValue(from.Split('/')[0], out before);

        // One resource goes, another stays: only the one that is shown counts.
        if (before == null || (presence.Attribute("type") != null && before.IsOnline && before.FullAddress != from))
            return;
        Set(before, before.After(presence));
    }

    void Set(Contact before, Contact after)
    {
        lock (gate)
            contacts[before.Address] = after;
        Changed?.Invoke(before, after);
    }
}
