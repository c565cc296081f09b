using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Delayed Delivery (XEP-0203): tells what was kept somewhere on its way. Nothing that was may change anything here.</summary>
public static class DelayedDelivery
{
    /// <summary>Whether a stanza was delayed.</summary>
    public static bool IsDelayed(Stanza stanza) => stanza.AtTop().MoveToChild(Ns.Delay, Word.Delay);
}
