using System.Text;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>What an account publishes about itself at a node of its own (XEP-0163): one item, which replaces the one before.</summary>
public abstract class PersonalItem
{
    static readonly byte[] Current = Encoding.UTF8.GetBytes("current");

    /// <summary>At this node.</summary>
    /// <param name="node">A word.</param>
    protected PersonalItem(int node) => Node = node;

    /// <summary>The node, a word.</summary>
    public readonly int Node;

    /// <summary>The item's id in UTF-8 (XEP-0060 §12.20 names it for a node that has one item).</summary>
    public byte[] Id = Current;

    /// <summary>Whether there is something new to publish.</summary>
    public bool IsDue = true;

    /// <summary>Whether the server has refused it in this session: it is not asked again.</summary>
    internal bool IsRefused;

    /// <summary>Whether the node has been configured in this session: a second refusal is the last.</summary>
    internal bool IsConfigured;

    /// <summary>Whether those who may see the node have been named in this session.</summary>
    internal bool IsShared;

    /// <summary>Whether the log knows that it is refused.</summary>
    internal bool IsToldOf;

    /// <summary>Writes the payload, one element, into the item.</summary>
    public abstract void Write(XmlWriter item);
}
