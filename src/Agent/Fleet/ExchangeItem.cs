using Presentity.Xmpp;

namespace Presentity.Agent;

/// <summary>A device that is proposed to be put into a roster (XEP-0144).</summary>
public sealed class ExchangeItem
{
    /// <summary>Under this address.</summary>
    public ExchangeItem(Jid address, string name, string group)
    {
        Address = address;
        Name = name;
        Group = group;
    }

    /// <summary>Its account.</summary>
    public readonly Jid Address;

    /// <summary>What it is called; empty for nothing.</summary>
    public readonly string Name;

    /// <summary>The group that it belongs in; empty for none.</summary>
    public readonly string Group;
}
