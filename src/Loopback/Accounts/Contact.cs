using System.Xml.Linq;

namespace Presentity.Loopback;

/// <summary>Someone an account has to do with: an item of its roster, or one who has asked to be.</summary>
sealed class Contact(Jid jid)
{
    public Jid Jid { get; } = jid;

    public Subscription State { get; set; }

    /// <summary>Empty for none.</summary>
    public string Name { get; set; } = "";

    public string[] Groups { get; set; } = [];

    /// <summary>Whether the roster shows it; one who has only asked it does not (RFC 6121 §3.1.3).</summary>
    public bool IsListed { get; set; }

    /// <summary>The request that has not been answered; null when there is none.</summary>
    public XElement? Request { get; set; }

    /// <summary>The roster item (RFC 6121 §2.1.2).</summary>
    public XElement ToItem()
    {
        var item = new XElement(Names.Roster + "item", new XAttribute("jid", Jid));
        if (Name.Length > 0)
            item.SetAttributeValue("name", Name);
        item.SetAttributeValue("subscription", (State & Subscription.Both).ToString().ToLowerInvariant());
        if (State.HasFlag(Subscription.Approved))
            item.SetAttributeValue("approved", "true");
        if (State.HasFlag(Subscription.PendingOut))
            item.SetAttributeValue("ask", "subscribe");
        foreach (string group in Groups)
            item.Add(new XElement(Names.Roster + "group", group));
        return item;
    }
}
