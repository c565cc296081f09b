using System;
using System.Linq;
using System.Text;
using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>A client reads and changes its roster (RFC 6121 §2).</summary>
sealed class RosterQueries(Subscriptions subscriptions)
{
    const int LongestText = 1023;

    /// <summary>Tells an account's clients of an item that has changed.</summary>
    public static void Push(Account account, XElement item)
    {
        account.Roster.Touch();
        foreach (Session session in account.Sessions.Where(session => session.WantsRoster))
        {
            session.Send(new XElement(
                Names.Client + "iq",
                new XAttribute("type", "set"),
                new XAttribute("id", "push-" + account.Roster.Version),
                new XAttribute("to", session.Jid),
                new XElement(Names.Roster + "query", new XAttribute("ver", account.Roster.Version), item)));
        }
    }

    /// <summary>Answers a request with a roster query in it.</summary>
    public XElement Answer(Session session, XElement iq) => iq.Type() == "get" ? Get(session, iq) : Set(session.Account, iq);

    static XElement Get(Session session, XElement iq)
    {
        session.WantsRoster = true;
        Roster roster = session.Account.Roster;
        string? known = (string?)iq.Payload().Attribute("ver");
        if (known == roster.Version)
            return iq.Result();
        var query = new XElement(Names.Roster + "query", roster.Items.Select(contact => contact.ToItem()));
        if (known is not null)
            query.SetAttributeValue("ver", roster.Version);
        return iq.Result(query);
    }

    XElement Set(Account account, XElement iq)
    {
        XElement[] items = [.. iq.Payload().Elements()];
        if (items.Length != 1 || items[0].Name != Names.Roster + "item" || !Jid.TryParse((string?)items[0].Attribute("jid"), out Jid jid))
            return iq.Error("modify", "bad-request");
        if (jid.Bare == account.Jid)
            return iq.Error("cancel", "not-allowed");
        if ((string?)items[0].Attribute("subscription") == "remove")
            return Remove(account, jid.Bare, iq);

        string name = (string?)items[0].Attribute("name") ?? "";
        string[] groups = [.. items[0].Elements(Names.Roster + "group").Select(group => group.Value)];
        if (IsTooLong(name) || groups.Any(group => group.Length == 0 || IsTooLong(group)))
            return iq.Error("modify", "not-acceptable");
        if (groups.Distinct().Count() < groups.Length)
            return iq.Error("modify", "bad-request");

        Contact contact = account.Roster.Get(jid.Bare);
        contact.Name = name;
        contact.Groups = groups;
        contact.IsListed = true;
        Push(account, contact.ToItem());
        return iq.Result();
    }

    XElement Remove(Account account, Jid jid, XElement iq)
    {
        if (account.Roster.Find(jid) is not { IsListed: true } contact)
            return iq.Error("cancel", "item-not-found");
        subscriptions.Remove(account, contact);
        return iq.Result();
    }

    static bool IsTooLong(string text) => Encoding.UTF8.GetByteCount(text) > LongestText;
}
