using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>Where messages go (RFC 6121 §8.5), and where they wait when nobody is there (XEP-0160).</summary>
sealed class Messages(Accounts accounts, TimeProvider clock)
{
    /// <summary>How many messages wait for one account.</summary>
    public const int MostOffline = 100;

    public void Receive(Session session, XElement message, Jid to)
    {
        if (accounts.FindSession(to) is { } target)
            target.Send(message);
        else if (!Take(message, to) && message.Type() != "error")
            session.Send(message.Error("cancel", "service-unavailable"));
    }

    /// <summary>Delivers what has waited for the account.</summary>
    public void DeliverOffline(Session session)
    {
        while (session.Account.Offline.TryDequeue(out XElement? message))
            session.Send(message);
    }

    /// <summary>Takes a message that is for no connected resource.</summary>
    /// <returns>False when it cannot be delivered, and that has to be said.</returns>
    bool Take(XElement message, Jid to)
    {
        if (accounts.Find(to) is not { } account)
            return false;
        switch (message.Type())
        {
            case "error":
                return true;
            case "groupchat":
                return false;
            case "headline":
                return to.IsBare && (Deliver(account, message) || true);
            case "chat":
                return Deliver(account, message) || Keep(account.Offline, message);
            default:
                return to.IsBare && (Deliver(account, message) || Keep(account.Offline, message));
        }
    }

    static bool Deliver(Account account, XElement message)
    {
        bool isDelivered = false;
        foreach (Session session in account.Reachable)
        {
            session.Send(message);
            isDelivered = true;
        }

        return isDelivered;
    }

    bool Keep(Queue<XElement> offline, XElement message)
    {
        // Without a text it was about the moment: somebody is typing.
        if (message.Element(Names.Client + "body") is null)
            return true;
        if (offline.Count == MostOffline)
            return false;
        message.Add(new XElement(
            Names.Delay + "delay",
            new XAttribute("from", accounts.Domain),
            new XAttribute("stamp", clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"))));
        offline.Enqueue(message);
        return true;
    }
}
