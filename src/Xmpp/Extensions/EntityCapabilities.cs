using System.Text;
using Presentity.Platform;
using Presentity.Xml;

namespace Presentity.Xmpp;

/// <summary>Entity Capabilities (XEP-0115): a hash of what <see cref="DiscoInfo"/> says, so that nobody needs to ask twice.</summary>
public sealed class EntityCapabilities
{
    readonly int nodeLength;

    /// <summary>Computes the hash (XEP-0115 §5.1).</summary>
    /// <param name="crypto">Of the platform.</param>
    /// <param name="info">With its features collected.</param>
    /// <param name="node">A URI that names the software.</param>
    /// <param name="vocabulary">Of the features.</param>
    public EntityCapabilities(ICrypto crypto, DiscoInfo info, string node, XmlVocabulary vocabulary)
    {
        StringBuilder text = new StringBuilder();
        text.Append("client/bot//" + info.Name + "<");
        for (int i = 0; i < info.Features.Length; i++)
            text.Append(vocabulary.ToString(info.Features[i]) + "<");
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        byte[] hash = new byte[HashLength.Of(HashAlgorithm.Sha1)];
        crypto.Hash(HashAlgorithm.Sha1, bytes, 0, bytes.Length, hash);
        Described = Encoding.UTF8.GetBytes(node + "#" + System.Convert.ToBase64String(hash));
        nodeLength = Encoding.UTF8.GetBytes(node).Length;
    }

    /// <summary>The node, <c>#</c>, and the hash in base 64: what disco#info is asked about. Not to be written to.</summary>
    public readonly byte[] Described;

    /// <summary>Writes <c>&lt;c/></c> into presence.</summary>
    public void Write(XmlWriter presence)
    {
        presence.Start(Word.C, Ns.Caps);
        presence.Attribute(Word.Hash, Word.Sha1);
        presence.Attribute(Word.Node, Described, 0, nodeLength);
        presence.Attribute(Word.Ver, Described, nodeLength + 1, Described.Length - nodeLength - 1);
        presence.End();
    }

    /// <summary>Whether a node is ours: <c>node#ver</c>.</summary>
    internal bool IsNode(XmlCursor cursor, int slot) => cursor.ValueEquals(slot, Described, 0, Described.Length);
}
